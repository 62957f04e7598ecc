import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { palette } from '../../web/charts/index.js';
import {
  apart,
  bytesOf,
  cleanUp,
  momentOf,
  pixelAt,
  plotOf,
  plotOn,
  settled,
  square,
  stage,
  vectorsOf,
} from './charts-support.js';

afterEach(() => {
  cleanUp();
  vi.restoreAllMocks();
});

test('a plot that is not shown is silent, and is drawn when it appears', async () => {
  const problems = vi.spyOn(console, 'error');
  const warnings = vi.spyOn(console, 'warn');
  const { box, canvas } = stage();
  box.style.display = 'none';
  const plot = plotOn(canvas);
  plot.set(vectorsOf(5));
  plot.frame(momentOf({ x: 1, y: 1, label: 'word0' }));
  plot.select(2);
  plot.scheme('dark');
  expect(plot.texts).toEqual([]);
  expect(plot.pick({ x: 10, y: 10, reach: 16 })).toBe(undefined);
  box.style.display = '';
  await settled();
  expect(pixelAt(canvas, 3, 3)).toEqual(bytesOf(palette('dark').plot));
  expect(plot.texts.length).toBeGreaterThan(2);
  box.style.display = 'none';
  await settled();
  plot.frame(momentOf({ x: 1, y: 0 }));
  expect(problems).not.toHaveBeenCalled();
  expect(warnings).not.toHaveBeenCalled();
});

test('the plot follows its parent, and says so before it draws', async () => {
  const { box, canvas } = stage(400, 300);
  const resized = vi.fn();
  const plot = plotOn(canvas, { onResize: resized });
  plot.set({ ...vectorsOf(5), region: square });
  plot.frame(momentOf({ x: 1, y: 1 }));
  expect(resized).not.toHaveBeenCalled();
  box.style.width = '321.5px';
  await settled();
  expect(resized).toHaveBeenCalledTimes(1);
  expect([canvas.clientWidth, canvas.clientHeight]).toEqual([321, 300]);
  expect(plot.toPixels({ x: 0, y: 0 }).x).toBeCloseTo(160.5, 3);
});

test('it has as many pixels as the device', async () => {
  const { canvas } = plotOf(2);
  expect(canvas.width).toBe(Math.floor(540 * devicePixelRatio));
  const ratio = vi.spyOn(window, 'devicePixelRatio', 'get').mockReturnValue(2);
  const { canvas: fine, plot } = plotOf(2);
  expect([fine.width, fine.height]).toEqual([1080, 840]);
  expect(plot.toPixels({ x: 0, y: 0 })).toEqual({ x: 270, y: 210 });
  ratio.mockRestore();
});

test('it follows the device to another pixel ratio', () => {
  const queries = vi.spyOn(window, 'matchMedia');
  const { canvas, plot } = plotOf(4, { position: 2, index: 2, label: 'word2' });
  const before = plot.texts;
  vi.spyOn(window, 'devicePixelRatio', 'get').mockReturnValue(1.5);
  queries.mock.results[0]?.value.dispatchEvent(new Event('change'));
  expect([canvas.width, canvas.clientWidth]).toEqual([810, 540]);
  expect(pixelAt(canvas, 538, 418)).not.toEqual([0, 0, 0]);
  expect(plot.texts).toEqual(before);
});

test('any canvas is refused that has no parent to give it a size', () => {
  expect(() => plotOn(document.createElement('canvas'))).toThrow('canvas must have a parent element');
});

test('counts may change from one set to the next, up to 4,096', () => {
  const { canvas, plot } = plotOf(3);
  for (const count of [4096, 1, 0, 300, 10]) {
    plot.set(vectorsOf(count));
    plot.frame(momentOf({ position: count / 2, x: 1, y: 1 }));
    expect(apart(pixelAt(canvas, 2, 2), bytesOf('#ffffff'))).toBeLessThan(30);
  }
  expect(Chart.getChart(canvas)?.data.datasets[0]?.data).toHaveLength(10);
});

test('vectors that are not finite, and a view of no size, leave the others in place', () => {
  const { canvas, plot, vectors } = plotOf(3);
  plot.set({
    ...{ ...vectors, x: [Number.NaN, Number.POSITIVE_INFINITY, 1], y: [0, 0, -1] },
    region: { centerX: 0, centerY: 0, spanX: 0, spanY: 0 },
  });
  plot.frame(momentOf({ position: 2, x: Number.NaN, y: 0, label: 'word0' }));
  expect(apart(pixelAt(canvas, 2, 2), bytesOf('#ffffff'))).toBeLessThan(30);
  expect(plot.toPixels({ x: 0, y: 0 }).x).toBe(270);
  const { x, y } = plot.toPixels({ x: 0.9, y: -0.9 });
  expect(apart(pixelAt(canvas, x, y), bytesOf('#ffffff'))).toBeGreaterThan(60);
});

test('destroying gives back charts, observers and listeners, and later calls are silent', async () => {
  const charts = Object.keys(Chart.instances).length;
  const disconnected = vi.spyOn(ResizeObserver.prototype, 'disconnect');
  const added = vi.spyOn(MediaQueryList.prototype, 'addEventListener');
  const removed = vi.spyOn(MediaQueryList.prototype, 'removeEventListener');
  const { box, canvas } = stage();
  const plot = plotOn(canvas);
  plot.set(vectorsOf(5));
  plot.frame(momentOf({ x: 1, y: 1 }));
  expect(Object.keys(Chart.instances)).toHaveLength(charts + 1);
  plot.destroy();
  expect(Object.keys(Chart.instances)).toHaveLength(charts);
  expect(disconnected).toHaveBeenCalledTimes(1);
  expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
  box.style.width = '200px';
  await settled();
  plot.frame(momentOf({ x: 1, y: 0 }));
  plot.select(2);
  plot.scheme('dark');
  plot.destroy();
});

test('a plot works in a shadow root, also as the child of the root itself', () => {
  const { box } = stage(300, 200);
  const canvas = document.createElement('canvas');
  box.attachShadow({ mode: 'open' }).append(canvas);
  const plot = plotOn(canvas);
  plot.set(vectorsOf(2));
  plot.frame(momentOf({ x: 1, y: 1 }));
  expect(canvas.clientWidth).toBe(300);
  expect(pixelAt(canvas, 3, 3)).toEqual(bytesOf(palette('light').plot));
});

test('a plot that is wider than a canvas can be is drawn with fewer pixels', async () => {
  vi.stubGlobal('devicePixelRatio', 3);
  const { canvas } = stage(20_000, 500);
  const plot = plotOn(canvas);
  plot.set(vectorsOf(5));
  plot.frame(momentOf({}));
  await settled();
  vi.unstubAllGlobals();
  expect(canvas.width).toBeLessThanOrEqual(16_384);
  expect(canvas.width * canvas.height).toBeLessThanOrEqual(2 ** 24);
  expect(pixelAt(canvas, 3, 3)).toEqual(bytesOf(palette('light').plot));
});

test('a plot is drawn again when its canvas was lost', async () => {
  const { canvas } = stage();
  const plot = plotOn(canvas);
  plot.set(vectorsOf(5));
  plot.frame(momentOf({}));
  await settled();
  const before = canvas.toDataURL();
  canvas.width += 0;
  expect(canvas.toDataURL()).not.toBe(before);
  canvas.dispatchEvent(new Event('contextrestored'));
  expect(canvas.toDataURL()).toBe(before);
});
