/** @import { Figure, Patch } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import {
  attributeName,
  change,
  defaultsOf,
  open,
  rangeOf,
  relations,
  rowOf,
  table,
} from '../../web/settings/index.js';
import { createRandom, figures, randomSettings } from './settings-random.js';

/** @param {Figure} figure @param {Patch} patch */
const asked = (figure, patch) => change(defaultsOf(figure), patch);

/** @param {readonly { name: string, message: string }[]} list */
const messages = (list) => list.map(({ message }) => message);

const numbers = table.filter(({ type }) => type === 'integer' || type === 'real');

/** @param {string} name the least step to a number out of range that is none for other reasons */
const beyond = (name) => (rowOf(name)?.type === 'integer' ? 1 : 1e-3);

describe('the range of a number', () => {
  test.each(figures)('in %s is just what may be asked for, whatever the others are', (figure) => {
    const random = createRandom(figures.indexOf(figure));
    for (let i = 0; i < 30; i += 1) {
      const settings = randomSettings(random, figure);
      for (const { name } of numbers) {
        const { min, max } = rangeOf(settings, name) ?? { min: Number.NaN, max: Number.NaN };
        expect(max, name).toBeGreaterThanOrEqual(min);
        for (const value of [min, max]) {
          const result = change(settings, { [name]: value });
          expect(result.problems).toEqual([]);
          expect(result.settings[name], name).toBe(value);
        }
        for (const value of [min - beyond(name), max + beyond(name)]) {
          const result = change(settings, { [name]: value });
          expect(result.settings).toBe(settings);
          expect(messages(result.problems)).toEqual([
            expect.stringMatching(new RegExp(`^${attributeName(name)} must be .+, got ${value}$`)),
          ]);
        }
      }
    }
  });

  test('of precision’s positions goes as far as the longest context', () => {
    expect(rangeOf(defaultsOf('precision'), 'positions')).toEqual({ min: 1, max: 131072 });
    expect(asked('precision', { positions: 131072, at: 131071 }).problems).toEqual([]);
    expect(messages(asked('decay', { positions: 131072 }).problems)).toEqual([
      'positions must be an integer from 1 to 8192, got 131072',
    ]);
  });
});

describe('the distance of query and key', () => {
  test.each(/** @type {const} */ (['scores', 'pairing']))(
    'in %s is less than there are positions',
    (figure) => {
      const { settings } = asked(figure, { positions: 40 });
      expect(rangeOf(settings, 'distance')).toEqual({ min: -39, max: 39 });
      expect(messages(change(settings, { distance: 40 }).problems)).toEqual([
        'distance must be an integer from -39 to 39 (there are 40 positions), got 40',
      ]);
      const far = change(settings, { distance: -39 }).settings;
      const { settings: fewer, notes } = change(far, { positions: 7 });
      expect(fewer.distance).toBe(-6);
      expect(messages(notes)).toEqual(['distance is now -6, because there are 7 positions']);
    },
  );

  test('takes the playhead’s range in scores alone, where both stand at the figure’s positions', () => {
    expect(rangeOf(asked('scores', { positions: 40, distance: -9 }).settings, 'at')).toEqual({
      min: 0,
      max: 30,
    });
    expect(rangeOf(asked('pairing', { positions: 40, distance: -9 }).settings, 'at')).toEqual({
      min: 0,
      max: 39,
    });
  });

  test('follows into a figure that has it', () => {
    const { settings, problems, notes } = change(asked('vectors', { distance: 300 }).settings, {
      figure: 'scores',
    });
    expect(settings.distance).toBe(31);
    expect(problems).toEqual([]);
    expect(messages(notes)).toEqual(['distance is now 31, because there are 32 positions']);
  });
});

describe('training', () => {
  test('looks back less far than it is trained', () => {
    const short = asked('training', { trainedLength: 8 }).settings;
    expect(rangeOf(short, 'lookBack')).toEqual({ min: 1, max: 7 });
    expect(messages(change(short, { lookBack: 8 }).problems)).toEqual([
      'look-back must be an integer from 1 to 7 (8 positions are trained on), got 8',
    ]);
    expect(rangeOf(defaultsOf('training'), 'lookBack')).toEqual({ min: 1, max: 32 });
    const { settings, notes } = change(asked('training', { lookBack: 20 }).settings, { trainedLength: 16 });
    expect(settings).toMatchObject({ trainedLength: 16, lookBack: 15, sequenceLength: 64 });
    expect(notes).toEqual([
      { name: 'lookBack', message: 'look-back is now 15, because 16 positions are trained on' },
      {
        name: 'sequenceLength',
        message: 'sequence-length is now 64, because it must be 1 to 4 times the trained length, 16',
      },
    ]);
    const shortest = change(settings, { trainedLength: 2 }).settings;
    expect(shortest).toMatchObject({ lookBack: 1, sequenceLength: 8 });
    expect(messages(change(shortest, { lookBack: 2 }).problems)).toEqual([
      'look-back must be 1 (2 positions are trained on), got 2',
    ]);
  });

  test('reads 1 to 4 times as many positions as it is trained on', () => {
    const { settings } = asked('training', { trainedLength: 32, sequenceLength: 100 });
    expect(rangeOf(settings, 'sequenceLength')).toEqual({ min: 32, max: 128 });
    for (const sequenceLength of [31, 129]) {
      const result = change(settings, { sequenceLength });
      expect(result.settings).toBe(settings);
      expect(messages(result.problems)).toEqual([
        `sequence-length must be an integer from 32 to 128 (1 to 4 times the trained length, 32), got ${sequenceLength}`,
      ]);
    }
    const longer = change(settings, { trainedLength: 200 });
    expect(longer.settings.sequenceLength).toBe(200);
    expect(messages(longer.notes)).toEqual([
      'sequence-length is now 200, because it must be 1 to 4 times the trained length, 200',
    ]);
    expect(change(settings, { trainedLength: 200, sequenceLength: 800 })).toMatchObject({
      settings: { trainedLength: 200, sequenceLength: 800 },
      problems: [],
      notes: [],
    });
  });

  test('takes lengths of other figures along as far as it can', () => {
    const long = change(asked('clocks', { trainedLength: 8192, sequenceLength: 131072 }).settings, {
      figure: 'training',
    });
    expect(long.settings).toMatchObject({ trainedLength: 256, sequenceLength: 1024 });
    expect(messages(long.notes)).toEqual([
      'trained-length is now 256, the most that training can show',
      'sequence-length is now 1024, because it must be 1 to 4 times the trained length, 256',
    ]);
    const short = change(asked('clocks', { trainedLength: 1, sequenceLength: 1 }).settings, {
      figure: 'training',
    });
    expect(short.settings).toMatchObject({ trainedLength: 2, sequenceLength: 2 });
    expect(messages(short.notes)).toEqual([
      'trained-length is now 2, the least that training can show',
      'sequence-length is now 2, because it must be 1 to 4 times the trained length, 2',
    ]);
  });

  test('has rules that other figures do not have', () => {
    const patch = { trainedLength: 2, sequenceLength: 16777216, lookBack: 32 };
    for (const figure of figures) {
      const { settings, problems } = asked(figure, patch);
      expect(problems.length > 0, figure).toBe(figure === 'training');
      expect(relations({ ...settings, ...patch }).length > 0, figure).toBe(figure === 'training');
    }
  });
});

describe('a query, a key and a head', () => {
  test('fit the dimensions and the heads where they are used, and wait elsewhere', () => {
    const waiting = asked('clocks', { dimensions: 6, query: [1, 2, 3, 4, 5, 6], head: 7 });
    const fewer = change(waiting.settings, { dimensions: 4, heads: 3 });
    expect(fewer.notes).toEqual([]);
    expect(fewer.settings).toMatchObject({ query: [1, 2, 3, 4, 5, 6], head: 7 });
    expect(change(fewer.settings, { figure: 'scores' }).settings).toMatchObject({ query: [1, 2], head: 2 });
    for (const figure of /** @type {const} */ (['scores'])) {
      const before = asked(figure, { dimensions: 6, query: '1 2 3 4 5 6', key: [6, 5, 4, 3, 2, 1], head: 7 });
      expect(before.problems).toEqual([]);
      const { settings, notes } = change(before.settings, { dimensions: 4, heads: 3 });
      expect(settings).toMatchObject({ query: [1, 2], key: [6, 5], head: 2 });
      expect(messages(notes)).toEqual(
        expect.arrayContaining([
          'query is now 1,2, because its 6 numbers do not fit 4 dimensions',
          'key is now 6,5, because its 6 numbers do not fit 4 dimensions',
          'head is now 2, the last of 3 heads',
        ]),
      );
      expect(messages(change(settings, { key: [1] }).problems)).toEqual([
        'key must be 2 numbers, 4 numbers (one for each dimension) or not set, got 1 number',
      ]);
      expect(messages(change(settings, { head: 3 }).problems)).toEqual([
        'head must be an integer from 0 to 2 (of 3 heads), got 3',
      ]);
    }
  });

  test('are left out again by an empty field', () => {
    const { settings } = asked('scores', { query: '1,2', key: '3,4' });
    expect(change(settings, { query: '', key: null }).settings).toEqual(defaultsOf('scores'));
    expect(
      open([
        ['figure', 'scores'],
        ['query', ' '],
      ]).settings,
    ).toBe(defaultsOf('scores'));
  });
});
