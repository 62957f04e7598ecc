import { expect, test } from 'vitest';
import { describedNumbers, tipsOf } from './expected.js';
import { Figure } from './figure.js';
import { inBrowsers } from './support.js';

const position = 3;
const query = `?figure=vectors&at=${position}`;
const positions = 10;

inBrowsers('an arrow', (context) => {
  const openFigure = async () => new Figure(await context.open(context.server.url(query))).ready();

  /**
   * Takes the tip of an arrow, moves it, and lets go.
   * @param {Figure} figure
   * @param {'sinusoidal' | 'rotary'} panel
   * @param {{ x: number, y: number }} by CSS px, y down
   * @param {'mouse' | 'touch'} pointerType
   */
  const drag = async (figure, panel, by, pointerType) => {
    const { x, y } = await figure.findArrow(panel, position);
    const steps = Array.from({ length: 8 }, (_, i) => ({
      type: /** @type {const} */ ('move'),
      x: x + Math.round((by.x * (i + 1)) / 8),
      y: y + Math.round((by.y * (i + 1)) / 8),
    }));
    await figure.page.pointer([{ type: 'down', x, y, pointerType }, ...steps, { type: 'up' }]);
    await figure.frames();
  };

  /** How far a tip went, as this process's core has it. @param {Figure} figure @param {'sum' | 'turned'} which */
  const way = async (figure, which) => {
    const { vector } = await figure.settings();
    const [from, to] = [tipsOf([1, 1], positions), tipsOf(vector, positions)].map(
      (tips) => tips[which][position],
    );
    return { x: Number(to?.x) - Number(from?.x), y: Number(to?.y) - Number(from?.y) };
  };

  /** @param {Figure} figure */
  const expectDescribed = async (figure) => {
    const description = await figure.description();
    for (const part of describedNumbers((await figure.settings()).vector, positions)) {
      expect(description).toContain(part);
    }
    expect(await figure.text('figcaption')).toBe(description);
  };

  test('follows the mouse by its tip, and the sentence says what the core gives', async () => {
    /** @type {number[]} */
    const scales = [];
    for (const [panel, tips] of /** @type {const} */ ([
      ['sinusoidal', 'sum'],
      ['rotary', 'turned'],
    ])) {
      const figure = await openFigure();
      await expectDescribed(figure);
      const before = await figure.pictures();
      await drag(figure, panel, { x: 40, y: -24 }, 'mouse');
      const { x, y } = await way(figure, tips);
      expect(x).toBeGreaterThan(0.05);
      // Equal axes, y upwards: 40 px right and 24 px up.
      expect(y / x).toBeCloseTo(24 / 40, 1);
      scales.push(40 / x);
      await expectDescribed(figure);
      const after = await figure.pictures();
      for (const [i, picture] of before.entries()) expect(after[i]).not.toBe(picture);
    }
    // Both panels share one scale.
    expect(Number(scales[0]) / Number(scales[1])).toBeCloseTo(1, 1);
  });

  test('follows a finger', async () => {
    const figure = await openFigure();
    await drag(figure, 'rotary', { x: -30, y: 30 }, 'touch');
    const { x, y } = await way(figure, 'turned');
    expect(x).toBeLessThan(-0.05);
    expect(y / x).toBeCloseTo(1, 1);
    await expectDescribed(figure);
  });

  test('is chosen, taken, moved and put back by keys, and a plot is one tab stop', async () => {
    const figure = await openFigure();
    const { page } = figure;
    const focused = () =>
      figure.ask((/** @type {HTMLElement} */ element) => {
        const active = element.shadowRoot?.activeElement;
        return active?.querySelector('canvas')?.dataset.panel ?? active?.getAttribute('part') ?? null;
      });
    const stops = [];
    for (let i = 0; i < 12 && stops.at(-1) !== 'play'; i++) {
      await page.keys('Tab');
      const stop = await focused();
      if (stop !== null) stops.push(stop);
    }
    expect(stops).toEqual(['sinusoidal', 'rotary', 'play']);

    await page.keys('Shift+Tab', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(await figure.text('[part="status"]')).toContain(`position ${position}`);
    expect((await figure.settings()).vector).toEqual([1, 1]);
    await page.keys('Enter', 'ArrowRight', 'ArrowRight');
    const right = await way(figure, 'turned');
    expect(right.x).toBeGreaterThan(0.05);
    expect(right.y).toBeCloseTo(0, 2);
    await page.keys('ArrowUp', 'ArrowUp');
    const up = await way(figure, 'turned');
    expect(up.y).toBeCloseTo(right.x, 2);
    await expectDescribed(figure);

    await page.keys('Escape');
    expect((await figure.settings()).vector).toEqual([1, 1]);
    await expectDescribed(figure);
  });

  test('moves by one position with the buttons, and anywhere with the rail', async () => {
    const figure = await openFigure();
    await figure.click('button[part="forth"]');
    expect(await figure.get('position')).toBe(position + 1);
    await figure.click('button[part="back"]');
    await figure.click('button[part="back"]');
    expect(await figure.get('position')).toBe(position - 1);
    const { x, width, centerY } = await figure.box('input[part="rail"]');
    await figure.page.pointer([
      { type: 'down', x: Math.round(x + width / 4), y: centerY },
      { type: 'move', x: Math.round(x + width / 2), y: centerY },
      { type: 'up' },
    ]);
    expect(Math.abs((await figure.get('position')) - (positions - 1) / 2)).toBeLessThan(0.3);
  });
});
