import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../web/element/index.js';

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

const scope = '<rope-scope></rope-scope>';

describe('a figure', () => {
  it.each([
    ['a row of flex items', `<div style="display: flex">${scope}</div>`],
    [
      'a centred column of flex items',
      `<div style="display: flex; flex-direction: column; align-items: center">${scope}</div>`,
    ],
    ['a grid that centres', `<div style="display: grid; place-items: center">${scope}</div>`],
    ['a line of text', '<rope-scope style="display: inline-block"></rope-scope>'],
    ['a float', '<rope-scope style="float: left"></rope-scope>'],
    ['an absolute place', '<rope-scope style="position: absolute"></rope-scope>'],
    ['its own content’s width', '<rope-scope style="width: fit-content"></rope-scope>'],
    ['its content’s largest width', '<rope-scope style="width: max-content"></rope-scope>'],
    ['a cell of a table', `<table><tr><td>${scope}</td></tr></table>`],
    ['an open dialog', `<dialog open>${scope}</dialog>`],
  ])('has the width that it prefers in %s', async (_, html) => {
    expect(widthOf(await drawnIn(html))).toBe(680);
  });

  it.each([
    ['a row of flex items', `<div style="display: flex; width: 400px">${scope}</div>`],
    ['a float', `<div style="width: 400px"><div style="float: left">${scope}</div></div>`],
    ['a block', `<div style="width: 400px">${scope}</div>`],
    [
      'a grid that centres',
      `<div style="display: grid; place-items: center; width: 400px; grid-template-columns: 100%">${scope}</div>`,
    ],
  ])('is no wider than there is room in %s', async (_, html) => {
    expect(widthOf(await drawnIn(html))).toBe(400);
  });

  it('fills a block that is wider than it prefers', async () => {
    expect(widthOf(await drawnIn(`<div style="width: 900px">${scope}</div>`))).toBe(900);
  });

  it('is 280 pixels wide at least', async () => {
    expect(widthOf(await drawnIn('<rope-scope style="width: min-content"></rope-scope>'))).toBe(280);
    expect(widthOf(await drawnIn(`<div style="width: 100px">${scope}</div>`))).toBe(280);
  });

  it.each(['flex', 'block'])('draws without a box of its own, in a parent that is a %s', async (display) => {
    const html = `<div style="display: ${display}"><rope-scope style="display: contents"></rope-scope></div>`;
    expect(widthOf(await drawnIn(html))).toBeGreaterThanOrEqual(680);
  });

  it('stays without a box while it is hidden', () => {
    document.body.innerHTML = '<rope-scope hidden></rope-scope>';
    expect(document.querySelector('rope-scope')?.getClientRects()).toHaveLength(0);
  });
});
