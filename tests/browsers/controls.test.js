import { expect, test } from 'vitest';
import { describedNumbers } from './expected.js';
import { Figure } from './figure.js';
import { inBrowsers, until, wait } from './support.js';

/** @param {Figure} figure @returns {Promise<string[]>} what stands at the rail */
const words = (figure) =>
  figure.ask((/** @type {HTMLElement} */ element) =>
    Array.from(
      element.shadowRoot?.querySelectorAll('.stops .word') ?? [],
      ({ textContent }) => textContent,
    ).filter(Boolean),
  );

inBrowsers('the controls', (context) => {
  const openFigure = async (/** @type {string} */ query) => {
    const figure = await new Figure(await context.open(context.server.url(query))).ready();
    await figure.click('button[part="more"]');
    return figure;
  };

  test('take a sentence in any language, a number of positions, and go back with Reset', async () => {
    const figure = await openFigure('?figure=vectors');
    const opened = await figure.settings();
    const before = await figure.pictures();
    await figure.typeInto('text', '我喜欢猫 и 🙂 tea');
    expect((await figure.settings()).text).toBe('我喜欢猫 и 🙂 tea');
    const shown = await words(figure);
    expect(shown.join(' ')).toMatch(/猫.* и 🙂 tea/);

    await figure.typeInto('positions', '4');
    expect((await figure.settings()).positions).toBe(4);
    for (const part of describedNumbers([1, 1], 4)) expect(await figure.description()).toContain(part);
    expect(await figure.text('.notes')).toContain('left out');

    await figure.click('button[part="reset"]');
    expect(await figure.settings()).toEqual(opened);
    await figure.page.pointer([{ type: 'move', x: 2, y: 2 }]);
    await figure.blur();
    expect(await figure.pictures()).toEqual(before);
  });

  test('show a slider’s change at once', async () => {
    const figure = await openFigure('?figure=vectors');
    const { x, width, centerY } = await figure.box('[data-control="positions"] input[type="range"]');
    const before = await figure.description();
    await figure.page.pointer([
      { type: 'down', x: Math.round(x + width / 4), y: centerY },
      { type: 'move', x: Math.round(x + width / 2), y: centerY },
    ]);
    await figure.frames();
    const { positions } = await figure.settings();
    expect(positions).toBeGreaterThan(10);
    expect(await figure.description()).not.toBe(before);
    expect(await figure.description()).toContain(describedNumbers([1, 1], positions)[0]);
    await figure.page.pointer([{ type: 'up' }]);
  });

  test('add and take panels', async () => {
    const figure = await openFigure('?figure=vectors');
    await figure.click('[data-control="encodings"] input[value="product"]');
    expect((await figure.settings()).encodings).toEqual(['sinusoidal', 'rotary', 'product']);
    expect(await figure.pictures()).toHaveLength(3);
    await figure.click('[data-control="encodings"] input[value="sinusoidal"]');
    expect(await figure.pictures()).toHaveLength(2);
    for (const colors of await figure.colors()) expect(colors).toBeGreaterThan(8);
  });
});

inBrowsers('a link', (context) => {
  test('opens one figure alone, filling the window, paused where it says', async () => {
    const page = await context.open(context.server.url('?figure=vectors&positions=6&at=2.5'));
    const figure = await new Figure(page).ready();
    expect(await page.evaluate("document.querySelectorAll('rope-scope').length")).toBe(1);
    expect(await figure.settings()).toMatchObject({ figure: 'vectors', positions: 6, at: 2.5 });
    expect([await figure.get('position'), await figure.get('playing')]).toEqual([2.5, false]);
    const { width, height } = await figure.box('figure');
    expect(width).toBeGreaterThan(0.9 * 1280);
    expect(height).toBeGreaterThan(0.9 * 900);
    expect((await figure.box('canvas[data-panel="rotary"]')).height).toBeGreaterThan(0.4 * 900);
    const still = await figure.pictures();
    await wait(300);
    expect(await figure.pictures()).toEqual(still);
  });

  test('follows the settings, and opens again as the same picture', async () => {
    const page = await context.open(context.server.url('?figure=vectors&positions=6&at=2.5&utm_source=post'));
    const figure = await new Figure(page).ready();
    await figure.click('button[part="more"]');
    await figure.typeInto('positions', '8');
    await figure.typeInto('vector', '0.5, -1.25');
    const holds = (/** @type {string} */ search) => /vector=0\.5.+-1\.25/.test(search);
    const search = await until(() => page.evaluate('location.search'), holds, 'the address follows');
    const link = new URLSearchParams(search);
    expect(Object.fromEntries(link)).toMatchObject({ v: '1', figure: 'vectors', positions: '8', at: '2.5' });
    await figure.page.pointer([{ type: 'move', x: 2, y: 2 }]);
    await figure.blur();
    const again = await new Figure(await context.open(context.server.url(search))).ready();
    expect(await again.settings()).toEqual(await figure.settings());
    expect(await again.description()).toBe(await figure.description());
    expect(await again.pictures()).toEqual(await figure.pictures());
  });

  test('is not written too often while an arrow is dragged for ten seconds', async () => {
    const page = await context.open(context.server.url('?figure=vectors&at=3'));
    const figure = await new Figure(page).ready();
    await page.evaluate(() => {
      const replace = history.replaceState;
      Reflect.set(window, 'written', 0);
      history.replaceState = function (...values) {
        Reflect.set(window, 'written', Reflect.get(window, 'written') + 1);
        replace.apply(this, values);
      };
    });
    const { x, y } = await figure.findArrow('rotary', 3);
    await page.pointer([{ type: 'down', x, y }]);
    const end = Date.now() + 10000;
    for (let i = 1; Date.now() < end; i++) {
      /** @type {import('./adapter/index.js').PointerStep[]} */
      const steps = [];
      for (let k = 0; k < 20; k++) {
        const turn = (i * 20 + k) / 30;
        steps.push({
          type: 'move',
          x: x + Math.round(30 * Math.sin(turn)),
          y: y + Math.round(30 * Math.sin(2 * turn)),
        });
        steps.push({ type: 'pause', ms: 16 });
      }
      await page.pointer(steps);
    }
    await page.pointer([{ type: 'up' }]);
    const written = await page.evaluate('written');
    expect(written).toBeGreaterThan(5);
    expect(written).toBeLessThan(50);
    const { vector } = await figure.settings();
    const last = new URLSearchParams({ vector: String(vector) }).get('vector');
    const current = () => page.evaluate(() => new URLSearchParams(location.search).get('vector'));
    await until(current, (text) => text?.replaceAll(' ', ',') === last, 'the address has the last vector');
  });
});
