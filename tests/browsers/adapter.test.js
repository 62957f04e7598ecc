import { expect, test } from 'vitest';
import { inBrowsers, until } from './support.js';

const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'">`;

/** @param {string} body */
const html = (body) =>
  `<!doctype html><html lang="en"><head>${strict}<title>A page</title><link rel="icon" href="/icon.svg"></head><body>${body}</body></html>`;

const boardScript = `
  window.seen = [];
  document.body.style.margin = 0;
  Object.assign(document.querySelector('#board').style, { height: '300px', background: '#0a0', touchAction: 'none' });
  for (const type of ['pointerdown', 'pointermove', 'pointerup'])
    addEventListener(type, (event) => {
      const line = [type, event.pointerType, event.clientX, event.clientY].join(' ');
      if (seen.at(-1) !== line) seen.push(line);
    });`;

const loudScript = `
  console.warn('a warning', new TypeError('of a type'));
  document.body.setAttribute('style', 'color: red');
  setTimeout(() => { throw new RangeError('out of range'); });
  Promise.reject(new Error('refused'));`;

inBrowsers('the adapter', (context) => {
  const { name } = context;

  const openBoard = async (/** @type {object} */ options = {}) => {
    const { server } = context;
    server.addPage('/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    server.addPage('/board.js', boardScript);
    const inputs = '<input id="first"><input id="second">';
    const body = `<div id="board"></div>${inputs}<script src="/board.js"></script>`;
    return context.open(server.addPage('/board.html', html(body)), options);
  };

  test('opens a page in the size, motion and colours that are asked for', async () => {
    const page = await openBoard({ width: 320, height: 640, reducedMotion: true, colorScheme: 'dark' });
    const facts = () => [
      innerWidth,
      innerHeight,
      matchMedia('(prefers-reduced-motion: reduce)').matches,
      matchMedia('(prefers-color-scheme: dark)').matches,
    ];
    expect(await page.evaluate(facts)).toEqual([320, 640, true, true]);
    const other = await openBoard({ width: 1440, height: 900 });
    expect(await other.evaluate(facts)).toEqual([1440, 900, false, false]);
  });

  test('evaluates functions with arguments, awaits promises, and passes errors on', async () => {
    const page = await openBoard();
    const text = 'quotes " \' ` $ {} \\ \u2028 </script> 猫';
    const echo = async (/** @type {unknown} */ given) => ({ given, missing: undefined });
    expect(await page.evaluate(echo, text)).toEqual({ given: text });
    expect(await page.evaluate('document.title')).toBe('A page');
    expect(await page.evaluate(() => {})).toBeUndefined();
    const failing = page.evaluate(() => {
      throw new RangeError('not this one');
    });
    await expect(failing).rejects.toThrow('RangeError: not this one');
  });

  test('moves and presses a mouse at points of the viewport', async () => {
    const page = await openBoard();
    await page.pointer([
      { type: 'move', x: 50, y: 100 },
      { type: 'down' },
      { type: 'move', x: 60, y: 110 },
      { type: 'pause', ms: 20 },
      { type: 'up', x: 70, y: 120 },
    ]);
    expect(await page.evaluate('seen')).toEqual([
      'pointermove mouse 50 100',
      'pointerdown mouse 50 100',
      'pointermove mouse 60 110',
      'pointermove mouse 70 120',
      'pointerup mouse 70 120',
    ]);
  });

  test('keeps a button pressed from one call to the next', async () => {
    const page = await openBoard();
    await page.pointer([{ type: 'down', x: 10, y: 10 }]);
    await page.pointer([{ type: 'move', x: 20, y: 10 }]);
    await page.evaluate('seen.length = 0');
    await page.pointer([{ type: 'up' }]);
    expect(await page.evaluate('seen')).toEqual(['pointerup mouse 20 10']);
  });

  test('touches, where the browser’s driver has fingers', async () => {
    const page = await openBoard();
    await page.pointer([
      { type: 'down', x: 50, y: 100, pointerType: 'touch' },
      { type: 'move', x: 60, y: 110 },
      { type: 'up' },
    ]);
    const finger = name === 'webkit' ? 'mouse' : 'touch';
    expect((await page.evaluate('seen')).slice(-3)).toEqual([
      `pointerdown ${finger} 50 100`,
      `pointermove ${finger} 60 110`,
      `pointerup ${finger} 60 110`,
    ]);
  });

  test('types any text, and presses named keys with modifiers', async () => {
    const page = await openBoard();
    await page.pointer([{ type: 'down', x: 20, y: 310 }, { type: 'up' }]);
    await page.type('Aé 猫🙂!');
    expect(await page.evaluate('first.value')).toBe('Aé 猫🙂!');
    await page.keys('Control+a', 'x', 'y', 'ArrowLeft', 'Delete', 'Tab', 'b', 'Shift+Tab');
    const facts = () =>
      [...document.querySelectorAll('input')].map((input) => [
        input.id,
        input.value,
        input === document.activeElement,
      ]);
    expect(await page.evaluate(facts)).toEqual([
      ['first', 'x', true],
      ['second', 'b', false],
    ]);
  });

  test('takes a screenshot of the viewport as PNG', async () => {
    const page = await openBoard({ width: 400, height: 300 });
    const picture = await page.screenshot();
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([400, 300]);
    expect((await page.screenshot()).equals(picture)).toBe(true);
    await page.evaluate("document.querySelector('#board').style.background = '#0b0'");
    expect((await page.screenshot()).equals(picture)).toBe(false);
  });

  test('logs what the page complains of, under a strict policy', async () => {
    const { server } = context;
    await openBoard();
    server.addPage('/loud.js', loudScript);
    const page = await context.open(server.addPage('/loud.html', html('<script src="/loud.js"></script>')));
    context.mayBeLoud(page);
    const complaints = [
      'a warning TypeError: of a type',
      'policy violation: style-src',
      'out of range',
      'refused',
    ];
    const complete = (/** @type {string[]} */ lines) =>
      complaints.every((complaint) => lines.some((line) => line.includes(complaint)));
    await until(() => page.log(), complete, 'the log');
  });

  test('logs what a frame of another origin complains of', async () => {
    const { server } = context;
    server.addPage(
      '/framed.html',
      '<!doctype html><title>x</title><script>console.error("from within")</script>',
    );
    const frame = `<!doctype html><title>x</title><iframe src="${server.origins[1]}/framed.html"></iframe>`;
    const page = await context.open(server.addPage('/frame.html', frame));
    context.mayBeLoud(page);
    await until(
      () => page.log(),
      (lines) => lines.includes('in a frame: console.error: from within'),
      'the log',
    );
  });

  test('counts frames, and listeners on what outlives an element', async () => {
    const page = await openBoard();
    const { before, after, frames } = await page.evaluate(async () => {
      const probe = Reflect.get(window, 'testProbe');
      const noted = () => probe.listeners;
      const before = noted();
      const stopping = new AbortController();
      addEventListener('resize', noted);
      addEventListener('resize', noted);
      document.addEventListener('click', noted, { signal: stopping.signal });
      document.createElement('p').addEventListener('click', noted);
      const during = noted();
      removeEventListener('resize', noted);
      stopping.abort();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return { before: during - before, after: noted() - before, frames: probe.frames };
    });
    expect({ before, after, frames }).toEqual({ before: 2, after: 0, frames: 1 });
  });

  test('lets a link carry 100 kB', async () => {
    const page = await openBoard();
    await page.goto(`${context.server.origins[0]}/board.html?text=${'x'.repeat(100_000)}`);
    expect(await page.evaluate('location.search.length')).toBe(100_006);
    expect(context.server.requests.at(-1)?.status).toBe(200);
  });
});
