import { expect, test } from 'vitest';
import { arabic, leaks, limiting, narrow, preferring, withoutBox } from '../browser/layouts.js';
import { inBrowsers, until } from './support.js';

/** @typedef {import('./adapter/index.js').Page} Page */

inBrowsers('in other people’s layouts', (context) => {
  /** @returns {Promise<Page>} a post without a figure yet */
  const openPost = async () => {
    const { server } = context;
    const head = `<!doctype html><title>A post</title><link rel="icon" href="${server.prefix}icon.svg">`;
    const script = `<script type="module" src="${server.prefix}ropescope.js"></script>`;
    const page = await context.open(server.addPage('/layouts.html', `${head}${script}<body></body>`));
    await page.evaluate(() => customElements.whenDefined('rope-scope').then(() => true));
    return page;
  };

  /** Puts HTML with one figure on the page, until it is drawn. @param {Page} page @param {string} html */
  const drawIn = async (page, html) => {
    await page.evaluate((/** @type {string} */ text) => {
      document.body.innerHTML = text;
    }, html);
    const drawn = () =>
      !!document.querySelector('rope-scope')?.shadowRoot?.querySelector('figcaption:not(:empty)');
    await until(() => page.evaluate(drawn), Boolean, `drawn in ${html}`, 20000);
  };

  /** @param {Page} page @param {readonly [name: string, html: string][]} layouts @returns {Promise<Record<string, number>>} */
  const widthsIn = async (page, layouts) => {
    /** @type {Record<string, number>} */
    const widths = {};
    for (const [name, html] of layouts) {
      await drawIn(page, html);
      widths[name] = await page.evaluate(() => {
        const figure = document.querySelector('rope-scope')?.shadowRoot?.querySelector('figure');
        return figure?.getBoundingClientRect().width;
      });
    }
    return widths;
  };

  /** @param {readonly [name: string, html: string][]} layouts @param {number} width */
  const all = (layouts, width) => Object.fromEntries(layouts.map(([name]) => [name, width]));

  test('a figure has the width that it prefers, what there is, or what it needs', async () => {
    const page = await openPost();
    expect(await widthsIn(page, preferring)).toEqual(all(preferring, 680));
    expect(await widthsIn(page, limiting)).toEqual(all(limiting, 400));
    expect(await widthsIn(page, narrow)).toEqual(all(narrow, 280));
    const wide = '<div style="width: 900px"><rope-scope></rope-scope></div>';
    expect(await widthsIn(page, [['a wide block', wide]])).toEqual({ 'a wide block': 900 });
    for (const display of ['flex', 'block']) {
      const { here } = await widthsIn(page, [['here', withoutBox(display)]]);
      expect(here, display).toBeGreaterThanOrEqual(680);
    }
  });

  test('a figure takes no style from its page but what an author means by it', async () => {
    const page = await openPost();
    await drawIn(
      page,
      '<div style="width: 700px"><rope-scope at="3" style="width: 700px"></rope-scope></div>',
    );
    const places = () =>
      page.evaluate(async () => {
        for (let i = 0; i < 4; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        const root = document.querySelector('rope-scope')?.shadowRoot;
        const { left = 0, top = 0 } = root?.querySelector('figure')?.getBoundingClientRect() ?? {};
        return Array.from(root?.querySelectorAll('figure *') ?? [], (inner) => {
          const box = inner.getBoundingClientRect();
          const place = [box.left - left, box.top - top, box.width, box.height].map(Math.round);
          return `${inner.localName}.${inner.className} ${place.join(' ')}`;
        });
      });
    let before = await places();
    await until(
      places,
      (now) => {
        const isSame = JSON.stringify(now) === JSON.stringify(before);
        before = now;
        return isSame;
      },
      'the figure comes to rest',
    );
    expect(before.length).toBeGreaterThan(100);
    const wear = (/** @type {string} */ name, /** @type {string} */ value) =>
      document.querySelector('div')?.style.setProperty(name, value);
    for (const [name, value] of Object.entries(leaks)) {
      await page.evaluate(wear, name, value);
      expect(await places(), `${name}: ${value}`).toEqual(before);
      await page.evaluate(wear, name, '');
    }
  });

  test('the rail follows its sentence from right to left, and its keys too', async () => {
    const page = await openPost();
    for (const direction of ['ltr', 'rtl']) {
      await drawIn(
        page,
        `<div dir="${direction}"><rope-scope text="${arabic}" positions="4" at="0"></rope-scope></div>`,
      );
      const stops = await page.evaluate(() => {
        const root = document.querySelector('rope-scope')?.shadowRoot;
        root?.querySelector('input[part=rail]')?.scrollIntoView({ behavior: 'instant', block: 'center' });
        /** @type {HTMLElement | null | undefined} */ (root?.querySelector('input[part=rail]'))?.focus();
        return Array.from(root?.querySelectorAll('.stop i') ?? [], (dot) => dot.getBoundingClientRect().left);
      });
      expect(stops).toHaveLength(4);
      expect(stops).toEqual(stops.toSorted((/** @type {number} */ a, /** @type {number} */ b) => b - a));
      const position = () =>
        page.evaluate(() =>
          Reflect.get(/** @type {object} */ (document.querySelector('rope-scope')), 'position'),
        );
      for (const [key, place] of /** @type {const} */ ([
        ['ArrowLeft', 1],
        ['ArrowRight', 0],
        ['ArrowUp', 1],
      ])) {
        await page.keys(key);
        await until(position, (at) => at === place, `${key} on a page that is ${direction}`);
      }
    }
    await drawIn(page, '<div dir="rtl"><rope-scope at="0"></rope-scope></div>');
    const places = await page.evaluate(() => {
      const dots = document.querySelector('rope-scope')?.shadowRoot?.querySelectorAll('.stop i') ?? [];
      return Array.from(dots, (dot) => dot.getBoundingClientRect().left);
    });
    expect(places).toEqual(places.toSorted((/** @type {number} */ a, /** @type {number} */ b) => a - b));
  });

  test('no word of a thousand letters reaches beyond its figure', async () => {
    const page = await openPost();
    const names = ['vectors', 'heatmap', 'clocks', 'spectrum', 'scores', 'pairing'];
    for (const name of names) {
      for (const positions of [1, 3]) {
        await drawIn(
          page,
          `<div style="width: 320px"><rope-scope figure="${name}" positions="${positions}" at="0" text="${'m'.repeat(1000)}"></rope-scope></div>`,
        );
        const beyond = await page.evaluate(() => {
          const frame = document.querySelector('rope-scope')?.shadowRoot?.querySelector('.frame');
          return frame && frame.scrollWidth - frame.clientWidth;
        });
        expect(beyond, `${name}, ${positions} positions`).toBe(0);
      }
    }
  });
});
