import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../web/element/index.js';
import { limiting, narrow, preferring, withoutBox } from './layouts.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => document.body.replaceChildren());

/** @param {string} html with one `<rope-scope>` @returns {Promise<Scope>} once it has drawn */
async function drawnIn(html) {
  document.body.innerHTML = html;
  const element = /** @type {Scope} */ (document.querySelector('rope-scope'));
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('figcaption')?.textContent).toBeTruthy(), {
    timeout: 8000,
  });
  return element;
}

/** @param {Scope} element @returns {number} of what is seen of it */
const widthOf = (element) => element.shadowRoot?.querySelector('figure')?.getBoundingClientRect().width ?? 0;

describe('a figure', () => {
  it.each(preferring)('has the width that it prefers in %s', async (_, html) => {
    expect(widthOf(await drawnIn(html))).toBe(680);
  });

  it.each(limiting)('is no wider than there is room in %s', async (_, html) => {
    expect(widthOf(await drawnIn(html))).toBe(400);
  });

  it('fills a block that is wider than it prefers', async () => {
    expect(widthOf(await drawnIn(`<div style="width: 900px"><rope-scope></rope-scope></div>`))).toBe(900);
  });

  it.each(narrow)('is 280 pixels wide at least in %s', async (_, html) => {
    expect(widthOf(await drawnIn(html))).toBe(280);
  });

  it.each(['flex', 'block'])('draws without a box of its own, in a parent that is a %s', async (display) => {
    expect(widthOf(await drawnIn(withoutBox(display)))).toBeGreaterThanOrEqual(680);
  });

  it('stays without a box while it is hidden', () => {
    document.body.innerHTML = '<rope-scope hidden></rope-scope>';
    expect(document.querySelector('rope-scope')?.getClientRects()).toHaveLength(0);
  });
});
