import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { figure, frame, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Counts, from now on, how often each canvas of an element is painted, and how often a chart is made anew or drawn whole. @param {Scope} element */
function counting(element) {
  const canvases = Array.from(element.shadowRoot?.querySelectorAll('canvas') ?? []);
  /** @type {HTMLCanvasElement[]} */
  const painted = [];
  const { drawImage } = CanvasRenderingContext2D.prototype;
  const paint = vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage');
  // A frame begins with a copy of all that rests.
  paint.mockImplementation(
    /** @this {CanvasRenderingContext2D} @param {...any} values */ function (...values) {
      if (this.globalCompositeOperation === 'copy') painted.push(this.canvas);
      return Reflect.apply(drawImage, this, values);
    },
  );
  const update = vi.spyOn(Chart.prototype, 'update');
  const draw = vi.spyOn(Chart.prototype, 'draw');
  return () => {
    const counts = {
      paints: canvases.map((canvas) => painted.filter((one) => one === canvas).length),
      updates: update.mock.calls.length,
      draws: draw.mock.calls.length,
    };
    painted.length = 0;
    for (const spy of [update, draw]) spy.mockClear();
    return counts;
  };
}

/** @param {Scope} element @param {string} panel */
const boxOf = (element, panel) =>
  /** @type {HTMLElement} */ (part(element, `canvas[data-panel="${panel}"]`).parentElement);

/** @param {HTMLElement} box @param {string} type @param {number} x @param {number} y from its left and top */
function point(box, type, x, y) {
  const { left, top } = box.getBoundingClientRect();
  const at = { clientX: left + x, clientY: top + y, bubbles: true, pointerId: 1, button: 0 };
  box.dispatchEvent(new PointerEvent(type, at));
}

const settings = { encodings: 'sinusoidal rotary', positions: '10', at: '4', vector: '1 1' };

/** Presses where the moving arrow's tip is. @param {Scope} element */
async function take(element) {
  const box = boxOf(element, 'rotary');
  // A pointer that is captured must be a real one.
  box.setPointerCapture = () => {};
  for (let x = 10; x < box.clientWidth; x += 12) {
    for (let y = 10; y < box.clientHeight; y += 12) {
      point(box, 'pointermove', x, y);
      if (!box.classList.contains('over')) continue;
      point(box, 'pointerdown', x, y);
      await frame();
      await frame();
      return { box, x, y };
    }
  }
  throw new Error('there is no arrow to take');
}

test('a drag draws each plot once a move', async () => {
  const element = await figure(settings);
  const { box, x, y } = await take(element);
  const counts = counting(element);
  for (let i = 1; i <= 5; i += 1) {
    point(box, 'pointermove', x + i, y + i);
    await frame();
    await frame();
    expect(new Set(counts().paints)).toEqual(new Set([1]));
  }
  point(box, 'pointerup', x + 5, y + 5);
});

test('a hover draws the plot that is pointed at, once, and makes no chart anew', async () => {
  const element = await figure(settings);
  const { box, x, y } = await take(element);
  point(box, 'pointerup', x, y);
  point(box, 'pointermove', 1, 1);
  await frame();
  await frame();
  const counts = counting(element);
  point(box, 'pointermove', x, y);
  await frame();
  await frame();
  const { paints, updates, draws } = counts();
  expect({ all: paints.reduce((a, b) => a + b, 0), updates, draws }).toEqual({
    all: 1,
    updates: 0,
    draws: 0,
  });
});

test('while it plays, a frame draws each plot once and makes no chart anew', async () => {
  const element = await figure({ ...settings, speed: '0.5' });
  element.play();
  await frame();
  const counts = counting(element);
  let frames = 0;
  const count = () => {
    frames += 1;
    request = requestAnimationFrame(count);
  };
  let request = requestAnimationFrame(count);
  await vi.waitFor(() => expect(frames).toBeGreaterThan(20));
  cancelAnimationFrame(request);
  element.pause();
  const { paints, updates } = counts();
  expect(updates).toBe(0);
  for (const painted of paints) {
    expect(painted).toBeGreaterThan(10);
    expect(painted).toBeLessThanOrEqual(frames + 2);
  }
});

test('another theme makes each chart anew once', async () => {
  const element = await figure({ ...settings, theme: 'light' });
  const counts = counting(element);
  element.setAttribute('theme', 'dark');
  await frame();
  await frame();
  const { paints, updates } = counts();
  expect(updates).toBe(paints.length);
});
