import * as chromium from './chromium.js';
import * as firefox from './firefox.js';
import { readKeys } from './keys.js';
import { within } from './processes.js';
import * as webkit from './webkit.js';

/**
 * @typedef {object} PageOptions
 * @property {number} width of the viewport, CSS px
 * @property {number} height of the viewport, CSS px
 * @property {boolean} reducedMotion
 * @property {'light' | 'dark'} colorScheme
 */

/**
 * One thing that a pointer does. `x` and `y` are CSS px in the viewport; without them `down` and `up` happen where the
 * pointer is. A `pause` lasts `ms`.
 * @typedef {object} PointerStep
 * @property {'move' | 'down' | 'up' | 'pause'} type
 * @property {number} [x]
 * @property {number} [y]
 * @property {number} [ms]
 * @property {'mouse' | 'touch'} [pointerType] as the step before it when left out, `mouse` at first
 */

/**
 * What each browser's module has to offer; `index.js` makes the pages that tests see out of it.
 * @typedef {object} DriverPage
 * @property {(url: string) => Promise<void>} goto
 * @property {(expression: string) => Promise<string>} evaluate awaits an expression that is a promise of a string
 * @property {(pointerType: 'mouse' | 'touch', steps: Required<Omit<PointerStep, 'pointerType'>>[]) => Promise<void>} pointer
 * @property {(steps: import('./keys.js').KeyStep[]) => Promise<void>} keys
 * @property {() => Promise<Buffer>} screenshot
 * @property {() => Promise<void>} close
 * @property {() => string[]} [ownLog] what the browser itself, not the page, complained of
 * @property {(method: string, params?: object) => Promise<any>} [command] a command of the browser's own protocol
 */

/** @typedef {{ open(options: PageOptions): Promise<DriverPage>, close(): Promise<void> }} Driver */

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */
/** @typedef {ReturnType<typeof wrapPage>} Page */

/** @type {Record<string, { launch(): Promise<Driver> }>} */
const drivers = { chromium, firefox, webkit };

/** The browsers that a test runs in. */
export const browserNames = Object.freeze(Object.keys(drivers));

const startTimeout = 45000;
const stepTimeout = 25000;

/**
 * Starts a browser. All of them behave the same; close it when done.
 * @param {string} name one of `browserNames`
 */
export async function openBrowser(name) {
  const driver = await within(drivers[name].launch(), startTimeout, `starting ${name}`);
  return {
    name,
    /**
     * Opens a page of its own (own storage, own history) and waits until it has loaded.
     * @param {string} url
     * @param {Partial<PageOptions>} [options] 1280 × 900, light, with motion
     */
    async open(url, { width = 1280, height = 900, reducedMotion = false, colorScheme = 'light' } = {}) {
      const opening = driver.open({ width, height, reducedMotion, colorScheme });
      const page = wrapPage(await within(opening, startTimeout, `${name}: opening a page`), name);
      try {
        await page.goto(url);
      } catch (error) {
        await page.close();
        throw error;
      }
      return page;
    },
    close: () => within(driver.close(), stepTimeout, `${name}: closing`),
  };
}

/**
 * @param {DriverPage} driverPage
 * @param {string} name
 */
function wrapPage(driverPage, name) {
  /** @type {{ x: number, y: number, pointerType: 'mouse' | 'touch' }} */
  let last = { x: 0, y: 0, pointerType: 'mouse' };
  /** @template T @param {Promise<T>} promise @param {string} what */
  const timed = (promise, what) => within(promise, stepTimeout, `${name}: ${what}`);

  const page = {
    name,
    /** @param {string} url */
    goto: (url) => timed(driverPage.goto(url), `opening ${url.slice(0, 200)}`),

    /**
     * Runs a function (or an expression as text) in the page. It sees nothing but its arguments; arguments and result
     * travel as JSON; a promise is awaited; what it throws is thrown here.
     * @param {Function | string} code
     * @param {...unknown} args
     * @returns {Promise<any>}
     */
    async evaluate(code, ...args) {
      const json = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ');
      const call = typeof code === 'function' ? `(${code})(${json})` : `(${code})`;
      const expression = `(async () => {
        try { return JSON.stringify({ value: await ${call} }); }
        catch (error) { return JSON.stringify({ error: String(error) }); }
      })()`;
      const answer = JSON.parse(await timed(driverPage.evaluate(expression), 'evaluating'));
      if ('error' in answer) throw new Error(answer.error);
      return answer.value;
    },

    /**
     * Moves and presses a mouse or a finger.
     * @param {PointerStep[]} steps
     */
    async pointer(steps) {
      /** @type {{ pointerType: 'mouse' | 'touch', steps: Required<Omit<PointerStep, 'pointerType'>>[] }[]} */
      const runs = [];
      for (const { type, x = last.x, y = last.y, ms = 0, pointerType = last.pointerType } of steps) {
        const run = { pointerType, steps: [{ type, x, y, ms }] };
        // A press happens where the mouse is; a finger lands where it presses, and lifts where it is.
        if (type === 'up' || (type === 'down' && pointerType === 'mouse')) {
          if (x !== last.x || y !== last.y) run.steps.unshift({ type: 'move', x, y, ms: 0 });
        }
        last = { x, y, pointerType };
        if (runs.at(-1)?.pointerType === pointerType) runs.at(-1)?.steps.push(...run.steps);
        else runs.push(run);
      }
      for (const run of runs)
        await timed(driverPage.pointer(run.pointerType, run.steps), 'moving the pointer');
    },

    /**
     * Presses keys one after the other.
     * @param {...string} names as in `KeyboardEvent.key`, with modifiers before them: `Tab`, `a`, `Shift+Tab`
     */
    async keys(...names) {
      await timed(driverPage.keys(readKeys(names)), `pressing ${names.join(' ')}`);
    },

    /**
     * Types text into what has the focus, a key a character.
     * @param {string} text
     */
    async type(text) {
      await timed(driverPage.keys(readKeys([...text])), 'typing');
    },

    /** @returns {Promise<Buffer>} the viewport as PNG */
    screenshot: () => timed(driverPage.screenshot(), 'taking a screenshot'),

    /**
     * What the page and its frames complained of since they loaded: console, errors, refused promises, violations of
     * the content security policy, resources that did not load. Needs the probe that the test server serves.
     * @returns {Promise<string[]>}
     */
    async log() {
      const lines = await page.evaluate('window.testProbe ? testProbe.log : ["the page carries no probe"]');
      return [...lines, ...(driverPage.ownLog?.() ?? [])];
    },

    /**
     * A command of the browser's own protocol (Chromium only).
     * @param {string} method
     * @param {object} [params]
     * @returns {Promise<any>}
     */
    async command(method, params) {
      if (!driverPage.command) throw new Error(`${name} has no commands of its own here`);
      return timed(driverPage.command(method, params), method);
    },

    close: () => timed(driverPage.close(), 'closing a page'),
  };
  return page;
}
