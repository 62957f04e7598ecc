import { controls } from './styles-controls.js';
import { layout } from './styles-layout.js';
import { time } from './styles-time.js';

/** @type {Map<string, CSSStyleSheet>} by their text */
const sheets = new Map();

/** @param {string} text */
function sheet(text) {
  const known = sheets.get(text);
  if (known) return known;
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  sheets.set(text, made);
  return made;
}

/**
 * Constructed sheets, shared by all elements: a strict content security policy refuses a style element.
 *
 * @param {string} [own] the figure's
 */
export const sheetsWith = (own) => [layout + controls + time, own ?? ''].map(sheet);
