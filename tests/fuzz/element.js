/** Plays scenes of the element's life in Chromium, asks after each whether all is well, and makes a scene that fails as short as it can. */
import { openChromium } from '../../scripts/chromium.js';
import { startServer } from '../browsers/server.js';
import { createRandom } from '../unit/settings-random.js';
import { install } from './page.js';
import { changing, lifeScene, linkScene } from './scenes.js';

/** @typedef {import('./scenes.js').Step} Step */
/** @typedef {import('playwright').Page} Page */
/** @typedef {{ problems: string[], longest: number, done: number }} Result `done`: how many settings were asked for */

/** Milliseconds: what takes longer hangs. */
const PATIENCE = 10_000;
/** Milliseconds for making a scene shorter. */
const SHORTENING = 180_000;
/** Of so many scenes one is a life, and the others are links. */
const LINKS = 5;

class Hang extends Error {}

/** @template T @param {Promise<T>} promise @param {number} ms @returns {Promise<T>} */
function within(promise, ms) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Hang()), ms);
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

/** An argument as the page's script has it. @param {any} arg */
const written = (arg) =>
  arg !== null && typeof arg === 'object' && 'source' in arg ? `(${arg.source})` : JSON.stringify(arg);

/** @param {Step} step as a person reads it */
const told = ({ do: name, args }) => {
  const texts = args.map(written).join(', ');
  return `  ${name}(${texts.length > 300 ? `${texts.slice(0, 300)}… ${texts.length} characters` : texts})`;
};

/** A server and a browser, in which one scene after another is played, each in a page of its own. */
class Stage {
  /** @type {import('playwright').Browser | undefined} */
  #browser;
  /** A page is used again, until something is lost or goes wrong in it. @type {Page | undefined} */
  #page;

  async open() {
    this.server = await startServer({ origins: 1 });
    const head = '<!doctype html><html lang="en"><title>A post</title>';
    const links = `<link rel="icon" href="${this.server.prefix}icon.svg"><script type="module" src="${this.server.prefix}ropescope.js"></script>`;
    this.address = this.server.addPage('/fuzz.html', `${head}${links}<p>A post.</p>`);
    return this;
  }

  async close() {
    await this.#browser?.close();
    await this.server?.close();
  }

  /** @param {readonly Step[]} steps @returns {Promise<Result>} */
  async play(steps) {
    const page = await this.#fresh();
    const result = { problems: /** @type {string[]} */ ([]), longest: 0, done: 0 };
    /** Whether a file was lost: then the browser says so. */
    const lost = new Set();
    page.on('pageerror', (error) => result.problems.push(`threw: ${error.message.slice(0, 300)}`));
    page.on('console', (message) => {
      if (!lost.has(message.location().url))
        result.problems.push(`wrote to the console: ${message.text().slice(0, 300)}`);
    });
    page.on('crash', () => result.problems.push('crashed'));
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'net::ERR_INTERNET_DISCONNECTED') lost.add(request.url());
    });
    let last = '';
    try {
      const pairs = steps.filter(({ do: name }) => name === 'parameter').map(({ args }) => args);
      const isLink = pairs.length > 0;
      const search = isLink && new URLSearchParams(/** @type {any} */ (pairs));
      result.done = pairs.length;
      await within(page.goto(search ? `${this.server?.url()}?${search}` : `${this.address}`), 2 * PATIENCE);
      await page.evaluate(`fuzz.begin(${isLink})`);
      for (const step of steps) {
        if (step.do === 'parameter') continue;
        last = told(step);
        await within(doStep(page, step), PATIENCE);
        if (changing.has(step.do)) result.done += 1;
        result.problems.push(...(await within(page.evaluate('fuzz.problems(false)'), PATIENCE)));
        if (result.problems.length > 0) break;
      }
      last = 'the end';
      if (result.problems.length === 0) {
        await page.emulateMedia({ media: 'screen' });
        await page.evaluate('fuzz.show()');
        await within(page.evaluate('fuzz.settle()'), 2 * PATIENCE);
        result.problems.push(...(await page.evaluate('fuzz.problems(true)')));
      }
      result.longest = await page.evaluate('fuzz.longest');
      if (result.longest > PATIENCE) result.problems.push(`hung for ${Math.round(result.longest)} ms`);
    } catch (error) {
      const text = error instanceof Hang ? 'hung for 10 s' : `could not go on: ${error}`.slice(0, 400);
      result.problems.push(`${text}, at ${last}`);
    }
    page.removeAllListeners();
    if (result.problems.length > 0 || steps.some(({ do: name }) => name === 'abort')) await this.#leave(page);
    return result;
  }

  async #fresh() {
    const viewport = { width: 1280, height: 900 };
    if (this.#page && !this.#page.isClosed()) {
      await this.#page.setViewportSize(viewport);
      await this.#page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
      return this.#page;
    }
    if (!this.#browser?.isConnected()) this.#browser = await openChromium();
    this.#page = await this.#browser.newPage({ viewport });
    await this.#page.addInitScript(install);
    return this.#page;
  }

  /** @param {Page} page */
  async #leave(page) {
    this.#page = undefined;
    await within(page.close(), PATIENCE).catch(async () => {
      await this.#browser?.close();
      this.#browser = undefined;
    });
  }
}

/** @param {Page} page @param {Step} step */
async function doStep(page, { do: name, args }) {
  switch (name) {
    case 'media':
      return page.emulateMedia(args[0]);
    case 'window':
      return page.setViewportSize({ width: args[0][0], height: args[0][1] });
    case 'abort':
      return page.route(
        (url) => url.pathname.includes(args[0]),
        (route) => route.abort('internetdisconnected'),
      );
    case 'restore':
      return page.unrouteAll();
    case 'press':
      await page.evaluate(`fuzz.focus(${args[0]})`);
      for (let i = 0; i < args[2]; i += 1) await page.keyboard.press(args[1]);
      return;
    case 'drag':
    case 'wheel': {
      const box = await page.evaluate(`fuzz.plot(${args[0]})`);
      if (!box) return;
      const at = (/** @type {number[]} */ [x, y]) =>
        /** @type {[number, number]} */ ([box.x + x * box.width, box.y + y * box.height]);
      if (name === 'wheel') {
        await page.mouse.move(...at([0.5, 0.5]));
        await page.keyboard.down('Control');
        await page.mouse.wheel(0, args[1]);
        await page.keyboard.up('Control');
        return;
      }
      await page.mouse.move(...at(args[1]));
      await page.mouse.down();
      await page.mouse.move(...at(args[2]), { steps: 3 });
      await page.mouse.up();
      return;
    }
    default:
      // As an expression and not as arguments, for what scripts give is no JSON, and the site's policy allows no eval.
      await page.evaluate(
        `(async () => { await fuzz[${JSON.stringify(name)}](${args.map(written).join(', ')}) })()`,
      );
  }
}

/** What kind of problem it is, whatever the numbers in it. @param {string} problem */
const kindOf = (problem) => problem.replace(/:.*$/s, '').replace(/\d+/g, 'n');

/**
 * Leaves steps out, as long as the same kind of problem stays.
 * @param {Stage} stage
 * @param {readonly Step[]} scene
 * @param {string} kind
 */
async function shorten(stage, scene, kind) {
  let steps = [...scene];
  const end = performance.now() + SHORTENING;
  for (
    let size = Math.ceil(steps.length / 2);
    size >= 1 && performance.now() < end;
    size = Math.floor(size / 2)
  ) {
    for (let from = steps.length - size; from > -size && performance.now() < end; from -= size) {
      const start = Math.max(0, from);
      const fewer = [...steps.slice(0, start), ...steps.slice(from + size)];
      if (fewer.length === 0 || fewer.length === steps.length) continue;
      const { problems } = await stage.play(fewer);
      if (problems.some((problem) => kindOf(problem) === kind)) steps = fewer;
    }
  }
  return steps;
}

/**
 * @param {object} plan
 * @param {number} plan.seed
 * @param {number} plan.seconds
 * @param {number} plan.from the scene to begin with
 * @param {number} plan.scenes how many at most
 * @param {(line: string) => void} say
 * @returns {Promise<string[]>} what kinds of problems there were
 */
export async function fuzzElement({ seed, seconds, from, scenes }, say) {
  const stage = await new Stage().open();
  const end = performance.now() + 1000 * seconds;
  const counts = { changes: 0, links: 0, lives: 0, longest: 0 };
  /** @type {Set<string>} */
  const kinds = new Set();
  try {
    for (let n = from; n < from + scenes && performance.now() < end; n += 1) {
      const random = createRandom(Math.imul(seed, 0x9e3779b1) + n);
      const isLife = n % LINKS === 0;
      const scene = isLife ? lifeScene(random) : linkScene(random);
      const { problems, longest, done } = await stage.play(scene);
      counts.changes += done;
      counts[isLife ? 'lives' : 'links'] += 1;
      // A long run says how far it is.
      if (n % 100 === 99) say(`${n + 1 - from} scenes, ${counts.changes} changes of settings`);
      if (longest > counts.longest) {
        counts.longest = longest;
        if (longest > 1000) say(`scene ${n}: a task of ${Math.round(longest)} ms`);
      }
      if (problems.length === 0) continue;
      const kind = kindOf(problems[0]);
      say(`scene ${n}, seed ${seed}: ${problems[0]}`);
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      for (const step of await shorten(stage, scene, kind)) say(told(step));
    }
  } finally {
    await stage.close();
  }
  say(
    `${counts.changes} changes of settings, ${counts.links} links, ${counts.lives} lives, the longest task ${Math.round(counts.longest)} ms`,
  );
  return [...kinds];
}
