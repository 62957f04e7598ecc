import { expect, test } from 'vitest';
import { figures } from '../unit/settings-random.js';
import { inBrowsers, until } from './support.js';

/** @typedef {import('./adapter/index.js').Page} Page */

/** Runs in the page: whether the figure that was kept there has its words and, in each canvas, a picture. */
const isDrawn = () => {
  const root = /** @type {Element} */ (Reflect.get(window, 'scope')).shadowRoot;
  if (!root?.querySelector('figcaption:not(:empty)')) return false;
  const canvases = Array.from(root.querySelectorAll('canvas'));
  return canvases.every((canvas) => {
    const copy = document.createElement('canvas');
    Object.assign(copy, { width: canvas.width, height: canvas.height });
    const context = copy.getContext('2d', { willReadFrequently: true });
    if (!context || canvas.width * canvas.height === 0) return false;
    context.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  });
};

inBrowsers('on pages of other kinds', (context) => {
  /** @param {string} [first] a script of the page itself @returns {Promise<Page>} a post without a figure yet */
  const openPost = async (first = '') => {
    const { server } = context;
    const head = `<!doctype html><title>A post</title><link rel="icon" href="${server.prefix}icon.svg">`;
    const script = `<script>${first}</script><script type="module" src="${server.prefix}ropescope.js"></script>`;
    const page = await context.open(server.addPage('/kinds.html', `${head}${script}<body></body>`));
    await page.evaluate(() => customElements.whenDefined('rope-scope').then(() => true));
    return page;
  };

  /** @param {Page} page @param {Record<string, string>} [attributes] */
  const add = (page, attributes = {}) =>
    page.evaluate((/** @type {Record<string, string>} */ given) => {
      const element = document.createElement('rope-scope');
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      document.body.replaceChildren(element);
      Reflect.set(window, 'scope', element);
    }, attributes);

  /** @param {Page} page @param {string} what */
  const drawn = (page, what) => until(() => page.evaluate(isDrawn), Boolean, what, 20000);

  /** Into a frame without an address of its own, or back. @param {Page} page @param {'frame' | 'page' | 'nowhere'} where */
  const move = (page, where) =>
    page.evaluate((/** @type {string} */ to) => {
      const element = /** @type {Element} */ (Reflect.get(window, 'scope'));
      if (to === 'nowhere') document.implementation.createHTMLDocument().body.append(element);
      else if (to === 'page') document.body.prepend(element);
      else {
        const frame = document.createElement('iframe');
        frame.style.cssText = 'width: 700px; height: 700px';
        document.body.prepend(frame);
        frame.contentDocument?.body.append(element);
      }
    }, where);

  /** Whether it has its styles. @param {Page} page @param {string} inner */
  const isStyled = (page, inner) =>
    page.evaluate((/** @type {string} */ selector) => {
      const element = /** @type {Element} */ (Reflect.get(window, 'scope'));
      const part = element.shadowRoot?.querySelector(selector);
      return part && element.ownerDocument.defaultView?.getComputedStyle(part).position === 'relative';
    }, inner);

  test('the first of two versions of the script counts, and figures of both posts draw', async () => {
    const { server } = context;
    const scripts = server.origins
      .slice(0, 2)
      .map((origin) => `<script type="module" src="${origin}${server.prefix}ropescope.js"></script>`);
    const head = `<!doctype html><title>Two</title><link rel="icon" href="${server.prefix}icon.svg">`;
    const html = `${head}${scripts.join('')}<rope-scope></rope-scope><rope-scope figure="clocks"></rope-scope>`;
    const page = await context.open(server.addPage('/two.html', html));
    for (const place of [0, 1]) {
      await page.evaluate((/** @type {number} */ at) => {
        Reflect.set(window, 'scope', document.querySelectorAll('rope-scope')[at]);
      }, place);
      await drawn(page, `figure ${place} is drawn`);
    }
  });

  test('a figure draws in another document, also one that it came to while it loaded, and back again', async () => {
    const page = await openPost();
    await add(page);
    await drawn(page, 'drawn on the page');
    for (const where of /** @type {const} */ (['frame', 'page', 'frame'])) {
      await move(page, where);
      await drawn(page, `drawn again, moved: ${where}`);
      expect(await isStyled(page, '.rail'), where).toBe(true);
    }
    await move(page, 'nowhere');
    await move(page, 'page');
    await drawn(page, 'drawn again after a document without a window');
    await add(page, { figure: 'spectrum' });
    await move(page, 'frame');
    await drawn(page, 'drawn in a frame that it came to while it loaded');
    expect(await isStyled(page, '.plot')).toBe(true);
  });

  test('every figure draws where the page gives all objects a method', async () => {
    const page = await openPost('Object.prototype.extend = function () {};');
    for (const name of figures) {
      await add(page, { figure: name });
      const seen = () =>
        page.evaluate(() => {
          const root = /** @type {Element} */ (Reflect.get(window, 'scope')).shadowRoot;
          return root?.querySelector('figcaption:not(:empty)')?.textContent ?? root?.textContent;
        });
      await until(seen, (text) => text && !/Computing|cannot/.test(text), `${name} is shown`, 20000);
    }
  });

  test.each(['IntersectionObserver', 'ResizeObserver', 'matchMedia'])(
    'a figure says in words what it shows where the window has no %s',
    async (name) => {
      const page = await openPost(`window.${name} = undefined;`);
      await add(page, { base: 'much' });
      const read = () =>
        page.evaluate(() => {
          const element = /** @type {any} */ (Reflect.get(window, 'scope'));
          return [element.description, element.shadowRoot.textContent];
        });
      const [description, shown] = await until(read, ([text]) => text !== '', 'it has a description', 20000);
      expect(shown).toContain(description);
      expect(shown).toContain('base must be');
    },
  );
});
