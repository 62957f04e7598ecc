import { describe, expect, it } from 'vitest';
import { loadHeap } from '../../web/core/load.js';
import { loadFigure, Refusal } from '../../web/figures/index.js';
import { change, defaultsOf, rangeOf, rowOf } from '../../web/settings/index.js';
import { figures } from './settings-random.js';

/** @typedef {import('../../web/settings/index.js').Settings} Settings */

const heap = await loadHeap();

/** What no sentence says: no number, one without an end, a pair before the first, a plural of one, a count of no pairs. */
const NONSENSE = new RegExp(
  [
    'NaN|undefined|null|Infinity|∞|\\[object|no number',
    'pairs? [-−]\\d|\\b0 pairs\\b|pairs (\\d+) to (?:\\1\\b|[-−])',
    '(?<![.\\d])1 (?:pairs|positions|turns|words|times|keys|queries|dimensions|(?:more|of them) stand\\b)',
  ].join('|'),
  'u',
);

/**
 * @param {Settings} settings
 * @returns {Promise<{ texts: string[], isRefused: boolean }>} all that the figure says of them
 */
async function saidOf(settings) {
  const figure = (await loadFigure(settings.figure)).open(heap);
  try {
    figure.compute(settings);
    figure.frame(settings.positions - 1);
    const texts = [figure.caption.join(''), ...figure.notes, ...Object.values(figure.aside)];
    return { texts, isRefused: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { texts: [error.message], isRefused: true };
  }
}

/** @param {Settings} settings @returns {Promise<string[]>} what makes no sense of what is said of them */
async function nonsenseOf(settings) {
  const { texts } = await saidOf(settings);
  return texts.filter((text) => NONSENSE.test(text));
}

/** @param {Settings} from @param {string} name @returns {unknown[]} the values at the ends of what it may be */
function endsOf(from, name) {
  const range = rangeOf(from, name);
  if (range) return [range.min, range.max];
  const row = rowOf(name);
  switch (row?.type) {
    case 'choice':
      return [...row.values];
    case 'boolean':
      return [false, true];
    case 'list':
      return [...row.values.map((value) => [value]), row.mayBeEmpty ? [] : row.values.slice(0, row.maxCount)];
    case 'vector':
      return ['words', [0, 0], [1e-9, 0], [1000, -1000]];
    default:
      return [];
  }
}

/** A reader's own words are no words of ours. @param {Settings['figure']} name */
const openingOf = (name) => change(defaultsOf(name), { figure: name, text: '' }).settings;

/** @param {Settings} from @param {readonly string[]} names @returns {Settings[]} one of the settings at each of its ends */
const atEnds = (from, names) =>
  names
    .flatMap((name) => endsOf(from, name).map((value) => change(from, { [name]: value })))
    .filter(({ problems }) => problems.length === 0)
    .map(({ settings }) => settings);

/** Configs whose numbers are at the ends of what they may be, and beyond. */
function* configsAtEnds() {
  const types = ['default', 'linear', 'dynamic', 'ntk', 'yarn', 'llama3', 'longrope', 'proportional'];
  for (const head_dim of [2, 4, 64])
    for (const rope_theta of [1, 10000, 1e12])
      for (const length of [1, 4096, 1e8])
        for (const factor of [1e-9, 0.5, 1, 1e9])
          for (const partial_rotary_factor of [1e-9, 0.5, 1])
            for (const rope_type of types) {
              const pairs = Math.ceil((head_dim / 2) * partial_rotary_factor);
              const besides = {
                yarn: { original_max_position_embeddings: length },
                llama3: {
                  low_freq_factor: 1,
                  high_freq_factor: 4,
                  original_max_position_embeddings: length,
                },
                longrope: {
                  long_factor: Array(pairs).fill(factor),
                  short_factor: Array(pairs).fill(1),
                  original_max_position_embeddings: length,
                },
                proportional: { partial_rotary_factor },
              }[rope_type];
              const part = rope_type === 'proportional' ? {} : { partial_rotary_factor };
              const rope_scaling = { rope_type, factor, ...besides };
              yield { head_dim, rope_theta, max_position_embeddings: length, ...part, rope_scaling };
            }
}

describe.each(figures)('what %s says', (name) => {
  it('makes sense at the ends of every setting, and of every two', async () => {
    const opening = openingOf(name);
    const { settings: names } = await loadFigure(name);
    const ones = atEnds(opening, names);
    const twos = ones.flatMap((one) => atEnds(one, names));
    expect(ones.length).toBeGreaterThan(3);
    for (const settings of [...ones, ...twos]) expect(await nonsenseOf(settings)).toEqual([]);
  }, 120_000);
});

describe.each(['clocks', 'spectrum'])('what %s says of a pasted config', (name) => {
  it('makes sense at the ends of what its numbers may be, or it is refused', async () => {
    const opening = openingOf(/** @type {Settings['figure']} */ (name));
    let answers = 0;
    for (const config of configsAtEnds()) {
      for (const sequenceLength of [1, 1_000_000]) {
        const { settings } = change(opening, { config: JSON.stringify(config), sequenceLength });
        const { texts, isRefused } = await saidOf(settings);
        expect(texts.filter((text) => NONSENSE.test(text))).toEqual([]);
        if (!isRefused) answers += 1;
      }
    }
    expect(answers).toBeGreaterThan(1000);
  }, 120_000);

  it('names no pair and no time where every pair stands still', async () => {
    const config = { head_dim: 64, rope_scaling: { rope_type: 'proportional', partial_rotary_factor: 1e-9 } };
    const patch = { config: JSON.stringify(config) };
    const { settings } = change(openingOf(/** @type {Settings['figure']} */ (name)), patch);
    const { texts } = await saidOf(settings);
    expect(texts.join(' ')).toContain('32 pairs');
    expect(texts.join(' ')).toContain('all of them stand still');
  });
});
