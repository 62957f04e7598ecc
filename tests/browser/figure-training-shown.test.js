import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { palette } from '../../web/charts/index.js';
import { apart, bytesOf, pixelAt } from './charts-support.js';
import { figure, part, pixels } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

const small = {
  figure: 'training',
  'trained-length': '16',
  'sequence-length': '64',
  dimensions: '8',
  steps: '120',
  theme: 'light',
};

const panels = ['rows', 'learned', 'sinusoidal', 'rotary', 'losses', 'test'];

beforeEach(() => {
  document.body.style.margin = '0';
});

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
});

/** @param {Record<string, string>} [attributes] */
async function training(attributes) {
  const element = await figure({ ...small, ...attributes });
  await vi.waitFor(() => expect(element.description).toMatch(/^After/), { timeout: 15_000, interval: 20 });
  for (const panel of panels)
    await vi.waitFor(() => expect(saidOf(element, panel), panel).toMatch(/at step [1-9]/), { timeout: 5000 });
  return element;
}

/** @param {Scope} element @param {string} panel */
const saidOf = (element, panel) => part(element, `[data-panel=${panel}]`).getAttribute('aria-label') ?? '';

/** @param {Element} element */
const isShown = (element) => element.getClientRects().length > 0;

test('every picture tells what it shows at the step where the run rests, and the sentence speaks of the end', async () => {
  const element = await training();
  const atEnd = panels.map((panel) => saidOf(element, panel));
  await userEvent.click(part(element, '[data-do=reset]'));
  for (const [i, panel] of panels.entries()) {
    await vi.waitFor(() => expect(saidOf(element, panel), panel).toContain('at step 0'), { timeout: 5000 });
    expect(atEnd[i]).toContain('at step 120');
    expect(saidOf(element, panel).replace('step 0', '')).not.toBe(atEnd[i]?.replace('step 120', ''));
  }
  expect(element.description).toContain(
    'After 120 steps of learning to look 1 token back, at the end of the run,',
  );
  expect(saidOf(element, 'rows')).toMatch(/ \d of 15 found \(\d+° off, others \d+°\)/);
  expect(atEnd[0]).toContain('15 of 15 found');
});

test('every number on the rail stands in one line', async () => {
  const element = await training();
  const labels = /** @type {NodeListOf<HTMLElement>} */ (
    element.shadowRoot?.querySelectorAll('.steps span:not(.minor)')
  );
  expect(Array.from(labels, (label) => label.textContent).at(-1)).toBe('120');
  for (const label of labels) expect(label.offsetHeight).toBeLessThan(20);
});

test('numbers beyond all bounds are told in words', async () => {
  document.body.style.width = '360px';
  const element = await training({ 'learning-rate': '10', optimiser: 'momentum' });
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const labels = Array.from(root.querySelectorAll('[aria-label]'), (one) => one.getAttribute('aria-label'));
  const said = [part(element, '.training').textContent, element.description, ...labels].join('\n');
  expect(said).not.toMatch(/Infinity|NaN|undefined|no number|∞/);
  await vi.waitFor(() => expect(part(element, '.numbers').textContent).toContain('over\u00a010³⁰⁷'));
});

test.each([
  [1300, false],
  [900, true],
  [350, true],
])('on %i pixels the lines carry their names, or one legend does', async (width, hasLegend) => {
  document.body.style.width = `${width}px`;
  const element = await training();
  const legends = element.shadowRoot?.querySelectorAll('.legend') ?? [];
  expect(legends.length).toBe(1);
  expect(isShown(/** @type {Element} */ (legends[0]))).toBe(hasLegend);
  const region = part(element, '.numbers');
  expect(region.scrollWidth).toBeLessThanOrEqual(region.clientWidth);
  expect(isShown(part(element, '[data-row=rotary] .loss'))).toBe(true);
});

test('in another theme the rows look as if it had been so from the start', async () => {
  const element = await training();
  const light = pixels(element, 'rows');
  element.change({ theme: 'dark' });
  await vi.waitFor(() => expect(pixels(element, 'rows') === light).toBe(false));
  const changed = pixels(element, 'rows');
  element.remove();
  expect(pixels(await training({ theme: 'dark' }), 'rows') === changed).toBe(true);
});

test('the learned rows are seen as vectors too, in their first two components, and on the ring again', async () => {
  const element = await training();
  const ring = pixels(element, 'rows');
  const [onRing, asVectors] = [part(element, '[data-way=ring]'), part(element, '[data-way=components]')];
  expect(onRing.getAttribute('aria-pressed')).toBe('true');
  await userEvent.click(asVectors);
  expect([onRing, asVectors].map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
  expect(saidOf(element, 'rows')).toMatch(/ \d+ % seen \(\d+° off, others \d+°\)/);
  await vi.waitFor(() => expect(pixels(element, 'rows') === ring).toBe(false));
  const atEnd = pixels(element, 'rows');
  await userEvent.click(part(element, '[data-do=reset]'));
  await vi.waitFor(() => expect(saidOf(element, 'rows')).toContain('at step 0'), { timeout: 5000 });
  expect(pixels(element, 'rows') === atEnd).toBe(false);
  await userEvent.click(onRing);
  expect(saidOf(element, 'rows')).toMatch(/ \d+ of 15 found/);
});

test('the trained part is shaded, and what was never seen is not', async () => {
  const element = await training();
  const canvas = /** @type {HTMLCanvasElement} */ (
    /** @type {unknown} */ (part(element, '[data-panel=test]'))
  );
  const right = canvas.clientWidth - 20;
  // High in the plot, where no line is.
  const ground = (/** @type {number} */ x) => pixelAt(canvas, x, 80);
  const plot = bytesOf(palette('light').plot);
  expect(apart(ground(right), plot)).toBe(0);
  expect(apart(ground(52), plot)).toBeGreaterThan(8);
});

test('attention is dark along one diagonal at the end, and nowhere so at the start', async () => {
  const element = await training();
  const canvas = /** @type {HTMLCanvasElement} */ (
    /** @type {unknown} */ (part(element, '[data-panel=learned]'))
  );
  const ink = () => {
    const { data, width, height } = /** @type {CanvasRenderingContext2D} */ (
      canvas.getContext('2d')
    ).getImageData(0, 0, canvas.width, canvas.height);
    // The lines under the diagonal, in the part of the canvas that is surely the matrix's.
    const at = (/** @type {number} */ x, /** @type {number} */ y) =>
      Number(data[4 * (Math.floor(y) * width + Math.floor(x)) + 2]);
    const dark = [];
    for (let y = 0.2; y < 0.7; y += 0.01)
      dark.push(Math.min(...Array.from({ length: 50 }, (_, i) => at((0.25 + i / 80) * width, y * height))));
    return dark.reduce((sum, value) => sum + value, 0) / dark.length;
  };
  const end = ink();
  await userEvent.click(part(element, '[data-do=reset]'));
  await vi.waitFor(() => expect(saidOf(element, 'learned')).toContain('at step 0'), { timeout: 5000 });
  expect(ink()).toBeGreaterThan(end + 40);
});
