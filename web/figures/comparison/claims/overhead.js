import { percent, short, whole } from '../../shared/numbers.js';
import { FEW } from '../timing.js';
import { MINIMAL, SMALLER } from './claim.js';

/** @typedef {import('../measured.js').Measured} Measured */
/** @typedef {import('../../../settings/index.js').Settings} Settings */
/** @typedef {{ time: number, scores: number, share: number }} Overhead milliseconds, and the one by the other */

/** What an encoding is put into: the vectors once, or queries and keys both. */
const inputs = Object.freeze({ sinusoidal: 1, rotary: 2 });

/**
 * An encoding's time beside that of the scores, for the reader's sizes.
 *
 * @param {keyof typeof inputs} name
 * @param {Settings} settings
 * @param {Measured} measured
 * @returns {Overhead | string | undefined} a string says why it cannot be told
 */
export function overheadOf(name, { positions, dimensions }, measured) {
  const [cost, scoring] = [measured.cost(name), measured.scoring()];
  if (!cost || scoring === undefined) return undefined;
  if (positions * dimensions < FEW)
    return `So few numbers as ${positions} × ${dimensions} take less time than the call that asks for them.`;
  if (!(cost.time > 0 && scoring > 0)) return 'The clock of this browser is too coarse.';
  const [time, scores] = [inputs[name] * cost.time, scoring * positions ** 2 * dimensions];
  return { time, scores, share: time / scores };
}

/** @param {number} share */
export const shareText = (share) => (share < 10 ? percent(share) : `${short(share)} times`);

/**
 * Whether that is little.
 *
 * @param {keyof typeof inputs} name
 * @param {{ all: string, doing: string }} words what is judged, and what is done
 * @returns {Pick<import('./claim.js').Claim<Overhead>, 'rule' | 'late' | 'measure' | 'verdict' | 'says' | 'link'>}
 */
export const overhead = (name, { all, doing }) => ({
  late: true,
  rule: `Holds if ${all} takes at most ${percent(MINIMAL)} of the time of the scores of every query and key; in part if at most ${percent(SMALLER)}. Not judged for fewer than ${whole(FEW)} numbers.`,
  measure: (_core, settings, measured) => overheadOf(name, settings, measured),
  verdict: ({ share }) => (share <= MINIMAL ? 'holds' : share <= SMALLER ? 'in part' : 'not'),
  says: ({ time, scores, share }) =>
    `Here, at your sizes and with sines and cosines computed anew, ${doing} takes ${short(time)} ms; all scores of every query and key would take ${short(scores)} ms, estimated from a few. The one is ${shareText(share)} of the other.`,
  link: ({ positions, dimensions, seed }) => ({
    figure: 'comparison',
    patch: { positions, dimensions, seed },
    numbers: ({ share }) => [`${doing}${name === 'sinusoidal' ? ' takes' : ''} ${shareText(share)}`],
  }),
});
