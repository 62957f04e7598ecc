import { afterEach, expect, test, vi } from 'vitest';
import { divergingColor } from '../../web/charts/diverging.js';
import { colorAt, liveCharts } from '../../web/charts/index.js';
import { apart, bytesOf, pixelAt } from './charts-support.js';
import { frame, part } from './element-support.js';
import { canvas, chartOf, dotOn, middleOf, numberOf, panel, scores } from './figure-scores-support.js';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test('the arrows are seen at the angles that rotary gives them', async () => {
  const element = await scores({
    methods: 'rotary',
    dimensions: '2',
    query: '3,0',
    key: '2,0',
    distance: '1',
    positions: '9',
    at: '4',
  });
  const plot = canvas(element, 'arrows', 'rotary');
  const { x: across, y: up } = chartOf(plot).scales;
  const units = [across, up].map((axis) =>
    Math.abs(Number(axis?.getPixelForValue(1)) - Number(axis?.getPixelForValue(0))),
  );
  expect(units[0]).toBeCloseTo(Number(units[1]), 1);
  for (const [angle, length, position] of /** @type {const} */ ([
    [5, 3, 5],
    [4, 2, 4],
  ])) {
    const x = Number(across?.getPixelForValue(0.7 * length * Math.cos(angle)));
    const y = Number(up?.getPixelForValue(0.7 * length * Math.sin(angle)));
    const color = bytesOf(colorAt(position / 8, 'light'));
    expect(apart(pixelAt(plot, x, y), color), `${length}`).toBeLessThan(40);
  }
});

test('a matrix has the colour of each score, with zero in the plot’s', async () => {
  const element = await scores({ positions: '12', methods: 'sinusoidal rotary none', at: '2' });
  const map = canvas(element, 'matrix', 'rotary');
  const said = part(element, '[part=status]');
  const limit = numberOf(panel(element, 'rotary')('.ruler span:last-child').textContent ?? '');
  for (const [query, key] of /** @type {const} */ ([
    [0, 9],
    [9, 0],
    [11, 11],
    [5, 8],
  ])) {
    const { x, y, clientX, clientY } = middleOf(element, 'rotary', query, key);
    const seen = pixelAt(map, x, y);
    canvas(element, 'matrix', 'rotary').dispatchEvent(
      new MouseEvent('click', { clientX, clientY, bubbles: true }),
    );
    await frame();
    const text = said.textContent ?? '';
    expect(text).toMatch(new RegExp(`^query at ${query}, key at ${key}: score −?\\d+\\.\\d{3}$`));
    const share = numberOf(text.split('score ')[1] ?? '') / limit;
    expect(apart(seen, bytesOf(divergingColor(share, 'light'))), text).toBeLessThan(4);
  }
  element.remove();
  const zero = await scores({
    positions: '4',
    methods: 'none',
    query: '1,0',
    key: '0,1',
    distance: '0',
    at: '0',
  });
  const { x, y } = middleOf(zero, 'none', 3, 1);
  expect(pixelAt(canvas(zero, 'matrix', 'none'), x, y)).toEqual(bytesOf('#ffffff'));
});

test('the spread is seen as bars, and none for rotary', async () => {
  const element = await scores({ at: '5' });
  const inked = (/** @type {string} */ name) => {
    const bars = canvas(element, 'spread', name);
    const { left, right, bottom } = chartOf(bars).chartArea;
    let count = 0;
    for (let x = left + 1; x < right; x += 1) {
      const pixel = pixelAt(bars, x, bottom - 6);
      const alpha = bars
        .getContext('2d')
        ?.getImageData(x * devicePixelRatio, (bottom - 6) * devicePixelRatio, 1, 1).data[3];
      if (alpha === 255 && apart(pixel, [255, 255, 255]) > 40) count += 1;
    }
    return count / (right - left);
  };
  expect(inked('sinusoidal')).toBeGreaterThan(0.6);
  expect(inked('rotary')).toBe(0);
  expect(panel(element, 'rotary')('.spread b').textContent).toBe('0');
  expect(panel(element, 'rotary')('.spread b').title).toMatch(/rounding/);
  expect(numberOf(panel(element, 'sinusoidal')('.spread b').textContent ?? '')).toBeGreaterThan(5);
});

test('all spreads have one scale', async () => {
  const element = await scores({ methods: 'product learned rotary alibi' });
  const tops = ['product', 'learned', 'rotary', 'alibi'].map(
    (name) => chartOf(canvas(element, 'spread', name)).scales.y?.max,
  );
  expect(new Set(tops).size).toBe(1);
  expect(tops[0]).toBeCloseTo(numberOf(panel(element, 'learned')('.spread b').textContent ?? ''), 2);
});

test('another distance chooses another bar, and the others stay', async () => {
  const element = await scores({ methods: 'sinusoidal', at: '3' });
  const bars = canvas(element, 'spread', 'sinusoidal');
  const { left, width, bottom } = chartOf(bars).chartArea;
  const colorOf = (/** @type {number} */ distance) =>
    pixelAt(bars, left + ((distance + 31.5) * width) / 63, bottom - 4);
  expect(colorOf(4)).toEqual(bytesOf('#1c1b22'));
  const quiet = colorOf(-9);
  element.change({ distance: -9 });
  await frame();
  expect(colorOf(-9)).toEqual(bytesOf('#1c1b22'));
  expect(colorOf(4)).toEqual(quiet);
});

test('the dot on the line is at the score', async () => {
  const element = await scores({ at: '5' });
  const dot = (/** @type {string} */ name) => /** @type {{ x: number, y: number }} */ (dotOn(element, name));
  const rotary = dot('rotary');
  const sum = dot('sinusoidal');
  element.change({ at: 14.5 });
  await frame();
  await frame();
  expect(dot('rotary').y).toBeCloseTo(rotary.y, 0);
  expect(dot('rotary').x).toBeGreaterThan(rotary.x + 20);
  expect(Math.abs(dot('sinusoidal').y - sum.y)).toBeGreaterThan(5);
  const { scales } = chartOf(canvas(element, 'line', 'sinusoidal'));
  const score = numberOf(panel(element, 'sinusoidal')('.score').textContent ?? '');
  expect(dot('sinusoidal').y).toBeCloseTo(Number(scales.y?.getPixelForValue(score)), 0);
});

test('another theme gives other grounds, and the console stays silent', async () => {
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
  const element = await scores({ at: '5', methods: 'none rotary', query: '1,0', key: '0,1' });
  const corner = () => pixelAt(canvas(element, 'line', 'rotary'), 1, 1);
  const cell = () => {
    const { x, y } = middleOf(element, 'none', 20, 3);
    return pixelAt(canvas(element, 'matrix', 'none'), x, y);
  };
  expect([corner(), cell()]).toEqual([bytesOf('#ffffff'), bytesOf('#ffffff')]);
  element.change({ theme: 'dark' });
  await frame();
  await frame();
  expect([corner(), cell()]).toEqual([bytesOf('#17191f'), bytesOf('#17191f')]);
  const charts = liveCharts();
  element.remove();
  expect(liveCharts()).toBe(charts - 8);
  for (const call of said) expect(call).not.toHaveBeenCalled();
});
