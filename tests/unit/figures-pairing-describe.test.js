import { beforeAll, describe, expect, it } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { code as pairing } from '../../web/figures/pairing/figure.js';
import {
  notes,
  overviewSentence,
  panelSentence,
  reading,
  subtitle,
  verdict,
} from '../../web/figures/pairing/text.js';
import { change, defaultsOf } from '../../web/settings/index.js';
import { numbersFrom, oracle, pairingFigure, tokensOf } from './figures-pairing-support.js';

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

/** @param {import('../../web/settings/index.js').Patch} [patch] */
const figure = (patch) => pairingFigure(core, patch);

describe('what is said', () => {
  it('gives the scores at two places, and what the mixture does between them', () => {
    const { text, data, interleaved, half, mixed } = figure();
    const said = numbersFrom(text);
    const expected = [interleaved, half, mixed].map((panel) => {
      const { q, k } = tokensOf(panel);
      return [3, 103].map((n) => oracle(panel.way, { q, k, m: n + 4, n, base: 10000 }));
    });
    const [one, two, three] = /** @type {[any, any, any]} */ (expected);
    [one[0], two[0], three[0], three[1]].forEach(({ score }, i) => {
      expect(said[i]).toBeCloseTo(score, 3);
    });
    expect(one[1].score).toBeCloseTo(one[0].score, 9);
    expect(two[1].score).toBeCloseTo(two[0].score, 9);
    const all = Array.from({ length: 104 }, (_, n) =>
      oracle('mixed', { ...tokensOf(mixed), m: n + 4, n, base: 10000 }),
    );
    const range = (/** @type {number[]} */ values) => [Math.min(...values), Math.max(...values)];
    const rest = [
      ...range(all.map(({ score }) => score)),
      data.magnitude,
      ...range(all.map((each) => each.magnitude)),
    ];
    rest.forEach((value, i) => {
      expect(said[4 + i]).toBeCloseTo(value, 3);
    });
    expect(text).toContain(
      'with the key at 3 as at 103: only the distance counts, but the same weights give',
    );
  });

  it('says that permuted weights agree, and that nothing mends the mixture', () => {
    const { text, interleaved, half, mixed, data } = figure({ permuted: true });
    const [first, second] = numbersFrom(text);
    expect(second).toBe(first);
    expect(text).toContain('half, its weights permuted, gives');
    expect(text).toContain('Permuting does not mend mixed up');
    expect(verdict(interleaved)).toEqual({ isGood: true, text: 'the same at every position' });
    expect(verdict(half).text).toBe('the same at every position, and interleaved’s');
    expect(verdict(mixed)).toMatchObject({ isGood: false, text: expect.stringContaining('depends on the') });
    expect(subtitle(data, half)).toBe('i with i + 4, the features reordered');
  });

  it.each([
    [{ distance: 1 }, 'a query 1 position after its key'],
    [{ distance: -2 }, 'a query 2 positions before its key'],
    [{ distance: 0 }, 'a query at its key’s own position'],
    [{ distance: -2 }, 'with the key at 5 as at 105'],
    [{ positions: 1 }, 'with the key at 0: only'],
    [{ positions: 3 }, 'with the key at 0 as at 2'],
    [{ base: 1 }, 'Here even mixed up gives the same at every position'],
  ])('with %o it says “%s”', (patch, said) => {
    expect(figure(patch).text).toContain(said);
  });

  it.each([
    [{}, ''],
    [{ permuted: true }, ''],
    [{ dimensions: 2 }, 'With 2 dimensions there is one pair, so this test finds no mistake at all.'],
    [{ distance: 0 }, 'At distance 0 every right encoding gives q·k itself, so this test cannot tell'],
    [{ base: 1 }, 'All pairs turn alike here, and so even mixed up is a rotation.'],
    [{ tokens: 'equal' }, 'Query and key of all ones are the same in any order, so this test cannot tell'],
  ])('with %o it warns: “%s”', (patch, warning) => {
    const given = notes(figure(patch).data);
    expect(given.join('\n')).toContain(warning);
    expect(given.length).toBe(warning === '' ? 0 : 1);
  });

  it('reads a feature, its partner and both angles', () => {
    const { data, interleaved, mixed } = figure();
    pairing.frame(core, data, 50);
    expect(reading(data, interleaved, 3)).toEqual([
      'feature 3 turns by θ₁ = 0.1 rad a position',
      'together with feature 2',
      'query at 54: 309.4°, key at 50: 286.5°',
    ]);
    expect(reading(data, mixed, 1)[1]).toBe('feature 5, its partner, by θ₂ = 0.01 rad a position');
  });

  it('hides what has no effect', () => {
    expect(pairing.idle(figure({ dimensions: 2 }).settings)).toEqual(['permuted']);
    expect(pairing.idle(figure({ tokens: 'equal' }).settings)).toEqual(['query', 'key', 'seed']);
    expect(pairing.idle(figure({ query: [1, 2], key: [3, 4] }).settings)).toEqual(['seed']);
    expect(pairing.idle(figure({ query: [1, 2] }).settings)).toEqual([]);
    expect(pairing.idle(figure().settings)).toEqual([]);
  });

  it('has a sentence for each panel, and for the plot of scores', () => {
    const { data, interleaved, half, mixed } = figure();
    expect(panelSentence(data, interleaved)).toBe(
      'Interleaved, 2i with 2i + 1, as in GPT-J, Meta’s Llama: score −0.7416, the same at every position.',
    );
    expect(panelSentence(data, half)).toContain('score −2.9988, the same at every position, but not');
    expect(panelSentence(data, mixed)).toContain('score −0.9842 with the key at 3 and 1.0105 at 103, −3.45');
    expect(overviewSentence(data)).toBe(
      'Score of a query 4 positions after its key, wherever the two stand: interleaved always −0.7416, half always −2.9988 and mixed up from −3.4522 to 4.5070.',
    );
    const one = figure({ positions: 1 });
    expect(panelSentence(one.data, one.mixed)).not.toContain('undefined');
  });

  it('refuses an odd number of dimensions', () => {
    const { problems } = change(defaultsOf('pairing'), { dimensions: 7 });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('dimensions must be even'),
    ]);
  });
});
