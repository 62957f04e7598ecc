/** @import { SettingName } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import {
  change,
  check,
  defaultsOf,
  format,
  open,
  parse,
  readLink,
  relations,
  writeLink,
} from '../../web/settings/index.js';

/** @param {SettingName} name @param {unknown} value */
const problem = (name, value) => check(name, value).problem;

describe('a part of the table', () => {
  const allowed =
    'zoom must be four whole numbers (first and last position, first and last column) or not set';
  const heatmap = defaultsOf('heatmap');

  test.each(['0,63,2,9', '0 63 2 9', ' 0, 63, 2 ,9 ', '0.0,63,2e0,+9'])('is read from %j', (text) => {
    expect(parse('zoom', text)).toEqual({ value: [0, 63, 2, 9] });
  });

  test('may be an array or a typed array, and is copied', () => {
    const given = [0, 63, 2, 9];
    const { value } = check('zoom', given);
    given[0] = 5;
    expect(value).toEqual([0, 63, 2, 9]);
    expect(Object.isFrozen(value)).toBe(true);
    expect(check('zoom', new Uint16Array([0, 63, 2, 9]))).toEqual({ value: [0, 63, 2, 9] });
    expect(format('zoom', value)).toBe('0,63,2,9');
  });

  test('may be one cell', () => {
    expect(parse('zoom', '0,0,0,0')).toEqual({ value: [0, 0, 0, 0] });
    expect(change(heatmap, { zoom: [127, 127, 127, 127] }).problems).toEqual([]);
  });

  test('holds no minus zero', () => {
    for (const zoom of ['-0,1,-0,1', [-0, 1, -0, 1], new Float32Array([-0, 1, -0, 1])])
      expect(check('zoom', zoom)).toEqual({ value: [0, 1, 0, 1] });
  });

  test('is not set by nothing at all', () => {
    for (const nothing of ['', ' ', null, undefined])
      expect(check('zoom', nothing)).toEqual({ value: undefined });
    expect(format('zoom', undefined)).toBe('');
  });

  test.each([
    '0,1,2',
    '0,1,2,3,4',
    '1,0,0,1',
    '0,1,1,0',
    '-1,1,0,1',
    '0,1,-1,1',
    '0,1.5,0,1',
    '0,1,,1',
    '0;1;0;1',
    'all',
    '0,9007199254740992,0,1',
    '0,1e999,0,1',
    '<b>',
  ])('is not read from %j', (text) => {
    expect(problem('zoom', text)).toBe(`${allowed}, got "${text}"`);
  });

  test.each([
    [[], '[]'],
    [[0, 1, 0], '[0, 1, 0]'],
    [[0, 1, 0, 1, 1], '[0, 1, 0, 1, 1]'],
    [[0, 1, 0, '1'], '[0, 1, 0, 1]'],
    [[0, 1, 0, Number.NaN], '[0, 1, 0, NaN]'],
    [[0, 1, [0], 1], '[0, 1, an array, 1]'],
    [[3, 1, 0, 1], '[3, 1, 0, 1]'],
    [new BigInt64Array(4), '[0n, 0n, 0n, 0n]'],
    [{ length: 4, 0: 0, 1: 0, 2: 0, 3: 0 }, 'an object'],
    [4, '4'],
    [true, 'true'],
  ])('is not made of another kind of value or item (case %#)', (value, shown) => {
    expect(problem('zoom', value)).toBe(`${allowed}, got ${shown}`);
  });

  test('must lie inside the table', () => {
    const there = 'zoom must lie inside the table of 128 positions and 128 columns';
    for (const zoom of ['0,128,0,1', '0,1,0,128', '128,128,0,0']) {
      const { settings, problems } = change(heatmap, { zoom });
      expect(settings).toBe(heatmap);
      expect(problems).toEqual([{ name: 'zoom', message: `${there}, got ${zoom}` }]);
    }
    expect(relations({ ...heatmap, positions: 1, zoom: [0, 1, 0, 0] })).toEqual([
      { name: 'zoom', message: 'zoom must lie inside the table of 1 position and 128 columns, got 0,1,0,0' },
    ]);
  });

  test('has a column for each pair in the tables of cosines and sines', () => {
    for (const [table, columns] of /** @type {const} */ ([
      ['sinusoidal', 128],
      ['learned', 128],
      ['cos', 64],
      ['sin', 64],
    ])) {
      expect(change(heatmap, { table, zoom: [0, 1, 0, columns - 1] }).problems).toEqual([]);
      expect(change(heatmap, { table, zoom: [0, 1, 0, columns] }).problems).toHaveLength(1);
    }
    const odd = { table: 'cos', dimensions: 5 };
    expect(change(heatmap, { ...odd, zoom: [0, 0, 0, 1] }).problems).toEqual([]);
    expect(change(heatmap, { ...odd, zoom: [0, 0, 0, 2] }).problems).toHaveLength(1);
  });

  test.each([{ positions: 63 }, { dimensions: 100 }, { table: 'cos' }])(
    'is taken off by %j, and a note says so',
    (patch) => {
      const before = change(heatmap, { zoom: [0, 63, 90, 100] }).settings;
      expect(before.zoom).toEqual([0, 63, 90, 100]);
      const { settings, problems, notes } = change(before, patch);
      expect(settings).toEqual({ ...heatmap, ...patch });
      expect(problems).toEqual([]);
      expect(notes).toEqual([{ name: 'zoom', message: 'zoom is off, because it lay outside the table' }]);
    },
  );

  test('stays the same array where the table still holds it', () => {
    const before = change(heatmap, { zoom: [0, 63, 2, 9] }).settings;
    expect(change(before, { positions: 64, zoom: '0,63,2,9' }).settings.zoom).toBe(before.zoom);
    expect(change(before, { zoom: '0 63 2 9' }).settings).toBe(before);
    expect(change(before, { zoom: undefined }).settings).toEqual(heatmap);
  });

  test('comes back from a link', () => {
    const { settings } = change(heatmap, { zoom: [0, 127, 3, 3] });
    const link = writeLink(settings);
    expect(link).toBe('v=1&figure=heatmap&zoom=0,127,3,3');
    expect(open(readLink(link)[0])).toEqual({ settings, problems: [], notes: [] });
  });
});
