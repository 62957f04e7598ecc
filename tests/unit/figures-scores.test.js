import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { code as scores } from '../../web/figures/scores/figure.js';
import { plain } from '../../web/figures/shared/caption.js';
import { methods } from '../../web/figures/shared/score-methods.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

const all = Object.keys(methods);

/** @param {import('../../web/settings/index.js').Patch} [patch] */
function figure(patch = {}) {
  const { settings, problems } = change(defaultsOf('scores'), patch);
  expect(problems).toEqual([]);
  const data = scores.compute(core, settings);
  const panel = (/** @type {string} */ name) => {
    const found = data.panels.find(({ method }) => method.name === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
  return { settings, data, panel };
}

/** Scores in double, by the formulas of the papers alone. @type {Record<string, (x: Float32Array, at: number, base: number) => number[]>} */
const oracle = {
  sinusoidal: (x, at, base) => Array.from(x, (value, f) => value + wave(at, f, x.length, base)),
  product: (x, at, base) => Array.from(x, (value, f) => value * wave(at, f, x.length, base)),
  rotary: (x, at, base) =>
    Array.from(x, (value, f) => {
      const angle = at * base ** ((-2 * Math.floor(f / 2)) / x.length);
      const other = Number(x[f ^ 1]);
      return value * Math.cos(angle) + (f % 2 === 0 ? -1 : 1) * other * Math.sin(angle);
    }),
  none: (x) => [...x],
};

/** @param {number} at @param {number} feature @param {number} dimensions @param {number} base */
function wave(at, feature, dimensions, base) {
  const angle = at * base ** ((-2 * Math.floor(feature / 2)) / dimensions);
  return feature % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
}

/** @param {readonly number[]} a @param {readonly number[]} b */
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * Number(b[i]), 0);

describe('the score under the playhead', () => {
  it.each([-11, -1, 0, 4, 31])(
    'is that of the papers, also between two positions, at distance %i',
    (distance) => {
      const { data, panel, settings } = figure({ methods: all, distance, dimensions: 12, base: 500 });
      for (const position of [0, 0.3, 7.85, data.places - 1].filter((at) => at < data.places)) {
        scores.frame(core, data, position);
        for (const [name, place] of Object.entries(oracle)) {
          const query = place(data.query, position + Math.max(0, distance), settings.base);
          const key = place(data.key, position + Math.max(0, -distance), settings.base);
          expect(panel(name).moving.score, `${name} at ${position}`).toBeCloseTo(dot(query, key), 4);
          expect(panel(name).moving.part).toBeCloseTo(dot(query.slice(0, 2), key.slice(0, 2)), 4);
        }
      }
    },
  );

  it.each([-9, 0, 6])('is that of the matrix at every whole position, at distance %i', (distance) => {
    const { data } = figure({ methods: all, distance, positions: 20 });
    for (let position = 0; position < data.places; position += 1) {
      scores.frame(core, data, position);
      for (const { method, table, moving, line, masked } of data.panels) {
        const cell = (data.start.query + position) * 20 + data.start.key + position;
        expect(moving.score, method.name).toBeCloseTo(Number(table.values[cell]), 5);
        if (!masked) expect(line.at[position], method.name).toBe(moving.score);
      }
    }
  });

  it('has learned rows that stay until the next position, and no frame that makes new vectors', () => {
    const { data, panel } = figure({ methods: ['learned'] });
    scores.frame(core, data, 3);
    const { moving } = panel('learned');
    const [{ score, query }] = [moving];
    scores.frame(core, data, 3.9);
    expect(moving.score).toBe(score);
    scores.frame(core, data, 4);
    expect(moving.score).not.toBe(score);
    expect(panel('learned').moving.query).toBe(query);
  });
});

describe('what depends on the distance alone', () => {
  it.each([
    [{}],
    [{ pairing: 'half', seed: 5 }],
    [{ dimensions: 2, positions: 256, seed: 1 }],
    [{ dimensions: 256, positions: 64, seed: 2, base: 1e6 }],
    [{ dimensions: 64, base: 1, seed: 3 }],
    [{ query: '3,-1', key: '0.5,2' }],
    [{ query: '1000,-1000', key: '999,1' }],
    [{ query: '0.001,0.002', key: '0.003,-0.001' }],
  ])('is rotary, ALiBi, T5 and no encoding, never the sum, the product and the table: %j', (patch) => {
    const { data } = figure({ methods: all, ...patch });
    const relative = data.panels.filter((panel) => panel.relative).map(({ method }) => method.name);
    expect(relative).toEqual(['rotary', 'none', 'alibi', 't5']);
  });

  it('is told from what spreads by chance: the spread of each diagonal is greatest minus least', () => {
    const { panel } = figure({ positions: 9 });
    const { table } = panel('sinusoidal');
    for (let distance = -8; distance <= 8; distance += 1) {
      const diagonal = [];
      for (let key = 0; key < 9; key += 1) {
        const query = key + distance;
        if (query >= 0 && query < 9) diagonal.push(Number(table.values[query * 9 + key]));
      }
      const size = Math.max(...diagonal) - Math.min(...diagonal);
      expect(table.spreads[distance + 8]).toBeCloseTo(size, 6);
      expect(table.widest.size).toBeGreaterThanOrEqual(size);
    }
  });

  it('is drawn as a flat line, and what is not fills its plot', () => {
    const { panel } = figure({ methods: all });
    for (const name of ['rotary', 'none', 'alibi', 't5']) {
      const [low, high] = panel(name).line.range;
      expect(high, name).toBe(low);
    }
    for (const name of ['sinusoidal', 'product', 'learned']) {
      const { line } = panel(name);
      const [low, high] = line.range;
      for (const score of line.score) expect(score >= low - 1e-9 && score <= high + 1e-9, name).toBe(true);
      const size = Math.max(...line.score) - Math.min(...line.score);
      expect(size / (high - low), name).toBeGreaterThan(0.5);
    }
  });

  it('is said in a word or two for each', () => {
    const { data } = figure({ methods: all });
    expect(plain(scores.caption(data)).match(/the score (stays|changes)/g)).toEqual([
      'the score changes',
      'the score stays',
      'the score changes',
      'the score changes',
      'the score stays',
      'the score stays',
      'the score stays',
    ]);
  });
});

describe('the bounds', () => {
  it('leave room for both: the playhead ends where the second of them stands last', () => {
    for (const [distance, query, key] of [
      [4, 4, 0],
      [-4, 0, 4],
      [0, 0, 0],
    ]) {
      const { data } = figure({ distance });
      const timeline = scores.timeline(data);
      expect(data.start).toEqual({ query, key });
      expect(timeline).toMatchObject({ positions: 32 });
      expect(timeline?.labels.length).toBe(32 - Math.abs(Number(distance)));
    }
  });

  it('may be one position, or as many as there can be', () => {
    const one = figure({ positions: 1, distance: 0, methods: all });
    scores.frame(core, one.data, 0);
    expect(plain(scores.caption(one.data))).not.toMatch(/NaN|Infinity|undefined/);
    const most = figure({ positions: 256, dimensions: 256, methods: all, distance: 255 });
    scores.frame(core, most.data, 0);
    expect(plain(scores.caption(most.data))).not.toMatch(/NaN|Infinity|undefined/);
    expect(most.panel('rotary').relative).toBe(true);
  });

  it('of the colours hold every score', () => {
    const { data } = figure({ methods: all });
    for (const { limit, table } of data.panels) {
      const largest = Math.max(-table.range.least, table.range.greatest);
      expect(largest).toBeLessThanOrEqual(limit * (1 + 1e-6));
      expect(largest).toBeGreaterThan(0.6 * limit);
    }
  });
});

test('another distance needs no new matrix, but anything else does', () => {
  const first = figure({ methods: ['rotary', 'learned'] });
  const second = figure({ methods: ['learned', 'rotary'], distance: -7 });
  expect(second.panel('rotary').table).toBe(first.panel('rotary').table);
  expect(second.panel('learned').table).toBe(first.panel('learned').table);
  const third = figure({ methods: ['rotary'], seed: 28 });
  expect(third.panel('rotary').table).not.toBe(first.panel('rotary').table);
  const own = figure({ methods: ['rotary'], seed: 28, key: '1,2' });
  expect(own.panel('rotary').table).not.toBe(third.panel('rotary').table);
});

describe('the trap', () => {
  it('of equal vectors makes the product look relative, and a note says so with numbers', () => {
    const { data, panel } = figure({ tokens: 'equal', methods: ['product'] });
    expect(panel('product').relative).toBe(true);
    const general = figure({ methods: ['product'] }).panel('product').table.widest.size;
    expect(scores.notes(data).join()).toMatch(/With all ones in query and key the product looks relative/);
    expect(scores.notes(data).join()).toContain(`its scores change by ${general.toFixed(3)}`);
    expect(plain(scores.caption(data))).toContain('wherever the two stand, with these vectors');
  });

  it('may be set by hand as well, and is not seen where it is none', () => {
    const own = figure({ query: '2,2', key: '-1,-1', methods: ['product'] });
    expect(scores.notes(own.data).join()).toMatch(/With these vectors the product looks relative/);
    expect(scores.notes(figure({ methods: ['product', 'rotary'] }).data)).toEqual([]);
  });

  it('is called one while the product is not shown, too', () => {
    const { data } = figure({ tokens: 'equal' });
    expect(scores.notes(data)).toEqual([
      'All ones in query and key are a trap: with them multiplying by the wave looks relative too, which for vectors in general it is not. Tick “Product” to see it.',
    ]);
    expect(figure({ tokens: 'equal', methods: ['product'] }).panel('product').relative).toBe(true);
    expect(figure({ methods: ['product'] }).panel('product').relative).toBe(false);
    expect(scores.notes(figure({ tokens: 'equal', positions: 1, distance: 0 }).data)).toEqual([]);
  });
});

test('a masked score has no line, and no range that is no number', () => {
  const { panel } = figure({ methods: ['alibi'], distance: -3 });
  const { line, masked } = panel('alibi');
  expect(masked).toBe(true);
  expect([line.place.length, line.score.length, line.at.length]).toEqual([0, 0, 0]);
  expect(line.range).toEqual([0, 0]);
});

describe('an arrow that is drawn along', () => {
  it.each(/** @type {const} */ (['sinusoidal', 'rotary', 'product', 'learned']))(
    'of %s takes both to the position that puts its tip there',
    (name) => {
      for (const [pair, distance] of [
        [0, 4],
        [3, -6],
      ]) {
        const { data, panel } = figure({ methods: [name], pair, distance });
        const shown = panel(name);
        const tip = (/** @type {Float32Array} */ x) => ({
          x: Number(x[data.features[0]]),
          y: Number(x[data.features[1]]),
        });
        for (const of of /** @type {const} */ (['query', 'key'])) {
          for (const wanted of [0, 9, 10.25, data.places - 1].map(name === 'learned' ? Math.floor : Number)) {
            scores.frame(core, data, wanted);
            const goal = tip(shown.moving[of]);
            scores.frame(core, data, Math.max(0, Math.min(data.places - 1, wanted + 1)));
            const found = data.near(shown, of, goal);
            expect(found, `${of} at ${wanted}`).toBeCloseTo(wanted, 1);
            scores.frame(core, data, found);
            const there = tip(shown.moving[of]);
            expect(Math.hypot(there.x - goal.x, there.y - goal.y)).toBeLessThan(0.02);
          }
        }
      }
    },
  );

  it('goes on round by round, and stays where there is nothing nearer', () => {
    const { data, panel } = figure({ methods: ['rotary'], query: '1,0', dimensions: 2, distance: 0 });
    const shown = panel('rotary');
    for (let angle = 0; angle < 20; angle += 0.5) {
      const place = data.near(shown, 'query', { x: 3 * Math.cos(angle), y: 3 * Math.sin(angle) });
      expect(place).toBeCloseTo(angle, 1);
      scores.frame(core, data, place);
    }
    const still = figure({ methods: ['rotary'], query: '0,0' });
    scores.frame(core, still.data, 7);
    expect(still.data.near(still.panel('rotary'), 'query', { x: 1, y: 1 })).toBe(7);
  });
});

test('controls without effect are idle', () => {
  const idle = (/** @type {import('../../web/settings/index.js').Patch} */ patch) =>
    scores.idle(figure(patch).settings);
  expect(idle({})).toEqual(['heads', 'head']);
  expect(idle({ methods: ['none', 'alibi'], query: '1,2', key: '1,2' })).toEqual(['base', 'seed']);
  expect(idle({ tokens: 'equal', methods: ['rotary'], dimensions: 2 })).toEqual([
    'query',
    'key',
    'pair',
    'pairing',
    'seed',
    'heads',
    'head',
  ]);
  expect(idle({ tokens: 'equal', methods: ['t5', 'alibi'] })).toEqual(['query', 'key', 'base']);
});
