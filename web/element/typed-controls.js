import { h } from '../dom/index.js';
import { check, format } from '../settings/index.js';

/** @typedef {import('./controls.js').Ask} Ask */
/** @typedef {import('./controls.js').Control} Control */
/** @typedef {import('../settings/index.js').Row} Row */

/** A reader who is still typing is not corrected before this many milliseconds without a key. */
const PATIENCE = 600;
const NOTHING = Symbol('nothing');

/** @param {Row} row @param {Ask} ask @returns {Control & { input: HTMLInputElement }} */
export function typed(row, ask) {
  const input = h('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'data-reader': true,
    dir: row.type === 'text' && 'auto',
    inputmode: row.type === 'integer' || row.type === 'real' ? 'decimal' : null,
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** What counted when the text was refused: the text stands as long as that does. @type {unknown} */
  let instead = NOTHING;
  /** @type {unknown} */
  let shown = NOTHING;
  /** @type {import('../settings/index.js').Figure | undefined} */
  let figure;
  const give = () => {
    clearTimeout(waiting);
    instead = ask(row.name, input.value) ? NOTHING : shown;
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    if (check(row.name, input.value, figure).problem === undefined) give();
    else waiting = setTimeout(give, PATIENCE);
  });
  input.addEventListener('change', give);
  const wide = row.type === 'text' ? 'wide' : '';
  return {
    input,
    element: h('div', { class: `control ${wide}` }, h('label', {}, h('span', {}, row.label), input)),
    show(settings, anew) {
      shown = settings[row.name];
      figure = settings.figure;
      if (anew) clearTimeout(waiting);
      if (!anew && (instead === shown || check(row.name, input.value, figure).value === shown)) return;
      instead = NOTHING;
      // What a reader is typing is theirs, right or wrong.
      if (anew || !input.matches(':focus')) input.value = format(row.name, settings[row.name]);
    },
  };
}

/** Numbers, or a switch that gives each word a vector of its own. @param {Row} row @param {Ask} ask @returns {Control} */
export function vector(row, ask) {
  const { element, show } = typed(row, ask);
  const own = h('input', { type: 'checkbox' });
  /** @type {unknown} */
  let numbers = row.default;
  own.addEventListener('change', () => ask(row.name, own.checked ? 'words' : numbers));
  element.append(h('label', { class: 'chip' }, own, h('span', {}, 'each word its own')));
  return {
    element,
    show(settings, anew) {
      show(settings, anew);
      own.checked = settings.vector === 'words';
      if (settings.vector !== 'words') numbers = settings.vector;
    },
  };
}
