import { beforeAll, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { code as pairing } from '../../web/figures/pairing/figure.js';
import { linkTo, mistakeIn, mistakes } from '../../web/figures/pairing/mistakes.js';
import { plain } from '../../web/figures/shared/caption.js';
import { change, defaultsOf, open, readLink } from '../../web/settings/index.js';
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
  return { mistake, settings, data, said: numbersFrom(plain(pairing.caption(data))) };
}

test('every mistake has a link to this figure, and cites threads by repository and number', () => {
  expect(mistakes.length).toBe(4);
  mistakes.forEach(({ threads }, i) => {
    const { settings } = followed(i);
    expect([settings.figure, settings.seed, settings.dimensions]).toEqual(['pairing', 1, i === 0 ? 64 : 8]);
    expect(threads.length).toBeGreaterThan(0);
    for (const [repository, id] of threads) {
      expect(repository).toMatch(/^[\w-]+\/[\w.-]+$/);
      expect(Number.isInteger(id) && id > 0).toBe(true);
    }
  });
});

test('half’s code with interleaved’s weights gives the numbers of the reports', () => {
  const { data, settings, said } = followed(0);
  expect(said.slice(0, 4)).toEqual([-0.2512, -0.9122, 1.3716, 8.4951]);
  expect(plain(pairing.caption(data))).toContain('Mixed up gives 1.3716 at 3 but 8.4951 at 103');
  expect(data.live.scores[1]).toBeCloseTo(-0.91218337, 4);
  const [, , mixed] = data.panels;
  expect(data.magnitude).toBeCloseTo(8.7958, 4);
  expect(mixed?.magnitudes[Number(data.placeSamples[0])]).toBeCloseTo(8.9204, 4);
  const { settings: permuted } = change(settings, { permuted: true });
  const after = numbersFrom(plain(pairing.caption(pairing.compute(core, permuted))));
  expect(after.slice(0, 2)).toEqual([-0.2512, -0.2512]);
});

test('each mistake looks unlike the figure as it opens and unlike the others, and is known again', () => {
  const opened = defaultsOf('pairing');
  expect(mistakeIn(opened)).toBe(undefined);
  const seen = mistakes.map((mistake, i) => {
    const { settings, data } = followed(i);
    expect(mistakeIn(settings)).toBe(mistake);
    expect(mistakeIn(change(settings, { at: 1 }).settings)).toBe(mistake);
    expect(mistakeIn(change(settings, { seed: 5 }).settings)).toBe(undefined);
    expect(data.panels.some(({ way }) => way === mistake.way)).toBe(true);
    return plain(pairing.caption(data));
  });
  seen.push(plain(pairing.caption(pairing.compute(core, opened))));
  expect(new Set(seen).size).toBe(mistakes.length + 1);
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
