import { fixed } from '../shared/numbers.js';

/** @typedef {import('./compute.js').ScoresData} ScoresData */
/** @typedef {import('./compute.js').Panel} Panel */

/** Those whose scores stay by chance, if they do. */
export const chance = new Set(['sinusoidal', 'product', 'learned']);

/** What the playhead stands at: the earlier of the two positions. @param {import('../../settings/index.js').Settings} settings */
export const placeName = ({ distance }) => (distance < 0 ? 'query’s position' : 'key’s position');

/** All digits of what the powers of two among the slopes give, which end soon; else four that count. @param {number} value */
export const slopeText = (value) =>
  String(Number.isInteger(2 ** 8 * value) ? value : Number(value.toPrecision(4)));

/**
 * A score with so many decimals; where it comes from rounding, nothing.
 *
 * @param {number} value
 * @param {Panel} panel
 */
export function scoreText(value, { table }) {
  if (value === Number.NEGATIVE_INFINITY) return '−∞';
  return fixed(Math.abs(value) <= table.rounding ? 0 : value, 3, 1);
}

/**
 * In a few words whether the score stays, as a panel says it at a glance, with a mark where it is so for all vectors.
 *
 * @param {Panel} panel
 * @param {ScoresData} data
 * @returns {{ mark: 'stays' | 'changes' | '', text: string }}
 */
export function verdict({ masked, relative, method, table, along }, { places }) {
  if (masked) return { mark: '', text: 'is masked' };
  if (places === 1) return { mark: '', text: 'has one place' };
  if (method.name === 'none') return { mark: 'stays', text: 'stays, at every distance' };
  // Two vectors can be such that nothing shows; others would not be.
  if (relative && chance.has(method.name)) return { mark: '', text: 'stays by chance' };
  const staysHere = relative || along.greatest - along.least <= table.rounding;
  if (staysHere && !relative) return { mark: '', text: 'stays, at this distance' };
  return relative ? { mark: 'stays', text: 'stays' } : { mark: 'changes', text: 'changes' };
}

/** How much it changes along the diagonal of the shown distance. @param {Panel} panel */
export function changeText({ along, table, masked }) {
  if (masked) return '';
  const size = along.greatest - along.least;
  return size <= table.rounding ? '0' : fixed(size, 3, 1);
}

/** What the score is made of, where that is more than the shown pair. @param {Panel} panel @param {ScoresData} data */
export function partText({ moving, masked, bias }, { settings: { dimensions, pair } }) {
  if (masked) return '';
  const parts = [];
  const vectors = fixed(moving.product, 2, 1);
  if (dimensions > 2) {
    const others = fixed(moving.product - moving.part, 2, 1);
    parts.push(`pair ${pair} gives ${fixed(moving.part, 2, 1)}`, `the other pairs ${others}`);
  } else if (bias !== 0) parts.push(`the vectors give ${vectors}`);
  if (bias !== 0) parts.push(`the distance ${fixed(bias, 2, 1)}`);
  return parts.join(', ');
}

/**
 * One cell of a score matrix.
 *
 * @param {Panel} panel
 * @param {ScoresData} data
 * @param {{ query: number, key: number }} cell
 */
export function readout(panel, { settings: { positions } }, { query, key }) {
  const score = Number(panel.table.values[query * positions + key]);
  const text = score === Number.NEGATIVE_INFINITY ? 'masked' : `score ${scoreText(score, panel)}`;
  return `query at ${query}, key at ${key}: ${text}`;
}
