import { expect, test } from 'vitest';
import { Figure } from './figure.js';
import { inBrowsers } from './support.js';

const changes = 20_000;
const batch = 400;
const elements = 100;

/**
 * Makes changes in the page; a fourth of them is computed, and a fortieth drawn.
 * @param {any} element
 * @param {number} count
 * @param {number} seed
 */
async function changeOften(element, count, seed) {
  let state = seed;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const encodings = ['sinusoidal', 'rotary', 'product', 'learned', 'none'];
  const patches = [
    () => ({ vector: [random(400) / 100 - 2, random(400) / 100 - 2] }),
    () => ({ vector: [random(400) / 100 - 2, random(400) / 100 - 2] }),
    () => ({ positions: 1 + random(40) }),
    () => ({ base: 1 + random(20000) }),
    () => ({ seed: random(1000) }),
    () => ({ text: `word ${random(1000)} after word ${random(1000)}` }),
    () => ({ dimensions: 2 * (1 + random(16)) }),
    () => ({ pair: random(4) }),
    () => ({ vector: 'words' }),
    () => ({ positions: -random(10) }),
    () => ({ at: random(10) }),
  ];
  for (let i = 0; i < count; i++) {
    if (i % 100 === 0)
      element.change({
        encodings: [encodings[random(5)], 'rotary'].filter((e, k, all) => all.indexOf(e) === k),
      });
    else element.change(patches[random(patches.length)]?.() ?? {});
    // Asking for the description computes and sets the charts; a frame draws them.
    if (i % 4 === 0) void element.description;
    if (i % 40 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

inBrowsers(
  'in the long run',
  (context) => {
    const openFigure = async () => {
      const { server } = context;
      const head = `<!doctype html><title>A figure</title><link rel="icon" href="${server.prefix}icon.svg">`;
      const script = `<script type="module" src="${server.prefix}ropescope.js"></script>`;
      return new Figure(
        await context.open(server.addPage('/soak.html', `${head}${script}<rope-scope></rope-scope>`)),
      ).ready();
    };

    /** @param {Figure} figure @returns {Promise<{ charts: number, memoryBytes: number }>} */
    const diagnose = (figure) =>
      figure.page.evaluate(
        `import(${JSON.stringify(`${context.server.prefix}ropescope.js`)}).then((module) => module.diagnostics())`,
      );

    /** @param {Figure} figure what the page and the browser hold after a collection of garbage */
    const holds = async ({ page }) => {
      await page.command('HeapProfiler.enable');
      await page.command('HeapProfiler.collectGarbage');
      await page.command('Performance.enable');
      const { metrics } = await page.command('Performance.getMetrics');
      const metric = (/** @type {string} */ name) =>
        metrics.find((/** @type {{ name: string }} */ entry) => entry.name === name)?.value;
      return {
        listeners: await page.evaluate('testProbe.listeners'),
        nodes: metric('Nodes'),
        allListeners: metric('JSEventListeners'),
      };
    };

    test('20,000 changes of settings need no more WebAssembly memory than the first 10,000', async () => {
      const figure = await openFigure();
      const first = await holds(figure);
      const { charts } = await diagnose(figure);
      let half = { charts: 0, memoryBytes: 0 };
      for (let done = 0; done < changes; done += batch) {
        await figure.ask(changeOften, batch, done + 1);
        if (done + batch === changes / 2) half = await diagnose(figure);
      }
      expect((await diagnose(figure)).memoryBytes).toBe(half.memoryBytes);

      await figure.ask((/** @type {any} */ element) => element.reset());
      await figure.frames();
      expect((await diagnose(figure)).charts).toBe(charts);
      const last = await holds(figure);
      expect(last.listeners).toBe(first.listeners);
      expect(last.allListeners).toBeLessThanOrEqual(first.allListeners);
      expect(last.nodes).toBeLessThanOrEqual(first.nodes);
    }, 180_000);

    test('100 elements that come and go leave no chart and no listener behind', async () => {
      const figure = await openFigure();
      const comeAndGo = async (/** @type {Element} */ element) => {
        const other = document.createElement('rope-scope');
        other.setAttribute('autoplay', 'on');
        element.before(other);
        const drawn = () => other.shadowRoot?.querySelector('canvas[data-panel]');
        while (!drawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        other.remove();
      };
      await figure.ask(comeAndGo);
      const before = { ...(await diagnose(figure)), ...(await holds(figure)) };
      for (let i = 0; i < elements; i++) await figure.ask(comeAndGo);
      const after = { ...(await diagnose(figure)), ...(await holds(figure)) };
      expect(after.charts).toBe(before.charts);
      expect(after.listeners).toBe(before.listeners);
      expect(after.allListeners).toBeLessThanOrEqual(before.allListeners);
      expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    }, 120_000);
  },
  ['chromium'],
);
