import { words } from '../../settings/index.js';
import { Refusal } from '../figure.js';
import { modelsOf, wavelengthOf } from '../models/models.js';

/** @typedef {import('../../core/index.js').Core} Core */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../models/models.js').Model} Model */

/**
 * The dials of one type of layers.
 * @typedef {object} Group
 * @property {Model} model
 * @property {number} start index of its first pair in the lists of all groups
 * @property {number} ghosts index of its first pair without scaling, −1 where that turns the same
 * @property {Float64Array} wavelengths in positions; infinite for a pair that stands still
 * @property {Float64Array} reach turns within the trained length, as training saw them
 * @property {number} slowed how many pairs the scaling slows
 * @property {number} still how many pairs do not turn at all
 */

/**
 * @typedef {object} ClocksData
 * @property {Group[]} groups one a type of layers
 * @property {string[]} labels one a position
 * @property {Float64Array} frequencies of all hands, then of all ghosts: radians a position
 * @property {Float64Array} at the position of the last frame, alone
 * @property {Float64Array} turns of every pair so far
 * @property {{ cos: Float32Array, sin: Float32Array }} out of the angle of every hand, then of every ghost
 */

/** More dials in all than this can be neither read nor drawn in time. */
const mostDials = 1024;

/** A pair counts as slowed by more than rounding. */
const SLOWER = 1 - 1e-9;

/**
 * Everything that does not move.
 * @param {Core} core
 * @param {Settings} settings
 * @returns {ClocksData}
 * @throws {Refusal} of `config`
 */
export function compute(core, settings) {
  const models = modelsOf(core, settings, [settings.config === '' ? settings.model : 'config']);
  const pairs = models.reduce((sum, model) => sum + model.pairs, 0);
  if (pairs > mostDials) {
    throw new Refusal('config', `config must have at most ${mostDials} pairs in clocks, got ${pairs}`);
  }
  let [start, ghosts] = [0, pairs];
  const groups = models.map((model) => {
    const group = groupOf(model, start, ghosts);
    start += model.pairs;
    if (group.ghosts >= 0) ghosts += model.pairs;
    return group;
  });
  const frequencies = new Float64Array(ghosts);
  for (const group of groups) {
    frequencies.set(group.model.inverseFrequencies, group.start);
    if (group.ghosts >= 0) frequencies.set(group.model.unscaled, group.ghosts);
  }
  return {
    groups,
    labels: labelsOf(settings),
    frequencies,
    at: new Float64Array(1),
    turns: new Float64Array(pairs),
    out: { cos: new Float32Array(ghosts), sin: new Float32Array(ghosts) },
  };
}

/** @param {Model} model @param {number} start @param {number} ghosts @returns {Group} */
function groupOf(model, start, ghosts) {
  const { inverseFrequencies, unscaled, trainedLength, scalingType, scaling } = model;
  // Proportional lets pairs stand still from the first day of training: that is no stretching.
  const isShare = scalingType === 'proportional';
  const trained = isShare ? inverseFrequencies.map((own) => own * (scaling.factor ?? 1)) : unscaled;
  const slowed = inverseFrequencies.filter((own, i) => own < SLOWER * trained[i]).length;
  return {
    model,
    start,
    ghosts: slowed > 0 && !isShare ? ghosts : -1,
    wavelengths: inverseFrequencies.map(wavelengthOf),
    reach: trained.map((frequency) => trainedLength / wavelengthOf(frequency)),
    slowed,
    still: inverseFrequencies.filter((frequency) => frequency === 0).length,
  };
}

/** Words where every position has one, else numbers. @param {Settings} settings */
function labelsOf({ text, positions }) {
  const found = words(text);
  const numbers = found.length < positions;
  return Array.from({ length: positions }, (_, i) => (numbers ? String(i) : String(found[i])));
}

/**
 * The hands at a position, a real number: angles are position × θ in double, without the attention factor, which changes no angle.
 * @param {Core} core
 * @param {ClocksData} data
 * @param {number} position
 */
export function frame(core, data, position) {
  const { at, turns, frequencies, out } = data;
  at[0] = position;
  core.cosSin({ positionIds: at, inverseFrequencies: frequencies, out });
  for (let i = 0; i < turns.length; i += 1) turns[i] = (position * frequencies[i]) / (2 * Math.PI);
}
