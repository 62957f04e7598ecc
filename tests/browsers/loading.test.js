import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { Figure } from './figure.js';
import { distFolder } from './server.js';
import { inBrowsers, until } from './support.js';

/** @typedef {import('./adapter/index.js').Page} Page */

const wasm = /\.wasm$/;
const clocks = /\/clocks-[^/]*\.js$/;

/** What the figure says of its failure, and the buttons that it has, the one with the focus starred. */
const failureOf = (/** @type {HTMLElement} */ element) => {
  const root = element.shadowRoot;
  const buttons = Array.from(root?.querySelectorAll('[part=failure] button') ?? [])
    .filter((button) => button.checkVisibility())
    .map((button) => (button === root?.activeElement ? '*' : '') + button.textContent);
  return { text: root?.querySelector('[part=failure] [role=alert]')?.textContent ?? '', buttons };
};

/** @param {Figure} figure @param {RegExp} text @returns {Promise<{ text: string, buttons: string[] }>} */
const failed = (figure, text) =>
  until(
    () => figure.ask(failureOf),
    (failure) => text.test(failure.text),
    `it says ${text}`,
  );

/** The page itself complains of nothing, whatever the browser reports of its own. @param {Page} page */
const silent = async (page) => expect(await page.evaluate('testProbe.log')).toEqual([]);

inBrowsers('a figure that does not load', (context) => {
  /** @param {string} search */
  const open = async (search = 'figure=vectors') => {
    const page = await context.open(context.server.url(`?${search}`));
    // The browser itself reports what did not come.
    context.mayBeLoud(page);
    return new Figure(page);
  };
  const mend = () => {
    context.server.faults.length = 0;
  };

  test('says so, is tried again by the keyboard, and keeps the focus', async () => {
    context.server.faults.push({ path: wasm, fault: 'broken' });
    const figure = await open();
    const { text, buttons } = await failed(figure, /could not be loaded/);
    expect(text).toMatch(/ropescope-[^ ]*\.wasm did not arrive/);
    expect(text).not.toMatch(/Abort|TypeError|fetch|Build with/);
    expect(buttons).toEqual(['Try again']);
    await figure.ask((/** @type {HTMLElement} */ element) =>
      element.shadowRoot?.querySelector('button')?.focus(),
    );
    await figure.page.keys('Enter');
    const again = await failed(figure, /did not arrive/);
    expect(again.buttons).toEqual(['*Try again']);
    mend();
    await figure.page.keys('Enter');
    await figure.ready();
    expect(await figure.ask(failureOf)).toEqual({ text: '', buttons: [] });
    const focused = (/** @type {HTMLElement} */ element) => element.shadowRoot?.activeElement?.localName;
    expect(await figure.ask(focused)).toBe('figure');
    await silent(figure.page);
  });

  test('is tried again by itself when the browser is online again, and when it is put in again', async () => {
    const { server } = context;
    server.faults.push({ path: wasm, fault: 'broken' });
    const figure = await open();
    await failed(figure, /did not arrive/);
    mend();
    await figure.page.evaluate(() => void dispatchEvent(new Event('online')));
    await figure.ready();

    server.faults.push({ path: wasm, fault: 'broken' });
    const other = await open();
    await failed(other, /did not arrive/);
    mend();
    await other.ask((/** @type {HTMLElement} */ element) => {
      const { parentElement } = element;
      element.remove();
      parentElement?.append(element);
    });
    await other.ready();
    expect(await other.ask(failureOf)).toEqual({ text: '', buttons: [] });
    await silent(other.page);
  });

  /** Presses "Reload the page", and waits until the new one asks for its scripts. @param {Figure} figure */
  const reload = async (figure) => {
    const { requests } = context.server;
    requests.length = 0;
    await figure.press('[part=failure] button:not([hidden])');
    await until(
      async () => requests.map(({ path }) => path),
      (paths) => paths.some((path) => path.endsWith('.js')),
      'the page loads again',
      20000,
    );
  };

  test.each([
    ['its code', clocks],
    ['what its code needs', /\/(cells|diverging|dials-controller|labels|color-scale)-[^/]*\.js$/],
  ])(
    'keeps the last good picture when %s is missing, and comes by itself, or after a reload with the same settings',
    async (_, path) => {
      const { server } = context;
      const figure = await (await open('figure=vectors&positions=7')).ready();
      const before = await figure.description();
      server.faults.push({ path, fault: 'broken' });
      await figure.ask((/** @type {HTMLElement} */ element) => element.setAttribute('figure', 'clocks'));
      await failed(figure, /could not be loaded/);
      expect(await figure.description()).toBe(before);
      for (const colors of await figure.colors()) expect(colors).toBeGreaterThan(8);
      expect(
        await figure.ask(
          (/** @type {HTMLElement} */ element) => element.shadowRoot?.querySelector('figure')?.inert,
        ),
      ).toBe(true);
      mend();
      await figure.click('[part=failure] button');
      const isThere = (/** @type {HTMLElement} */ element) =>
        element.shadowRoot?.querySelector('figure')?.dataset.figure === 'clocks';
      const { text, buttons } = await until(
        async () => ((await figure.ask(isThere)) ? { text: '', buttons: [] } : figure.ask(failureOf)),
        (failure) => failure.text === '' || /reload/i.test(failure.text),
        'it is there, or asks for a reload',
      );
      if (context.name === 'firefox') {
        expect(text).toMatch(/only after a reload/);
        expect(buttons).toEqual(['*Reload the page']);
        await until(
          () => figure.page.evaluate('location.search'),
          (search) => search.includes('clocks'),
          'the address follows',
        );
        await reload(figure);
        await until(
          () => figure.ask(isThere).catch(() => false),
          Boolean,
          'it is there after a reload',
          20000,
        );
      } else expect(text).toBe('');
      await figure.ready();
      expect((await figure.settings()).figure).toBe('clocks');
      expect((await figure.settings()).positions).toBe(7);
      await silent(figure.page);
    },
  );

  test('says that its code did not run where that threw an error', async () => {
    const body = 'throw new TypeError("no figure");';
    context.server.faults.push({
      path: clocks,
      fault: { body, headers: { 'content-type': 'text/javascript' } },
    });
    const figure = await (await open()).ready();
    await figure.ask((/** @type {HTMLElement} */ element) => element.setAttribute('figure', 'clocks'));
    await failed(figure, /clocks-[^ ]*\.js arrived, but did not run: no figure$/);
    await silent(figure.page);
  });

  test('is forgotten when the figure that was there is asked for again', async () => {
    const figure = await (await open()).ready();
    const before = await figure.description();
    context.server.faults.push({ path: clocks, fault: 'broken' });
    await figure.ask((/** @type {HTMLElement} */ element) => element.setAttribute('figure', 'clocks'));
    await failed(figure, /could not be loaded/);
    await figure.ask((/** @type {HTMLElement} */ element) => element.setAttribute('figure', 'vectors'));
    await figure.frames();
    expect(await figure.ask(failureOf)).toEqual({ text: '', buttons: [] });
    expect(await figure.description()).toBe(before);
    await figure.click('button[part="play"]');
    expect(await figure.get('playing')).toBe(true);
  });

  test.each([
    ['is gone', { status: 404 }],
    ['is a page now', { body: '<!doctype html>', headers: { 'content-type': 'text/html' } }],
  ])(
    'because a new version was put in its place, and its code %s, says so and offers to reload',
    async (_, fault) => {
      const { server } = context;
      const figure = await (await open('figure=vectors&positions=7')).ready();
      server.faults.push({ path: clocks, fault });
      server.faults.push({
        path: /\/ropescope\.js$/,
        fault: { body: 'import("./assets/clocks-of-today.js");' },
      });
      await figure.ask((/** @type {HTMLElement} */ element) => element.setAttribute('figure', 'clocks'));
      const { text, buttons } = await failed(figure, /could not be loaded/);
      expect(text).toMatch(/A newer version is available, .* Reload/);
      expect(buttons).toEqual(['Reload the page']);
      mend();
      await until(
        () => figure.page.evaluate('location.search'),
        (search) => search.includes('clocks'),
        'the address follows',
      );
      await reload(figure);
      await until(
        () => figure.get('description').catch(() => ''),
        (said) => /clock|wavelength|pair/i.test(said),
        'the new page shows it',
        20000,
      );
      expect((await figure.settings()).positions).toBe(7);
    },
  );
});

inBrowsers('the cause', (context) => {
  /** @param {string} before what comes first in the page @param {Record<string, string>} [headers] @param {number} [from] the module's origin */
  const post = async (before = '', headers = {}, from = 0) => {
    const { server } = context;
    const module = `<script type="module" src="${server.url('ropescope.js', from)}"></script>`;
    const html = `<!doctype html><title>A post</title><link rel="icon" href="data:,">${before}${module}<rope-scope>Text</rope-scope>`;
    server.faults.push({ path: /post\.html$/, fault: { headers } });
    const page = await context.open(server.addPage('/post.html', html));
    context.mayBeLoud(page);
    return new Figure(page);
  };
  /** @param {Figure} figure @param {RegExp} text @param {string[]} buttons */
  const says = async (figure, text, buttons) => {
    const failure = await failed(figure, /could not be loaded/);
    expect(failure.text).toMatch(text);
    expect(failure.text).not.toMatch(/Abort|Error|Build with|undefined/);
    expect(failure.buttons).toEqual(buttons);
    const log = await figure.page.evaluate('testProbe.log');
    expect(log.filter((/** @type {string} */ line) => !/^policy violation/.test(line))).toEqual([]);
  };

  test.each([
    ['has no WebAssembly', 'delete globalThis.WebAssembly', /This browser has no WebAssembly/],
    ['has no SIMD', 'WebAssembly.validate = () => false', /This browser’s WebAssembly has no SIMD/],
  ])('is told where a browser %s, with nothing to press', async (_, code, text) => {
    context.server.addPage('/lacks.js', code);
    await says(await post('<script src="/lacks.js"></script>'), text, []);
  });

  test('is told where a policy forbids WebAssembly, the loading of it, or the figure’s code', async () => {
    const { server } = context;
    const origin = server.origins[0];
    const policies = [
      [
        `script-src 'self'`,
        /policy of this page forbids WebAssembly: script-src must allow 'wasm-unsafe-eval'/,
      ],
      [`connect-src 'none'`, /policy of this page forbids ropescope-[^ ]*\.wasm, by its connect-src/],
    ];
    for (const [policy, text] of policies) {
      await says(
        await post('', { 'content-security-policy': String(policy) }),
        /** @type {RegExp} */ (text),
        [],
      );
      server.faults.length = 0;
    }
    const strict = `script-src ${origin}/test-probe.js ${server.url('ropescope.js')} 'wasm-unsafe-eval'`;
    const figure = await (await post('', { 'content-security-policy': strict })).ready();
    await figure.ask((/** @type {HTMLElement} */ element) => element.setAttribute('figure', 'clocks'));
    await says(figure, /policy of this page forbids (clocks|core)-[^ ]*\.js, by its script-src/, []);
  });

  test('is told where the server lets no other origin have the WebAssembly', async () => {
    context.server.faults.push({ path: wasm, fault: { headers: { 'access-control-allow-origin': '' } } });
    await says(await post('', {}, 1), /another origin \(http:.* Access-Control-Allow-Origin/, ['Try again']);
  });

  test('is told in a frame without an origin, which the server lets have nothing', async () => {
    context.server.faults.push({ path: wasm, fault: { headers: { 'access-control-allow-origin': '' } } });
    const figure = await post('', { 'content-security-policy': 'sandbox allow-scripts' });
    await says(figure, /another origin \(null\): its server must send Access-Control-Allow-Origin/, [
      'Try again',
    ]);
  });

  test('is told where the WebAssembly is missing, or something else in its place', async () => {
    const { server } = context;
    server.faults.push({ path: wasm, fault: { status: 404 } });
    const missing = await post();
    await missing.ask((/** @type {HTMLElement} */ element) => element.setAttribute('positions', '7'));
    await says(missing, /ropescope-[^ ]*\.wasm is not where/, ['Try again', 'Reload the page']);
    const link = (/** @type {HTMLElement} */ element) =>
      element.shadowRoot?.querySelector('[part=failure] a')?.getAttribute('href');
    // A page of somebody else's does not keep the settings.
    expect(await missing.ask(link)).toContain('positions=7');
    server.faults.length = 0;
    server.faults.push({ path: wasm, fault: { body: '<p>', headers: { 'content-type': 'text/html' } } });
    await says(await post(), /Instead of ropescope-[^ ]*\.wasm came something else, of type text\/html/, [
      'Try again',
      'Reload the page',
    ]);
    server.faults.length = 0;
    // A wrong type alone does no harm.
    server.faults.push({ path: wasm, fault: { headers: { 'content-type': 'text/plain' } } });
    const figure = await (await post()).ready();
    await silent(figure.page);
  });

  test('is told where there is no memory left', async () => {
    // WebKit has no bound that a test could come to.
    const hog =
      context.name === 'webkit'
        ? 'WebAssembly.instantiate = () => Promise.reject(new RangeError("Out of memory"))'
        : 'window.kept = []; try { for (;;) kept.push(new WebAssembly.Memory({ initial: 1, maximum: 16384 })); } catch {}';
    context.server.addPage('/hog.js', hog);
    const figure = await post('<script src="/hog.js"></script>');
    await says(figure, /not enough memory/, ['Try again']);
  });
});

/** @param {Page} page @param {RegExp} text */
const notes = (page, text) =>
  until(
    () =>
      page.evaluate(() => {
        const note = document.querySelector('.notice');
        return note?.checkVisibility() ? note.textContent : '';
      }),
    (note) => text.test(note) && note.includes('The text holds without them.'),
    `the note says ${text}`,
  );

inBrowsers('the article without its figures', (context) => {
  /** @param {string} address @returns {Promise<Page>} */
  const open = async (address) => {
    const page = await context.open(address);
    context.mayBeLoud(page);
    return page;
  };

  test('says that they need a server that lets others have them where it has no origin', async () => {
    const headers = { 'content-security-policy': 'sandbox allow-scripts', 'access-control-allow-origin': '' };
    context.server.faults.push({ path: /./, fault: { headers } });
    const page = await open(context.server.url());
    // WebKit takes such a page's own scripts for another's, which its policy forbids.
    await notes(
      page,
      context.name === 'webkit' ? /does not run here: it is off, or blocked/ : /Access-Control-Allow-Origin/,
    );
  });

  test('says that they need WebAssembly', async () => {
    const usual = await readFile(join(distFolder, 'before-paint.js'), 'utf8');
    const body = `delete globalThis.WebAssembly; ${usual}`;
    context.server.faults.push({ path: /before-paint\.js$/, fault: { body } });
    await notes(await open(context.server.url()), /need WebAssembly/);
  });

  test('says that they did not arrive, and is loaded anew when the browser is online again', async () => {
    context.server.faults.push({ path: /\/ropescope\.js$/, fault: 'broken' });
    const page = await open(context.server.url('?figure=vectors&positions=7'));
    await notes(page, /did not arrive: reload the page/);
    context.server.faults.length = 0;
    await page.evaluate(() => void dispatchEvent(new Event('online')));
    const figure = new Figure(page);
    await until(() => figure.get('description').catch(() => ''), Boolean, 'it draws', 20000);
    expect((await figure.settings()).positions).toBe(7);
  });
});

inBrowsers(
  'the article where scripts are off',
  (context) => {
    test('says so, and shows stills', async () => {
      const page = await context.open('about:blank');
      context.mayBeLoud(page);
      await page.command('Emulation.setScriptExecutionDisabled', { value: true });
      await page.goto(context.server.url());
      const seen = await page.evaluate(() => ({
        note:
          document.querySelector('.notice')?.checkVisibility() &&
          document.querySelector('.notice')?.textContent,
        stills: document.querySelectorAll('rope-scope img').length,
      }));
      expect(seen.note).toMatch(/need JavaScript, which does not run here/);
      expect(seen.stills).toBeGreaterThan(5);
    });
  },
  ['chromium'],
);

inBrowsers(
  'the article from a disk',
  (context) => {
    test('says that they need a web server where it was opened from a disk', async () => {
      const page = await context.open(pathToFileURL(join(distFolder, 'index.html')).href);
      context.mayBeLoud(page);
      await notes(page, /need a web server, such as npm start/);
      const isStyled = () => getComputedStyle(document.body).backgroundColor === 'rgb(251, 250, 247)';
      expect(await page.evaluate(isStyled)).toBe(true);
    });
  },
  // Firefox loads modules from a disk where a driver started it.
  ['chromium', 'webkit'],
);
