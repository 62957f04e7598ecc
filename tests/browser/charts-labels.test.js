import { afterEach, expect, test } from 'vitest';
import { overlap } from '../../web/charts/labels.js';
import { cleanUp, momentOf, plotOf, plotOn, stage, vectorsOf } from './charts-support.js';

afterEach(cleanUp);

/** @param {ReturnType<import('../../web/charts/labels.js').TipLabels['boxes']>} boxes */
const touching = (boxes) =>
  boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter((other) => overlap(one, other, 0))
      .map((other) => [one.text, other.text]),
  );

test.each([
  [2, 320],
  [10, 320],
  [10, 540],
  [20, 540],
  [200, 900],
  [4096, 540],
])('labels of %i arrows at %i pixels never touch, at any moment, and stay inside', (count, width) => {
  const { canvas } = stage(width, 400);
  const plot = plotOn(canvas);
  const tip = (/** @type {number} */ p) =>
    /** @type {[number, number]} */ ([1 + Math.sin(p), 1 + Math.cos(p)]);
  const vectors = vectorsOf(count, tip);
  plot.set({
    ...{
      ...vectors,
      labels: vectors.labels.map((_, i) => ['the', 'because', 'understanding', 'it'][i % 4] ?? ''),
    },
    region: { centerX: 1, centerY: 1, spanX: 2.2, spanY: 2.2 },
  });
  for (let i = 0; i < 60; i += 1) {
    const position = (i * (count - 1)) / 59;
    const [x, y] = tip(position);
    plot.select(i % 7 === 0 ? Math.floor(position / 2) : -1);
    plot.frame(momentOf({ position, index: Math.floor(position), x, y, label: 'because' }));
    const boxes = plot.texts;
    expect(touching(boxes)).toEqual([]);
    for (const { left, top, width: wide, height } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + wide).toBeLessThanOrEqual(width);
      expect(top + height).toBeLessThanOrEqual(400);
    }
  }
});

test('the moving arrow keeps its word when another tip is under it', () => {
  const { plot, vectors } = plotOf(10);
  const [x, y] = [Number(vectors.x[3]) + 0.02, Number(vectors.y[3])];
  plot.frame(momentOf({ position: 8, index: 8, x, y, label: 'because' }));
  const texts = plot.texts.map(({ text }) => text);
  expect(texts[0]).toBe('because');
  expect(texts).not.toContain('word3');
});

test('words to come are not shown, and with many positions only some of those passed are', () => {
  const { plot } = plotOf(200, { position: 90, index: 90 });
  const words = plot.texts.filter(({ kind }) => kind === 'word');
  expect(words.length).toBeGreaterThan(2);
  expect(words.length).toBeLessThan(14);
  for (const { text } of words) expect(Number(text.slice(4))).toBeLessThan(90);
});

test('a very long word is cut', () => {
  const { plot, vectors } = plotOf(2);
  plot.set({ ...vectors, labels: ['a'.repeat(2000), 'b'] });
  plot.frame(momentOf({ position: 1, index: 0, x: 1, y: 1, label: 'a'.repeat(2000) }));
  expect(plot.texts[0]?.width).toBeLessThan(260);
  expect(plot.texts[0]?.text.endsWith('…')).toBe(true);
});

test('numbers of the axes are few, round, and have a true minus', () => {
  const { plot } = plotOf(1, { x: 0.1, y: 0.1 });
  const numbers = plot.texts.filter(({ kind }) => kind === 'number').map(({ text }) => text);
  expect(numbers.length).toBeGreaterThanOrEqual(4);
  expect(numbers.length).toBeLessThanOrEqual(14);
  expect(numbers).toContain('−1');
  for (const text of numbers) expect(text).toMatch(/^−?\d+(\.\d)?$/);
});

test.each([1e-6, 1e6])('numbers stay short where units are of the size %d', (size) => {
  const { canvas } = stage();
  const plot = plotOn(canvas);
  plot.set({
    ...vectorsOf(5, (i) => [size * Math.cos(i), size * Math.sin(i)]),
    region: { centerX: 0, centerY: 0, spanX: 2 * size, spanY: 2 * size },
  });
  plot.frame(momentOf({ x: size, y: 0 }));
  const numbers = plot.texts.filter(({ kind }) => kind === 'number').map(({ text }) => text);
  expect(numbers.length).toBeGreaterThanOrEqual(2);
  for (const text of numbers) expect(text).toMatch(/^−?(\d(\.\d)?×)?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+$/);
});
