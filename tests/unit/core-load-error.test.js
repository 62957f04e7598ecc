import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LoadError, loading, UnsupportedError } from '../../web/core/load-error.js';

const url = new URL('https://figures.example/assets/clocks-1a2b.js');
const from = 'https://figures.example/ropescope.js';
const wanted = { url, from };

/** @typedef {(mode: string) => Response} Answer by the mode of the request; `fetch` refuses where it throws */
/** @type {Record<string, Answer>} */
let answers = {};
/** @type {EventTarget} */
let page;

const refused = () => {
  throw new TypeError('Failed to fetch');
};
const ok = (type = 'text/javascript', body = 'export {};') =>
  new Response(body, { headers: { 'content-type': type } });

beforeEach(() => {
  page = new EventTarget();
  answers = { [from]: () => ok('text/javascript', 'import("./assets/clocks-1a2b.js")') };
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('origin', 'https://post.example');
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('fetch', async (/** @type {URL | string} */ asked, { mode = 'cors' } = {}) =>
    (answers[String(asked)] ?? refused)(mode),
  );
});
afterEach(() => vi.unstubAllGlobals());

/** @param {string} blockedURI @param {{ effectiveDirective?: string, disposition?: 'enforce' | 'report' }} [more] */
const violate = (blockedURI, more) =>
  page.dispatchEvent(
    Object.assign(new Event('securitypolicyviolation'), {
      blockedURI,
      effectiveDirective: 'script-src-elem',
      disposition: 'enforce',
      ...more,
    }),
  );

/** @param {Partial<import('../../web/core/load-error.js').Wanted>} [more] @param {unknown} [error] @returns {Promise<LoadError>} */
const reason = (more = {}, error = new TypeError('Importing a module script failed.')) =>
  loading({ ...wanted, ...more }, () => Promise.reject(error)).catch((caught) => caught);

describe('why a file did not load', () => {
  test('is nothing where it did', async () => {
    expect(await loading(wanted, async () => 7)).toBe(7);
  });

  /** @type {[string, string, Answer | undefined, RegExp][]} */
  const kinds = [
    ['network', 'nothing answers', undefined, /^clocks-1a2b\.js did not arrive\. Is there a connection\?$/],
    ['network', 'it comes when it is asked for again', () => ok(), /did not arrive/],
    ['network', 'the server is in trouble', () => new Response('', { status: 503 }), /did not arrive/],
    [
      'missing',
      'it is not found',
      () => new Response('', { status: 404 }),
      /is not where .* https:\/\/figures\.example\/assets\/clocks-1a2b\.js\. If there is a new version/,
    ],
    [
      'type',
      'a page comes in its place',
      () => ok('text/html; charset=utf-8'),
      /^Instead of clocks-1a2b\.js came .* text\/html/,
    ],
    [
      'origin',
      'only those answer who do not read',
      (mode) => (mode === 'no-cors' ? ok() : refused()),
      /another origin \(https:\/\/post\.example\): its server must send Access-Control-Allow-Origin\.$/,
    ],
  ];
  test.each(kinds)('is of the kind %s where %s', async (kind, _, answer, message) => {
    if (answer) answers[url.href] = answer;
    const error = await reason();
    expect(error).toBeInstanceOf(LoadError);
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(message);
  });

  test('is a new version where the module that asked does not name it any more', async () => {
    answers[from] = () => ok('text/javascript', 'import("./assets/clocks-3c4d.js")');
    for (const answer of [() => new Response('', { status: 404 }), () => ok('text/html')]) {
      answers[url.href] = answer;
      expect((await reason()).kind).toBe('version');
    }
    answers[from] = refused;
    expect((await reason()).kind).toBe('type');
  });

  test('is that a browser keeps its failure where an earlier one is known, and the file is there', async () => {
    answers[url.href] = () => ok();
    const error = await reason({ again: true });
    expect(error.kind).toBe('kept');
    expect(error.message).toMatch(/only after a reload/);
    answers[url.href] = refused;
    expect((await reason({ again: true })).kind).toBe('network');
  });

  test('is that a file did not run where it is there and threw an error of its own, however often', async () => {
    answers[url.href] = () => ok();
    const own = new TypeError('points.at is not a function');
    for (const again of [false, true]) {
      const error = await reason({ again }, own);
      expect(error.kind).toBe('broken');
      expect(error.message).toBe('clocks-1a2b.js arrived, but did not run: points.at is not a function');
    }
    answers[url.href] = () => new Response('', { status: 404 });
    expect((await reason({}, own)).kind).toBe('missing');
  });

  test.each([
    'Failed to fetch dynamically imported module: https://figures.example/assets/clocks-1a2b.js',
    'error loading dynamically imported module: https://figures.example/assets/clocks-1a2b.js',
    'Importing a module script failed.',
  ])('is that a file did not arrive where it is there by now, and the browser said “%s”', async (message) => {
    answers[url.href] = () => ok();
    expect((await reason({}, new TypeError(message))).kind).toBe('network');
  });

  test('is that a file did not arrive where nothing runs it, whatever the browser said', async () => {
    const wasm = new URL('https://figures.example/assets/ropescope.wasm');
    answers[wasm.href] = () => ok('application/wasm');
    expect((await reason({ url: wasm }, new TypeError('cancelled'))).kind).toBe('network');
  });

  test('is a policy where the browser says so, and no policy that forbids something else', async () => {
    const load = (/** @type {string} */ blocked) => () => {
      setTimeout(() => violate(blocked));
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const error = await loading(wanted, load(url.href)).catch((caught) => caught);
    expect(error.kind).toBe('policy');
    expect(error.message).toBe(
      'The content security policy of this page forbids clocks-1a2b.js, by its script-src.',
    );
    const other = await loading(wanted, load('https://figures.example/other.js')).catch((caught) => caught);
    expect(other.kind).toBe('network');
  });

  test('is no policy that only reports', async () => {
    const error = await loading(wanted, () => {
      violate(url.href, { disposition: 'report' });
      return Promise.reject(new TypeError('Failed to fetch'));
    }).catch((caught) => caught);
    expect(error.kind).toBe('network');
  });

  test('is the policy that forbade the file, and not one that forbids to ask for it again', async () => {
    answers[url.href] = () => {
      violate(url.href, { effectiveDirective: 'connect-src' });
      return refused();
    };
    expect((await reason()).kind).toBe('network');
    const error = await loading(wanted, () => {
      setTimeout(() => violate(url.href));
      return Promise.reject(new TypeError('Failed to fetch'));
    }).catch((caught) => caught);
    expect(error.message).toMatch(/by its script-src\.$/);
  });

  test('asks for nothing again while the browser is offline', async () => {
    const fetch = vi.fn();
    vi.stubGlobal('fetch', fetch);
    vi.stubGlobal('navigator', { onLine: false });
    expect((await reason()).kind).toBe('network');
    expect(fetch).not.toHaveBeenCalled();
  });

  test('is that a page may not load files from a disk', async () => {
    const error = await reason({ url: new URL('file:///stick/assets/clocks-1a2b.js') });
    expect(error.kind).toBe('origin');
    expect(error.message).toMatch(/a web server is needed/);
  });

  test('is left as it is where it is known, or is none of loading', async () => {
    const known = new UnsupportedError('No.');
    expect(await reason({}, known)).toBe(known);
    const syntax = new SyntaxError('Unexpected token');
    expect(await reason({}, syntax)).toBe(syntax);
  });
});
