import { afterEach, expect, test, vi } from 'vitest';
import { PlotView } from '../../web/figures/shared/plot-view.js';
import { frame } from './element-support.js';

/** @typedef {import('../../web/figures/index.js').FigureHost} FigureHost */

/** A plot of one number, which keeps what it was given. */
class NumberPlot {
  /** @type {number | undefined} */
  data;
  /** @type {number | undefined} */
  end;
  /** @type {(number | undefined)[]} */
  given = [];

  /** @param {number | undefined} data @param {number | undefined} end */
  set(data, end) {
    this.data = data;
    this.end = end;
    this.given.push(data);
  }

  scheme() {}
  frame() {}
  destroy() {}
}

/** @type {PlotView<number, undefined>[]} */
const views = [];

afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
  vi.useRealTimers();
});

/** @param {{ reducedMotion?: boolean }} [reader] */
function plotView({ reducedMotion = false } = {}) {
  const host = /** @type {FigureHost} */ (
    /** @type {unknown} */ ({ scheme: 'light', reducedMotion: () => reducedMotion })
  );
  const part = /** @type {any} */ ({
    data: (/** @type {{ data: number }} */ { data }) => data,
    between: (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ share) =>
      from + (to - from) * share,
    milliseconds: 100,
  });
  const view = new PlotView(/** @type {any} */ (NumberPlot), part, {
    name: 'number',
    host,
    resized: () => {},
  });
  views.push(view);
  const plot = /** @type {NumberPlot} */ (/** @type {unknown} */ (view.plot));
  const show = (/** @type {number} */ data) => view.set(/** @type {any} */ ({ data }));
  return { view, plot, show };
}

test('a move that another cuts short goes on from where it is', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { view, plot, show } = plotView();
  show(10);
  show(20);
  vi.advanceTimersByTime(50);
  expect(view.frame(0, false)).toBe(true);
  expect(plot.data).toBeCloseTo(15);
  show(100);
  expect(plot.data).toBeCloseTo(15);
  vi.advanceTimersByTime(50);
  view.frame(0, false);
  expect(plot.data).toBeCloseTo(57.5);
  vi.advanceTimersByTime(50);
  expect(view.frame(0, false)).toBe(false);
  expect(plot.data).toBe(100);
});

test('a move is slow at both ends', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { view, plot, show } = plotView();
  show(1);
  show(2);
  const at = [10, 40, 40].map((milliseconds) => {
    vi.advanceTimersByTime(milliseconds);
    view.frame(0, false);
    return Number(plot.data) - 1;
  });
  expect(at[0]).toBeLessThan(0.05);
  expect(at[1]).toBeCloseTo(0.5);
  expect(at[2]).toBeGreaterThan(0.95);
});

test('a move back to where it began turns round', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { view, plot, show } = plotView();
  show(10);
  show(20);
  vi.advanceTimersByTime(50);
  view.frame(0, false);
  show(10);
  vi.advanceTimersByTime(50);
  view.frame(0, false);
  expect(plot.data).toBeCloseTo(12.5);
  vi.advanceTimersByTime(50);
  view.frame(0, false);
  expect(plot.data).toBe(10);
});

test('with reduced motion the new numbers are there at once', async () => {
  const { view, plot, show } = plotView({ reducedMotion: true });
  show(10);
  show(20);
  await frame();
  expect(view.frame(0, false)).toBe(false);
  expect(plot.given).toEqual([10, 20]);
});
