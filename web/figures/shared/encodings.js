/** @typedef {import('../../core/base-core.js').BaseCore} BaseCore */
/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {{ data: Float32Array, shape: number[] }} Tensor */

/**
 * What one encoding does to token vectors, in the terms that a panel needs.
 *
 * @typedef {object} Encoding
 * @property {string} name
 * @property {string} title
 * @property {string} subtitle what it does, in a few words
 * @property {boolean} continuous whether there is something between two positions
 * @property {(core: BaseCore, x: Tensor, settings: Settings, start: number, out: Float32Array) => void} apply
 *   writes x, `[positions, dimensions]`, with the positions start, start + 1, … in it, to `out`
 * @property {(core: BaseCore, tip: number[], position: number, features: number[], settings: Settings) => Solution} solve
 *   the token's two features that put the arrow's tip there
 */

/** @typedef {{ token: (number | undefined)[] }} Solution a feature that cannot be known is undefined */

/** A feature that the product multiplies by less than this does not follow a dragged tip. */
export const LEAST_FACTOR = 0.05;

/** @param {Settings} settings @returns {'interleaved' | 'concatenated'} */
export const layoutOf = (settings) => (settings.pairing === 'half' ? 'concatenated' : 'interleaved');

/**
 * The two features of a pair. A layout of odd length has one sine more than cosines.
 *
 * @param {Pick<Settings, 'pair' | 'pairing' | 'dimensions'>} settings
 * @returns {[number, number]}
 */
export function featuresOf({ pair, pairing, dimensions }) {
  return pairing === 'half' ? [pair, pair + Math.ceil(dimensions / 2)] : [2 * pair, 2 * pair + 1];
}

/** @param {BaseCore} core @param {number} position @param {number[]} features @param {Settings} settings */
function encodingAt(core, position, features, settings) {
  const { data } = core.sinusoidal({
    positions: 1,
    dimensions: settings.dimensions,
    base: settings.base,
    start: position,
    layout: layoutOf(settings),
  });
  return features.map((feature) => data[feature]);
}

/** @type {Encoding} */
const sinusoidal = {
  name: 'sinusoidal',
  title: 'Sinusoidal',
  subtitle: 'adds a wave to the vector',
  continuous: true,
  apply(core, x, settings, start, out) {
    core.add(x, { base: settings.base, start, layout: layoutOf(settings), out });
  },
  solve(core, tip, position, features, settings) {
    const wave = encodingAt(core, position, features, settings);
    return { token: tip.map((value, i) => value - wave[i]) };
  },
};

/** @type {Encoding} */
const rotary = {
  name: 'rotary',
  title: 'Rotary',
  subtitle: 'turns the vector',
  continuous: true,
  apply(core, x, settings, start, out) {
    core.rotate(x, { base: settings.base, pairing: settings.pairing, start, out });
  },
  solve(core, tip, position, features, settings) {
    const data = new Float32Array(settings.dimensions);
    features.forEach((feature, i) => {
      data[feature] = tip[i];
    });
    const back = core.rotate(
      { data, shape: [1, settings.dimensions] },
      { base: settings.base, pairing: settings.pairing, start: -position },
    );
    return { token: features.map((feature) => back.data[feature]) };
  },
};

/** @type {Encoding} */
const product = {
  name: 'product',
  title: 'Product',
  subtitle: 'multiplies feature by feature',
  continuous: true,
  apply(core, x, settings, start, out) {
    core.multiply(x, { base: settings.base, start, layout: layoutOf(settings), out });
  },
  solve(core, tip, position, features, settings) {
    const wave = encodingAt(core, position, features, settings);
    return {
      token: tip.map((value, i) => {
        const factor = wave[i];
        return Math.abs(factor) < LEAST_FACTOR ? undefined : value / factor;
      }),
    };
  },
};

/** @param {BaseCore} core @param {number} first @param {number} count @param {Settings} settings */
function learnedRows(core, first, count, { dimensions, seed }) {
  const ids = Int32Array.from({ length: count }, (_, i) => first + i);
  return core.learnedRows({ ids, dimensions, seed }).data;
}

/** @type {Encoding} */
const learned = {
  name: 'learned',
  title: 'Learned',
  subtitle: 'adds a row of a random table',
  continuous: false,
  apply(core, x, settings, start, out) {
    const rows = learnedRows(core, Math.floor(start), x.shape[0] ?? 0, settings);
    for (let i = 0; i < rows.length; i += 1) out[i] = x.data[i] + rows[i];
  },
  solve(core, tip, position, features, settings) {
    const row = learnedRows(core, Math.floor(position), 1, settings);
    return { token: tip.map((value, i) => value - row[features[i]]) };
  },
};

/** @type {Encoding} */
const none = {
  name: 'none',
  title: 'No position',
  subtitle: 'leaves the vector as it is',
  continuous: false,
  apply(_core, x, _settings, _start, out) {
    out.set(x.data);
  },
  solve(_core, tip) {
    return { token: tip };
  },
};

/** @type {Record<string, Encoding>} */
export const encodings = { sinusoidal, rotary, product, learned, none };
