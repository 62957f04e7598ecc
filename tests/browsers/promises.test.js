import { expect, test } from 'vitest';
import { Figure } from './figure.js';
import { inBrowsers, until } from './support.js';

/** What nobody else must learn. */
const secret = 'Rumpelstiltskin';

/** Runs in the page: all that a site can keep in a browser. */
const kept = async () => ({
  cookies: document.cookie,
  local: Object.entries(localStorage),
  session: Object.entries(sessionStorage),
  databases: await indexedDB.databases(),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
});

const nothing = { cookies: '', local: [], session: [], databases: [], caches: [], workers: 0 };

inBrowsers('what SECURITY.md promises', (context) => {
  /** Whether what was asked for is files of the site, and nothing is told by asking for them. @param {string[]} pages */
  const expectOnlyFiles = (pages) => {
    const { requests, prefix, origins } = context.server;
    expect(requests.length).toBeGreaterThan(3);
    for (const { origin, method, path, search } of requests) {
      expect([method, origins.includes(origin)]).toEqual(['GET', true]);
      if (pages.includes(path)) continue;
      expect(search).toBe('');
      expect(path).toMatch(/^\/favicon\.ico$|^\/test-probe\.js$|\.(?:js|css|svg|webp|wasm)$/);
      if (path.startsWith(prefix)) expect(path).not.toContain(secret);
    }
  };

  test('nothing that is typed leaves the page, and nothing is stored but the theme, once it is chosen', async () => {
    const { server } = context;
    // What went to another place would be refused, and the log not silent.
    server.headers['content-security-policy'] =
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; form-action 'none'";
    const page = await context.open(server.url('?v=1&figure=vectors&positions=4'));
    const figure = await new Figure(page).ready();
    await figure.typeInto('text', `my name is ${secret}`);
    await until(
      () => figure.settings(),
      ({ text }) => text.includes(secret),
      'the sentence counts',
    );
    await until(
      () => page.evaluate('location.search'),
      (search) => search.includes(secret),
      'the address follows',
    );
    await figure.click('button[part="play"]');
    await figure.ask((/** @type {any} */ element) => {
      element.figure = 'spectrum';
    });
    await until(
      () => figure.text('figure[data-figure="spectrum"] figcaption'),
      Boolean,
      'the spectrum is shown',
    );
    await figure.click('button[part="more"]');
    await figure.click('[data-control="config"] textarea');
    await page.type(`{"model_type": "${secret}"}`);
    await until(
      () => figure.problems('config'),
      ([first]) => first !== undefined,
      'a message',
    );
    expect(await page.evaluate(kept)).toEqual(nothing);
    expectOnlyFiles([server.prefix]);
    const press = () => /** @type {HTMLElement} */ (document.querySelector('#theme-switch')).click();
    await page.evaluate(press);
    expect(await page.evaluate(kept)).toEqual({ ...nothing, local: [['ropescope-theme', 'light']] });
  });

  test('a figure in somebody’s page stores nothing, and tells its host no more than which files it needs', async () => {
    const { server } = context;
    const body = `<script type="module" src="${server.url('ropescope.js', 1)}"></script>
      <rope-scope figure="clocks" text="my name is ${secret}" theme="dark"></rope-scope>`;
    const html = `<!doctype html><title>A post</title><link rel="icon" href="${server.prefix}icon.svg">${body}`;
    const page = await context.open(server.addPage('/post.html', html));
    const figure = await new Figure(page).ready();
    await figure.ask((/** @type {any} */ element) => element.change({ theme: 'light', speed: 3 }));
    await figure.frames();
    expect(await page.evaluate(kept)).toEqual(nothing);
    expectOnlyFiles(['/post.html']);
  });
});
