import { presets } from '../models/presets.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../../settings/index.js').SettingName} SettingName */

/** Scalings that look at the length of the text. */
const LOOKING = /"(?:dynamic|longrope|su)"/;

/**
 * The settings that have no effect beside the others.
 *
 * @param {Settings} settings
 * @returns {SettingName[]}
 */
export function idle({ models, config, scaling }) {
  const isOwn = models.includes('own');
  const looks =
    (isOwn && scaling === 'dynamic') ||
    LOOKING.test(config) ||
    models.some((id) => LOOKING.test(JSON.stringify(presets[id]?.config ?? {})));
  return [
    .../** @type {SettingName[]} */ (isOwn ? [] : ['scaling', 'base', 'dimensions', 'trainedLength']),
    .../** @type {SettingName[]} */ (isOwn && scaling !== 'none' ? [] : ['factor']),
    .../** @type {SettingName[]} */ (looks ? [] : ['sequenceLength']),
  ];
}
