import { expect, test } from 'vitest';
import { Figure } from './figure.js';
import { inBrowsers, until, wait } from './support.js';

const count = 20;
const elements = Array.from(
  { length: count },
  (_, i) => `<rope-scope id="f${i}" autoplay="on"></rope-scope>`,
);

inBrowsers('figures that nobody sees', (context) => {
  /** @param {string} path @param {string} body */
  const openPage = (path, body) => {
    const { server } = context;
    const script = `<script type="module" src="${server.prefix}ropescope.js"></script>`;
    const icon = `<link rel="icon" href="${server.prefix}icon.svg">`;
    return context.open(server.addPage(path, `<!doctype html><title>Figures</title>${icon}${script}${body}`));
  };

  /** @param {import('./adapter/index.js').Page} page @returns {Promise<number>} frames that ran in 600 ms */
  const framesRun = async (page) => {
    const before = await page.evaluate('testProbe.frames');
    await wait(600);
    return (await page.evaluate('testProbe.frames')) - before;
  };

  /** @param {import('./adapter/index.js').Page} page */
  const untilStill = (page) =>
    until(
      () => framesRun(page),
      (frames) => frames === 0,
      'no more frames',
    );

  test('ask for no frame while 20 of them wait below the window', async () => {
    const page = await openPage('/below.html', `<div id="space"></div>${elements.join('')}`);
    await page.evaluate(() => {
      const space = document.querySelector('#space');
      if (space instanceof HTMLElement) space.style.height = '6000px';
    });
    await page.evaluate(() => customElements.whenDefined('rope-scope').then(() => null));
    await untilStill(page);
    expect(await framesRun(page)).toBe(0);
  });

  test('stop while scrolled away, go on when scrolled back, and stop in a hidden tab', async () => {
    const page = await openPage('/away.html', `${elements.join('')}<div id="space"></div>`);
    await page.evaluate(() => {
      const space = document.querySelector('#space');
      if (space instanceof HTMLElement) space.style.height = '6000px';
    });
    const first = await new Figure(page, '#f0').ready();
    await until(() => first.get('playing'), Boolean, 'the first plays');
    for (let i = 0; i < count; i++) {
      const figure = new Figure(page, `#f${i}`);
      await figure.ask((/** @type {Element} */ element) => element.scrollIntoView({ behavior: 'instant' }));
      await figure.ready();
    }
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await untilStill(page);
    expect(await framesRun(page)).toBe(0);

    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await until(
      () => framesRun(page),
      (frames) => frames > 5,
      'frames run again',
    );
    const place = await first.get('position');
    await wait(200);
    expect(await first.get('position')).not.toBe(place);

    // No driver here hides a tab, so the page is told that it is hidden.
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await untilStill(page);
    expect(await framesRun(page)).toBe(0);
  });
});
