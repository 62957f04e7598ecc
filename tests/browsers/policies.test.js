import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rowOf } from '../../web/settings/index.js';
import { distFolder } from './server.js';
import { inBrowsers, until } from './support.js';

const figures = /** @type {{ values: readonly string[] }} */ (rowOf('figure')).values;
const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
const [, section = ''] = /### What a policy must allow\n(.+?)\n##/s.exec(readme) ?? [];
const [, strictest = ''] = /```\n(default-src [^\n]+)\n```/.exec(section) ?? [];
const needed = [...section.matchAll(/^\| `([\w-]+)` \| `([^`]+)` \| (.+) \|$/gm)].map(
  ([, directive, sources, reason]) => ({
    directive: String(directive),
    sources: String(sources).split(' '),
    isForPageOnly: String(reason).includes('figures in your page need none'),
  }),
);
const allOf = (/** @type {typeof needed} */ rows) =>
  ["default-src 'none'", ...rows.map(({ directive, sources }) => `${directive} ${sources.join(' ')}`)].join(
    '; ',
  );

/** Runs in the page: brings every figure into view, and tells what each shows, once it does; of training, once it is done. */
const tellAll = async () => {
  const colors = (/** @type {HTMLCanvasElement} */ canvas) => {
    const copy = new OffscreenCanvas(canvas.width || 1, canvas.height || 1);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext('2d'));
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    return new Set(new Uint32Array(data.buffer)).size;
  };
  for (const element of document.querySelectorAll('rope-scope')) {
    element.scrollIntoView({ behavior: 'instant' });
    for (;;) {
      await new Promise((done) => setTimeout(done, 50));
      const { description = '' } = /** @type {import('../../web/element/index.js').RopeScope} */ (element);
      const figure = element.getAttribute('figure');
      const canvases = [...(element.shadowRoot?.querySelectorAll('canvas') ?? [])];
      // The comparison is a table.
      const isDrawn =
        figure === 'comparison' || canvases.some((canvas) => canvas.width > 1 && colors(canvas) > 4);
      if (!isDrawn || !description || (figure === 'training' && !description.startsWith('After'))) continue;
      top?.postMessage({ figure, description }, '*');
      break;
    }
  }
};

const post = `<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="/some/prefix/icon.svg">
  <script type="module" src="/some/prefix/ropescope.js"></script><script type="module" src="/tell.js"></script>
  ${figures.map((name) => `<rope-scope figure="${name}"${name === 'training' ? ' steps="50"' : ''}></rope-scope>`).join('\n')}`;

const hear = `globalThis.heard = [];
  addEventListener('message', ({ data }) => { if (data.figure) heard.push(data); });`;

inBrowsers('under a policy', (context) => {
  /** @param {string} path of the page @param {string} html */
  const openAll = async (path, html) => {
    const { server } = context;
    server.addPage('/hear.js', hear);
    server.addPage('/tell.js', `(${tellAll})();`);
    const page = await context.open(server.addPage(path, html));
    const heard = await until(
      () => page.evaluate('heard'),
      ({ length }) => length === figures.length,
      'every figure draws, and training ends',
      90_000,
    );
    expect(heard.map((/** @type {{ figure: string }} */ { figure }) => figure)).toEqual(figures);
    const trained = heard.find((/** @type {{ figure: string }} */ { figure }) => figure === 'training');
    expect(trained.description).toMatch(/^After 50 steps .+ with learned positions/);
  };
  const listening = post.replace('<title>', '<script src="/hear.js"></script><title>');

  test.each([
    ['takes no text for script', "require-trusted-types-for 'script'; trusted-types 'none'"],
    ['allows no worker', "worker-src 'none'"],
    [
      'allows what figures need, and nothing for the page',
      allOf(needed.filter(({ isForPageOnly }) => !isForPageOnly)),
    ],
    ['is as strict as the README’s', strictest],
  ])('that %s every figure draws, training trains, and the console is silent', async (_, policy) => {
    const { server } = context;
    // The post's own icon, which a browser would look for elsewhere otherwise.
    const icon =
      policy.includes('default-src') && !policy.includes('img-src')
        ? `; img-src ${server.url('icon.svg')}`
        : '';
    server.headers['content-security-policy'] = policy + icon;
    await openAll('/post.html', listening);
  });

  test('of a sandbox, whose origin is nobody’s, they do so too', async () => {
    context.server.addPage('/post.html', post);
    const html = `<!doctype html><html lang="en"><title>A frame</title><link rel="icon" href="/some/prefix/icon.svg">
      <script src="/hear.js"></script>
      <iframe sandbox="allow-scripts" src="/post.html" title="A post" width="900" height="700"></iframe>`;
    await openAll('/frame.html', html);
  });
});

/** The built page as it is where no script runs: there it has pictures. */
const withoutScript = (await readFile(`${distFolder}/index.html`, 'utf8'))
  .replaceAll(/<\/?noscript>/g, '')
  .replaceAll(/<script\b[^>]*><\/script>/g, '');

inBrowsers('the built page under a policy', (context) => {
  /**
   * What is wrong with the page where all is forbidden but what is given.
   *
   * @param {typeof needed} allowed
   * @returns {Promise<string[]>}
   */
  const problemsUnder = async (allowed) => {
    const { server } = context;
    server.headers['content-security-policy'] = allOf(allowed);
    const page = await context.open(server.url());
    context.mayBeLoud(page);
    const hasFigure = () =>
      Boolean(document.querySelector('rope-scope')?.shadowRoot?.querySelector('figcaption:not(:empty)'));
    const patience = Date.now() + 20_000;
    const { isDrawn } = await until(
      async () => ({ isDrawn: await page.evaluate(hasFigure), log: await page.log() }),
      (now) => now.isDrawn || now.log.length > 0 || Date.now() > patience,
      'it draws, or something is wrong',
      30_000,
    );
    const still = await context.open(server.addPage(`${server.prefix}without-script.html`, withoutScript));
    context.mayBeLoud(still);
    const stills = server.requests.filter(({ path }) => /hero-(?:light|dark).*\.webp$/.test(path));
    const log = [...(await page.log()), ...(await still.log())];
    return [...log, ...(isDrawn ? [] : ['no figure']), ...(stills.length > 0 ? [] : ['no pictures'])];
  };

  test('that allows exactly what the README lists is whole and silent', async () => {
    expect(needed.length).toBeGreaterThan(2);
    expect(`${strictest};`).toContain(`${allOf(needed)};`);
    expect(await problemsUnder(needed)).toEqual([]);
  });

  const less = needed.flatMap((row) =>
    row.sources.map((source) => {
      const sources = row.sources.filter((other) => other !== source);
      const others = needed.filter((other) => other !== row);
      return /** @type {const} */ ([
        source,
        row.directive,
        sources.length > 0 ? [...others, { ...row, sources }] : others,
      ]);
    }),
  );
  test.each(less)('fails without %s in %s', async (_source, _directive, rows) => {
    expect(await problemsUnder(rows)).not.toEqual([]);
  });
});
