import { DecayBody } from './body.js';
import { compute, frame } from './compute.js';
import { describe, notes } from './describe.js';
import { styles } from './styles.js';

/** @param {import('../../settings/index.js').Settings} settings @returns {readonly import('../../settings/index.js').SettingName[]} */
function idle({ tokens, query, key }) {
  if (tokens === 'equal') return ['query', 'key', 'seed'];
  return query && key ? ['seed'] : [];
}

/** @type {import('../figure.js').FigureCode<import('./compute.js').DecayData>} */
export const figure = {
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
