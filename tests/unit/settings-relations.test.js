/** @import { Patch } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import { change, defaults, rangeOf, relations } from '../../web/settings/index.js';

/** @param {Patch} patch */
const changed = (patch) => change(defaults, patch).settings;

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
