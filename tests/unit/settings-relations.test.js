/** @import { Figure, Patch } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import {
  change,
  defaults,
  defaultsOf,
  open,
  rangeOf,
  readLink,
  relations,
  writeLink,
} from '../../web/settings/index.js';
import { figures } from './settings-random.js';

/** @param {Patch} patch */
const changed = (patch) => change(defaults, patch).settings;

/** @param {Figure} figure @param {Patch} patch */
const shown = (figure, patch) => change(defaultsOf(figure), patch).settings;

/** @param {readonly { name: string, message: string }[]} list */
const messages = (list) => list.map(({ message }) => message);

describe('relations between settings', () => {
  test.each([
    [{ dimensions: 3 }, 'dimensions must be even for rotary, which turns features in pairs, got 3'],
    [{ dimensions: 8, pair: 9 }, 'pair must be an integer from 0 to 3 (8 dimensions make 4 pairs), got 9'],
    [{ pair: 1 }, 'pair must be 0 (2 dimensions make 1 pair), got 1'],
    [{ vector: [1, 2, 3, 4, 5] }, 'vector must be 2 numbers or "words", got 5 numbers'],
    [{ vector: [1] }, 'vector must be 2 numbers or "words", got 1 number'],
    [
      { dimensions: 4, vector: [1, 2, 3, 4, 5] },
      'vector must be 2 numbers, 4 numbers (one for each dimension) or "words", got 5 numbers',
    ],
    [{ at: 9.5 }, 'at must be a number from 0 to 9 (there are 10 positions), got 9.5'],
    [{ positions: 1, at: 1 }, 'at must be 0 (there is 1 position), got 1'],
  ])('%j says: %s', (parts, message) => {
    expect(relations({ ...defaults, ...parts })).toEqual([{ name: message.split(' ')[0], message }]);
  });

  test.each([
    { dimensions: 3, encodings: /** @type {const} */ (['sinusoidal', 'product', 'learned', 'none']) },
    { dimensions: 8, pair: 3, vector: [1, 2, 3, 4, 5, 6, 7, 8] },
    { dimensions: 8, vector: [1, 2] },
    { vector: /** @type {const} */ ('words') },
    { at: 9 },
    { at: 0, positions: 1 },
  ])('%j is consistent', (parts) => {
    expect(relations({ ...defaults, ...parts })).toEqual([]);
  });

  test('let a run open at each of its steps', () => {
    const settings = shown('training', { steps: 300, at: 300 });
    expect(settings.at).toBe(300);
    expect(rangeOf(settings, 'at')).toEqual({ min: 0, max: 300 });
    expect(messages(change(settings, { at: 301 }).problems)).toEqual([
      'at must be a number from 0 to 300 (a run has 300 steps), got 301',
    ]);
    const fewer = change(settings, { steps: 40 });
    expect(fewer.settings.at).toBe(40);
    expect(messages(fewer.notes)).toEqual(['at is now 40, the last of 40 steps']);
  });

  test('give the numbers that a control may have beside the others', () => {
    const settings = changed({ dimensions: 8, positions: 20 });
    expect(rangeOf(settings, 'pair')).toEqual({ min: 0, max: 3 });
    expect(rangeOf(settings, 'at')).toEqual({ min: 0, max: 19 });
    expect(rangeOf(settings, 'positions')).toEqual({ min: 1, max: 4096 });
    expect(rangeOf(settings, 'base')).toEqual({ min: 1, max: 1e9 });
    expect(rangeOf(settings, 'text')).toBeUndefined();
    expect(rangeOf(settings, 'nope')).toBeUndefined();
  });
});

describe('a setting that the figure does not use', () => {
  const cases = /** @type {[Figure, Patch, string][]} */ ([
    ['spectrum', { at: 100 }, 'at'],
    ['heatmap', { vector: [1, 2, 3] }, 'vector'],
    ['clocks', { vector: [1, 2, 3], pair: 100 }, 'vector'],
    ['spectrum', { pair: 200 }, 'pair'],
    ['vectors', { zoom: [0, 99, 0, 99] }, 'zoom'],
    ['clocks', { zoom: [0, 99, 0, 99] }, 'zoom'],
  ]);

  test.each(cases)('in %s is not judged beside others: %j', (figure, patch) => {
    const few = figure === 'spectrum' ? { dimensions: 8 } : {};
    const result = open(Object.entries({ figure, ...few, ...patch }));
    expect(result).toMatchObject({ settings: { ...few, ...patch }, problems: [], notes: [] });
    expect(relations(result.settings)).toEqual([]);
    expect(open(readLink(writeLink(result.settings))[0])).toEqual(result);
  });

  test('still has limits of its own', () => {
    expect(messages(change(defaultsOf('spectrum'), { at: 9000 }).problems)).toEqual([
      'at must be a number from 0 to 8191, got 9000',
    ]);
  });

  test('follows, with a note, into a figure that uses it', () => {
    const long = shown('heatmap', { vector: [1, 2, 3] });
    const { settings, problems, notes } = change(long, { figure: 'vectors' });
    expect(settings.vector).toEqual([1, 2]);
    expect(problems).toEqual([]);
    expect(messages(notes)).toEqual(['vector is now 1,2, because its 3 numbers do not fit 2 dimensions']);
    expect(change(shown('spectrum', { at: 100 }), { figure: 'clocks' }).settings.at).toBe(63);
    expect(change(shown('spectrum', { at: 100 }), { figure: 'heatmap' }).settings.at).toBe(100);
    expect(change(shown('clocks', { zoom: [0, 99, 0, 127] }), { figure: 'heatmap' }).settings.zoom).toEqual([
      0, 99, 0, 127,
    ]);
  });
});

describe('odd dimensions and rotary', () => {
  const odd = changed({ encodings: ['sinusoidal'], dimensions: 3 });

  test('are fine without each other', () => {
    expect(odd.dimensions).toBe(3);
    expect(change(defaults, { encodings: 'learned', dimensions: '5' }).settings.dimensions).toBe(5);
    expect(change(odd, { encodings: 'rotary', dimensions: 4 }).problems).toEqual([]);
  });

  test('refuse the dimensions where those are new', () => {
    const message = 'dimensions must be even for rotary, which turns features in pairs, got 3';
    const { settings, problems } = change(defaults, { dimensions: 3 });
    expect(settings).toBe(defaults);
    expect(problems).toEqual([{ name: 'dimensions', message }]);
    const both = change(defaults, { dimensions: 3, encodings: ['rotary', 'none'] });
    expect(both.settings).toMatchObject({ dimensions: 2, encodings: ['rotary', 'none'] });
    expect(both.problems).toEqual([{ name: 'dimensions', message }]);
  });

  test('refuse rotary where that is new', () => {
    const { settings, problems } = change(odd, { encodings: 'sinusoidal rotary' });
    expect(settings).toBe(odd);
    const message = 'encodings cannot include rotary while dimensions is odd, got 3 dimensions';
    expect(problems).toEqual([{ name: 'encodings', message }]);
  });

  test('refuse only rotary where both are new and the old dimensions were odd as well', () => {
    const { settings, problems } = change(odd, { encodings: 'rotary', dimensions: 5 });
    expect(settings).toMatchObject({ encodings: ['sinusoidal'], dimensions: 5 });
    expect(problems).toHaveLength(1);
  });

  test('that are refused leave what else was asked to be judged beside the old dimensions', () => {
    const { settings, problems } = change(defaults, { dimensions: 5, vector: '1,2,3,4,5', seed: 3 });
    expect(settings).toEqual({ ...defaults, seed: 3 });
    expect(problems.map(({ name }) => name)).toEqual(['dimensions', 'vector']);
  });
});

describe('odd dimensions of a figure', () => {
  const message = 'dimensions must be even for rotary, which turns features in pairs, got 3';
  /** @type {readonly Figure[]} */
  const turning = figures.filter((figure) => figure !== 'vectors' && figure !== 'heatmap');

  test.each(turning)('are refused in %s', (figure) => {
    for (const encodings of [['rotary'], ['none']]) {
      const settings = shown(figure, { encodings });
      const result = change(settings, { dimensions: 3 });
      expect(result.settings).toBe(settings);
      expect(result.problems).toEqual([{ name: 'dimensions', message }]);
      expect(open(Object.entries({ figure, encodings, dimensions: 3 })).settings).toEqual(settings);
    }
  });

  test('are fine in a heat map, whatever is compared elsewhere', () => {
    const { settings, problems } = change(defaultsOf('heatmap'), { dimensions: 3, encodings: 'rotary' });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ dimensions: 3, encodings: ['rotary'] });
  });

  test('follow into a figure that turns pairs', () => {
    for (const figure of /** @type {Figure[]} */ (['vectors', ...turning])) {
      const { settings, problems, notes } = change(shown('heatmap', { dimensions: 63 }), { figure });
      expect(settings.dimensions).toBe(62);
      expect(problems).toEqual([]);
      expect(messages(notes)).toEqual(['dimensions is now 62, because rotary turns features in pairs']);
    }
  });

  test('stay where vectors compares nothing rotary', () => {
    const odd = shown('heatmap', { dimensions: 129, encodings: ['none'] });
    expect(change(odd, { figure: 'vectors' })).toMatchObject({ settings: { dimensions: 129 }, notes: [] });
    const { settings, problems } = change(odd, { figure: 'vectors', encodings: 'rotary' });
    expect(settings).toMatchObject({ figure: 'vectors', dimensions: 129, encodings: ['none'] });
    expect(messages(problems)).toEqual([
      'encodings cannot include rotary while dimensions is odd, got 129 dimensions',
    ]);
  });

  test('that are refused with a new figure leave the old ones to follow', () => {
    const before = shown('heatmap', { dimensions: 1023 });
    const { settings, problems, notes } = change(before, { figure: 'clocks', dimensions: 3 });
    expect(settings.dimensions).toBe(256);
    expect(messages(problems)).toEqual([message]);
    expect(messages(notes)).toEqual(['dimensions is now 256, the most that clocks can show']);
  });
});
