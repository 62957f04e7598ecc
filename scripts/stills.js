/**
 * Draws the still pictures that readers without scripts see: `node scripts/stills.js`, after `npm run build`.
 * One picture a figure of the article and a theme, into `web/page/stills/`; the sizes that it prints belong in `index.html`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inChromium } from './chromium.js';
import { Failure, isScript, main, root, say } from './tools.js';

/** A figure that would move is stopped here, between two positions, where its trail shows. */
const MOMENT = '6.35';
/** Milliseconds: some figures go on to measure and train when they are seen. */
const PATIENCE = 4000;
/** CSS pixels; the rest of a longer figure is text, which a picture cannot carry. */
const TALLEST = 860;
const LARGEST = 130_000;
const folder = join(root, 'web/page/stills');

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {'light' | 'dark'} theme
 */
async function drawTheme(browser, address, theme) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1000 }, colorScheme: theme });
  const encoder = await browser.newPage();
  await page.goto(address);
  for (const figure of await page.locator('rope-scope').all()) {
    await figure.evaluate((element, moment) => {
      if (!element.hasAttribute('at')) element.setAttribute('at', moment);
      element.scrollIntoView({ behavior: 'instant' });
    }, MOMENT);
    const panels = figure.locator('[part=figure] > :first-child');
    await panels.waitFor();
    await page.waitForTimeout(PATIENCE);
    const box = await panels.boundingBox();
    if (!box) throw new Failure('a figure has no size');
    const isLong = box.height > TALLEST;
    const picture = isLong
      ? await page.screenshot({ animations: 'disabled', clip: { ...box, height: TALLEST } })
      : await panels.screenshot({ animations: 'disabled' });
    const { data, width, height } = await encoder.evaluate(toWebp, picture.toString('base64'));
    const bytes = Buffer.from(data, 'base64');
    const name = `${(await figure.getAttribute('id'))?.replace('figure-', '')}-${theme}.webp`;
    if (bytes.length > LARGEST) throw new Failure(`${name} has ${bytes.length} bytes, more than ${LARGEST}`);
    writeFileSync(join(folder, name), bytes);
    say(`   ${name} ${width}×${height}, ${bytes.length} bytes`);
  }
  await Promise.all([page.close(), encoder.close()]);
}

/**
 * Runs in the browser, which is the only WebP encoder at hand.
 * @param {string} png in base64
 */
async function toWebp(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  const data = canvas.toDataURL('image/webp', 0.9).replace(/^.*,/, '');
  return { data, width, height };
}

if (isScript(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  await main(() =>
    inChromium(async (browser, address) => {
      await drawTheme(browser, address, 'light');
      await drawTheme(browser, address, 'dark');
    }),
  );
}
