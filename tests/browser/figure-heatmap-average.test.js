import { afterEach, beforeAll, expect, test } from 'vitest';
import { divergingColor } from '../../web/charts/diverging.js';
import { HeatMapPlot } from '../../web/charts/heat-map.js';
import { loadCore } from '../../web/core/index.js';
import { compute, tooFine, tooFineAcross } from '../../web/figures/heatmap/compute.js';
import { change, defaultsOf } from '../../web/settings/index.js';
import { bytesOf, cleanUp, settled, stage } from './charts-support.js';

/** @typedef {import('../../web/figures/heatmap/zoom.js').Part} Part */

/** @type {import('../../web/core/index.js').Core} */
let core;
/** @type {HeatMapPlot | undefined} */
let plot;

beforeAll(async () => {
  core = await loadCore();
});

afterEach(() => {
  plot?.destroy();
  cleanUp();
});

/**
 * A map of exactly so many pixels.
 *
 * @param {import('../../web/figures/heatmap/compute.js').HeatmapData} data
 * @param {Part} part
 * @param {[number, number]} size width and height
 */
async function drawn(data, [firstRow, lastRow, firstColumn, lastColumn], [width, height]) {
  const { box, canvas } = stage(width + 60, height + 46);
  plot = new HeatMapPlot(canvas);
  const part = { firstRow, lastRow, firstColumn, lastColumn };
  plot.set({ name: 'map', ...data.table, rowName: 'position', columnName: 'dimension', part });
  plot.frame();
  box.style.width = `${width + 60 + width - plot.box.width}px`;
  box.style.height = `${height + 46 + height - plot.box.height}px`;
  await settled();
  expect([plot.box.width, plot.box.height]).toEqual([width, height]);
  const { left, top } = plot.box;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  return { pixels: ctx.getImageData(left, top, width, height).data, perPixel: plot.perPixel };
}

/**
 * The average of the values at `across` by `down` places of a pixel: no more than the definition.
 *
 * @param {import('../../web/figures/heatmap/table.js').Table} table
 * @param {Part} part
 * @param {[number, number]} size of the picture
 * @param {[number, number]} samples across and down
 * @param {number} x pixel
 * @param {number} y
 */
function sampled({ values, columns }, [top, bottom, left, right], [width, height], [across, down], x, y) {
  let sum = 0;
  for (let j = 0; j < down; j += 1) {
    const row = Math.floor(top + ((y + (j + 0.5) / down) * (bottom + 1 - top)) / height);
    for (let i = 0; i < across; i += 1) {
      const column = Math.floor(left + ((x + (i + 0.5) / across) * (right + 1 - left)) / width);
      sum += Number(values[row * columns + column]);
    }
  }
  return sum / (across * down);
}

/** The largest difference between a pixel and the colour of a value. @param {Uint8ClampedArray} pixels @param {number} i @param {number} value */
function apart(pixels, i, value) {
  const [red, green, blue] = bytesOf(divergingColor(value, 'light'));
  return Math.max(
    Math.abs(Number(pixels[4 * i]) - red),
    Math.abs(Number(pixels[4 * i + 1]) - green),
    Math.abs(Number(pixels[4 * i + 2]) - blue),
  );
}

// At these sizes 64 samples fall evenly on the cells, so that their average is exact. Other sizes are compared with the definition cell by
// cell, in tests/unit/charts-heat-map-average.test.js.
test.each([
  ['the whole table', {}, [0, 8191, 0, 63], [320, 512], [1, 64]],
  ['the whole table, 12.8 positions a pixel', {}, [0, 8191, 0, 63], [320, 640], [1, 64]],
  ['the whole table, 21.3 positions a pixel', {}, [0, 8191, 0, 63], [320, 384], [1, 64]],
  ['the whole table on a phone', {}, [0, 8191, 0, 63], [256, 256], [1, 64]],
  ['half of it', {}, [1000, 5095, 0, 63], [320, 640], [1, 64]],
  [
    'a quarter of its positions and a few columns',
    { dimensions: 256 },
    [37, 2084, 3, 18],
    [320, 512],
    [1, 64],
  ],
  ['all sines, then all cosines', { pairing: 'half' }, [0, 8191, 0, 63], [320, 512], [1, 64]],
  ['cosines', { table: 'cos', dimensions: 128 }, [0, 8191, 0, 63], [320, 512], [1, 64]],
  [
    'sines with another base',
    { table: 'sin', dimensions: 128, base: 500 },
    [0, 8191, 0, 63],
    [320, 512],
    [1, 64],
  ],
  ['two columns a pixel', { dimensions: 256 }, [0, 4095, 0, 255], [128, 512], [8, 8]],
  ['0.8 columns a pixel', { dimensions: 256 }, [512, 4607, 0, 255], [320, 512], [8, 8]],
  [
    'four columns a pixel, all sines before all cosines',
    { dimensions: 1024, pairing: 'half' },
    [0, 8191, 0, 1023],
    [256, 512],
    [4, 16],
  ],
])(
  'what is too fine for %s is the average of 64 samples a pixel, within 1/255',
  async (_, patch, part, size, samples) => {
    const { settings } = change(defaultsOf('heatmap'), { positions: 8192, dimensions: 64, ...patch });
    const data = compute(core, settings);
    const of = /** @type {[Part, [number, number], [number, number]]} */ ([part, size, samples]);
    const [[top, bottom, left, right], [width, height]] = of;
    const { pixels, perPixel } = await drawn(data, of[0], of[1]);
    const { stretches } = tooFine(data, perPixel.rows);
    const across = tooFineAcross(data, perPixel);
    let [most, compared, whole, nearestWrong] = [0, 0, 0, 0];
    for (let x = 0; x < width; x += 1) {
      const [from, to] = [x, x + 1].map((edge) => left + (edge * (right + 1 - left)) / width);
      const inside = stretches.some(([first, last]) => Number(from) >= first && Number(to) <= last + 1);
      const least = inside
        ? 0
        : Math.max(...[from, to].map((edge) => across?.(Number(edge)) ?? Number.POSITIVE_INFINITY));
      for (let y = 0; y < height; y += 1) {
        // Where it is shaded, down from some position on.
        if (top + (y * (bottom + 1 - top)) / height < least) continue;
        const i = y * width + x;
        most = Math.max(most, apart(pixels, i, sampled(data.table, of[0], of[1], of[2], x, y)));
        compared += 1;
        if (!inside) continue;
        whole += 1;
        const row = Math.floor(top + ((y + 0.5) * (bottom + 1 - top)) / height);
        const column = Math.floor((Number(from) + Number(to)) / 2);
        const nearest = Number(data.table.values[row * data.table.columns + column]);
        if (apart(pixels, i, nearest) > 1) nearestWrong += 1;
      }
    }
    expect(compared).toBeGreaterThan(5000);
    expect(most).toBeLessThanOrEqual(1);
    // A picture of the nearest cells, with its false patterns, would not pass.
    expect(nearestWrong / whole).toBeGreaterThan(0.9);
  },
);
