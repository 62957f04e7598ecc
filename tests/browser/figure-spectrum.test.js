import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { liveCharts } from '../../web/charts/index.js';
import { loadCore } from '../../web/core/index.js';
import * as exports from '../../web/figures/models/exports.js';
import { modelsOf } from '../../web/figures/models/models.js';
import { figure, frame, part, pixels } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */
/** @typedef {import('../../web/figures/models/models.js').Model} Model */

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

/** @param {Record<string, string>} [attributes] */
const spectrum = (attributes) => figure({ figure: 'spectrum', ...attributes });

/** @param {Scope} element @returns {HTMLCanvasElement} */
const canvasOf = (element) => /** @type {any} */ (part(element, 'canvas[data-panel=curves]'));

/** What is drawn: a list of points a line. @param {Scope} element */
const drawn = (element) =>
  /** @type {Chart} */ (Chart.getChart(canvasOf(element))).data.datasets.map(
    ({ data }) => /** @type {{ x: number, y: number }[]} */ ([...data]),
  );

/** @param {Scope} element */
async function models(element) {
  const { settings } = element;
  return modelsOf(await loadCore(), settings, settings.models);
}

/** @param {Model | undefined} model */
const wavelengths = (model) =>
  Array.from(model?.inverseFrequencies ?? [], (f, x) => ({ x, y: (2 * Math.PI) / f }));

/** The point of a curve on the screen. @param {Scope} element @param {number} curve @param {number} pair */
function pointOf(element, curve, pair) {
  const canvas = canvasOf(element);
  const chart = /** @type {Chart} */ (Chart.getChart(canvas));
  const { x, y } = /** @type {any} */ (chart.getDatasetMeta(curve).data[pair]);
  const { left, top } = canvas.getBoundingClientRect();
  return { x: left + x, y: top + y };
}

/** @param {Scope} element @param {string} type @param {{ x: number, y: number }} at @param {PointerEventInit} [more] */
const point = (element, type, at, more) =>
  part(element, '.plot').dispatchEvent(
    new PointerEvent(type, { clientX: at.x, clientY: at.y, pointerType: 'mouse', button: 0, ...more }),
  );

/** @param {Scope} element */
const read = (element) => part(element, '.reading').textContent;

const stretched = { models: 'own', scaling: 'yarn', factor: '16' };

test('the curves are the numbers of the models', async () => {
  const element = await spectrum({ models: 'llama-2-7b deepseek-v3 phi-3-mini-128k' });
  const shown = drawn(element);
  for (const [i, model] of (await models(element)).entries()) expect(shown[i]).toEqual(wavelengths(model));
  expect(canvasOf(element).getAttribute('aria-label')).toBe(element.description);
  expect(canvasOf(element).getAttribute('role')).toBe('img');
  expect(element.shadowRoot?.querySelector('.transport:not([hidden])')).toBeNull();
});

test('another scaling moves the curve there through values between, and ends exactly', async () => {
  const element = await spectrum({ models: 'own', factor: '16' });
  const [before] = await models(element);
  element.change({ scaling: 'yarn' });
  const [after] = await models(element);
  const last = (/** @type {Model | undefined} */ model) => Number(wavelengths(model)[63]?.y);
  /** @type {number[]} */
  const seen = [];
  await vi.waitFor(
    async () => {
      await frame();
      seen.push(Number(drawn(element)[0]?.[63]?.y));
      expect(seen.at(-1)).toBe(last(after));
    },
    { timeout: 3000, interval: 1 },
  );
  const between = seen.filter((y) => y > last(before) && y < last(after));
  expect(between.length).toBeGreaterThan(2);
  expect(between).toEqual([...between].sort((a, b) => a - b));
  expect(drawn(element)[0]).toEqual(wavelengths(after));
  // It rests: nothing draws again.
  const paint = vi.spyOn(CanvasRenderingContext2D.prototype, 'stroke');
  await frame();
  await frame();
  expect(paint).not.toHaveBeenCalled();
});

test('another quantity is there at once, since nothing is between a length and a speed', async () => {
  const element = await spectrum({ models: 'own' });
  element.change({ quantity: 'frequency' });
  await frame();
  const [model] = await models(element);
  expect(drawn(element)[0]).toEqual(Array.from(model?.inverseFrequencies ?? [], (y, x) => ({ x, y })));
});

test('where motion is to be reduced the curve is there at once', async () => {
  const real = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const list = real(query);
    if (query.includes('reduced-motion')) Object.defineProperty(list, 'matches', { value: true });
    return list;
  });
  const element = await spectrum({ models: 'own' });
  element.change({ scaling: 'ntk' });
  await frame();
  expect(drawn(element)[0]).toEqual(wavelengths((await models(element))[0]));
});

test('a pair is read by pointer, tap and keys, in numbers that stay in view after a tap', async () => {
  const element = await spectrum({ models: 'llama-2-7b llama-3-1-8b' });
  const plain = pixels(element, 'curves');
  point(element, 'pointermove', pointOf(element, 1, 35));
  expect(read(element)).toContain('Llama 3.1 8B, pair 35: inverse frequency');
  expect(pixels(element, 'curves')).not.toBe(plain);
  point(element, 'pointerleave', { x: 0, y: 0 });
  expect(pixels(element, 'curves')).toBe(plain);
  point(element, 'pointerdown', pointOf(element, 0, 20), { pointerType: 'touch' });
  point(element, 'pointerleave', { x: 0, y: 0 }, { pointerType: 'touch' });
  expect(read(element)).toContain('Llama 2 7B, pair 20: inverse frequency 0.0562, wavelength 112');
  expect(part(element, '.chosen').dataset.curve).toBe('llama-2-7b');
});

test('the plot is one tab stop, where arrow keys go along a curve and from curve to curve', async () => {
  const element = await spectrum({ models: 'llama-2-7b deepseek-v3' });
  part(element, '.plot').focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(read(element)).toMatch(/^DeepSeek-V3, pair 0: inverse frequency 1, wavelength 6\.28/);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(read(element)).toMatch(/^DeepSeek-V3, pair 1:/);
  expect(part(element, '[part=status]').textContent).toBe(read(element));
  await userEvent.keyboard('{ArrowUp}{End}');
  expect(read(element)).toMatch(/^Llama 2 7B, pair 63:/);
  await userEvent.keyboard('{ArrowDown}');
  expect(read(element)).toMatch(/^DeepSeek-V3, pair 31:/);
  await userEvent.keyboard('{Home}{Shift>}{ArrowRight}{/Shift}');
  expect(read(element)).toMatch(/^DeepSeek-V3, pair 8:/);
  await userEvent.keyboard('{Escape}');
  expect(read(element)).toMatch(/^Point at a curve/);
});

test('the pair that is read follows its curve, and is gone with it', async () => {
  const element = await spectrum({ models: 'own llama-2-7b', dimensions: '128' });
  part(element, '[data-curve=own] button').click();
  part(element, '.plot').focus();
  await userEvent.keyboard('{End}');
  expect(read(element)).toMatch(/^Your own, pair 63:/);
  element.change({ dimensions: 64 });
  await vi.waitFor(() => expect(read(element)).toMatch(/^Your own, pair 31:/));
  element.change({ models: 'llama-2-7b' });
  await vi.waitFor(() => expect(read(element)).toMatch(/^Point at a curve/));
});

test('what YaRN and Llama 3 keep, blend and divide stands under their pairs, in words too', async () => {
  const element = await spectrum({ models: 'llama-2-7b llama-3-1-8b deepseek-v3' });
  const rows = /** @type {HTMLElement[]} */ ([
    ...(element.shadowRoot?.querySelectorAll('.curves-list li') ?? []),
  ]);
  expect(rows.map((row) => row.querySelector('.band') !== null)).toEqual([false, true, true]);
  expect(rows[1]?.textContent).toContain('pairs 0–28 kept, 29–34 blended, 35–63 divided by 8');
  const words = [...(rows[2]?.querySelectorAll('.band span') ?? [])].map((word) => word.textContent);
  expect(words).toEqual(['kept', 'blended', 'divided']);
  const band = part(element, '[data-curve=deepseek-v3] .band').getBoundingClientRect();
  expect(band.left).toBeCloseTo(pointOf(element, 2, 0).x, 0);
  expect(band.right).toBeCloseTo(pointOf(element, 2, 31).x, 0);
  const links = rows.map((row) => row.querySelector('a')?.getAttribute('href'));
  expect(links).toEqual((await models(element)).map(({ source }) => source));
});

test('the table has every pair’s numbers, and is only there while it is open', async () => {
  const element = await spectrum(stretched);
  expect(element.shadowRoot?.querySelector('table')).toBeNull();
  await userEvent.click(part(element, 'summary'));
  await frame();
  const [model] = /** @type {Model[]} */ (await models(element));
  const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    Array.from(row.children, (cell) => cell.textContent ?? ''),
  );
  expect(rows).toHaveLength(64);
  for (const [pair, [name, frequency, wavelength, , , kind]] of rows.entries()) {
    expect(name).toBe(String(pair));
    const value = Number(model?.inverseFrequencies[pair]);
    expect(Math.abs(Number(frequency) / value - 1)).toBeLessThan(1e-8);
    expect(Math.abs((Number(wavelength) * value) / (2 * Math.PI) - 1)).toBeLessThan(1e-8);
    expect(kind).toBe(pair <= 20 ? 'kept' : pair <= 45 ? 'blended' : 'divided');
  }
  await userEvent.click(part(element, 'summary'));
  await frame();
  expect(element.shadowRoot?.querySelector('table')).toBeNull();
});

test('the buttons copy exactly the exports of the selected model, and the link', async () => {
  const element = await spectrum({ models: 'llama-2-7b gpt-oss' });
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const [llama, gpt] = /** @type {[Model, Model]} */ (await models(element));
  const forms = /** @type {const} */ ([
    ['CSV', exports.asCsv],
    ['rope_scaling', exports.asRopeScaling],
    ['llama.cpp flags', exports.asLlamaCpp],
    ['PyTorch', exports.asTorch],
    ['NumPy', exports.asNumpy],
  ]);
  for (const [name, form] of forms) {
    await userEvent.click(part(element, `[data-copy="${name}"]`));
    expect(copied).toHaveBeenLastCalledWith(form(gpt));
    await vi.waitFor(() => expect(part(element, '.copied').textContent).toBe(`${name} of gpt-oss: copied.`));
    expect(part(element, '[part=status]').textContent).toBe(`${name} of gpt-oss: copied.`);
  }
  await userEvent.click(part(element, '[data-curve=llama-2-7b] .curve-name'));
  await userEvent.click(part(element, '[data-copy=CSV]'));
  expect(copied).toHaveBeenLastCalledWith(exports.asCsv(llama));
  await userEvent.click(part(element, '[data-copy=Link]'));
  expect(copied).toHaveBeenLastCalledWith(part(element, '[part=link]').getAttribute('href'));
});

test.each([
  ['refused', () => vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'))],
  ['absent', () => vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(/** @type {any} */ (undefined))],
])('where copying is %s the text is shown and selected', async (_, hinder) => {
  const element = await spectrum({ models: 'gpt-oss' });
  hinder();
  await userEvent.click(part(element, '[data-copy=NumPy]'));
  const text = part(element, '.copies textarea');
  await vi.waitFor(() => expect(text.hidden).toBe(false));
  expect(text.value).toBe(exports.asNumpy(/** @type {Model} */ ((await models(element))[0])));
  expect([text.selectionStart, text.selectionEnd]).toEqual([0, text.value.length]);
  expect(element.shadowRoot?.activeElement).toBe(text);
  expect(part(element, '.copied').textContent).toContain('copy it with the keyboard');
  expect(part(element, '[part=status]').textContent).toBe(part(element, '.copied').textContent);
});

test('a link shows the same picture again', async () => {
  const element = await spectrum();
  element.change({ models: 'own phi-2 gemma-4', scaling: 'llama3', factor: 7, quantity: 'frequency' });
  element.change({ config: '{"head_dim": 32, "max_position_embeddings": 512}' });
  const [first] = await models(element);
  const last = first?.inverseFrequencies.at(-1);
  await vi.waitFor(() => expect(drawn(element)[0]?.at(-1)?.y).toBe(last), { timeout: 3000 });
  await userEvent.click(part(element, '[data-curve=config] button'));
  const { settings, description, link } = element;
  const [curves, picture] = [drawn(element), pixels(element, 'curves')];
  element.remove();
  const entries = [...new URLSearchParams(link)].filter(([name]) => name !== 'v');
  const other = await figure(Object.fromEntries(entries));
  expect(other.settings).toEqual(settings);
  expect(other.description).toBe(description);
  // Five curves, one's own without scaling, and the pairs of Gemma 4 that stand still.
  expect(curves).toHaveLength(7);
  await userEvent.click(part(other, '[data-curve=config] button'));
  expect(drawn(other)).toEqual(curves);
  expect(pixels(other, 'curves')).toBe(picture);
});

test('it fits a window of 320 pixels, and no word in the plot is cut off', async () => {
  document.body.style.width = '304px';
  const element = await spectrum({ models: 'own deepseek-v3 gemma-3-4b', scaling: 'yarn' });
  const { right } = element.getBoundingClientRect();
  for (const inner of element.shadowRoot?.querySelectorAll('.spectrum *, .controls *') ?? []) {
    if (inner.closest('.unseen, select, .table, [hidden]')) continue;
    expect(inner.getBoundingClientRect().right, inner.outerHTML.slice(0, 80)).toBeLessThanOrEqual(right + 1);
  }
});

test('it comes and goes without leaving a chart behind, in both themes', async () => {
  const charts = liveCharts();
  const element = await spectrum({ theme: 'light' });
  const light = pixels(element, 'curves');
  element.change({ theme: 'dark' });
  await frame();
  expect(pixels(element, 'curves')).not.toBe(light);
  element.change({ models: '' });
  await frame();
  expect(element.shadowRoot?.querySelectorAll('.curves-list li')).toHaveLength(0);
  expect(part(element, '.numbers').hidden).toBe(true);
  expect(/** @type {any} */ (part(element, '[data-copy=CSV]')).disabled).toBe(true);
  element.remove();
  expect(liveCharts()).toBe(charts);
});
