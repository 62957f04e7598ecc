import { PairingBody } from './body.js';
import { compute, frame } from './compute.js';
import { describe, notes } from './describe.js';
import { styles } from './styles.js';

/** @type {import('../figure.js').FigureCode<import('./compute.js').PairingData>} */
export const figure = {
  compute,
  frame,
  describe,
  timeline: ({ labels, distance }) => ({
    labels,
    counts: distance < 0 ? 'query’s position' : 'key’s position',
  }),
  body: (host) => new PairingBody(host),
  styles,
  aside: ({ distance, isOwn }) => ({
    distance: distance < 0 ? 'the query stands before its key' : '',
    query: isOwn.query ? '' : 'empty: random, by the seed',
    key: isOwn.key ? '' : 'empty: random, by the seed',
  }),
  idle: ({ tokens, dimensions, query, key }) => [
    ...(tokens === 'equal' ? /** @type {const} */ (['query', 'key']) : []),
    ...(tokens === 'equal' || (query && key) ? /** @type {const} */ (['seed']) : []),
    ...(dimensions === 2 ? /** @type {const} */ (['permuted']) : []),
  ],
  notes,
};
