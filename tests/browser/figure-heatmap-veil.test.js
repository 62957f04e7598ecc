import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HeatMapPlot } from '../../web/charts/heat-map.js';
import { loadCore } from '../../web/core/index.js';
import { columnOf, compute, tooFine, tooFineAcross } from '../../web/figures/heatmap/compute.js';
import { acrossNote } from '../../web/figures/heatmap/text.js';
import { change, defaultsOf } from '../../web/settings/index.js';
import { apart, cleanUp, pixelAt, stage } from './charts-support.js';
import { figure, frame, part } from './element-support.js';

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

afterEach(() => {
  cleanUp();
  document.body.replaceChildren();
});

/** @param {import('../../web/settings/index.js').Patch} patch */
const dataOf = (patch) =>
  compute(core, change(defaultsOf('heatmap'), { positions: 4096, ...patch }).settings);

describe('waves that are too fine from left to right', () => {
  it.each([
    [{ dimensions: 512 }, 1],
    [{ dimensions: 512 }, 4],
    [{ dimensions: 1024, pairing: 'half' }, 3],
    [{ dimensions: 1024, pairing: 'half' }, 0.5],
    [{ dimensions: 511, pairing: 'half' }, 1],
    [{ dimensions: 512, table: 'cos', base: 500 }, 2],
    [{ dimensions: 512, table: 'sin' }, 0.3],
  ])(
    'turn by more than half a turn to the next column or pixel there, and only there (%j, %f)',
    (patch, columns) => {
      const data = dataOf(patch);
      const from = tooFineAcross(data, { rows: 8, columns });
      const pairs = data.frequencies.length;
      const isInTurn = data.settings.table === 'sinusoidal' && data.settings.pairing !== 'half';
      const step = Math.max(1, isInTurn ? columns / 2 : columns);
      let compared = 0;
      for (let column = 0; column < data.table.columns; column += 1) {
        const what = columnOf(data, column);
        const pair = Number(what?.pair);
        if (pair + step > pairs - 1 || !Number.isInteger(step)) continue;
        const here = Number(data.frequencies[pair]);
        const expected = Math.PI / (here - Number(data.frequencies[pair + step]));
        // Sine and cosine of a pair stand side by side, and the line between them is the pair's middle.
        const place = isInTurn ? 2 * pair + 1 : column + 0.5;
        expect(Number(from?.(place)) / expected).toBeCloseTo(1, 9);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(200);
    },
  );

  it('are nowhere where each cell is seen, and where there are no waves', () => {
    const data = dataOf({ dimensions: 512 });
    expect(tooFineAcross(data, { rows: 0.5, columns: 0.9 })).toBeUndefined();
    expect(tooFineAcross(data, { rows: 8, columns: 0.1 })).toBeUndefined();
    expect(tooFineAcross(data, { rows: 0.5, columns: 1.1 })).toBeDefined();
    expect(tooFineAcross(data, { rows: 8, columns: 0.2 })).toBeDefined();
    expect(tooFineAcross(dataOf({ table: 'learned' }), { rows: 8, columns: 4 })).toBeUndefined();
    expect(tooFineAcross(dataOf({ dimensions: 2 }), { rows: 8, columns: 4 })).toBeUndefined();
    const flat = dataOf({ base: 1 });
    expect(tooFineAcross(flat, { rows: 8, columns: 4 })?.(3)).toBe(Number.POSITIVE_INFINITY);
    expect(acrossNote(flat, { rows: 8, columns: 4 }, { stretches: [] })).toBe('');
  });

  it('are told of in words, where they are shown', () => {
    const data = dataOf({ dimensions: 1024, pairing: 'half' });
    const [phone, wide] = [
      { rows: 16, columns: 4 },
      { rows: 8, columns: 0.8 },
    ];
    expect(acrossNote(data, phone, tooFine(data, 16))).toBe(
      'The shade goes on where waves differ by more than half a turn from pixel to pixel: rings and fans in it mean nothing either.',
    );
    expect(acrossNote(data, wide, tooFine(data, 8))).toContain(
      'from one dimension to the next of its kind: rings',
    );
    const above = { ...data, part: /** @type {[number, number, number, number]} */ ([0, 200, 0, 1023]) };
    expect(acrossNote(above, phone, tooFine(data, 0.1))).toMatch(
      /^Shaded: .+ from pixel to pixel there\. .+ zoom in/,
    );
    const slow = { ...data, part: /** @type {[number, number, number, number]} */ ([0, 4095, 400, 500]) };
    expect(acrossNote(slow, phone, tooFine(data, 16))).toBe('');
    const cosines = dataOf({ dimensions: 1024, table: 'cos' });
    expect(acrossNote(cosines, wide, tooFine(cosines, 8))).toContain('from one pair to the next: rings');
  });
});

describe('the shade', () => {
  it('covers what lies below the given row of each column, and whole stretches', () => {
    const { canvas } = stage(500, 400);
    const plot = new HeatMapPlot(canvas);
    const [rows, columns] = [200, 100];
    const values = new Float32Array(rows * columns);
    const map = {
      name: 'map',
      values,
      rows,
      columns,
      limit: 1,
      rowName: 'position',
      columnName: 'dimension',
    };
    plot.set({
      ...map,
      veil: () => ({ stretches: [[0, 9]], from: (/** @type {number} */ place) => 2 * place + 50 }),
    });
    plot.frame();
    const { left, top, width, height } = plot.box;
    const isShaded = (/** @type {number} */ column, /** @type {number} */ row) => {
      const x = Math.floor(left + ((column + 0.5) / columns) * width);
      const y = Math.floor(top + ((row + 0.5) / rows) * height);
      return apart(pixelAt(canvas, x, y), [255, 255, 255]) > 0;
    };
    for (const column of [0, 4, 8, 12, 30, 50, 70, 80, 99])
      for (const row of [0, 20, 60, 90, 140, 170, 199]) {
        const edge = column < 10 ? 0 : 2 * (column + 0.5) + 50;
        if (Math.abs(row - edge) < 3) continue;
        expect(isShaded(column, row), `column ${column}, row ${row}`).toBe(row > edge);
      }
    plot.set(map);
    plot.frame();
    expect(isShaded(4, 100)).toBe(false);
    plot.destroy();
  });

  it('stands in the figure with its words, and is gone where columns are wide', async () => {
    document.body.style.width = '300px';
    const element = await figure({
      figure: 'heatmap',
      positions: '8192',
      dimensions: '1024',
      pairing: 'half',
    });
    const note = () => part(element, '[part=averaged]').textContent;
    expect(note()).toContain(
      'The shade goes on where waves differ by more than half a turn from pixel to pixel',
    );
    element.change({ zoom: [0, 200, 0, 20] });
    for (let i = 0; i < 60; i += 1) await frame();
    expect(note()).not.toContain('shade');
    document.body.style.width = '';
  });
});
