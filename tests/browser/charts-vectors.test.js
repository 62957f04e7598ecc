import { Chart } from 'chart.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { palette, positionColors } from '../../web/charts/index.js';
import { expectSameDrawing } from './charts-draw.js';
import {
  apart,
  bytesOf,
  cleanUp,
  momentOf,
  pixelAt,
  pixelsApart,
  pixelsOf,
  plotOf,
  plotOn,
  stage,
  vectorsOf,
} from './charts-support.js';

afterEach(() => {
  cleanUp();
  vi.restoreAllMocks();
});

/** @param {HTMLCanvasElement} canvas @param {{ x: number, y: number }} pixels */
const clientOf = (canvas, { x, y }) => {
  const box = canvas.getBoundingClientRect();
  return /** @type {const} */ ([box.left + x, box.top + y]);
};

test('a unit is as many pixels on both axes, whatever the shape of the plot', () => {
  for (const [width, height] of /** @type {const} */ ([
    [320, 240],
    [900, 300],
    [300, 700],
    [1600, 1000],
  ])) {
    const { canvas } = stage(width, height);
    const plot = plotOn(canvas);
    plot.set({ ...vectorsOf(3), region: { centerX: 3, centerY: -2, spanX: 7, spanY: 2 } });
    plot.frame(momentOf());
    const { x, y } = /** @type {Chart} */ (Chart.getChart(canvas)).scales;
    const across = Number(x?.getPixelForValue(1)) - Number(x?.getPixelForValue(0));
    const up = Number(y?.getPixelForValue(0)) - Number(y?.getPixelForValue(1));
    expect(across).toBeCloseTo(up, 6);
    const [one, other] = [plot.toPixels({ x: 0, y: 0 }), plot.toPixels({ x: 1, y: 1 })];
    expect(other.x - one.x).toBeCloseTo(across, 6);
    expect(one.y - other.y).toBeCloseTo(across, 6);
    cleanUp();
  }
});

test('the box of a view is inside the plot, in its middle', () => {
  const { plot } = plotOf(3);
  const [low, high] = [plot.toPixels({ x: -2, y: -2 }), plot.toPixels({ x: 2, y: 2 })];
  expect(low.x).toBeGreaterThanOrEqual(0);
  expect(high.y).toBeGreaterThanOrEqual(20);
  expect(low.y).toBeLessThanOrEqual(400);
  expect(low.x + high.x).toBeCloseTo(540, 3);
  expect(low.y + high.y).toBeCloseTo(420, 3);
});

test('plots of different sizes can share a scale', () => {
  const plots = [stage(500, 400), stage(300, 240)].map(({ canvas }) => plotOn(canvas));
  for (const plot of plots) plot.set(vectorsOf(2));
  const scale = Math.min(...plots.map((plot) => plot.scaleFor(plot.size.width, plot.size.height)));
  for (const plot of plots) {
    plot.share(scale);
    plot.frame(momentOf());
    expect(plot.toPixels({ x: 1, y: 0 }).x - plot.toPixels({ x: 0, y: 0 }).x).toBeCloseTo(scale, 3);
  }
});

test('the moving arrow ends at its tip, in its colour', () => {
  const { canvas, plot, vectors } = plotOf(3, { x: 1.2, y: -0.5, position: 0.5 });
  const color = bytesOf(/** @type {string} */ (vectors.colors.mark[0]));
  const inside = plot.toPixels({ x: 1.2 * 0.95, y: -0.5 * 0.95 });
  const beyond = plot.toPixels({ x: 1.2 * 1.04, y: -0.5 * 1.04 });
  expect(apart(pixelAt(canvas, inside.x, inside.y), color)).toBeLessThan(40);
  expect(apart(pixelAt(canvas, beyond.x, beyond.y), color)).toBeGreaterThan(80);
});

test('passed arrows are paler than the moving one, and those to come are fainter still', () => {
  const { canvas, plot, vectors } = plotOf(4, { x: 0, y: -1.4, position: 1.5, index: 1 });
  const tone = (/** @type {number} */ i) => {
    const { x, y } = plot.toPixels({ x: Number(vectors.x[i]) * 0.97, y: Number(vectors.y[i]) * 0.97 });
    return apart(pixelAt(canvas, x, y), bytesOf(palette('light').plot));
  };
  const full = apart(bytesOf(/** @type {string} */ (vectors.colors.mark[1])), bytesOf('#ffffff'));
  expect(tone(1)).toBeLessThan(full * 0.8);
  expect(tone(1)).toBeGreaterThan(full * 0.4);
  expect(tone(3)).toBeLessThan(full * 0.35);
  expect(tone(3)).toBeGreaterThan(10);
});

test.each([10, 200, 1000])(
  'stepping through %i arrows gives the very picture that drawing all at once gives',
  (count) => {
    const { canvas, plot, vectors } = plotOf(count);
    const moment = momentOf({ x: 0.4, y: -1.1, index: -1 });
    for (let position = 0; position < count; position += 1) plot.frame({ ...moment, position });
    const stepped = pixelsOf(canvas);
    plot.set({ ...vectors });
    plot.frame({ ...moment, position: count - 1 });
    expect(pixelsApart(stepped, pixelsOf(canvas))).toBeLessThanOrEqual(2);
  },
);

test('going back shows what was there before', () => {
  const { canvas, plot } = plotOf(30);
  plot.frame(momentOf({ position: 7.5, index: 7, x: 1, y: 0.5, label: 'word7' }));
  const before = pixelsOf(canvas);
  plot.frame(momentOf({ position: 21, index: 21, x: -1, y: 0.2, label: 'word21' }));
  expect(pixelsApart(before, pixelsOf(canvas))).toBeGreaterThan(50);
  plot.frame(momentOf({ position: 7.5, index: 7, x: 1, y: 0.5, label: 'word7' }));
  expect(pixelsApart(before, pixelsOf(canvas))).toBe(0);
});

test('a frame changes nothing far from what moves', () => {
  const { canvas, plot } = plotOf(10);
  plot.frame(momentOf({ position: 4.2, index: 4, x: 1.2, y: 1, label: 'word4' }));
  const before = pixelsOf(canvas);
  plot.frame(momentOf({ position: 4.3, index: 4, x: 1.25, y: 0.9, label: 'word4' }));
  const after = pixelsOf(canvas);
  let changed = 0;
  for (let y = 0; y < canvas.height; y += 1) {
    for (let x = 0; x < canvas.width; x += 1) {
      const i = (y * canvas.width + x) * 4;
      if (before[i] === after[i] && before[i + 1] === after[i + 1]) continue;
      changed += 1;
      expect(x * (canvas.clientWidth / canvas.width)).toBeGreaterThan(plot.toPixels({ x: 0, y: 0 }).x - 8);
    }
  }
  expect(changed).toBeGreaterThan(100);
});

test('a frame draws no text on the page’s canvas, which would make the browser lay out the page', () => {
  const { canvas, plot } = plotOf(10, { position: 4.2, index: 4, x: 1.2, y: 1, label: 'word4' });
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const calls = [
    vi.spyOn(ctx, 'fillText'),
    vi.spyOn(ctx, 'strokeText'),
    vi.spyOn(ctx, 'measureText'),
    vi.spyOn(ctx, 'font', 'set'),
  ];
  plot.frame(momentOf({ position: 5.3, index: 5, x: 1.25, y: 0.9, label: 'word5' }));
  for (const call of calls) expect(call).not.toHaveBeenCalled();
});

test('a frame between two positions draws one arrow, however many rest', () => {
  const { canvas, plot } = plotOf(1000, { position: 500.2, index: 500, label: 'word500' });
  const strokes = vi.spyOn(CanvasRenderingContext2D.prototype, 'stroke');
  plot.frame(momentOf({ position: 500.3, index: 500, x: 1.25, y: 0.9, label: 'word500' }));
  expect(strokes).toHaveBeenCalledTimes(1);
  plot.frame(momentOf({ position: 501, index: 501, x: 1.2, y: 0.9, label: 'word501' }));
  expect(strokes.mock.contexts.filter((ctx) => ctx === canvas.getContext('2d'))).toHaveLength(2);
  expect(strokes.mock.calls.length).toBeLessThan(20);
});

test('the trail follows the path that it is given', () => {
  const trailX = Array.from({ length: 30 }, (_, i) => 1.5 * Math.cos(i / 20));
  const trailY = Array.from({ length: 30 }, (_, i) => -1.5 * Math.sin(i / 20));
  const moment = { position: 0.5, x: trailX[29], y: trailY[29] };
  const { canvas, plot } = plotOf(1, moment);
  const { x, y } = plot.toPixels({ x: Number(trailX[20]), y: Number(trailY[20]) });
  const without = pixelAt(canvas, x, y);
  plot.frame(momentOf({ ...moment, trailX, trailY, trailLength: 30 }));
  expect(apart(pixelAt(canvas, x, y), without)).toBeGreaterThan(25);
  const off = plot.toPixels({ x: Number(trailX[20]) * 0.9, y: Number(trailY[20]) * 0.9 });
  expect(apart(pixelAt(canvas, off.x, off.y), bytesOf('#ffffff'))).toBeLessThan(40);
});

describe('picking', () => {
  test('finds the nearest tip, and nothing where none is near', () => {
    const { plot, vectors } = plotOf(6, { index: 0, x: 1, y: 1 });
    for (let i = 0; i < 6; i += 1) {
      const { x, y } = plot.toPixels({ x: Number(vectors.x[i]), y: Number(vectors.y[i]) });
      expect(plot.pick({ x: x + 3, y: y - 2, reach: 12 })).toBe(i);
    }
    expect(plot.pick({ ...plot.toPixels({ x: 0, y: 0 }), reach: 12 })).toBe(undefined);
  });

  test('finds the moving arrow where that is nearest, and its token where they are one', () => {
    const { plot, vectors } = plotOf(6, { position: 2.4, index: 2, x: 0.3, y: -0.6 });
    expect(plot.pick({ ...plot.toPixels({ x: 0.3, y: -0.6 }), reach: 12 })).toBe('moving');
    const [x, y] = [vectors.x[2], vectors.y[2]];
    plot.frame(momentOf({ position: 2, index: 2, x, y }));
    expect(plot.pick({ ...plot.toPixels({ x, y }), reach: 12 })).toBe(2);
  });

  test('tells data units, also where the page has scaled the plot', () => {
    const { box, canvas, plot } = plotOf(3);
    /** @type {{ x: number, y: number }[]} */
    const points = [];
    plot.listen({ pick: () => undefined, hover: (_, point) => point && points.push(plot.toData(point)) });
    box.style.transformOrigin = '0 0';
    for (const scale of [1, 0.5]) {
      box.style.transform = `scale(${scale})`;
      const { x, y } = plot.toPixels({ x: 0.75, y: -1.25 });
      const [clientX, clientY] = clientOf(canvas, { x: x * scale, y: y * scale });
      canvas.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, bubbles: true }));
      expect(points.at(-1)?.x).toBeCloseTo(0.75, 2);
      expect(points.at(-1)?.y).toBeCloseTo(-1.25, 2);
    }
  });
});

test('a chosen arrow has a ring of the accent colour round its tip, and its word, also when it is to come', () => {
  const { canvas, plot, vectors } = plotOf(6, { position: 0 });
  const { x, y } = plot.toPixels({ x: Number(vectors.x[4]), y: Number(vectors.y[4]) });
  const ringed = () =>
    [0, 1, 2, 3].filter((quarter) => {
      const angle = (quarter * Math.PI) / 2 + 0.4;
      return (
        apart(
          pixelAt(canvas, x + 11 * Math.cos(angle), y + 11 * Math.sin(angle)),
          bytesOf(palette('light').accent),
        ) < 90
      );
    });
  expect(ringed()).toHaveLength(0);
  plot.select(4);
  expect(ringed()).toHaveLength(4);
  expect(plot.texts.map(({ text }) => text)).toContain('word4');
  plot.select(undefined);
  expect(ringed()).toHaveLength(0);
});

test('a theme changes the plot, and a second change brings the first back', () => {
  const { canvas, plot, vectors } = plotOf(5);
  const light = pixelsOf(canvas);
  plot.scheme('dark');
  plot.set({ ...vectors, colors: positionColors(5, 'dark') });
  plot.frame(momentOf({ x: 1, y: 1 }));
  expect(pixelAt(canvas, 3, 3)).toEqual(bytesOf(palette('dark').plot));
  plot.scheme('light');
  plot.set(vectors);
  plot.frame(momentOf({ x: 1, y: 1, color: vectors.colors.mark[0] }));
  expect(pixelsApart(light, pixelsOf(canvas))).toBe(0);
});

test('the path is dotted and has gaps where it is told', () => {
  const { canvas, plot, vectors } = plotOf(1, { x: 0.1, y: 0.1 });
  const x = [-1.5, -0.5, Number.NaN, 0.5, 1.5];
  plot.set({ ...vectors, path: { x, y: [-1.13, -1.13, Number.NaN, -1.13, -1.13] } });
  plot.frame(momentOf({ x: 0.1, y: 0.1 }));
  const inked = (/** @type {number} */ from, /** @type {number} */ to) => {
    const [start, end] = [plot.toPixels({ x: from, y: -1.13 }), plot.toPixels({ x: to, y: -1.13 })];
    let dots = 0;
    for (let at = start.x; at < end.x; at += 1)
      dots += apart(pixelAt(canvas, at, start.y), [255, 255, 255]) > 60 ? 1 : 0;
    return dots / (end.x - start.x);
  };
  expect(inked(-1.45, -0.55)).toBeGreaterThan(0.15);
  expect(inked(-1.45, -0.55)).toBeLessThan(0.7);
  expect(inked(-0.4, -0.05)).toBeLessThan(0.05);
});

test.each([2, 10, 200, 1000])('a plot of %i arrows is the same picture on any context', (count) => {
  const trailX = Array.from({ length: 30 }, (_, i) => 1.5 * Math.cos(i / 20));
  const trailY = Array.from({ length: 30 }, (_, i) => -1.5 * Math.sin(i / 20));
  const at = count / 3;
  const { canvas, plot } = plotOf(count, {
    position: at,
    index: Math.floor(at),
    x: trailX[29],
    y: trailY[29],
    label: 'cat',
  });
  plot.frame({ ...momentOf(plot.moment), trailX, trailY, trailLength: 30 });
  expectSameDrawing(plot, canvas, { tolerance: 2 });
  plot.select(1);
  expectSameDrawing(plot, canvas, { tolerance: 2 });
});

test('the table holds a row a position with the tips that are drawn, and one of what moves', () => {
  const { plot, vectors } = plotOf(3, { position: 1.5, index: 1, x: 0.25, y: -0.5, label: 'word1' });
  expect(plot.table()).toEqual({
    name: 'vectors',
    columns: [
      { name: 'place', unit: '', values: [0, 1, 2, 1.5] },
      { name: 'word', unit: '', values: ['word0', 'word1', 'word2', 'word1'] },
      { name: 'x', unit: '', values: [...vectors.x, 0.25] },
      { name: 'y', unit: '', values: [...vectors.y, -0.5] },
    ],
  });
});
