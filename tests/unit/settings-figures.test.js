/** @import { Figure, Patch } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import {
  change,
  check,
  defaults,
  defaultsOf,
  format,
  open,
  rangeOf,
  relations,
  rowOf,
  table,
  writeLink,
} from '../../web/settings/index.js';
import { createRandom, figures, randomSettings } from './settings-random.js';

/** @param {Figure} figure @param {Patch} [patch] */
const shown = (figure, patch = {}) => change(defaultsOf(figure), patch).settings;

/** @param {readonly { name: string, message: string }[]} list */
const messages = (list) => list.map(({ message }) => message);

/** @type {Record<Figure, Patch>} */
const own = {
  vectors: {},
  clocks: { positions: 64, dimensions: 64 },
  heatmap: { positions: 128, dimensions: 128 },
  spectrum: { dimensions: 128, models: ['own', 'llama-3-1-8b'] },
  scores: { positions: 32, dimensions: 16, seed: 27 },
  decay: { positions: 256, dimensions: 128, speed: 8 },
  pairing: { positions: 104, dimensions: 8, seed: 1 },
  precision: { positions: 4096, dimensions: 128, pair: 3, speed: 60 },
  training: { dimensions: 16, trainedLength: 64, sequenceLength: 256 },
  comparison: { positions: 5000, dimensions: 512 },
};

describe('the defaults of a figure', () => {
  test('are the same but for what that figure needs', () => {
    expect(defaultsOf('vectors')).toBe(defaults);
    expect(Object.fromEntries(figures.map((figure) => [figure, defaultsOf(figure)]))).toEqual(
      Object.fromEntries(
        Object.entries(own).map(([figure, opens]) => [figure, { ...defaults, figure, ...opens }]),
      ),
    );
  });

  test('are there for every figure that the table names', () => {
    const row = rowOf('figure');
    expect(row?.type === 'choice' && row.values).toEqual(figures);
  });

  test.each(figures)('of %s are frozen, whole, consistent, and what it opens with', (figure) => {
    const settings = defaultsOf(figure);
    expect(Object.keys(settings)).toEqual(table.map(({ name }) => name));
    expect([settings, ...Object.values(settings)].every(Object.isFrozen)).toBe(true);
    expect(relations(settings)).toEqual([]);
    for (const { name } of table)
      expect(check(name, settings[name], figure)).toEqual({ value: settings[name] });
    expect(open([['figure', figure]])).toEqual({ settings, problems: [], notes: [] });
    expect(open([['figure', ` ${figure.toUpperCase()}`]]).settings).toBe(settings);
    expect(writeLink(settings)).toBe(`v=1&figure=${figure}`);
  });

  test('count where a figure that opens is given something bad', () => {
    const { settings, problems } = open([
      ['positions', 'ten'],
      ['models', 'own gpt-5'],
      ['dimensions', '514'],
      ['figure', 'spectrum'],
    ]);
    expect(settings).toBe(defaultsOf('spectrum'));
    expect(problems.map(({ name }) => name)).toEqual(['positions', 'dimensions', 'models']);
  });

  test('are those of the first figure where there is no such figure', () => {
    const { settings, problems } = open([
      ['figure', 'dials'],
      ['positions', '20'],
    ]);
    expect(settings).toEqual({ ...defaults, positions: 20 });
    expect(messages(problems)).toEqual([
      'figure must be vectors, clocks, heatmap, spectrum, scores, decay, pairing, precision, training or comparison, got "dials"',
    ]);
  });
});

describe('the limits of a figure', () => {
  test('refuse what another figure can show', () => {
    const { settings, problems } = change(defaults, { positions: 5000 });
    expect(settings).toBe(defaults);
    expect(messages(problems)).toEqual(['positions must be an integer from 1 to 4096, got 5000']);
    expect(change(defaultsOf('heatmap'), { positions: 5000 })).toEqual({
      settings: { ...defaultsOf('heatmap'), positions: 5000 },
      problems: [],
      notes: [],
    });
  });

  test.each(
    /** @type {[Figure, number, number][]} */ ([
      ['vectors', 4096, 512],
      ['clocks', 8192, 256],
      ['heatmap', 8192, 1024],
      ['spectrum', 8192, 512],
      ['scores', 256, 256],
      ['decay', 8192, 512],
      ['pairing', 8192, 64],
      ['precision', 131072, 512],
      ['training', 1024, 64],
      ['comparison', 8192, 1024],
    ]),
  )('of %s are %i positions and %i dimensions', (figure, positions, dimensions) => {
    const last = figure === 'training' ? { steps: 5000, at: 5000 } : { at: positions - 1 };
    const most = { positions, dimensions, pair: dimensions / 2 - 1, ...last };
    const { settings, problems } = open(Object.entries({ figure, distance: 0, ...most }));
    expect(problems).toEqual([]);
    expect(settings).toEqual({ ...defaultsOf(figure), distance: 0, ...most });
    expect(rangeOf(settings, 'positions')).toEqual({ min: 1, max: positions });
    expect(rangeOf(settings, 'dimensions')).toEqual({ min: 2, max: dimensions });
    for (const [name, max] of Object.entries(most)) {
      const { min } = rangeOf(settings, name) ?? { min: Number.NaN };
      for (const value of [max + 2, min - 1]) {
        const result = change(settings, { [name]: value });
        expect(result.settings).toBe(settings);
        expect(messages(result.problems)).toEqual([
          `${name} must be ${name === 'at' ? 'a number' : 'an integer'} from ${min} to ${max}, got ${value}`,
        ]);
      }
    }
  });

  test('are those of the figure that comes with the values', () => {
    expect(change(defaults, { positions: 5000, figure: 'heatmap' }).problems).toEqual([]);
    const { settings, problems } = change(defaultsOf('heatmap'), { positions: 5000, figure: 'vectors' });
    expect(settings).toEqual(defaults);
    expect(messages(problems)).toEqual(['positions must be an integer from 1 to 4096, got 5000']);
  });

  test('are said of settings that were put together by hand', () => {
    expect(messages(relations({ ...defaults, positions: 5000, dimensions: 514 }))).toEqual([
      'positions must be an integer from 1 to 4096, got 5000',
      'dimensions must be an integer from 2 to 512, got 514',
    ]);
  });
});

describe('another figure', () => {
  test('shows its own defaults where nothing was set', () => {
    for (const from of figures) {
      for (const figure of figures) {
        expect(change(defaultsOf(from), { figure })).toEqual({
          settings: defaultsOf(figure),
          problems: [],
          notes: [],
        });
      }
    }
  });

  test('keeps what was set', () => {
    const before = shown('vectors', { dimensions: 8, pair: 3, base: 500, text: 'a b' });
    const { settings, notes } = change(before, { figure: 'heatmap' });
    expect(settings).toEqual({
      ...defaultsOf('heatmap'),
      dimensions: 8,
      pair: 3,
      base: 500,
      text: 'a b',
    });
    expect(notes).toEqual([]);
    expect(change(settings, { figure: 'vectors' }).settings).toEqual(before);
  });

  test('takes what is asked for with it, a default of the old one too', () => {
    const { settings } = change(defaults, {
      figure: 'spectrum',
      positions: 10,
      dimensions: 2,
      models: 'own',
    });
    expect(settings).toEqual({ ...defaultsOf('spectrum'), dimensions: 2, models: ['own'] });
  });

  test('shows its own default, not the old figure’s, for what is refused', () => {
    const { settings, problems } = change(defaults, { figure: 'clocks', positions: 'ten', dimensions: 3 });
    expect(settings).toEqual(defaultsOf('clocks'));
    expect(problems.map(({ name }) => name)).toEqual(['positions', 'dimensions']);
  });

  test('takes along what it cannot show, and says so', () => {
    const before = shown('heatmap', {
      positions: 8000,
      dimensions: 1024,
      pair: 400,
      at: 7999,
      zoom: [0, 7999, 0, 1023],
    });
    const { settings, problems, notes } = change(before, { figure: 'vectors' });
    expect(problems).toEqual([]);
    const { zoom } = before;
    expect(settings).toEqual({ ...defaults, positions: 4096, dimensions: 512, pair: 255, at: 4095, zoom });
    expect(notes).toEqual([
      { name: 'positions', message: 'positions is now 4096, the most that vectors can show' },
      { name: 'dimensions', message: 'dimensions is now 512, the most that vectors can show' },
      { name: 'pair', message: 'pair is now 255, because 512 dimensions make 256 pairs' },
      { name: 'at', message: 'at is now 4095, the last of 4096 positions' },
    ]);
    const back = change(settings, { figure: 'heatmap' });
    expect(back.settings.zoom).toBeUndefined();
    expect(messages(back.notes)).toEqual(['zoom is off, because it lay outside the table']);
  });

  test('that does not exist leaves all as it is', () => {
    for (const figure of ['dials', '', 1, undefined, null, {}]) {
      const before = shown('clocks', { positions: 5 });
      const { settings, problems } = change(before, { figure });
      expect(settings).toBe(before);
      expect(messages(problems)[0]).toMatch(/^figure must be vectors, clocks, .+ or comparison, got /);
    }
  });

  test('is not taken from what a patch inherits', () => {
    expect(change(defaults, Object.create({ figure: 'clocks' })).settings).toBe(defaults);
  });

  test('takes any settings along, and is left again with what fits', { timeout: 20_000 }, () => {
    const random = createRandom(9);
    for (let i = 0; i < 1000; i += 1) {
      const before = randomSettings(random, figures[i % figures.length]);
      const figure = random.pick(figures);
      const { settings, problems, notes } = change(before, { figure });
      const wrong = table.filter(({ name }) => {
        if (name === 'figure' || notes.some((note) => note.name === name)) return false;
        const was = format(name, before[name]);
        const untouched = was === format(name, defaultsOf(before.figure)[name]);
        return format(name, settings[name]) !== (untouched ? format(name, defaultsOf(figure)[name]) : was);
      });
      expect([...problems, ...relations(settings), ...wrong]).toEqual([]);
      expect(Object.isFrozen(settings)).toBe(true);
    }
  });
});
