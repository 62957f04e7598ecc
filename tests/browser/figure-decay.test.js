import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { colorAt, liveCharts, palette } from '../../web/charts/index.js';
import { apart, bytesOf, pixelAt } from './charts-support.js';
import { figure, frame, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

/** @param {Record<string, string>} [attributes] */
const decay = (attributes) => figure({ figure: 'decay', theme: 'light', ...attributes });

/** @param {Scope} element @param {'chain' | 'sums' | 'scores'} name */
const canvasOf = (element, name) =>
  /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (part(element, `canvas[data-panel="${name}"]`)));

/** @param {HTMLCanvasElement} canvas */
const chartOf = (canvas) => /** @type {Chart} */ (Chart.getChart(canvas));

/** The sums of the first arrows, in data units. @param {number} distance @param {number} pairs @param {number} base */
function sums(distance, pairs, base) {
  let [x, y] = [0, 0];
  return Array.from({ length: pairs }, (_, i) => {
    x += Math.cos(distance * base ** (-i / pairs));
    y += Math.sin(distance * base ** (-i / pairs));
    return { x, y };
  });
}

/** Where the joints of the chain must be, start and all. @param {HTMLCanvasElement} canvas @param {number} distance @param {number} [pairs] @param {number} [base] */
function joints(canvas, distance, pairs = 64, base = 10000) {
  const { x, y } = chartOf(canvas).scales;
  return [{ x: 0, y: 0 }, ...sums(distance, pairs, base)].map((joint) => ({
    x: x.getPixelForValue(joint.x),
    y: y.getPixelForValue(joint.y),
  }));
}

test.each([
  ['0', 64, 10000],
  ['20.4', 64, 10000],
  ['200', 64, 10000],
  ['6.5', 4, 500],
])('at distance %s the arrows are drawn end to end, each turned by its θ', async (at, pairs, base) => {
  const element = await decay({ at, dimensions: String(2 * pairs), base: String(base) });
  const canvas = canvasOf(element, 'chain');
  const drawn = joints(canvas, Number(at), pairs, base);
  const { scales } = chartOf(canvas);
  const [unit, up] = [
    scales.x.getPixelForValue(1) - scales.x.getPixelForValue(0),
    scales.y.getPixelForValue(0) - scales.y.getPixelForValue(1),
  ];
  // Equal units on both axes.
  expect(up).toBeCloseTo(unit, 3);
  const color = bytesOf(colorAt(Math.floor(Number(at)) / 255, 'light'));
  for (const [i, one] of drawn.slice(0, -1).entries()) {
    const other = drawn[i + 1];
    const [x, y] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
    // A ring marks the start.
    const isAtStart = Math.hypot(x - drawn[0].x, y - drawn[0].y) < 7;
    if (isAtStart || Math.hypot(other.x - one.x, other.y - one.y) < 4) continue;
    expect(apart(pixelAt(canvas, x, y), color), `arrow ${i}`).toBeLessThan(90);
  }
  const end = drawn[pairs];
  expect(apart(pixelAt(canvas, end.x, end.y), color)).toBeLessThan(12);
});

test('the way from arrow to arrow is drawn, and nothing beside it', async () => {
  const element = await decay({ at: '200' });
  const canvas = canvasOf(element, 'chain');
  const color = bytesOf(colorAt(200 / 255, 'light'));
  const drawn = joints(canvas, 200);
  for (let i = 40; i < drawn.length - 1; i += 4) {
    const [one, other] = /** @type {{ x: number, y: number }[]} */ ([drawn[i], drawn[i + 1]]);
    expect(
      apart(pixelAt(canvas, (one.x + other.x) / 2, (one.y + other.y) / 2), color),
      `arrow ${i}`,
    ).toBeLessThan(60);
  }
  const ground = bytesOf(palette('light').plot);
  const clear = drawn.slice(-24, -4).filter(({ x, y }) => apart(pixelAt(canvas, x, y - 3), ground) === 0);
  expect(clear.length).toBeGreaterThan(0);
});

test('earlier chains appear as they are passed', async () => {
  const element = await decay({ at: '0.5' });
  const canvas = canvasOf(element, 'chain');
  const before = canvas.toDataURL();
  element.change({ at: 30 });
  await frame();
  await frame();
  const { scales } = chartOf(canvas);
  const end = /** @type {{ x: number, y: number }} */ (sums(5, 64, 10000).at(-10));
  const [x, y] = [Number(scales.x?.getPixelForValue(end.x)), Number(scales.y?.getPixelForValue(end.y))];
  const ground = bytesOf(palette('light').plot);
  expect(Math.max(...[-1, 0, 1].map((by) => apart(pixelAt(canvas, x, y + by), ground)))).toBeGreaterThan(40);
  element.change({ at: 0.5 });
  await frame();
  await frame();
  expect(canvas.toDataURL()).toBe(before);
});

test('the playhead and its dots stand on the lines', async () => {
  const element = await decay({ at: '100', positions: '251' });
  const color = bytesOf(colorAt(100 / 250, 'light'));
  for (const [name, dots] of /** @type {const} */ ([
    ['sums', 1],
    ['scores', 2],
  ])) {
    const canvas = canvasOf(element, name);
    const { chartArea, data, scales } = chartOf(canvas);
    const x = chartArea.left + ((chartArea.right - chartArea.left) * 100) / 250;
    expect(apart(pixelAt(canvas, x - 0.5, chartArea.top + 1), color)).toBeLessThan(140);
    expect(apart(pixelAt(canvas, x - 4, chartArea.top + 1), color)).toBeGreaterThan(60);
    const points = data.datasets.slice(0, dots).map((dataset) => dataset.data[100]);
    for (const { y } of /** @type {{ y: number }[]} */ (points))
      expect(apart(pixelAt(canvas, x - 2.5, scales.y.getPixelForValue(y)), color), name).toBeLessThan(40);
  }
  expect(part(element, '.decay').textContent).toContain('Mean |S| 10.23');
});

test('a press in a plot moves the playhead there, and so does a drag', async () => {
  const element = await decay({ at: '10' });
  const canvas = canvasOf(element, 'sums');
  const box = canvas.getBoundingClientRect();
  const { left, right } = chartOf(canvas).chartArea;
  const press = (/** @type {string} */ type, /** @type {number} */ share) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        clientX: box.left + left + share * (right - left),
        clientY: box.top + 60,
        buttons: 1,
        bubbles: true,
        pointerType: 'touch',
      }),
    );
  press('pointerdown', 0.5);
  expect(element.position).toBeCloseTo(127.5, 0);
  press('pointermove', 2);
  expect(element.position).toBe(255);
  press('pointermove', -1);
  expect(element.position).toBe(0);
});

test('the bound on the score is computed before the reader’s eyes', async () => {
  const element = await decay({ at: '50', tokens: 'equal' });
  const text = part(element, '.formula').textContent ?? '';
  expect(text).toMatch(/69\.9≤64·2\.00·12\.63=1617$/);
  element.change({ at: 0 });
  await frame();
  expect(part(element, '.formula').textContent).toMatch(/128≤64·2\.00·32\.50=4160$/);
  expect(part(element, '.decay').textContent).not.toContain('bound on a score 32.50');
});

test.each([1100, 720, 360])('the chain fills its plot %i pixels wide, or a third of it', async (width) => {
  document.body.style.width = `${width}px`;
  const element = await decay({ at: '200' });
  const canvas = canvasOf(element, 'chain');
  const { scales } = chartOf(canvas);
  const shown = (/** @type {'x' | 'y'} */ axis) => Number(scales[axis]?.max) - Number(scales[axis]?.min);
  // Its joints come from −10.9 to 64 across, and from −8.7 to 15.3 up.
  expect(75 / shown('x')).toBeGreaterThan(0.8);
  expect(24 / shown('y')).toBeGreaterThan(width === 360 ? 0.5 : 0.7);
});

test('playing curls the chain up and moves the numbers', async () => {
  const element = await decay({ speed: '40' });
  const [canvas, text] = [canvasOf(element, 'chain'), part(element, '.decay')];
  await userEvent.click(part(element, '[part=play]'));
  await vi.waitFor(() => expect(element.position).toBeGreaterThan(3));
  const [picture, said] = [canvas.toDataURL(), text.textContent];
  await vi.waitFor(() => expect(element.position).toBeGreaterThan(12));
  expect(canvas.toDataURL()).not.toBe(picture);
  expect(text.textContent).not.toBe(said);
});

test('a reader’s own query and key change the line, and all ones are the mean cosine', async () => {
  const element = await decay({ positions: '100', tokens: 'equal' });
  const lineOf = (/** @type {number} */ i) => chartOf(canvasOf(element, 'scores')).data.datasets[i]?.data;
  const heights = (/** @type {number} */ i) => /** @type {{ y: number }[]} */ (lineOf(i)).map(({ y }) => y);
  heights(0).forEach((y, i) => {
    expect(y).toBeCloseTo(Number(heights(1)[i]), 9);
  });
  expect(element.description).toContain('Query and key, both all ones');
  expect(part(element, '.notes').textContent).toContain('the score is 128 times the mean cosine');
  element.change({ tokens: 'general', query: [1, 0], key: [0, 1] });
  await frame();
  expect(element.description).toContain('Your query and key');
  expect(part(element, '.notes').textContent).toBe('');
  expect(heights(0)[0]).not.toBeCloseTo(Number(heights(1)[0]), 2);
});

test.each([1100, 730, 330, 290])('it fits %i pixels', async (width) => {
  document.body.style.width = `${width}px`;
  const element = await decay({ at: '200' });
  const body = part(element, '.decay');
  const formula = part(element, '.formula');
  if (width > 300) expect(formula.scrollWidth).toBeLessThanOrEqual(formula.clientWidth);
  expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
  for (const name of /** @type {const} */ (['chain', 'sums', 'scores'])) {
    const canvas = canvasOf(element, name);
    expect(canvas.clientWidth).toBeGreaterThan(200);
    expect(canvas.clientWidth).toBeLessThanOrEqual(width);
    expect(Math.abs(canvas.clientHeight - Number(canvas.parentElement?.clientHeight))).toBeLessThanOrEqual(1);
  }
  const canvas = canvasOf(element, 'chain');
  for (const { x, y } of joints(canvas, 200)) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(canvas.clientWidth);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(canvas.clientHeight);
  }
});

test('a screen reader gets the numbers, another theme its colours, the console nothing', async () => {
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
  const charts = liveCharts();
  const element = await decay({ at: '5' });
  const canvas = canvasOf(element, 'chain');
  expect(canvas.getAttribute('role')).toBe('img');
  expect(element.description).toContain('20.85 at 5');
  const labels = /** @type {const} */ (['chain', 'sums', 'scores']).map((name) =>
    canvasOf(element, name).getAttribute('aria-label'),
  );
  expect(labels[0]).toContain('64 arrows');
  expect(labels[1]).toContain('20.85 at 5');
  expect(labels[1]).not.toContain('mean cosine');
  expect(labels[2]).toContain('first turns negative at distance 1707');
  expect(labels[2]).not.toContain('20.85');
  expect(pixelAt(canvas, 2, 2)).toEqual(bytesOf('#ffffff'));
  element.change({ theme: 'dark' });
  await frame();
  await frame();
  for (const name of /** @type {const} */ (['chain', 'sums', 'scores']))
    expect(pixelAt(canvasOf(element, name), 2, 2)).toEqual(bytesOf('#17191f'));
  element.remove();
  await frame();
  expect(liveCharts()).toBe(charts);
  for (const call of said) expect(call).not.toHaveBeenCalled();
});
