import { controls } from './styles-controls.js';
import { layout } from './styles-layout.js';
import { time } from './styles-time.js';

/** @type {WeakMap<Document, Map<string, CSSStyleSheet>>} by their text: a document takes none of another's */
const sheets = new WeakMap();

/** @param {string} text @param {Document} document */
function sheet(text, document) {
  const known = sheets.get(document) ?? new Map();
  sheets.set(document, known);
  let made = known.get(text);
  if (!made) {
    made = new /** @type {Window & typeof globalThis} */ (document.defaultView).CSSStyleSheet();
    made.replaceSync(text);
    known.set(text, made);
  }
  return made;
}

/**
 * Constructed sheets, shared by all elements of a document: a strict content security policy refuses a style element.
 *
 * @param {ShadowRoot} root
 * @param {string} [own] the figure's
 */
export function wear(root, own = '') {
  root.adoptedStyleSheets = [layout + controls + time, own].map((text) => sheet(text, root.ownerDocument));
}
