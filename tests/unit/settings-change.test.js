/** @import { Patch } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import {
  attributeName,
  change,
  check,
  defaults,
  defaultsOf,
  open,
  relations,
  table,
} from '../../web/settings/index.js';
import { createRandom, randomGarbage, randomPatch, randomSettings } from './settings-random.js';

/** @param {Patch} patch */
const changed = (patch) => change(defaults, patch).settings;

/** @param {readonly { name: string, message: string }[]} list */
const messages = (list) => list.map(({ message }) => message);

describe('a change of settings', () => {
  test('takes values and text alike', () => {
    const { settings, problems, notes } = change(defaults, {
      positions: '20',
      base: 500,
      loop: 'off',
      at: 3.5,
    });
    expect(settings).toEqual({ ...defaults, positions: 20, base: 500, loop: false, at: 3.5 });
    expect(problems).toEqual([]);
    expect(notes).toEqual([]);
  });

  test('refuses bad values one by one, and the last good ones stay', () => {
    const before = changed({ positions: 20, base: 500 });
    const { settings, problems } = change(before, { positions: 'ten', base: -1, seed: 7 });
    expect(settings).toEqual({ ...before, seed: 7 });
    expect(problems).toEqual([
      { name: 'positions', message: 'positions must be an integer from 1 to 4096, got "ten"' },
      { name: 'base', message: 'base must be a number from 1 to 1000000000, got -1' },
    ]);
  });

  test('judges values beside those that come with them', () => {
    const { settings, problems } = change(defaults, { vector: '1,2,3,4', dimensions: 4, pair: 1 });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ vector: [1, 2, 3, 4], dimensions: 4, pair: 1 });
  });

  test('refuses a value that does not fit the others', () => {
    const { settings, problems } = change(defaults, { pair: 1, vector: [1], at: 10 });
    expect(settings).toBe(defaults);
    expect(messages(problems)).toEqual([
      'pair must be 0 (2 dimensions make 1 pair), got 1',
      'vector must be 2 numbers or "words", got 1 number',
      'at must be a number from 0 to 9 (there are 10 positions), got 10',
    ]);
  });

  test('to fewer dimensions takes pair and vector along, and says so', () => {
    const before = changed({ dimensions: 8, pair: 3, vector: [1, 2, 3, 4, 5, 6, 7, 8] });
    const { settings, problems, notes } = change(before, { dimensions: 6 });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ dimensions: 6, pair: 2, vector: [1, 2] });
    expect(notes).toEqual([
      { name: 'pair', message: 'pair is now 2, because 6 dimensions make 3 pairs' },
      { name: 'vector', message: 'vector is now 1,2, because its 8 numbers do not fit 6 dimensions' },
    ]);
    expect(Object.isFrozen(settings.vector)).toBe(true);
  });

  test('to more dimensions takes a vector along that has a number for each of the old ones', () => {
    const before = changed({ dimensions: 4, vector: [1, 2, 3, 4] });
    expect(change(before, { dimensions: 6 }).settings.vector).toEqual([1, 2]);
  });

  test('to fewer positions takes the playhead along', () => {
    const { settings, notes } = change(changed({ at: 8.5 }), { positions: 5 });
    expect(settings).toMatchObject({ positions: 5, at: 4 });
    expect(messages(notes)).toEqual(['at is now 4, the last of 5 positions']);
  });

  test('refuses a pair of its own and takes the old one along where neither fits', () => {
    const before = changed({ dimensions: 512, pair: 200 });
    const { settings, problems, notes } = change(before, { dimensions: 4, pair: 9 });
    expect(messages(problems)).toEqual([
      'pair must be an integer from 0 to 1 (4 dimensions make 2 pairs), got 9',
    ]);
    expect(messages(notes)).toEqual(['pair is now 1, because 4 dimensions make 2 pairs']);
    expect(settings).toMatchObject({ dimensions: 4, pair: 1 });
  });

  test('reports a name that is no setting', () => {
    const patch = /** @type {Patch} */ (
      JSON.parse('{ "nope": 1, "__proto__": { "seed": 9 }, "constructor": 2 }')
    );
    const { settings, problems } = change(defaults, patch);
    expect(settings).toBe(defaults);
    expect(messages(problems)).toEqual([
      'there is no setting "nope"',
      'there is no setting "__proto__"',
      'there is no setting "constructor"',
    ]);
  });

  test('gives the same object where nothing differs, and the same arrays where they do not', () => {
    expect(change(defaults, {}).settings).toBe(defaults);
    expect(change(defaults, { vector: '1 1', encodings: ['sinusoidal', 'rotary'] }).settings).toBe(defaults);
    const { settings } = change(defaults, { vector: [1, 1], seed: 1 });
    expect(settings.vector).toBe(defaults.vector);
    expect(settings.encodings).toBe(defaults.encodings);
  });

  test('leads back to the defaults from anywhere', () => {
    const random = createRandom(4);
    for (let i = 0; i < 200; i += 1) {
      const { settings, problems, notes } = change(randomSettings(random), defaults);
      expect(settings).toEqual(defaults);
      expect([...problems, ...notes]).toEqual([]);
    }
  });
});

describe('a figure that opens', () => {
  test('has the defaults where nothing is asked for', () => {
    expect(open([])).toEqual({ settings: defaults, problems: [], notes: [] });
    expect(open([]).settings).toBe(defaults);
  });

  test('does not care for the order of its attributes', () => {
    /** @type {[string, string][]} */
    const entries = [
      ['vector', '1,2,3,4'],
      ['pair', '1'],
      ['at', '19'],
      ['dimensions', '4'],
      ['positions', '20'],
    ];
    const expected = { ...defaults, vector: [1, 2, 3, 4], pair: 1, at: 19, dimensions: 4, positions: 20 };
    expect(open(entries)).toEqual({ settings: expected, problems: [], notes: [] });
    expect(open(entries.reverse()).settings).toEqual(expected);
  });

  test('falls back to the default for every bad value, and says why', () => {
    const { settings, problems } = open([
      ['positions', '10000000'],
      ['dimensions', '3'],
      ['pair', '4'],
      ['base', 'Infinity'],
      ['vector', '1'],
      ['seed', '5'],
      ['at', '-1'],
    ]);
    expect(settings).toEqual({ ...defaults, seed: 5 });
    expect(messages(problems)).toEqual([
      'positions must be an integer from 1 to 4096, got 10000000',
      'base must be a number from 1 to 1000000000, got "Infinity"',
      'at must be a number from 0 to 4095, got -1',
      'dimensions must be even for rotary, which turns features in pairs, got 3',
      'pair must be 0 (2 dimensions make 1 pair), got 4',
      'vector must be 2 numbers or "words", got 1 number',
    ]);
  });

  test('ignores attributes that are no settings, and counts the first of two', () => {
    const entries = /** @type {[string, unknown][]} */ ([
      ['class', 'wide'],
      ['__proto__', 'x'],
      ['seed', 1],
      ['seed', 2],
    ]);
    expect(open(entries)).toEqual({ settings: { ...defaults, seed: 1 }, problems: [], notes: [] });
  });
});

describe('whatever is asked for', () => {
  /** @param {ReturnType<typeof change>} result */
  const faultsOf = ({ settings, problems, notes }) => {
    const parts = [settings, problems, notes, ...problems, ...notes, ...Object.values(settings)];
    const isWhole = Object.keys(settings).join() === table.map(({ name }) => name).join();
    return [
      ...messages(relations(settings)),
      ...table.map(({ name }) => check(name, settings[name], settings.figure).problem).filter(Boolean),
      ...(parts.every(Object.isFrozen) ? [] : ['something is not frozen']),
      ...(isWhole ? [] : ['settings are missing or in disorder']),
    ];
  };

  test('settings stay whole, consistent and frozen through random changes', () => {
    const random = createRandom(5);
    let { settings } = open([]);
    for (let i = 0; i < 2000; i += 1) {
      const patch = randomPatch(random);
      const result = change(settings, patch);
      const faults = faultsOf(result);
      for (const { name } of result.problems) if (!(name in patch)) faults.push(`${name} was not asked for`);
      for (const { name } of table) {
        const mayDiffer = name in patch || result.notes.some((note) => note.name === name);
        if (mayDiffer || result.settings[name] === settings[name]) continue;
        const followed =
          result.settings.figure !== settings.figure &&
          settings[name] === defaultsOf(settings.figure)[name] &&
          result.settings[name] === defaultsOf(result.settings.figure)[name];
        if (!followed) faults.push(`${name} differs`);
      }
      expect(faults).toEqual([]);
      settings = result.settings;
    }
  });

  test('a figure opens whole on garbage', () => {
    const random = createRandom(6);
    for (let i = 0; i < 500; i += 1) {
      const names = ['nope', 'style', ...table.map(({ name }) => attributeName(name))];
      expect(faultsOf(open(names.map((name) => [name, randomGarbage(random)])))).toEqual([]);
    }
  });
});
