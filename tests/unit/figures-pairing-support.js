import { expect } from 'vitest';
import { code as pairing } from '../../web/figures/pairing/figure.js';
import { plain } from '../../web/figures/shared/caption.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @typedef {import('../../web/figures/pairing/compute.js').Panel} Panel */

/** @param {import('../../web/core/index.js').Core} core @param {import('../../web/settings/index.js').Patch} [patch] */
export function pairingFigure(core, patch = {}) {
  const { settings, problems } = change(defaultsOf('pairing'), patch);
  expect(problems).toEqual([]);
  const data = pairing.compute(core, settings);
  const [interleaved, half, mixed] = /** @type {[Panel, Panel, Panel]} */ (data.panels);
  return { settings, data, interleaved, half, mixed, text: plain(pairing.caption(data)) };
}

/** @param {Panel} panel @returns {{ q: number[], k: number[] }} as the panel takes them */
export const tokensOf = ({ tokens: { data } }) => ({
  q: Array.from(data.subarray(0, data.length / 2)),
  k: Array.from(data.subarray(data.length / 2)),
});

/**
 * Rotary encodings again, in double and by other formulas than the core's: tables of angles for all features, as models' code
 * has them, and `rotate_half` or `rotate_every_two` on plain arrays.
 *
 * @param {string} way
 * @param {{ q: readonly number[], k: readonly number[], m: number, n: number, base: number }} given query at m, key at n
 */
export function oracle(way, { q, k, m, n, base }) {
  const [turnedQ, turnedK] = [turn(way, q, m, base), turn(way, k, n, base)];
  return {
    score: turnedQ.reduce((sum, x, i) => sum + x * Number(turnedK[i]), 0),
    magnitude: Math.hypot(...turnedQ),
  };
}

/** @param {string} way @param {readonly number[]} x @param {number} position @param {number} base */
function turn(way, x, position, base) {
  const d = x.length;
  const theta = Array.from({ length: d / 2 }, (_, i) => base ** ((-2 * i) / d));
  const angles = way === 'half' ? [...theta, ...theta] : theta.flatMap((each) => [each, each]);
  const crossed =
    way === 'interleaved'
      ? x.map((_, j) => (j % 2 === 0 ? -Number(x[j + 1]) : Number(x[j - 1])))
      : [...x.slice(d / 2).map((each) => -each), ...x.slice(0, d / 2)];
  return x.map((each, j) => {
    const angle = position * Number(angles[j]);
    return each * Math.cos(angle) + Number(crossed[j]) * Math.sin(angle);
  });
}

/** All numbers with a decimal point in a text. @param {string} text */
export const numbersFrom = (text) =>
  Array.from(text.matchAll(/−?\d+\.\d+/g), ([each]) => Number(each.replace('−', '-')));
