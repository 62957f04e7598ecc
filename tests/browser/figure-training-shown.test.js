import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { palette } from '../../web/charts/index.js';
import { LossGraph } from '../../web/figures/training/loss-graph.js';
import { stripes } from '../../web/figures/training/test-graph.js';
import { apart, bytesOf, pixelAt } from './charts-support.js';
import { figure, frame, part, pixels } from './element-support.js';

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

test('numbers beyond all bounds are told in words, and the axis of the test ends below them', async () => {
  document.body.style.width = '360px';
  const element = await training({ 'learning-rate': '10', optimiser: 'momentum' });
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const labels = Array.from(root.querySelectorAll('[aria-label]'), (one) => one.getAttribute('aria-label'));
  const said = [part(element, '.training').textContent, element.description, ...labels].join('\n');
  expect(said).not.toMatch(/Infinity|NaN|undefined|no number|∞/);
  expect(part(element, '.numbers').textContent).toContain('over\u00a010³⁰⁷');
  const clipped = part(element, '.clipped');
  expect(isShown(clipped)).toBe(true);
  expect(clipped.textContent).toBe('off the scale, as far as over\u00a010³⁰⁷');
  const words = part(element, '.beyond:not(.clipped)').getBoundingClientRect();
  expect(clipped.getBoundingClientRect().top).toBeGreaterThan(words.bottom - 1);
});

test('in the test, the learned line ends with a dot at the last trained position, and nothing else is off the scale', async () => {
  document.body.style.width = '1300px';
  const element = await training({ steps: '20' });
  const [end, word, canvas] = ['.line-end', '.ends', '[data-panel=test]'].map((one) => part(element, one));
  const box = /** @type {HTMLElement} */ (canvas).getBoundingClientRect();
  const dot = /** @type {HTMLElement} */ (end).getBoundingClientRect();
  const bar = part(element, '[data-bar=learned]').getBoundingClientRect();
  expect(dot.left + dot.width / 2).toBeCloseTo(bar.left + (15 / 63) * bar.width, -1);
  // Just above the axis: the best perplexity, 1, does not lie on it.
  expect(box.bottom - dot.bottom).toBeGreaterThan(24);
  expect(box.bottom - dot.bottom).toBeLessThan(60);
  expect(isShown(/** @type {HTMLElement} */ (word))).toBe(true);
  expect(isShown(part(element, '.clipped'))).toBe(false);
});

test('where all positions that are tested were trained on, nothing is said to end', async () => {
  const element = await training({ 'sequence-length': '16' });
  for (const one of ['.line-end', '.ends', '.beyond']) expect(isShown(part(element, one)), one).toBe(false);
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

test('a loss of 0 runs along the bottom, and one beyond all bounds along the top', async () => {
  const graph = new LossGraph('light');
  graph.element.style.cssText = 'width: 400px; height: 300px';
  document.body.append(graph.element);
  const run = (/** @type {number} */ loss) => ({
    ...{ known: { learned: { losses: new Float64Array(50).fill(loss), heldOutLosses: new Float64Array() } } },
    ...{
      steps: 50,
      step: 50,
      reached: 50,
      place: 1,
      ends: undefined,
      seen: { step: 20, heldOut: new Int32Array() },
    },
  });
  const data = { sizes: { lookBack: 1, length: 16, testLength: 16, dimensions: 8 } };
  const canvas = /** @type {HTMLCanvasElement} */ (graph.element.querySelector('canvas'));
  canvas.style.cssText = 'width: 400px; height: 300px';
  const ink = bytesOf(palette('light').ink);
  const inkAt = (/** @type {number} */ y) =>
    Math.min(
      ...Array.from({ length: 280 }, (_, i) =>
        apart(pixelAt(canvas, 150 + Math.floor(i / 7), y - 3 + (i % 7)), ink),
      ),
    );
  for (const [loss, edge, other] of [
    [0, 276, 26],
    [1e80, 26, 276],
  ]) {
    graph.forget();
    graph.set(/** @type {any} */ (run(Number(loss))), /** @type {any} */ (data));
    await frame();
    expect(inkAt(Number(edge)), `${loss}`).toBeLessThan(60);
    expect(inkAt(Number(other)), `${loss}`).toBeGreaterThan(150);
  }
  graph.destroy();
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
  const words = Array.from(element.shadowRoot?.querySelectorAll('.said-of') ?? []);
  const ground = (/** @type {string} */ beginning) => {
    const word = words.find(({ textContent }) => textContent?.startsWith(beginning));
    const { left, top } = /** @type {Element} */ (word).getBoundingClientRect();
    const box = canvas.getBoundingClientRect();
    return pixelAt(canvas, left - box.left - 3, top - box.top + 3);
  };
  const plot = bytesOf(palette('light').plot);
  expect(apart(ground('never seen'), plot)).toBe(0);
  expect(apart(ground('trained'), plot)).toBeGreaterThan(8);
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

test('the bar of an encoding is dark where the right key was found, and only there', () => {
  const losses = new Float64Array(4);
  const bar = (/** @type {number[]} */ ...correct) =>
    stripes({ start: 1, losses, correct: Uint8Array.from(correct) }, 5);
  expect(bar(0, 0, 0, 0)).toBe('none');
  expect(stripes(undefined, 5)).toBe('none');
  const dark = (/** @type {number} */ from, /** @type {number} */ to) =>
    `transparent ${from}.000%, currentColor ${from}.000% ${to}.000%, transparent ${to}.000%`;
  expect(bar(1, 1, 0, 1)).toBe(`linear-gradient(to right, ${dark(20, 60)}, ${dark(80, 100)})`);
  expect(bar(0, 1, 0, 0)).toBe(`linear-gradient(to right, ${dark(40, 60)})`);
});
