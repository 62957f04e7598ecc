import { beforeAll, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { linkTo, mistakes } from '../../web/figures/pairing/mistakes.js';
import { pairing } from '../../web/figures/pairing.js';
import { open, readLink } from '../../web/settings/index.js';
import { numbersFrom } from './figures-pairing-support.js';

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

const HERE = 'https://example.org/scope/?v=1&figure=pairing&seed=77&dimensions=32';

/** What somebody sees who follows a mistake's link. @param {number} index */
function followed(index) {
  const mistake = /** @type {typeof mistakes[number]} */ (mistakes[index]);
  const url = new URL(linkTo(mistake, HERE));
  expect(url.origin + url.pathname).toBe('https://example.org/scope/');
  const { settings, problems } = open(readLink(url.search)[0]);
  expect(problems).toEqual([]);
  const data = pairing.compute(core, settings);
  pairing.frame(core, data, Number(settings.at));
  return { mistake, settings, data, said: numbersFrom(pairing.describe(data, settings)) };
}

test('every mistake has a link to this figure, and cites threads by repository and number', () => {
  expect(mistakes.length).toBe(4);
  mistakes.forEach(({ threads }, i) => {
    const { settings } = followed(i);
    expect([settings.figure, settings.seed, settings.dimensions]).toEqual(['pairing', 1, 8]);
    expect(threads.length).toBeGreaterThan(0);
    for (const [repository, id] of threads) {
      expect(repository).toMatch(/^[\w-]+\/[\w.-]+$/);
      expect(Number.isInteger(id) && id > 0).toBe(true);
    }
  });
});

test('half’s code with interleaved’s weights gives a score that is relative, and another', () => {
  const { data, said } = followed(0);
  const [interleaved, half] = said;
  expect(interleaved).toBeCloseTo(-0.7416, 4);
  expect(half).toBeCloseTo(-2.9988, 4);
  expect(data.live.scores[1]).toBeCloseTo(-2.9988, 4);
});

test('permuted weights give interleaved’s score', () => {
  const { data, said } = followed(1);
  expect(said.slice(0, 2)).toEqual([-0.7416, -0.7416]);
  expect(data.live.scores[1]).toBeCloseTo(Number(data.live.scores[0]), 5);
});

test('angles of the one and pairs of the other change a score at distance 0', () => {
  const { data, said } = followed(2);
  const [right, same, early, late, least, most] =
    /** @type {[number, number, number, number, number, number]} */ (/** @type {unknown} */ (said));
  expect(same).toBe(right);
  expect(Math.abs(early - late)).toBeGreaterThan(0.1);
  expect(most - least).toBeGreaterThan(1);
  expect(Math.abs(Number(data.live.scores[2]) - right)).toBeGreaterThan(0.5);
});

test('the first token looks right in all three, and only there', () => {
  const { data, said } = followed(3);
  const [first, ...others] = data.live.scores;
  for (const score of others) expect(score).toBeCloseTo(Number(first), 5);
  expect(said[0]).toBeCloseTo(Number(first), 3);
  pairing.frame(core, data, 1);
  expect(Math.abs(Number(data.live.scores[2]) - Number(first))).toBeGreaterThan(0.1);
});
