import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../../scripts/programs.js';
import { adopt, makeFolder, needProgram, removeFolder } from './processes.js';

/** @typedef {import('./index.js').Driver} Driver */

/** Firefox must not speak to the network on its own while a test counts requests. */
const quiet = {
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

/**
 * Drives Firefox through Puppeteer and WebDriver BiDi. Motion and colour preferences are the browser's, not the
 * page's, so each combination that is asked for gets a Firefox of its own, started when first needed.
 * @returns {Promise<Driver>}
 */
export async function launch() {
  const executablePath = needProgram(findFirefox(), 'Firefox', 'FIREFOX_PATH');
  /** @type {Map<string, Promise<import('puppeteer-core').Browser>>} */
  const browsers = new Map();
  /** @type {string[]} */
  const profiles = [];
  /** @param {boolean} reducedMotion @param {'light' | 'dark'} colorScheme */
  const browserFor = (reducedMotion, colorScheme) => {
    const key = `${reducedMotion} ${colorScheme}`;
    let browser = browsers.get(key);
    if (!browser) {
      const profile = makeFolder();
      profiles.push(profile);
      browser = start(executablePath, profile, reducedMotion, colorScheme);
      browsers.set(key, browser);
    }
    return browser;
  };
  await browserFor(false, 'light');
  return {
    async open({ width, height, reducedMotion, colorScheme }) {
      const browser = await browserFor(reducedMotion, colorScheme);
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height });
      page.setDefaultTimeout(20000);
      return {
        async goto(url) {
          await page.goto(url, { timeout: 20000 });
        },
        evaluate: (expression) => /** @type {Promise<string>} */ (page.evaluate(expression)),
        async pointer(pointerType, steps) {
          for (const { type, x, y, ms } of steps) {
            if (type === 'pause') await new Promise((resolve) => setTimeout(resolve, ms));
            else if (pointerType === 'touch') await touch(page, type, x, y);
            else if (type === 'move') await page.mouse.move(x, y);
            else await page.mouse[type]();
          }
        },
        async keys(steps) {
          for (const { key, held } of steps) {
            for (const modifier of held) await page.keyboard.down(keyInput(modifier.key));
            await page.keyboard.press(keyInput(key));
            for (const modifier of held.toReversed()) await page.keyboard.up(keyInput(modifier.key));
          }
        },
        async screenshot() {
          return Buffer.from(await page.screenshot());
        },
        close: () => context.close(),
      };
    },
    async close() {
      await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
      for (const profile of profiles) removeFolder(profile);
    },
  };
}

/**
 * @param {string} executablePath
 * @param {string} profile folder
 * @param {boolean} reducedMotion
 * @param {'light' | 'dark'} colorScheme
 */
async function start(executablePath, profile, reducedMotion, colorScheme) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath,
    userDataDir: profile,
    headless: true,
    timeout: 30000,
    protocolTimeout: 60000,
    extraPrefsFirefox: {
      ...quiet,
      'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    },
  });
  adopt(browser.process());
  return browser;
}

/** @param {string} name */
const keyInput = (name) => /** @type {import('puppeteer-core').KeyInput} */ (name);

/**
 * @param {import('puppeteer-core').Page} page
 * @param {'move' | 'down' | 'up'} type
 * @param {number} x
 * @param {number} y
 */
async function touch(page, type, x, y) {
  if (type === 'down') await page.touchscreen.touchStart(x, y);
  else if (type === 'move') await page.touchscreen.touchMove(x, y);
  else await page.touchscreen.touchEnd();
}
