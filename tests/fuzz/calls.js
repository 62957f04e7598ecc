/** Good calls of every method of the core, drawn at random. @typedef {{ next: (count: number) => number }} Draw */

/** @param {number} seed @returns {Draw} */
export function drawing(seed) {
  let state = seed >>> 0;
  return {
    // mulberry32
    next(count) {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * count);
    },
  };
}

/** @param {Draw} draw @param {number[]} shape */
const tensor = ({ next }, shape) => ({
  data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => next(4001) / 1000 - 2),
  shape,
});

/** @template T @param {Draw} draw @param {readonly T[]} list @returns {T} */
const pick = ({ next }, list) => list[next(list.length)];
/** @param {Draw} draw */
const base = (draw) => pick(draw, [1, 2, 100, 10000, 5e5, 1e300]);
/** @param {Draw} draw */
const start = (draw) => pick(draw, [0, 1, -3, 0.5, 1e8, -1e8, 12345.678]);
const formats = ['float64', 'float32', 'bfloat16', 'float16'];

/** @param {Draw} draw @param {Record<string, unknown>} options each is there or not */
const some = ({ next }, options) => Object.fromEntries(Object.entries(options).filter(() => next(2) > 0));

/** @param {Draw} draw @param {number} rows @param {number} turning */
function angles(draw, rows, turning) {
  const { next } = draw;
  const from =
    next(2) > 0
      ? { start: start(draw) % 1000 }
      : { positionIds: Array.from({ length: rows }, () => next(2000) / 2 - 500) };
  const by =
    next(2) > 0
      ? { base: base(draw) }
      : { inverseFrequencies: Array.from({ length: turning / 2 }, () => next(1000) / 1000) };
  return {
    rotaryDimensions: turning,
    ...from,
    ...by,
    ...some(draw, {
      attentionFactor: 0.5 + next(3),
      precision: { angle: pick(draw, formats.slice(0, 2)), table: pick(draw, formats) },
    }),
  };
}

/** @param {Draw} draw @returns {any} */
function scaling(draw) {
  const factor = pick(draw, [1, 2, 8, 40.5]);
  return pick(draw, [
    null,
    { rope_type: 'linear', factor },
    { rope_type: 'ntk', factor },
    { rope_type: 'dynamic', factor },
    { type: 'yarn', factor, beta_fast: 32, truncate: false, mscale: 1, mscale_all_dim: 0.5 },
    { rope_type: 'longrope', short_factor: [1, 1, 2, 4], long_factor: [1, 2, 4, 8] },
    {
      rope_type: 'llama3',
      factor,
      low_freq_factor: 1,
      high_freq_factor: 4,
      original_max_position_embeddings: 8192,
    },
    { rope_type: 'proportional', partial_rotary_factor: 0.5 },
  ]);
}

const most = 24;
const encodings = ['learned', 'sinusoidal', 'rotary', 'none'];
/** @param {Draw} draw */
const size = ({ next }) => 1 + next(most);
/** @param {Draw} draw @param {number} length @param {object} options */
const out = (draw, length, options) =>
  draw.next(2) > 0 ? { ...options, out: new Float32Array(length) } : options;

/** @type {Record<string, (draw: Draw) => any[]>} the arguments of each method */
export const calls = {
  sinusoidal: (draw) => {
    const [positions, dimensions] = [size(draw), size(draw)];
    const layout = pick(draw, ['interleaved', 'concatenated']);
    return [
      out(draw, positions * dimensions, {
        positions,
        dimensions,
        ...some(draw, { base: base(draw), start: start(draw), layout }),
      }),
    ];
  },
  add: (draw) => {
    const x = tensor(draw, [size(draw), size(draw)]);
    return [x, out(draw, x.data.length, some(draw, { base: base(draw), start: start(draw) }))];
  },
  multiply: (draw) => {
    const x = tensor(draw, [2, size(draw), size(draw)]);
    return [x, out(draw, x.data.length, some(draw, { base: base(draw), start: start(draw) }))];
  },
  cosSin: (draw) => {
    const [positions, turning] = [size(draw), 2 * size(draw)];
    const length = (positions * turning) / 2;
    const options = { positions, ...angles(draw, positions, turning) };
    const given = { cos: new Float32Array(length), sin: new Float32Array(length) };
    return [draw.next(2) > 0 ? { ...options, out: given } : options];
  },
  rotate: (draw) => {
    const [rows, dimensions] = [size(draw), 2 * size(draw)];
    const x = tensor(draw, [rows, dimensions]);
    const turning = 2 * (1 + draw.next(dimensions / 2));
    const pairing = pick(draw, ['interleaved', 'half']);
    return [x, out(draw, x.data.length, { ...angles(draw, rows, turning), pairing })];
  },
  learnedTable: (draw) => {
    const [rows, dimensions] = [size(draw), size(draw)];
    return [
      out(draw, rows * dimensions, {
        rows,
        dimensions,
        seed: draw.next(2 ** 32),
        ...some(draw, { stream: 'words' }),
      }),
    ];
  },
  learnedRows: (draw) => {
    const [count, dimensions] = [size(draw), size(draw)];
    const ids = Array.from({ length: count }, () => draw.next(2 ** 32));
    return [out(draw, count * dimensions, { ids, dimensions, seed: draw.next(2 ** 32) })];
  },
  lookup: (draw) => {
    const [rows, dimensions, count] = [size(draw), size(draw), size(draw)];
    const data = Int32Array.from({ length: count }, () => draw.next(rows));
    return [tensor(draw, [rows, dimensions]), { data, shape: [count] }, out(draw, count * dimensions, {})];
  },
  inverseFrequencies: (draw) => [
    {
      rotaryDimensions: 8,
      maxPositions: 4096,
      ...some(draw, { base: 2 + base(draw), headDimensions: 8, sequenceLength: 9000 }),
      scaling: scaling(draw),
    },
  ],
  yarnRamp: () => [{ rotaryDimensions: 8, maxPositions: 4096, scaling: { rope_type: 'yarn', factor: 4 } }],
  fromConfig: (draw) => {
    const parameters = scaling(draw);
    const config = { head_dim: 8, max_position_embeddings: 4096, rope_theta: 10000 };
    const whole = { ...config, [pick(draw, ['rope_scaling', 'rope_parameters'])]: parameters };
    return [
      pick(draw, [whole, { model_type: 'llama', text_config: whole }]),
      some(draw, { sequenceLength: 9000 }),
    ];
  },
  alibiSlopes: (draw) => [size(draw)],
  alibiBias: (draw) => {
    const [heads, queries, keys] = [size(draw), size(draw), size(draw)];
    return [out(draw, heads * queries * keys, { heads, queries, keys, ...some(draw, { start: 3 }) })];
  },
  t5Buckets: (draw) => [
    {
      queries: size(draw),
      keys: size(draw),
      ...some(draw, { start: -3, buckets: 16, maxDistance: 64, bidirectional: false }),
    },
  ],
  scores: (draw) => {
    const [queries, keys, dimensions] = [size(draw), size(draw), size(draw)];
    const [q, k] = [tensor(draw, [2, queries, dimensions]), tensor(draw, [2, keys, dimensions])];
    return [q, k, out(draw, 2 * queries * keys, {})];
  },
  trainer: (draw) => [
    {
      encoding: pick(draw, encodings),
      length: 4 + draw.next(6),
      dimensions: 2 + 2 * draw.next(3),
      ...some(draw, {
        lookBack: 2,
        seed: draw.next(2 ** 32),
        optimiser: 'momentum',
        learningRate: 0.1,
        share: 0.7,
      }),
    },
  ],
  step: (draw) => [1 + draw.next(3)],
  stepInParts: (draw) => [1 + draw.next(3)],
  evaluate: () => [],
  evaluateInParts: () => [],
  attention: (draw) => [out(draw, 64, {})],
  rows: (draw) => [pick(draw, ['positions', 'queries', 'keys']), out(draw, 32, {})],
};
