import { PairingBody } from './pairing/body.js';
import { compute, frame } from './pairing/compute.js';
import { describe, notes } from './pairing/describe.js';
import { styles } from './pairing/styles.js';

/** @type {import('./figure.js').Figure<import('./pairing/compute.js').PairingData>} */
export const pairing = {
  name: 'pairing',
  title: 'Which two features turn together: two right ways, and a wrong one',
  settings: [
    'permuted',
    'distance',
    'tokens',
    'dimensions',
    'base',
    'query',
    'key',
    'seed',
    'positions',
    'speed',
  ],
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
