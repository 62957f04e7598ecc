import { DecayBody } from './decay/body.js';
import { compute, frame } from './decay/compute.js';
import { describe, notes } from './decay/describe.js';
import { styles } from './decay/styles.js';

/** @param {import('../settings/index.js').Settings} settings @returns {readonly import('../settings/index.js').SettingName[]} */
function idle({ tokens, query, key }) {
  if (tokens === 'equal') return ['query', 'key', 'seed'];
  return query && key ? ['seed'] : [];
}

/** @type {import('./figure.js').Figure<import('./decay/compute.js').DecayData>} */
export const decay = {
  name: 'decay',
  title: 'Does a score fade with the distance?',
  settings: ['positions', 'dimensions', 'base', 'tokens', 'query', 'key', 'seed', 'speed'],
  compute,
  frame,
  describe,
  timeline: ({ labels }) => ({ labels, counts: 'distance' }),
  body: (host) => new DecayBody(host),
  styles,
  aside: ({ labels }) => ({ positions: `distances 0 to ${labels.length - 1}` }),
  idle,
  notes,
};
