import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { inChromium } from './chromium.js';
import { Failure, isScript, main, root, say } from './tools.js';

/** gzip sizes in bytes; 1 kB is 1000 bytes. The page is the article before anybody scrolls. */
export const budgets = { page: 140_000, core: 40_000 };

/** The policy that the page carries, word by word. */
export const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/**
 * @param {Uint8Array | string} content
 * @returns {number} its size in bytes as a web host would send it
 */
export const gzipSize = (content) => gzipSync(content, { level: 9 }).length;

/**
 * The weight of the core alone: the WebAssembly and its glue, minified as in the site but bundled with nothing.
 * @returns {Promise<{ wasm: number, glue: number }>} gzip bytes
 */
export async function weighCore() {
  const folder = join(root, 'build/wasm');
  const output = await build({
    root: folder,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: join(folder, 'ropescope.mjs'), preserveEntrySignatures: 'strict' },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error('Vite gave no bundle');
  const chunks = result.output.filter((file) => file.type === 'chunk');
  const glue = chunks.reduce((sum, { code }) => sum + gzipSize(code), 0);
  return { wasm: gzipSize(readFileSync(join(folder, 'ropescope.wasm'))), glue };
}

/**
 * The content security policies that a page states about itself.
 * @param {string} html
 * @returns {string[]}
 */
export function policiesOf(html) {
  const tags = html.match(/<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi) ?? [];
  return tags
    .filter((tag) => /http-equiv\s*=\s*["']?content-security-policy/i.test(tag))
    .map((tag) => /\bcontent\s*=\s*"([^"]*)"/i.exec(tag)?.[1]?.replace(/\s+/g, ' ').trim() ?? '');
}

/** @typedef {{ path: string, bytes: number }} Loaded */

/**
 * Opens the article in Chromium and weighs what it loads before anybody scrolls, and after.
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @returns {Promise<{ loaded: Loaded[], later: Loaded[], problems: string[] }>} what is loaded at once, and what on scrolling
 */
async function openPage(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  /** @type {Promise<Loaded>[]} */
  const loading = [];
  /** @type {string[]} */
  const problems = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) problems.push(`asked another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => problems.push(`did not load: ${request.url()}`));
  page.on('response', (response) => {
    if (!response.ok()) problems.push(`${response.status()} ${response.url()}`);
    loading.push(weigh(response, address));
  });
  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  await page.goto(address, { waitUntil: 'load' });
  await page
    .waitForFunction(hasFigure, undefined, { timeout: 10_000 })
    .catch(() => problems.push('no figure was drawn within 10 s'));
  // What is loaded late counts too.
  await page.waitForTimeout(2000);
  const icons = await page.$$eval('link[rel~="icon"]', (links) =>
    links.map((link) => /** @type {HTMLLinkElement} */ (link).href),
  );
  const loaded = await Promise.all(loading);
  const figures = page.locator('rope-scope');
  for (const figure of await figures.all()) {
    await figure.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    await figure
      .locator('figcaption:not(:empty)')
      .waitFor({ timeout: 10_000 })
      .catch(() => problems.push(`a figure was not drawn within 10 s of being scrolled to`));
  }
  const later = (await Promise.all(loading)).slice(loaded.length);
  // Not every Chromium without a window loads the icon; a reader's browser does.
  for (const icon of icons) {
    const known = loaded.some(({ path }) => address + path === icon);
    if (!known) loaded.push(await weigh(await page.request.get(icon), address));
  }
  return { loaded, later, problems };
}

/** Runs in the page. */
const hasFigure = () => Boolean(document.querySelector('rope-scope')?.shadowRoot?.querySelector('canvas'));

/**
 * @param {{ url(): string, body(): Promise<Buffer> }} response
 * @param {string} address
 * @returns {Promise<Loaded>}
 */
async function weigh(response, address) {
  return {
    path: response.url().replace(address, '') || 'index.html',
    bytes: gzipSize(await response.body()),
  };
}

/**
 * Checks the budgets, the policy, and that the page asks no other host and says nothing on the console.
 * @returns {Promise<string>} the sums
 * @throws {Failure}
 */
export async function checkBudgets() {
  const core = await weighCore();
  const { loaded, later, problems } = await inChromium(openPage);
  const page = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
  const both = core.wasm + core.glue;

  say('   gzip kB');
  for (const { path, bytes } of loaded) say(row(bytes, path));
  say(row(page, `the article before scrolling, at most ${budgets.page / 1000}`));
  for (const { path, bytes } of later) say(row(bytes, `${path}, on scrolling`));
  say(row(core.wasm, 'WebAssembly'));
  say(row(core.glue, 'its glue, bundled alone'));
  say(row(both, `WebAssembly and glue, at most ${budgets.core / 1000}`));

  if (page > budgets.page) problems.push(`the article weighs ${page} bytes, more than ${budgets.page}`);
  if (both > budgets.core) problems.push(`the core weighs ${both} bytes, more than ${budgets.core}`);
  const policies = policiesOf(readFileSync(`${root}dist/index.html`, 'utf8'));
  if (policies.length !== 1 || policies[0] !== policy) {
    problems.push(`the content security policy must be exactly "${policy}", got ${JSON.stringify(policies)}`);
  }
  if (problems.length > 0) throw new Failure(problems.join('\n'));
  return `article ${(page / 1000).toFixed(1)} kB, core ${(both / 1000).toFixed(1)} kB`;
}

/** @param {number} bytes @param {string} text */
const row = (bytes, text) => `${(bytes / 1000).toFixed(2).padStart(10)}  ${text}`;

if (isScript(import.meta.url)) await main(async () => say(await checkBudgets()));
