import { readLink, writeLink } from '../settings/index.js';
import { trailingWriter } from './address.js';
import { currentTheme, showTheme } from './theme.js';

/** @typedef {import('../element/index.js').RopeScope} RopeScope */

/**
 * The address that shows a figure alone, as it now stands.
 *
 * @param {Pick<Location, 'pathname'>} location
 * @param {import('../settings/index.js').Settings} settings
 */
export function addressOf({ pathname }, settings) {
  return `${pathname}?${writeLink(settings)}`;
}

/**
 * Turns the page into one figure that fills the window and is set up by the link; the address follows its settings.
 *
 * @param {HTMLElement} main what the article stands in
 * @param {string} search the link's query
 * @returns {RopeScope} the figure
 */
export function showSingleFigure(main, search) {
  const [entries, problems] = readLink(search);
  const figure = /** @type {RopeScope} */ (document.createElement('rope-scope'));
  for (const [name, text] of entries) figure.setAttribute(name, text);
  figure.dataset.alone = '';

  const heading = document.createElement('h1');
  heading.className = 'visually-hidden';
  heading.textContent = 'One figure from Ropescope';
  main.replaceChildren(heading, figure);
  document.title = 'A figure · Ropescope';
  if (problems.length > 0) figure.report(problems);

  const address = trailingWriter(writeAddress);
  const follow = themeFollower();
  follow(figure.settings.theme);
  figure.addEventListener('change', () => {
    address.next(addressOf(location, figure.settings));
    follow(figure.settings.theme);
  });
  addEventListener('pagehide', address.flush);
  return figure;
}

/** @param {string} text */
function writeAddress(text) {
  try {
    history.replaceState(history.state, '', text);
  } catch {
    // A sandboxed frame may not write its address; the figure does without.
  }
}

/** A link may ask for a theme; the page round its figure wears it too, and its switch rests. */
function themeFollower() {
  const own = currentTheme();
  /** @type {import('./theme.js').Theme} */
  let worn = 'auto';
  return (/** @type {import('./theme.js').Theme} */ theme) => {
    if (theme === worn) return;
    worn = theme;
    showTheme(theme === 'auto' ? own : theme);
    document.documentElement.toggleAttribute('data-fixed-theme', theme !== 'auto');
  };
}
