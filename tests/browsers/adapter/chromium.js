import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from '../../../scripts/programs.js';
import { needProgram } from './processes.js';

/** @typedef {import('./index.js').Driver} Driver */

/**
 * Starts Chromium through Playwright.
 * @returns {Promise<Driver>}
 */
export async function launch() {
  const executablePath = needProgram(findChromium(), 'Chromium', 'CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments, timeout: 30000 });
  return {
    async open({ width, height, reducedMotion, colorScheme }) {
      const context = await browser.newContext({
        viewport: { width, height },
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
        colorScheme,
      });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      /** @type {string[]} */
      const entries = [];
      // What the browser itself says (a failed request, an intervention) reaches no script in the page.
      session.on('Log.entryAdded', ({ entry }) =>
        entries.push(`${entry.level}: ${entry.text} ${entry.url ?? ''}`),
      );
      await session.send('Log.enable');
      return {
        async goto(url) {
          await page.goto(url, { timeout: 20000 });
        },
        async evaluate(expression) {
          const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
            expression,
            awaitPromise: true,
            returnByValue: true,
          });
          if (exceptionDetails)
            throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return result.value;
        },
        async pointer(pointerType, steps) {
          for (const { type, x, y, ms } of steps) {
            if (type === 'pause') await new Promise((resolve) => setTimeout(resolve, ms));
            else if (pointerType === 'touch') await touch(session, type, x, y);
            else if (type === 'move') await page.mouse.move(x, y);
            else await page.mouse[type]();
          }
        },
        async keys(steps) {
          for (const { key, named, held } of steps) {
            for (const modifier of held) await page.keyboard.down(modifier.key);
            if (named || held.length > 0) await page.keyboard.press(key);
            else await page.keyboard.type(key);
            for (const modifier of held.toReversed()) await page.keyboard.up(modifier.key);
          }
        },
        screenshot: () => page.screenshot(),
        ownLog: () => entries,
        command: (method, params) => session.send(/** @type {any} */ (method), /** @type {any} */ (params)),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/**
 * @param {import('playwright').CDPSession} session
 * @param {'move' | 'down' | 'up'} type
 * @param {number} x
 * @param {number} y
 */
async function touch(session, type, x, y) {
  const names = /** @type {const} */ ({ move: 'touchMove', down: 'touchStart', up: 'touchEnd' });
  await session.send('Input.dispatchTouchEvent', {
    type: names[type],
    touchPoints: type === 'up' ? [] : [{ x, y, id: 1, radiusX: 1, radiusY: 1, force: 1 }],
  });
}
