import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { browserNames, openBrowser } from './adapter/index.js';
import { startServer } from './server.js';

/** @typedef {import('./adapter/index.js').Page} Page */
/** @typedef {import('./server.js').Server} Server */

/**
 * @typedef {object} Context what a test works with; `server` forgets its requests, faults and headers before each test
 * @property {string} name of the browser
 * @property {Server} server
 * @property {(url: string, options?: Partial<import('./adapter/index.js').PageOptions>) => Promise<Page>} open a page
 * that is closed after the test, which fails when the page's log was not silent or something asked for was missing
 * @property {(page: Page) => void} mayBeLoud lets the test judge this page's log by itself
 */

/**
 * Defines the same tests for each browser.
 * @param {string} title
 * @param {(context: Context) => void} define
 * @param {readonly string[]} [names] other than all browsers
 */
export function inBrowsers(title, define, names = browserNames) {
  describe.each(names)(`${title}, in %s`, (name) => {
    /** @type {import('./adapter/index.js').Browser} */
    let browser;
    /** @type {Set<Page>} */
    const pages = new Set();
    /** @type {WeakSet<Page>} */
    const loud = new WeakSet();
    const context = /** @type {Context} */ ({
      name,
      async open(/** @type {string} */ url, /** @type {object} */ options) {
        const page = await browser.open(url, options);
        pages.add(page);
        return page;
      },
      mayBeLoud: (/** @type {Page} */ page) => void loud.add(page),
    });
    beforeAll(async () => {
      context.server = await startServer();
      browser = await openBrowser(name);
    });
    afterAll(async () => {
      await browser?.close();
      await context.server?.close();
    });
    beforeEach(() => {
      context.server.requests.length = 0;
      context.server.faults.length = 0;
      for (const name of Object.keys(context.server.headers)) delete context.server.headers[name];
    });
    afterEach(async () => {
      const opened = [...pages];
      pages.clear();
      const silent = opened.filter((page) => !loud.has(page));
      const logs = await Promise.all(silent.map((page) => page.log().catch(String)));
      await Promise.all(opened.map((page) => page.close()));
      expect(logs, 'logs').toEqual(silent.map(() => []));
      expect(context.server.missing(), 'missing files').toEqual([]);
    });
    define(context);
  });
}

/** @param {number} ms */
export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Waits until something holds, and returns what it gave.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {(answer: T) => unknown} holds
 * @param {string} what
 * @param {number} [ms]
 * @returns {Promise<T>}
 */
export async function until(ask, holds, what, ms = 10000) {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`${what}: not within ${ms} ms, last was ${JSON.stringify(answer)}`);
    await wait(50);
  }
}
