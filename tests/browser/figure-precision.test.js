import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { colorAt, liveCharts } from '../../web/charts/index.js';
import { apart, bytesOf, pixelAt } from './charts-support.js';
import { figure, frame, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

const formats = ['float32', 'running', 'float16', 'frequencies', 'bfloat16'];

/** @param {Record<string, string>} [attributes] */
const precision = (attributes) => figure({ figure: 'precision', theme: 'light', ...attributes });

/** @param {Scope} element @param {string} name a format, or `errors` */
const canvasOf = (element, name) =>
  /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (part(element, `canvas[data-panel="${name}"]`)));

/** @param {Scope} element @param {string} format */
const textOf = (element, format) => canvasOf(element, format).closest('.deviation')?.textContent ?? '';

/**
 * How far a hand is seen to be off: the middle of what has its colour on a circle round the dial's centre.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string} color
 * @returns {number} radians, counterclockwise from straight up
 */
function seenError(canvas, color) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const radius = Math.min(width, height) / 2 - 5;
  let [across, along] = [0, 0];
  for (let step = 0; step < 1440; step += 1) {
    const angle = (2 * Math.PI * step) / 1440;
    const at = pixelAt(
      canvas,
      width / 2 - 0.4 * radius * Math.sin(angle),
      height / 2 - 0.4 * radius * Math.cos(angle),
    );
    if (apart(at, bytesOf(color)) > 40) continue;
    across += Math.sin(angle);
    along += Math.cos(angle);
  }
  return Math.hypot(across, along) > 0 ? Math.atan2(across, along) : Number.NaN;
}

/** @param {number} angle */
const wrapped = (angle) => Math.atan2(Math.sin(angle), Math.cos(angle));

test.each([300, 1000, 2047])('at position %i each hand is seen as far off as its format is', async (at) => {
  const element = await precision({ at: String(at), positions: '2048' });
  const color = colorAt(at / 2047, 'light');
  const theta = 1e4 ** (-3 / 64);
  const seen = (/** @type {string} */ format) => seenError(canvasOf(element, format), color);
  // θ_3 in bfloat16 is 0.6484375.
  expect(Math.abs(wrapped(seen('frequencies') - at * (0.6484375 - theta)))).toBeLessThan(0.06);
  expect(Math.abs(seen('float32'))).toBeLessThan(0.03);
  expect(Math.abs(seen('running'))).toBeLessThan(0.03);
  for (const format of ['float16', 'bfloat16']) {
    const told = /off by ([\d.]+) rad/.exec(textOf(element, format))?.[1];
    expect(Math.abs(Math.abs(wrapped(seen(format))) - Number(told))).toBeLessThan(0.06);
  }
});

test('the sector is where the hand has been', async () => {
  const element = await precision({ at: '1500', positions: '2048', formats: 'frequencies' });
  const canvas = canvasOf(element, 'frequencies');
  const radius = Math.min(canvas.clientWidth, canvas.clientHeight) / 2 - 5;
  const at = (/** @type {number} */ error) =>
    pixelAt(
      canvas,
      canvas.clientWidth / 2 - 0.75 * radius * Math.sin(error),
      canvas.clientHeight / 2 - 0.75 * radius * Math.cos(error),
    );
  // It has only gone clockwise, to 1500 · (0.6484375 − θ_3) = −1.42.
  for (const error of [-0.3, -0.9, -1.2]) expect(apart(at(error), [255, 255, 255])).toBeGreaterThan(12);
  for (const error of [0.3, 1, 2.5, -1.8]) expect(at(error)).toEqual([255, 255, 255]);
});

test('the hand of a position that float16 has no number for is not there, and words say so', async () => {
  const element = await precision({ at: '70000', positions: '80000', formats: 'float16 float32' });
  expect(textOf(element, 'float16')).toContain('no number: infinite');
  expect(seenError(canvasOf(element, 'float16'), colorAt(70000 / 79999, 'light'))).toBeNaN();
  expect(textOf(element, 'float32')).toContain('off by');
});

test('lines are the largest errors so far, on logarithmic axes, with a name at each end', async () => {
  document.body.style.width = '1000px';
  const element = await precision();
  const { data, chartArea } = /** @type {Chart} */ (Chart.getChart(canvasOf(element, 'errors')));
  expect(data.datasets.length).toBe(5);
  for (const { data: points } of data.datasets) {
    const line = /** @type {{ x: number, y: number }[]} */ (points);
    expect(line.at(-1)?.x).toBe(4095);
    line.forEach(({ x, y }, i) => {
      if (i === 0) return;
      expect(x).toBeGreaterThanOrEqual(Number(line[i - 1]?.x));
      expect(y).toBeGreaterThanOrEqual(Number(line[i - 1]?.y));
    });
  }
  const dashes = data.datasets.map((dataset) => String(/** @type {any} */ (dataset).borderDash));
  expect(new Set(dashes).size).toBe(5);
  const canvas = canvasOf(element, 'errors');
  expect(canvas.clientWidth - chartArea.right).toBeGreaterThan(100);
});

test('formats that are taken away take their dial and their line with them', async () => {
  const element = await precision();
  const shown = () =>
    Array.from(
      element.shadowRoot?.querySelectorAll('.deviation canvas') ?? [],
      (canvas) => /** @type {HTMLElement} */ (canvas).dataset.panel,
    );
  expect(shown()).toEqual(formats);
  const charts = liveCharts();
  element.change({ formats: ['float32', 'bfloat16'] });
  await frame();
  await frame();
  expect(shown()).toEqual(['float32', 'bfloat16']);
  expect(liveCharts()).toBe(charts - 3);
  const { data } = /** @type {Chart} */ (Chart.getChart(canvasOf(element, 'errors')));
  expect(data.datasets.length).toBe(2);
});

test('playing drifts the hands apart, and the playhead stands at whole positions', async () => {
  const element = await precision({ positions: '2048' });
  await userEvent.click(part(element, '[part=play]'));
  await vi.waitFor(() => expect(element.position).toBeGreaterThan(5));
  const before = canvasOf(element, 'bfloat16').toDataURL();
  await vi.waitFor(() => expect(element.position).toBeGreaterThan(60));
  expect(canvasOf(element, 'bfloat16').toDataURL()).not.toBe(before);
  await userEvent.click(part(element, '[part=play]'));
  await frame();
  expect(part(element, '.precision').textContent).toContain(`at position ${Math.floor(element.position)}.`);
});

test('a press in the plot goes to a whole position', async () => {
  const element = await precision();
  const canvas = canvasOf(element, 'errors');
  const box = canvas.getBoundingClientRect();
  const { left, right } = /** @type {Chart} */ (Chart.getChart(canvas)).chartArea;
  canvas.dispatchEvent(
    new PointerEvent('pointerdown', {
      clientX: box.left + (left + right) / 2,
      clientY: box.top + 60,
      buttons: 1,
      bubbles: true,
      pointerType: 'touch',
    }),
  );
  expect(element.position).toBe(64);
});

test('a drag that began elsewhere, as to select text, does not move the playhead', async () => {
  const element = await precision({ at: '9' });
  const canvas = canvasOf(element, 'errors');
  const { left, top, width } = canvas.getBoundingClientRect();
  const event = { clientX: left + width / 2, clientY: top + 60, buttons: 1, bubbles: true };
  canvas.dispatchEvent(new PointerEvent('pointermove', { ...event, pointerType: 'mouse' }));
  expect(element.position).toBe(9);
});

test('what people met can be read there and seen here', async () => {
  const element = await precision();
  const list = part(element, '.seen-in');
  await userEvent.click(part(element, '.seen-in summary'));
  const addresses = Array.from(list.querySelectorAll('a'), ({ href }) => href);
  expect(addresses).toContain('https://github.com/EleutherAI/gpt-neox/issues/1003');
  await userEvent.click(part(element, '[aria-label="Show EleutherAI/gpt-neox #1003"]'));
  await frame();
  await frame();
  expect(element.position).toBe(1857);
  expect(element.description).toContain('pair 1 of 16');
  expect(textOf(element, 'float16')).toContain('off by 0.732 rad, 41.9°');
  expect(textOf(element, 'float16')).toContain('its cosine by 0.7149');
  expect(textOf(element, 'float16')).toContain('angle 1045 rad');
  expect(part(element, '.precision .title').textContent).toContain(
    'Dashed: the angle in double, 1044.2678 radians',
  );
  expect(part(element, '[part=status]').textContent).toBe(
    `EleutherAI/gpt-neox #1003. ${element.description}`,
  );
});

test.each([1100, 700, 330, 290])('it fits %i pixels', async (width) => {
  document.body.style.width = `${width}px`;
  const element = await precision({ at: '1000' });
  const body = part(element, '.precision');
  expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
  for (const name of [...formats, 'errors']) {
    const canvas = canvasOf(element, name);
    expect(canvas.clientWidth).toBeGreaterThan(90);
    expect(Math.abs(canvas.clientHeight - Number(canvas.parentElement?.clientHeight))).toBeLessThanOrEqual(1);
  }
});

test('a screen reader gets the numbers, another theme its colours, the console nothing', async () => {
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
  const charts = liveCharts();
  const element = await precision({ at: '1000' });
  expect(canvasOf(element, 'errors').getAttribute('aria-label')).toContain('3.14 in bfloat16.');
  expect(canvasOf(element, 'frequencies').getAttribute('aria-label')).toBe(
    'bfloat16 frequencies: off by 0.944 rad, 54.1°',
  );
  expect(pixelAt(canvasOf(element, 'float32'), 2, 2)).toEqual(bytesOf('#ffffff'));
  element.change({ theme: 'dark' });
  await frame();
  await frame();
  for (const name of [...formats, 'errors'])
    expect(pixelAt(canvasOf(element, name), 2, 2)).toEqual(bytesOf('#17191f'));
  element.remove();
  await frame();
  expect(liveCharts()).toBe(charts);
  for (const call of said) expect(call).not.toHaveBeenCalled();
});
