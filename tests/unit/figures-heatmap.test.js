import { beforeAll, describe, expect, it } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { columnOf, compute, frame, tooFine, tooFineAcross } from '../../web/figures/heatmap/compute.js';
import { averagedNote, caption, exact, idle, readout } from '../../web/figures/heatmap/text.js';
import { plain } from '../../web/figures/shared/caption.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

/** @param {import('../../web/settings/index.js').Patch} patch */
function figure(patch = {}) {
  const { settings, problems } = change(defaultsOf('heatmap'), patch);
  expect(problems).toEqual([]);
  return { settings, data: compute(core, settings) };
}

/** The number in a readout. @param {string} text */
const numberIn = (text) => Number(text.split(': ')[1]?.replaceAll('−', '-'));

describe('the heat map’s table', () => {
  it('is the core’s, for every table and both layouts', () => {
    const size = { positions: 40, dimensions: 12 };
    const turned = core.cosSin({ positions: 40, rotaryDimensions: 12, base: 500 });
    const sines = (/** @type {'interleaved' | 'concatenated'} */ layout) =>
      core.sinusoidal({ ...size, base: 500, layout }).data;
    const table = (/** @type {import('../../web/settings/index.js').Patch} */ patch) =>
      figure({ ...size, base: 500, ...patch }).data.table;
    expect(table({}).values).toEqual(sines('interleaved'));
    expect(table({ pairing: 'half' }).values).toEqual(sines('concatenated'));
    expect(table({ table: 'cos' }).values).toEqual(turned.cos.data);
    expect(table({ table: 'sin' }).values).toEqual(turned.sin.data);
    const learned = core.learnedTable({ rows: 40, dimensions: 12, seed: 5 }).data;
    expect(table({ table: 'learned', seed: 5 }).values).toEqual(learned);
  });

  it('is computed once for all parts of it, and anew for other numbers', () => {
    const { data } = figure();
    expect(figure({ zoom: [0, 9, 0, 9] }).data.table).toBe(data.table);
    expect(figure({ text: 'other words', speed: 9 }).data.table).toBe(data.table);
    expect(figure({ base: 9999 }).data.table).not.toBe(data.table);
  });

  it('says its range, and what lies beyond the ends of the colours', () => {
    expect(figure({ positions: 1, dimensions: 2 }).data.table).toMatchObject({ min: 0, max: 1, clipped: 0 });
    const { values, min, max, clipped, limit } = figure({ table: 'learned', positions: 500 }).data.table;
    expect(limit).toBe(3);
    expect([min, max]).toEqual([Math.min(...values.slice(0)), Math.max(...values.slice(0))]);
    expect(clipped).toBe(values.filter((value) => Math.abs(value) > 3).length);
    expect(clipped).toBeGreaterThan(50);
  });

  it('leaves an odd last dimension out where pairs are turned, and says so', () => {
    const { data } = figure({ table: 'cos', dimensions: 7, positions: 10 });
    expect(data.table.columns).toBe(3);
    expect(data.table.values).toEqual(core.cosSin({ positions: 10, rotaryDimensions: 6 }).cos.data);
    expect(data.notes).toEqual([
      'Rotary turns dimensions in pairs: this is its table for 6 of 7 dimensions.',
    ]);
    for (const patch of [
      { table: 'cos', dimensions: 8 },
      { table: 'sinusoidal', dimensions: 7 },
    ])
      expect(figure({ positions: 10, ...patch }).data.notes).toEqual([]);
  });
});

describe('the row under the playhead', () => {
  it.each([
    [{}],
    [{ pairing: 'half', dimensions: 15 }],
    [{ table: 'cos' }],
    [{ table: 'sin', base: 10 }],
    [{ table: 'learned' }],
  ])('is the table’s row at a whole position (%j)', (patch) => {
    const { data } = figure({ positions: 30, ...patch });
    const { values, columns } = data.table;
    for (const position of [0, 7, 29]) {
      frame(core, data, position);
      const row = values.subarray(position * columns, (position + 1) * columns);
      for (const [i, value] of data.row.values.entries()) expect(value).toBeCloseTo(Number(row[i]), 6);
    }
  });

  it('goes on between two positions where there are waves, and stays where there are none', () => {
    const waves = figure({ positions: 30, table: 'sin' }).data;
    frame(core, waves, 2.5);
    expect(waves.row.values[0]).toBeCloseTo(Math.sin(2.5), 6);
    const learned = figure({ positions: 30, table: 'learned' }).data;
    frame(core, learned, 2.5);
    expect(learned.row.values).toEqual(learned.table.values.subarray(256, 384));
  });
});

describe('a column', () => {
  it.each([
    ['interleaved', 8],
    ['interleaved', 7],
    ['half', 8],
    ['half', 7],
  ])('of the %s layout of %i dimensions is the wave that it is said to be', (pairing, dimensions) => {
    const { data } = figure({ pairing, dimensions, positions: 4 });
    const { values, columns } = data.table;
    for (let column = 0; column < columns; column += 1) {
      const what = columnOf(data, column);
      const wave = what?.wave === 'sine' ? Math.sin : Math.cos;
      const angle = (2 * Math.PI * 3) / Number(what?.wavelength);
      expect(values[3 * columns + column]).toBeCloseTo(wave(angle), 6);
      expect(what?.pair).toBe(data.frequencies.findIndex((f) => Math.abs(3 * f - angle) < 1e-12));
    }
  });

  it.each([
    [{ pairing: 'interleaved', dimensions: 64 }],
    [{ pairing: 'interleaved', dimensions: 63 }],
    [{ pairing: 'half', dimensions: 64 }],
    [{ pairing: 'half', dimensions: 63 }],
    [{ table: 'cos', dimensions: 64 }],
    [{ base: 1, dimensions: 10 }],
    [{ table: 'learned' }],
  ])('is too fine where its wavelength is less than two pixels, and only there (%j)', (patch) => {
    const { data } = figure(patch);
    for (const perPixel of [0.5, 3, 3.2, 12.8, 27.3, 1000, 1e6]) {
      const { stretches } = tooFine(data, perPixel);
      for (let column = 0; column < data.table.columns; column += 1) {
        const said = stretches.some(([first, last]) => first <= column && column <= last);
        expect(said).toBe(Number(columnOf(data, column)?.wavelength) < 2 * perPixel);
      }
    }
  });
});

it('all columns are too fine in one stretch where all waves are', () => {
  for (const pairing of ['interleaved', 'half']) {
    const { data } = figure({ pairing, dimensions: 63, base: 2 });
    expect(tooFine(data, 1e3)).toEqual({ pairs: 32, stretches: [[0, 62]] });
    expect(tooFine(data, 1)).toEqual({ pairs: 0, stretches: [] });
  }
});

describe('a row of waves', () => {
  /** @param {import('../../web/settings/index.js').Patch} patch @param {{ rows: number, columns: number }} perPixel */
  const from = (patch, perPixel) => {
    const { data } = figure({ dimensions: 16, ...patch });
    return { frequencies: data.frequencies, at: tooFineAcross(data, perPixel) };
  };

  it.each([
    [{ table: 'cos' }, 1, 1, [0, 1, 2]],
    [{ table: 'sin' }, 3, 3, [0, 1, 2]],
    [{ pairing: 'half' }, 1.5, 1.5, [0, 1, 2, 0, 1, 2]],
    [{ pairing: 'interleaved' }, 1.5, 1, [0, 1, 2]],
    [{ pairing: 'interleaved' }, 5, 2.5, [0, 1, 2]],
  ])(
    'is too fine across from where columns, or pixels, differ by half a turn (%j, %d columns a pixel)',
    (patch, columns, step, pairs) => {
      const { frequencies, at } = from(patch, { rows: 2, columns });
      const width = 'pairing' in patch && patch.pairing === 'interleaved' ? 2 : 1;
      for (const [n, pair] of pairs.entries()) {
        // The middle of a pair's column, or of its two.
        const block = n < 3 ? 0 : frequencies.length;
        const position = at?.(block + (pair + 0.5) * width);
        const difference =
          frequencies[pair] - frequencies[0] * (frequencies[1] / frequencies[0]) ** (pair + step);
        expect(Number(position) * difference).toBeCloseTo(Math.PI, 9);
      }
    },
  );

  it('is never too fine where each cell is seen, or where there is nothing to compare', () => {
    for (const perPixel of [
      { rows: 1, columns: 1 },
      { rows: 2, columns: 1 / 8 },
    ])
      expect(from({}, perPixel).at).toBeUndefined();
    for (const perPixel of [
      { rows: 2, columns: 1 },
      { rows: 1, columns: 1.01 },
      { rows: 1.01, columns: 0.13 },
    ])
      expect(from({}, perPixel).at).toBeTypeOf('function');
    expect(from({ table: 'learned' }, { rows: 9, columns: 9 }).at).toBeUndefined();
    expect(from({ table: 'cos', dimensions: 2 }, { rows: 9, columns: 9 }).at).toBeUndefined();
    expect(from({ table: 'cos', dimensions: 4 }, { rows: 9, columns: 9 }).at).toBeTypeOf('function');
  });
});

describe('the heat map in words', () => {
  it('has its numbers in a sentence', () => {
    const { data, settings } = figure({ zoom: [10, 50, 0, 31] });
    const text = plain(caption(data, settings));
    expect(text).toContain('128 positions by 128 dimensions, values from −1.00 to 1.00');
    expect(text).toContain('Pair 0 goes once round in 6.28 positions, pair 63 in 54410 positions');
    expect(text).toContain('43 of 64 pairs do not finish a turn in 128 positions');
    expect(text).toContain('Shown are positions 10 to 50 and dimensions 0 to 31');
  });

  it('says how many random numbers have the last colour', () => {
    const { data, settings } = figure({ table: 'learned', positions: 512 });
    expect(plain(caption(data, settings))).toContain(
      `${data.table.clipped} of 65536 lie beyond the ends of the colours at ±3`,
    );
  });

  it.each([
    [{ positions: 1, dimensions: 2 }],
    [{ positions: 2, dimensions: 3, pairing: 'half' }],
    [{ base: 1 }],
    [{ base: 1e9, dimensions: 1024 }],
    [{ positions: 8192, dimensions: 4 }],
    [{ table: 'cos', dimensions: 2, positions: 1 }],
    [{ table: 'sin', dimensions: 3 }],
    [{ table: 'learned', positions: 1, dimensions: 2 }],
    [{ text: '', positions: 3 }],
  ])('is whole for %j', (patch) => {
    const { data, settings } = figure(patch);
    frame(core, data, (settings.positions - 1) * 0.37);
    const last = { row: data.table.rows - 1, column: data.table.columns - 1 };
    const fine = tooFine(data, 30);
    const texts = [
      plain(caption(data, settings)),
      readout(data, { row: 0, column: 0 }),
      readout(data, last),
      averagedNote(data, { rows: 30, columns: 2 }, fine),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
      expect(text.length).toBeGreaterThan(20);
    }
    expect(data.row.values.every(Number.isFinite)).toBe(true);
    expect(data.labels).toHaveLength(settings.positions);
  });

  it('reads a cell’s value exactly, with its word, pair and wavelength', () => {
    const { data } = figure({ positions: 12, dimensions: 16 });
    expect(readout(data, { row: 1, column: 0 })).toBe(
      'position 1 (cat), dimension 0 (sine of pair 0, wavelength 6.28): 0.84147096',
    );
    for (let row = 0; row < 12; row += 1) {
      for (let column = 0; column < 16; column += 1) {
        const value = data.table.values[row * 16 + column];
        expect(Math.fround(numberIn(readout(data, { row, column })))).toBe(value);
      }
    }
  });

  it('writes a float with the fewest digits that give it back', () => {
    expect([0, 1, -1, Math.fround(0.1), Math.fround(-2.5e-7)].map(exact)).toEqual([
      '0',
      '1',
      '−1',
      '0.1',
      '−2.5e−7',
    ]);
  });

  it('says which columns are only averages at a size, and nothing where none is', () => {
    const { data } = figure({ positions: 8192, dimensions: 64, pairing: 'half' });
    const fine = tooFine(data, 12.8);
    const text = averagedNote(data, { rows: 12.8, columns: 0.1 }, fine);
    expect(text).toContain('Each pixel is the average of 12.8 positions.');
    expect(text).toContain(`dimensions 0 to ${fine.pairs - 1} and 32 to ${31 + fine.pairs}`);
    expect(text).toContain('zoom in');
    const parted = { ...data, part: /** @type {[number, number, number, number]} */ ([0, 8191, 2, 20]) };
    expect(averagedNote(parted, { rows: 12.8, columns: 0.1 }, fine)).toContain(
      `dimensions 2 to ${fine.pairs - 1} a turn`,
    );
    expect(averagedNote(data, { rows: 0.9, columns: 0.1 }, tooFine(data, 0.9))).toBe('');
  });

  it('uses words as labels only where they are not lost among numbers', () => {
    expect(figure({ positions: 12 }).data.labels.slice(8)).toEqual(['was', 'tired', '10', '11']);
    expect(figure({ positions: 128 }).data.labels[0]).toBe('0');
    expect(figure({ positions: 40 }).data.labels[0]).toBe('the');
    expect(figure({ positions: 41 }).data.labels[0]).toBe('0');
    const half = 'word '.repeat(41);
    expect(figure({ positions: 82, text: half }).data.labels[0]).toBe('word');
    expect(figure({ positions: 83, text: half }).data.labels[0]).toBe('0');
    const text = 'so many words '.repeat(40);
    expect(figure({ positions: 128, text }).data.labels[4]).toBe('many');
    expect(figure({ positions: 4, text: 'a b c d e f' }).data.notes[0]).toContain('left out');
  });

  it('hides the controls that change nothing', () => {
    const hidden = (/** @type {import('../../web/settings/index.js').Patch} */ patch) =>
      idle(figure(patch).settings);
    expect(hidden({ positions: 20 })).toEqual(['seed']);
    expect(hidden({ table: 'cos', positions: 20 })).toEqual(['seed', 'pairing']);
    expect(hidden({ table: 'learned' })).toEqual(['base', 'pairing', 'text']);
  });
});
