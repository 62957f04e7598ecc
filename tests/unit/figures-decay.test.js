import { describe, expect, test } from 'vitest';
import { isDense, overDistances } from '../../web/figures/decay/compute.js';
import { code as decay } from '../../web/figures/decay/figure.js';
import { scoresLines, sumsLines } from '../../web/figures/decay/lines.js';
import { change, defaultsOf } from '../../web/settings/index.js';
import { core, described, figure } from './figures-decay-support.js';

/** @typedef {import('../../web/settings/index.js').Patch} Patch */

describe('the mean cosine', () => {
  test.each([
    [1e4, 1707],
    [5e5, 18438],
    [1e6, 27115],
  ])('first turns negative, at base %d, at distance %i', (base, distance) => {
    const { data } = figure({ base });
    expect(data.firstNegative).toBe(distance);
    expect(described({ base })).toContain(`first turns negative at distance ${distance}`);
    const { marks, aside } = scoresLines(data);
    expect(marks).toEqual([]);
    expect(aside?.text).toBe(`mean cosine negative at ${distance} →`);
  });

  test('is marked where it turns negative inside the plot', () => {
    const { marks, aside } = scoresLines(figure({ positions: 1708 }).data);
    expect(marks).toEqual([{ value: 1707, label: 'mean cosine negative at 1707' }]);
    expect(aside).toBeUndefined();
    expect(scoresLines(figure({ positions: 1707 }).data).marks).toEqual([]);
  });

  test('turns negative where cosines added up one by one do', () => {
    for (const [dimensions, base] of /** @type {const} */ ([
      [2, 10],
      [4, 1e4],
      [8, 500],
      [16, 1e9],
      [32, 1e3],
      [64, 1e4],
      [68, 1e4],
      [110, 1e4],
    ])) {
      const { data } = figure({ dimensions, base, positions: 2 });
      const mean = (/** @type {number} */ s) =>
        data.frequencies.reduce((sum, theta) => sum + Math.cos(s * theta), 0);
      let first = 0;
      while (mean(first) >= 0) first += 1;
      expect(data.firstNegative).toBe(first);
    }
  });

  test('says so where it is not negative as far as was looked', () => {
    const text = described({ base: 1e9, dimensions: 512 });
    expect(text).toContain('is not negative at any distance up to 131072');
    expect(scoresLines(figure({ base: 1e9, dimensions: 512 }).data).aside).toBeUndefined();
  });
});

test.each(
  /** @type {Patch[]} */ ([
    {},
    { seed: 7, dimensions: 16, base: 100 },
    { tokens: 'equal' },
    { query: [1, -2], key: [0.5, 3], dimensions: 8 },
    { query: [1, 2, 3, 4], seed: 3, dimensions: 4, pairing: 'half' },
  ]),
)('the score of query and key %o is that of vectors that are turned', (patch) => {
  const { data, settings } = figure({ ...patch, positions: 300 });
  const { dimensions, base, tokens, query, key, seed } = settings;
  const random = core.learnedRows({ ids: [0, 1], dimensions, seed, stream: 'words' }).data;
  const vector = (/** @type {readonly number[] | 'words' | undefined} */ own, /** @type {number} */ row) =>
    tokens === 'equal'
      ? new Float32Array(dimensions).fill(1)
      : Array.isArray(own)
        ? Float32Array.from({ length: dimensions }, (_, i) => own[i % own.length])
        : random.slice(row * dimensions, (row + 1) * dimensions);
  const [q, k] = [vector(query, 0), vector(key, 1)];
  const turned = (/** @type {Float32Array} */ x, /** @type {number} */ position) =>
    core.rotate({ data: x, shape: [1, dimensions] }, { base, start: position });
  for (const [distance, at] of [
    [0, 0],
    [1, 5],
    [17, 100],
    [299, 3],
  ]) {
    const score = Number(
      core.scores(turned(q, Number(at) + Number(distance)), turned(k, Number(at))).data[0],
    );
    expect(Math.abs(Number(data.own.values[Number(distance)]) - score)).toBeLessThan(2e-6 * data.size + 1e-9);
  }
  expect(Math.max(...data.own.values)).toBe(data.own.values[data.own.greatest]);
  expect(Math.min(...data.own.values)).toBe(data.own.values[data.own.least]);
});

test('a frame puts the arrows end to end, at whole distances and between', () => {
  const { data } = figure({ dimensions: 12, base: 50 });
  const { x, y } = data.chain;
  for (const distance of [0, 1, 7.25, 255]) {
    decay.frame(core, data, distance);
    expect(data.chain.x).toBe(x);
    let [across, up, lengths] = [0, 0, 0];
    data.frequencies.forEach((theta, i) => {
      across += Math.cos(distance * theta);
      up += Math.sin(distance * theta);
      lengths += Math.hypot(across, up);
      expect(x[i]).toBeCloseTo(across, 5);
      expect(y[i]).toBeCloseTo(up, 5);
    });
    expect(data.now.sums).toBeCloseTo(lengths / 6, 5);
    expect(data.now.mean).toBeCloseTo(across / 6, 5);
    if (Number.isInteger(distance)) expect(data.now.own).toBeCloseTo(Number(data.own.values[distance]), 4);
  }
});

test('all of the chain is in view, and its earlier states are kept at round distances', () => {
  const { data } = figure();
  expect(data.earlier.map(({ distance }) => distance)).toEqual([0, 1, 2, 5, 10, 20, 50, 100, 200]);
  expect(data.earlier[0]?.x.at(-1)).toBe(64);
  for (const { x, y } of data.earlier) {
    expect(Math.min(...x)).toBeGreaterThanOrEqual(data.view.minX);
    expect(Math.max(...x)).toBeLessThanOrEqual(data.view.maxX);
    expect(Math.min(...y)).toBeGreaterThanOrEqual(data.view.minY);
    expect(Math.max(...y)).toBeLessThanOrEqual(data.view.maxY);
  }
});

test('going from distance to distance loses nothing', () => {
  const frequencies = Float64Array.from([1, 0.37, 1e-4, 1e-9]);
  let visits = 0;
  overDistances(frequencies, 1000, (distance, cos, sin) => {
    frequencies.forEach((theta, i) => {
      expect(Math.abs(Number(cos[i]) - Math.cos(distance * theta))).toBeLessThan(1e-13);
      expect(Math.abs(Number(sin[i]) - Math.sin(distance * theta))).toBeLessThan(1e-13);
    });
    visits += 1;
    return distance === 500;
  });
  expect(visits).toBe(501);
});

test('many distances are drawn as one thin line, and their rises are only counted', () => {
  const { data } = figure({ positions: 8192 });
  expect(isDense(data)).toBe(true);
  expect(sumsLines(data).lines[1]?.x.length).toBe(0);
  expect(isDense(figure().data)).toBe(false);
});

test('the sentence knows whose query and key they are', () => {
  expect(described({ tokens: 'equal' })).toContain(
    'Query and key, both all ones, have a score of 128.00 at distance 0',
  );
  expect(described({ seed: 5 })).toContain('A random query and key (seed 5) have');
  expect(described({ query: [1, 2] })).toContain('Your query and a random key (seed 0) have');
  expect(described({ key: [1, 2] })).toContain('A random query and your key (seed 0) have');
  expect(described({ query: [1, 0], key: [0, 0] })).toContain('Your query and key have a score of 0.00');
  expect(described({ positions: 1 })).toBe(
    'With 128 dimensions and base 10000, mean |S|, the factor of RoFormer’s bound that depends on the distance, is 32.50 at distance 0.',
  );
  expect(described({ base: 1, dimensions: 4 })).toContain('and never rises');
});

test.each([8, 128])('a note says that all ones in %i dimensions are a trap, and it is true', (dimensions) => {
  const { data } = figure({ tokens: 'equal', query: [1, 2], dimensions });
  expect(decay.notes(data)).toEqual([
    `With query and key all ones the score is ${dimensions} times the mean cosine, so both lines are one, highest at distance 0. ` +
      'That is a trap: the score of two different vectors may be highest at any distance.',
  ]);
  data.own.values.forEach((score, s) => {
    expect(score).toBeCloseTo(dimensions * Number(data.mean.values[s]), 9);
  });
  expect(data.own.greatest).toBe(0);
  // A key that is the query, turned by some distance, is met again there.
  const query = Array.from({ length: dimensions }, (_, i) => 1 + i / dimensions);
  for (const distance of [1, 40, 255]) {
    const turned = core.rotate(
      { data: Float32Array.from(query), shape: [1, dimensions] },
      { start: distance },
    );
    const other = figure({ query, key: Array.from(turned.data), dimensions }).data;
    expect(other.own.greatest).toBe(distance);
    expect(decay.notes(other)).toEqual([]);
  }
});

test('a vector of zeros, one pair and one distance are drawn, too', () => {
  for (const patch of /** @type {Patch[]} */ ([
    { query: [0, 0] },
    { dimensions: 2 },
    { positions: 1 },
    { base: 1 },
  ])) {
    const { data } = figure(patch);
    for (const picture of [sumsLines(data), scoresLines(data)]) {
      expect(picture.x.max).toBeGreaterThan(picture.x.min);
      expect(picture.y.max).toBeGreaterThan(picture.y.min);
    }
    expect(Array.from(scoresLines(data).lines[0]?.y ?? []).every(Number.isFinite)).toBe(true);
  }
});

test('controls that change nothing are out of the way, and the playhead goes over distances', () => {
  const idle = (/** @type {Patch} */ patch) => decay.idle(figure(patch).settings);
  expect(idle({})).toEqual([]);
  expect(idle({ tokens: 'equal' })).toEqual(['query', 'key', 'seed']);
  expect(idle({ query: [1, 2], key: [1, 2] })).toEqual(['seed']);
  expect(decay.timeline(figure({ positions: 3 }).data)?.labels).toEqual(['0', '1', '2']);
  expect(change(defaultsOf('decay'), { dimensions: 7 }).settings.dimensions % 2).toBe(0);
});
