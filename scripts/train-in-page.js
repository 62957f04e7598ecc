import { join } from 'node:path';
import { root } from './tools.js';

/** @param {string} address of `web/core/index.js` @returns {string} a page that loads the core as anybody's would */
export const corePage = (
  address,
) => `<!doctype html><html lang="en"><title>The core</title><link rel="icon" href="data:,">
<script type="module">
  import { loadCore } from ${JSON.stringify(address)};
  globalThis.core = loadCore();
</script>`;

/**
 * Opens that page in Chromium, where the repository's files are at an address of their own.
 *
 * @param {import('playwright').Browser} browser
 * @returns {Promise<import('playwright').Page>}
 */
export async function openCorePage(browser) {
  const origin = 'http://core.test/';
  const page = await browser.newPage();
  await page.route(`${origin}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    if (path !== '') return route.fulfill({ path: join(root, path) });
    return route.fulfill({ contentType: 'text/html', body: corePage(`${origin}web/core/index.js`) });
  });
  await page.goto(origin);
  await page.waitForFunction(() => 'core' in globalThis);
  return page;
}

/** @typedef {Omit<import('../web/core/index.js').TrainerOptions, 'encoding'>} Options */

/**
 * Runs in such a page, where nothing else of this module is known: a whole training of each encoding.
 *
 * @param {{ options: Options, steps: number, encodings: readonly import('../web/core/index.js').TrainerOptions['encoding'][] }} run
 * @returns {Promise<{ time: number, lists: number[][] }>} milliseconds; for each encoding its losses step by step, those of its test,
 *   and where the right key was found
 */
export async function trainInPage({ options, steps, encodings }) {
  /** @type {import('../web/core/index.js').Core} */
  const core = await Reflect.get(globalThis, 'core');
  const begun = performance.now();
  const lists = encodings.flatMap((encoding) => {
    const trainer = core.trainer({ ...options, encoding });
    const { losses } = trainer.step(steps);
    const test = trainer.evaluate();
    trainer.free();
    return [[...losses], [...test.losses], [...test.correct]];
  });
  return { time: performance.now() - begun, lists };
}
