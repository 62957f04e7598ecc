import { counted } from '../../settings/index.js';
import { presets } from '../models/presets.js';
import { brief } from '../shared/numbers.js';
import { ClocksBody } from './body.js';
import { compute, frame } from './compute.js';
import { describe, given, notes } from './describe.js';
import { styles } from './styles.js';

/** @typedef {import('../../settings/index.js').SettingName} SettingName */

/** What makes an encoding of one's own. @type {readonly SettingName[]} */
const own = ['dimensions', 'base', 'scaling', 'factor', 'trainedLength', 'sequenceLength'];

/** Scalings that look at the length of the text; `su` is an older name. */
const byLength = /"(dynamic|longrope|su)"/;

/** @param {import('../../settings/index.js').Settings} settings @returns {readonly SettingName[]} */
function idle({ model, config, scaling }) {
  if (config === '' && model === 'own') {
    return [
      ...(scaling === 'none' ? /** @type {const} */ (['factor']) : []),
      ...(scaling === 'dynamic' ? [] : /** @type {const} */ (['sequenceLength'])),
    ];
  }
  const text = config === '' ? JSON.stringify(presets[model]?.config) : config;
  const idling = own.filter((name) => name !== 'sequenceLength' || !byLength.test(text));
  return config === '' ? idling : ['model', ...idling];
}

/** @type {import('../figure.js').FigureCode<import('./compute.js').ClocksData>} */
export const figure = {
  compute,
  frame,
  describe,
  given,
  timeline: ({ labels }) => ({ labels }),
  body: (host) => new ClocksBody(host),
  styles,
  aside: ({ groups: [{ rope, wavelengths }] }) => ({
    dimensions: `${counted(rope.pairs, 'pair')}, the slowest comes round every ${brief(wavelengths[rope.pairs - 1])} positions`,
  }),
  idle,
  notes,
};
