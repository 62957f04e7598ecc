import { expect, vi } from 'vitest';
import '../../web/element/index.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

/** With all controls, as for a reader who has asked for more. @param {Record<string, string>} [attributes] */
export async function figure(attributes = {}) {
  const element = /** @type {Scope} */ (document.createElement('rope-scope'));
  for (const [name, value] of Object.entries({ controls: 'all', ...attributes }))
    element.setAttribute(name, value);
  document.body.append(element);
  await vi.waitFor(() => expect(element.description).not.toBe(''), 5000);
  await settled(element);
  return element;
}

export const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** @param {Scope} element @param {string} selector */
export function part(element, selector) {
  const found = element.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return /** @type {HTMLElement & HTMLInputElement} */ (found);
}

/** @param {Scope} element @param {string} name */
export const problem = (element, name) =>
  element.shadowRoot?.querySelector(`[data-problem="${name}"]:not([hidden])`)?.textContent;

/** @param {Scope} element @param {string} panel */
export const pixels = (element, panel) =>
  /** @type {HTMLCanvasElement} */ (
    /** @type {unknown} */ (part(element, `canvas[data-panel="${panel}"]`))
  ).toDataURL();

/** Waits until two frames show the same: sizes and scales come in over the first few. @param {Scope} element */
async function settled(element) {
  const picture = () =>
    Array.from(element.shadowRoot?.querySelectorAll('canvas') ?? [], (canvas) => canvas.toDataURL());
  let before = '';
  for (let i = 0; i < 60; i += 1) {
    await frame();
    await frame();
    const now = picture().join();
    if (now === before || element.playing) return;
    before = now;
  }
}
