import { brief, fixed } from '../shared/numbers.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./compute.js').VectorsData} VectorsData */
/** @typedef {import('./compute.js').Panel} Panel */

/**
 * What is seen, in a sentence or two an encoding, with the numbers at the whole positions.
 *
 * @param {VectorsData} data
 * @param {Settings} settings
 */
export function describe(data, settings) {
  const sentences = data.panels.map((panel) => sentence(panel, data, settings));
  if (data.pairs > 1) {
    sentences.unshift(
      `This is pair ${settings.pair} of 0 to ${data.pairs - 1}: features ${data.features.join(' and ')}, ` +
        `${brief(data.inverseFrequency)} rad a position, once round in ${brief(data.wavelength)} positions.`,
    );
  }
  return sentences.join(' ');
}

/** @param {Panel} panel @param {VectorsData} data @param {Settings} settings */
function sentence(panel, data, settings) {
  const words = data.rows !== undefined;
  const magnitudes = range(panel.magnitude);
  const angles = range(panel.angle);
  const flat = magnitudes.max - magnitudes.min <= 1e-6 * Math.max(1, magnitudes.max);
  const magnitude = flat
    ? `at ${fixed(magnitudes.max, 3)}`
    : `from ${fixed(magnitudes.min, 2, magnitudes.max)} to ${fixed(magnitudes.max, 2)}`;
  const widest = Math.max(Math.abs(angles.min), Math.abs(angles.max));
  const swing = `${fixed(angles.min, 1, widest)}° and ${fixed(angles.max, 1, widest)}°`;
  const several = settings.positions > 1;
  switch (panel.encoding.name) {
    case 'rotary': {
      const turn = `${brief((data.inverseFrequency * 180) / Math.PI)}°`;
      const kept = words ? `every word’s own magnitude (${magnitude})` : `the magnitude ${magnitude}`;
      return `Turning keeps ${kept}${several ? ` and adds the same ${turn} at every step` : ''}.`;
    }
    case 'sinusoidal': {
      if (!several) return `Adding makes the magnitude ${fixed(magnitudes.max, 3)}.`;
      if (angles.max - angles.min < 0.05)
        return `Adding leaves the angle at ${fixed(angles.max, 1, 1)}°, with the magnitude ${magnitude}.`;
      const way = monotone(panel.angle)
        ? 'moves its angle between'
        : 'swings its angle back and forth between';
      if (flat && !words) return `Adding leaves the magnitude ${magnitude}, and ${way} ${swing}.`;
      const whose = words ? 'the words’ magnitudes, now' : 'the vector’s magnitude';
      return `Adding changes ${whose} ${magnitude}, and ${words ? 'pushes their angles about' : `${way} ${swing}`}.`;
    }
    case 'product': {
      const way = flat ? 'leaves, because both features are equal,' : 'changes';
      const end = `at position 0 feature ${data.features[0]} is multiplied by 0 and what it held is gone`;
      return several
        ? `Multiplying feature by feature ${way} the magnitude ${magnitude}; ${end}.`
        : `Multiplying feature by feature makes the magnitude ${fixed(magnitudes.max, 3)}; ${end}.`;
    }
    case 'learned':
      return several
        ? `Looking up adds another random row at each position: the magnitude runs ${magnitude}, and nothing lies between two rows.`
        : `Looking up adds row 0 and makes the magnitude ${fixed(magnitudes.max, 3)}.`;
    default:
      return words
        ? `With no position, a word is the same vector wherever it stands (magnitude ${magnitude}).`
        : `With no position, every vector is the same: (${fixed(panel.x[0] ?? 0, 2)}, ${fixed(panel.y[0] ?? 0, 2)}).`;
  }
}

/** @param {Float64Array} values */
function range(values) {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** @param {Float64Array} values */
function monotone(values) {
  let [rises, falls] = [false, false];
  for (let i = 1; i < values.length; i += 1) {
    const step = values[i] - values[i - 1];
    if (step > 1e-6) rises = true;
    if (step < -1e-6) falls = true;
  }
  return !(rises && falls);
}
