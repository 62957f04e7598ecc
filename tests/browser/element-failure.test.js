import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** @param {string} [figure] @returns {Scope} */
function scope(figure = 'vectors') {
  const element = /** @type {Scope} */ (document.createElement('rope-scope'));
  element.setAttribute('figure', figure);
  document.body.append(element);
  return element;
}

/** @param {Scope} element */
const said = (element) => element.shadowRoot?.querySelector('[part=failure] [role=alert]')?.textContent;

it('says that its WebAssembly did not come, and draws when it does, whoever tries again', async () => {
  let asked = 0;
  const usual = window.fetch;
  vi.stubGlobal('fetch', (/** @type {URL} */ url, /** @type {RequestInit} */ options) => {
    if (!String(url).endsWith('.wasm')) return usual(url, options);
    asked += 1;
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  const element = scope();
  const other = scope('clocks');
  for (const one of [element, other]) {
    await vi.waitFor(() =>
      expect(said(one)).toBe(
        'This figure could not be loaded. ropescope.wasm did not arrive. Is there a connection?',
      ),
    );
  }
  expect(element.description).toBe('');
  /** @param {() => unknown} act */
  const triesAgain = async (act) => {
    const before = asked;
    await act();
    await vi.waitFor(() => expect(asked).toBeGreaterThan(before));
    await vi.waitFor(() => expect(said(element)).toMatch(/did not arrive/));
  };
  await triesAgain(() => dispatchEvent(new Event('online')));
  await triesAgain(() => {
    element.remove();
    document.body.append(element);
  });
  const button = part(element, '[part=failure] button');
  button.focus();
  await triesAgain(() => userEvent.keyboard('{Enter}'));
  expect(part(element, '[part=failure] button')).toBe(button);
  expect(element.shadowRoot?.activeElement).toBe(button);

  vi.unstubAllGlobals();
  await userEvent.keyboard('{Enter}');
  for (const one of [element, other])
    await vi.waitFor(() => expect(one.description).not.toBe(''), { timeout: 8000 });
  await vi.waitFor(() => expect(element.shadowRoot?.activeElement?.localName).toBe('figure'));
  for (const one of [element, other]) expect(said(one)).toBeUndefined();
});
