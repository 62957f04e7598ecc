import { counted } from '../settings/index.js';
import { ClocksBody } from './clocks/body.js';
import { compute, frame } from './clocks/compute.js';
import { describe, notes } from './clocks/describe.js';
import { styles } from './clocks/styles.js';
import { presets } from './ropes/presets.js';
import { brief } from './vectors/numbers.js';

/** @typedef {import('../settings/index.js').SettingName} SettingName */

/** What makes an encoding of one's own. @type {readonly SettingName[]} */
const own = ['dimensions', 'base', 'scaling', 'factor', 'trainedLength', 'sequenceLength'];

/** Scalings that look at the length of the text; `su` is an older name. */
const byLength = /"(dynamic|longrope|su)"/;

/** @param {import('../settings/index.js').Settings} settings @returns {readonly SettingName[]} */
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

/** @type {import('./figure.js').Figure<import('./clocks/compute.js').ClocksData>} */
export const clocks = {
  name: 'clocks',
  title: 'One dial a pair: how fast each turns with the position',
  settings: ['model', 'config', ...own, 'positions', 'speed'],
  compute,
  frame,
  describe,
  timeline: ({ labels }) => ({ labels }),
  body: (host) => new ClocksBody(host),
  styles,
  aside: ({ groups: [{ rope, wavelengths }] }) => ({
    dimensions: `${counted(rope.pairs, 'pair')}, the slowest comes round every ${brief(wavelengths[rope.pairs - 1])} positions`,
  }),
  idle,
  notes,
};
