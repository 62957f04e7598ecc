import { expect, test } from 'vitest';
import { Figure } from './figure.js';
import { inBrowsers, until, wait } from './support.js';

inBrowsers('on other people’s pages', (context) => {
  test('the module of one origin runs two figures in a bare page of another, with one WebAssembly', async () => {
    const { server } = context;
    const module = server.url('ropescope.js', 1);
    const body = `<script type="module" src="${module}"></script>
      <rope-scope id="one" autoplay="on"></rope-scope>
      <rope-scope id="two" encodings="rotary" positions="5" vector="2,0" at="1"></rope-scope>`;
    const head = `<!doctype html><title>A post</title><link rel="icon" href="${server.prefix}icon.svg">`;
    const page = await context.open(server.addPage('/post.html', head + body));
    const one = await new Figure(page, '#one').ready();
    const two = new Figure(page, '#two');
    await two.ask((/** @type {Element} */ element) => element.scrollIntoView({ behavior: 'instant' }));
    await two.ready();
    expect(await two.description()).toContain('magnitude at 2.000');
    expect(await one.description()).toContain('from 0.42 to 2.41');
    for (const colors of [...(await one.colors()), ...(await two.colors())])
      expect(colors).toBeGreaterThan(8);
    expect(server.requests.filter(({ path }) => path.endsWith('.wasm'))).toHaveLength(1);
    expect(new Set(server.requests.map(({ origin }) => origin))).toEqual(new Set(server.origins.slice(0, 2)));
  });

  test('the page plays in a frame on a page of a third origin', async () => {
    const { server } = context;
    const style = 'body { margin: 0 } iframe { border: 0; width: 100%; height: 800px }';
    const frame = `<iframe title="A figure" src="${server.url('?figure=vectors&autoplay=on', 1)}"></iframe>`;
    const icon = `<link rel="icon" href="${server.prefix}icon.svg">`;
    const html = `<!doctype html><title>A frame</title>${icon}<style>${style}</style>${frame}`;
    const page = await context.open(server.addPage('/frame.html', html, 2));
    const finished = () => server.requests.some(({ path }) => path.endsWith('.wasm'));
    await until(async () => finished(), Boolean, 'the frame loads the core');
    await wait(1000);
    const before = await page.screenshot();
    await wait(300);
    expect((await page.screenshot()).equals(before)).toBe(false);
  });
});
