import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { colorAt } from '../../web/charts/index.js';
import { apart, bytesOf, pixelAt } from './charts-support.js';
import { figure, frame, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

/** @param {Record<string, string>} [attributes] */
const clocks = (attributes) => figure({ figure: 'clocks', ...attributes });

/** @param {Scope} element */
const canvases = (element) =>
  /** @type {HTMLCanvasElement[]} */ ([...(element.shadowRoot?.querySelectorAll('.dials canvas') ?? [])]);

/** Where the dials of a canvas are. @param {HTMLCanvasElement} canvas */
const dialsOf = (canvas) =>
  /** @type {Chart} */ (Chart.getChart(canvas)).getDatasetMeta(0).data.map(({ x, y, options }) => ({
    x,
    y,
    radius: Number(options.radius),
  }));

/**
 * Where a hand is seen to point: the middle of what has its colour on a circle round the dial's centre.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ x: number, y: number, radius: number }} dial
 * @param {string} color
 * @returns {number} radians, counterclockwise from the x axis
 */
function seenAngle(canvas, { x, y, radius }, color) {
  let [across, up] = [0, 0];
  for (let step = 0; step < 720; step += 1) {
    const angle = (2 * Math.PI * step) / 720;
    const at = pixelAt(canvas, x + 0.42 * radius * Math.cos(angle), y - 0.42 * radius * Math.sin(angle));
    if (apart(at, bytesOf(color)) > 60) continue;
    across += Math.cos(angle);
    up += Math.sin(angle);
  }
  return Math.hypot(across, up) > 0 ? Math.atan2(up, across) : Number.NaN;
}

/** @param {number} one @param {number} other radians */
const turned = (one, other) => Math.abs(Math.atan2(Math.sin(one - other), Math.cos(one - other)));

test.each([
  ['own', '20.4', 10000, 32],
  ['llama-2-7b', '40.3', 10000, 64],
  ['mistral-7b-v0-3', '63', 1e6, 64],
])('every hand of %s is seen at position × θ', async (model, at, base, pairs) => {
  const element = await clocks({ model, at });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  const dials = dialsOf(canvas);
  expect(dials.length).toBe(pairs);
  const color = colorAt(Math.floor(Number(at)) / 63, 'light');
  for (const [pair, dial] of dials.entries()) {
    const angle = Number(at) * base ** (-pair / pairs);
    expect(turned(seenAngle(canvas, dial, color), angle), `pair ${pair}`).toBeLessThan(0.08);
  }
});

test('playing turns the hands, and never faster than the position', async () => {
  const element = await clocks({ speed: '4', dimensions: '16' });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  await userEvent.click(part(element, '[part=play]'));
  await vi.waitFor(() => expect(element.position).toBeGreaterThan(2));
  const before = canvas.toDataURL();
  await vi.waitFor(() => expect(canvas.toDataURL()).not.toBe(before));
  await userEvent.click(part(element, '[part=play]'));
  await frame();
  const { position } = element;
  const color = colorAt(Math.floor(position) / 63, 'light');
  for (const [pair, dial] of dialsOf(canvas).entries()) {
    expect(turned(seenAngle(canvas, dial, color), position * 10000 ** (-pair / 8))).toBeLessThan(0.08);
  }
});

test('the pointer reads a dial, and leaves nothing when it goes', async () => {
  const element = await clocks({ model: 'llama-2-7b', at: '40' });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  const box = canvas.getBoundingClientRect();
  const dial = /** @type {{ x: number, y: number }} */ (dialsOf(canvas)[46]);
  const readout = part(element, '.readout');
  expect(readout.hidden).toBe(true);
  const plain = canvas.toDataURL();
  const move = (/** @type {string} */ type, /** @type {number} */ x, /** @type {number} */ y) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        clientX: box.left + x,
        clientY: box.top + y,
        pointerType: 'mouse',
        bubbles: true,
      }),
    );
  move('pointermove', dial.x, dial.y);
  expect(readout.hidden).toBe(false);
  for (const text of ['pair 46', 'θ 0.00133', 'wavelength 4712', 'angle 3.1°', '0 full turns', '313.0°'])
    expect(readout.textContent).toContain(text);
  expect(canvas.toDataURL()).not.toBe(plain);
  const seen = readout.getBoundingClientRect();
  expect(seen.left).toBeGreaterThanOrEqual(box.left - 1);
  expect(seen.right).toBeLessThanOrEqual(box.right + 1);
  element.change({ at: 50 });
  await frame();
  await frame();
  expect(readout.textContent).toContain('at position 50');
  part(element, '.plot').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
  expect(readout.hidden).toBe(true);
});

test('a finger reads a dial, and what it read stays until the focus goes', async () => {
  const element = await clocks({ at: '10' });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  const box = canvas.getBoundingClientRect();
  const dial = /** @type {{ x: number, y: number }} */ (dialsOf(canvas)[5]);
  const touch = {
    clientX: box.left + dial.x,
    clientY: box.top + dial.y,
    pointerType: 'touch',
    bubbles: true,
  };
  canvas.dispatchEvent(new PointerEvent('pointerdown', touch));
  part(element, '.plot').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' }));
  expect(part(element, '.readout').textContent).toContain('pair 5');
  part(element, '[part=play]').focus();
  expect(part(element, '.readout').hidden).toBe(true);
});

test('keys go from dial to dial, and say what they read', async () => {
  const element = await clocks({ dimensions: '128', at: '9' });
  const plot = part(element, '.plot');
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  const columns = dialsOf(canvas).filter(({ y }, _, [first]) => y === first?.y).length;
  const status = part(element, '[part=status]');
  plot.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(status.textContent).toMatch(/^pair 0 at position 9, angle 155\.7° after 1 full turn,/);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(status.textContent).toContain('pair 1 at');
  await userEvent.keyboard('{ArrowDown}');
  expect(status.textContent).toContain(`pair ${columns + 1} at`);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(status.textContent).toContain('pair 1 at');
  await userEvent.keyboard('{End}{ArrowRight}');
  expect(status.textContent).toContain('pair 63 at');
  expect(status.textContent).toContain('never a full turn');
  await userEvent.keyboard('{Home}');
  expect(status.textContent).toContain('pair 0 at');
  await userEvent.keyboard('{Escape}');
  expect(part(element, '.readout').hidden).toBe(true);
});

test('a screen reader gets the same numbers as the eye', async () => {
  const element = await clocks({ model: 'llama-3-8b' });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  expect(element.description).toContain('29 of them, pairs 35 to 63, never finish a turn');
  expect(canvas.getAttribute('role')).toBe('img');
  expect(canvas.getAttribute('aria-label')).toBe(element.description);
  const plot = part(element, '.plot');
  expect(plot.getAttribute('role')).toBe('application');
  expect(plot.getAttribute('aria-label')).toContain(element.description);
  expect(element.shadowRoot?.querySelectorAll('.clocks [tabindex="0"]').length).toBe(1);
  expect(part(element, '.legend').textContent).toContain('pairs 35–63 never finish a turn in 8192 positions');
});

test.each([1000, 330, 300])('128 dials fit %i pixels', async (width) => {
  document.body.style.width = `${width}px`;
  const element = await clocks({ dimensions: '256', at: '3' });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  const dials = dialsOf(canvas);
  expect(dials.length).toBe(128);
  const box = part(element, '.plot');
  expect(canvas.clientHeight).toBe(box.clientHeight);
  expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
  for (const { x, y, radius } of dials) {
    expect(radius).toBeGreaterThan(13);
    expect(x - radius).toBeGreaterThanOrEqual(0);
    expect(x + radius).toBeLessThanOrEqual(canvas.clientWidth);
    expect(y + radius + 10).toBeLessThanOrEqual(canvas.clientHeight);
  }
});

test('the grid follows the width without a complaint of the browser', async () => {
  const complaints = vi.fn();
  window.addEventListener('error', complaints);
  document.body.style.width = '900px';
  const element = await clocks({ dimensions: '128', at: '3' });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  const wide = canvas.clientHeight;
  document.body.style.width = '340px';
  await vi.waitFor(() => expect(canvas.clientHeight).toBeGreaterThan(wide));
  expect(canvas.clientHeight).toBe(part(element, '.plot').clientHeight);
  document.body.style.width = '900px';
  await vi.waitFor(() => expect(canvas.clientHeight).toBe(wide));
  window.removeEventListener('error', complaints);
  expect(complaints).not.toHaveBeenCalled();
});

test('a model with two types of layers has a group of dials for each, and other models have one again', async () => {
  const element = await clocks({ model: 'gemma-3-4b', at: '5' });
  const titles = () =>
    Array.from(
      element.shadowRoot?.querySelectorAll('.dials .title b') ?? [],
      ({ textContent }) => textContent,
    );
  expect(titles()).toEqual(['Gemma 3 4B, sliding attention', 'Gemma 3 4B, full attention']);
  expect(canvases(element).map((canvas) => dialsOf(canvas).length)).toEqual([128, 128]);
  element.change({ model: 'deepseek-v3' });
  await frame();
  expect(titles()).toEqual(['DeepSeek-V3']);
  expect(canvases(element).map((canvas) => dialsOf(canvas).length)).toEqual([32]);
});

test('stretching shows the thin hand of before beside the slower one', async () => {
  const element = await clocks({ dimensions: '16', scaling: 'linear', factor: '4', at: '5' });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  const { x, y, radius } = /** @type {ReturnType<typeof dialsOf>[0]} */ (dialsOf(canvas)[0]);
  const tip = (/** @type {number} */ angle, /** @type {number} */ part) =>
    pixelAt(canvas, x + part * radius * Math.cos(angle), y - part * radius * Math.sin(angle));
  const hand = bytesOf(colorAt(5 / 63, 'light'));
  expect(apart(tip(5 / 4, 0.5), hand)).toBeLessThan(60);
  expect(apart(tip(5, 0.9), [255, 255, 255])).toBeGreaterThan(60);
  expect(part(element, '.legend').textContent).toContain('thin hand: without scaling');
  element.change({ scaling: 'none' });
  await frame();
  await frame();
  expect(apart(tip(5, 0.5), hand)).toBeLessThan(60);
  expect(part(element, '.legend').textContent).not.toContain('thin hand');
});

test('a model hides the controls that it overrules', async () => {
  const element = await clocks({ at: '5' });
  const shown = () =>
    ['dimensions', 'base', 'scaling', 'factor', 'trained-length', 'positions'].filter((name) => {
      const control = element.shadowRoot?.querySelector(`[data-control="${name}"]`);
      return control instanceof HTMLElement && control.offsetParent !== null;
    });
  expect(shown()).toEqual(['dimensions', 'base', 'scaling', 'trained-length', 'positions']);
  element.change({ scaling: 'yarn' });
  await frame();
  expect(shown()).toContain('factor');
  element.change({ model: 'gpt-oss' });
  await frame();
  expect(shown()).toEqual(['positions']);
});

test('another theme gives other grounds, and the console stays silent', async () => {
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
  const element = await clocks({ theme: 'light', at: '5' });
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  expect(pixelAt(canvas, 2, 2)).toEqual(bytesOf('#ffffff'));
  element.change({ theme: 'dark' });
  await frame();
  await frame();
  expect(pixelAt(canvas, 2, 2)).toEqual(bytesOf('#17191f'));
  element.remove();
  for (const call of said) expect(call).not.toHaveBeenCalled();
});
