import { layout } from './styles-layout.js';
import { time } from './styles-time.js';

/** @type {CSSStyleSheet | undefined} */
let shared;

/** One constructed sheet for all elements: a strict content security policy refuses a style element. */
export function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(layout + time);
  }
  return shared;
}
