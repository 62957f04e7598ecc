import { PairingBody } from './pairing/body.js';
import { compute, frame } from './pairing/compute.js';
import { describe, notes } from './pairing/describe.js';
import { styles } from './pairing/styles.js';

/** @type {import('./figure.js').Figure<import('./pairing/compute.js').PairingData>} */
export const pairing = {
  name: 'pairing',
  title: 'Which two features turn together: two right ways, and a wrong one',
  settings: ['permuted', 'distance', 'tokens', 'dimensions', 'base', 'seed', 'positions', 'speed'],
  compute,
  frame,
  describe,
  timeline: ({ labels }) => ({ labels, counts: 'key’s position' }),
  body: (host) => new PairingBody(host),
  styles,
  aside: ({ distance }) => ({
    distance: distance < 0 ? 'the query stands before its key' : '',
  }),
  idle: ({ tokens, dimensions }) => [
    ...(tokens === 'equal' ? /** @type {const} */ (['seed']) : []),
    ...(dimensions === 2 ? /** @type {const} */ (['permuted']) : []),
  ],
  notes,
};
