import { encodings, featuresOf } from '../shared/encodings.js';
import { labelsOf, tokensOf } from '../shared/tokens.js';
import { angleNear, partsFor, pathOf, polar, trace } from './trace.js';

/** @typedef {import('../../core/base-core.js').BaseCore} BaseCore */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('../shared/encodings.js').Encoding} Encoding */

/** Places a step, and steps, of the short trail behind the moving tip. */
const TRAIL = { parts: 24, steps: 1.1 };

/** @typedef {{ minX: number, maxX: number, minY: number, maxY: number }} Box */

/**
 * @typedef {object} Moving the vector under the playhead
 * @property {number} position
 * @property {number} index the token that moves
 * @property {number} x
 * @property {number} y
 * @property {number} magnitude
 * @property {number} angle degrees, unwrapped
 * @property {Float32Array} trailX
 * @property {Float32Array} trailY
 * @property {number} trailLength samples in use
 */

/**
 * @typedef {object} Panel
 * @property {Encoding} encoding
 * @property {Float32Array} x tips at whole positions, the pair's first feature
 * @property {Float32Array} y the second
 * @property {Float64Array} magnitude of these
 * @property {Float64Array} angle of these, degrees, unwrapped
 * @property {{ position: Float64Array, magnitude: Float64Array, angle: Float64Array }} strip the same, finer
 * @property {{ x: Float32Array, y: Float32Array } | null} path
 * @property {Box} box all that the plot must hold
 * @property {number} stripPerStep samples of the strip in a step
 * @property {import('./trace.js').Source} source
 * @property {Moving} moving
 * @property {{ x: { data: Float32Array, shape: number[] }, out: Float32Array, token: number, trail: import('./trace.js').Trace | null, trailOf: number }} scratch
 */

/**
 * @typedef {object} VectorsData
 * @property {string[]} labels a word or a number for each position
 * @property {number} wordCount how many of them are words of the text
 * @property {number[] | undefined} rows of the word table, where each word has its own vector
 * @property {[number, number]} features the pair that is shown
 * @property {number} pairs
 * @property {number} inverseFrequency radians a position, of this pair
 * @property {number} wavelength positions
 * @property {Float32Array} tokens
 * @property {Panel[]} panels
 * @property {[number, number]} magnitudeRange of all panels, from 0
 * @property {string[]} notes
 */

/**
 * @param {BaseCore} core
 * @param {Settings} settings
 * @returns {VectorsData}
 */
export function compute(core, settings) {
  const { labels, wordCount, note } = labelsOf(settings);
  const { data: tokens, rows } = tokensOf(core, settings, labels);
  const features = featuresOf(settings);
  const inverseFrequency = inverseFrequencyOf(settings);
  const wavelength = (2 * Math.PI) / inverseFrequency;
  const panels = settings.encodings.map((name) => {
    const encoding = /** @type {Encoding} */ (encodings[name]);
    return panelOf({ core, encoding, tokens, settings, features, shared: rows === undefined }, wavelength);
  });
  const highest = Math.max(...panels.map((panel) => maximum(panel.strip.magnitude)));
  return {
    labels,
    wordCount,
    rows,
    features,
    pairs: Math.floor(settings.dimensions / 2),
    inverseFrequency,
    wavelength,
    tokens,
    panels,
    magnitudeRange: [0, highest > 0 ? highest * 1.1 : 1],
    notes: note === undefined ? [] : [note],
  };
}

/** @param {Settings} settings */
const inverseFrequencyOf = ({ base, dimensions, pair }) => base ** ((-2 * pair) / dimensions);

/** @param {import('./trace.js').Source} source @param {number} wavelength @returns {Panel} */
function panelOf(source, wavelength) {
  const { settings, encoding } = source;
  const [n, d] = [settings.positions, settings.dimensions];
  const fine = trace(source, 0, n - 1, partsFor(n));
  const strip = { position: fine.position, ...polar(fine.x, fine.y) };
  const stripPerStep = (fine.x.length - 1) / Math.max(1, n - 1);
  const atWhole = (/** @type {ArrayLike<number>} */ values) =>
    Float64Array.from({ length: n }, (_, i) => values[Math.round(i * stripPerStep)]);
  const [x, y] = [Float32Array.from(atWhole(fine.x)), Float32Array.from(atWhole(fine.y))];
  const path = pathOf(source, fine, wavelength);
  const trailSize = Math.ceil((TRAIL.steps + 1) * TRAIL.parts) + 2;
  return {
    encoding,
    x,
    y,
    magnitude: atWhole(strip.magnitude),
    angle: atWhole(strip.angle),
    strip,
    path,
    box: boxOf([x, path?.x ?? fine.x], [y, path?.y ?? fine.y]),
    stripPerStep,
    source,
    moving: {
      position: Number.NaN,
      index: 0,
      x: 0,
      y: 0,
      magnitude: 0,
      angle: 0,
      trailX: new Float32Array(trailSize),
      trailY: new Float32Array(trailSize),
      trailLength: 0,
    },
    scratch: {
      x: { data: new Float32Array(d), shape: [1, d] },
      out: new Float32Array(d),
      token: -1,
      trail: null,
      trailOf: -1,
    },
  };
}

/** @param {Float64Array} values */
const maximum = (values) => values.reduce((a, b) => Math.max(a, b), 0);

/** @param {Float32Array[]} xs @param {Float32Array[]} ys @returns {Box} with the origin inside */
function boxOf(xs, ys) {
  const box = { minX: 0, maxX: 0, minY: 0, maxY: 0 };
  for (const x of xs) {
    for (const value of x) {
      if (value < box.minX) box.minX = value;
      else if (value > box.maxX) box.maxX = value;
    }
  }
  for (const y of ys) {
    for (const value of y) {
      if (value < box.minY) box.minY = value;
      else if (value > box.maxY) box.maxY = value;
    }
  }
  return box;
}

/**
 * Moves every panel's vector to a real-valued position. Allocates nothing but when a new token begins to move.
 *
 * @param {BaseCore} core
 * @param {VectorsData} data
 * @param {number} position from 0 to positions − 1
 */
export function frame(core, data, position) {
  for (const panel of data.panels) {
    movePanel(core, panel, position);
  }
}

/** @param {BaseCore} core @param {Panel} panel @param {number} position */
function movePanel(core, panel, position) {
  const { source, scratch, moving } = panel;
  const { encoding, features, settings, tokens } = source;
  const index = Math.min(Math.floor(position), settings.positions - 1);
  if (encoding.continuous) {
    if (scratch.token !== index) {
      const d = settings.dimensions;
      scratch.x.data.set(tokens.subarray(index * d, (index + 1) * d));
      scratch.token = index;
    }
    encoding.apply(core, scratch.x, settings, position, scratch.out);
    moving.x = scratch.out[features[0]];
    moving.y = scratch.out[features[1]];
  } else {
    moving.x = panel.x[index];
    moving.y = panel.y[index];
  }
  moving.position = position;
  moving.index = index;
  moving.magnitude = Math.hypot(moving.x, moving.y);
  const near = Math.min(panel.strip.angle.length - 1, Math.floor(position * panel.stripPerStep));
  moving.angle = angleNear(moving.x, moving.y, panel.strip.angle[near]);
  trailTo(panel);
}

/** @param {Panel} panel */
function trailTo({ source, scratch, moving }) {
  moving.trailLength = 0;
  if (!source.encoding.continuous) return;
  const last = source.settings.positions - 1;
  const start = source.shared ? Math.max(0, moving.index - 1) : Math.min(moving.index, Math.max(0, last - 1));
  if (scratch.trailOf !== moving.index) {
    const steps = Math.min(last, moving.index + 1) - start;
    scratch.trail = steps > 0 ? trace(source, start, steps, TRAIL.parts) : null;
    scratch.trailOf = moving.index;
  }
  if (scratch.trail === null) return;
  const { position, x, y } = scratch.trail;
  const from = Math.max(moving.position - TRAIL.steps, source.shared ? 0 : moving.index);
  let length = 0;
  for (let i = 0; i < position.length; i += 1) {
    const at = position[i];
    if (at < from || at >= moving.position) continue;
    moving.trailX[length] = x[i];
    moving.trailY[length] = y[i];
    length += 1;
  }
  moving.trailX[length] = moving.x;
  moving.trailY[length] = moving.y;
  moving.trailLength = length + 1;
}
