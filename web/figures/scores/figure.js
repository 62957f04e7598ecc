import { ScoresBody } from './body.js';
import { compute, frame } from './compute.js';
import { apart, describe, notes } from './describe.js';
import { styles } from './styles.js';
import { placeName } from './texts.js';

/** @typedef {import('../../settings/index.js').SettingName} SettingName */

/** Encodings that are made of waves. */
const waves = ['sinusoidal', 'rotary', 'product'];

/** @param {import('../../settings/index.js').Settings} settings @returns {readonly SettingName[]} */
function idle({ methods, tokens, dimensions, query, key }) {
  const isEqual = tokens === 'equal';
  const isDrawn = !isEqual && (query === undefined || key === undefined);
  const isSeeded = isDrawn || methods.includes('learned') || methods.includes('t5');
  return [
    ...(isEqual ? /** @type {const} */ (['query', 'key']) : []),
    ...(dimensions === 2 ? /** @type {const} */ (['pair', 'pairing']) : []),
    ...(methods.some((name) => waves.includes(name)) ? [] : /** @type {const} */ (['base'])),
    ...(isSeeded ? [] : /** @type {const} */ (['seed'])),
    ...(methods.includes('alibi') ? [] : /** @type {const} */ (['heads', 'head'])),
  ];
}

/** @type {import('../figure.js').FigureCode<import('./compute.js').ScoresData>} */
export const figure = {
  compute,
  frame,
  describe,
  timeline: ({ labels, settings }) => ({
    labels,
    positions: settings.positions,
    counts: placeName(settings),
  }),
  body: (host) => new ScoresBody(host),
  styles,
  aside: ({ settings }) => ({
    distance: `the query stands ${apart(settings.distance)}`,
    query: settings.query ? '' : 'empty: random, by the seed',
    key: settings.key ? '' : 'empty: random, by the seed',
  }),
  idle,
  notes,
};
