import { beforeAll, describe, expect, it } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { plain } from '../../web/figures/shared/caption.js';
import { compute, frame } from '../../web/figures/vectors/compute.js';
import { drag } from '../../web/figures/vectors/drag.js';
import { code as vectors } from '../../web/figures/vectors/figure.js';
import { formulaOf, liveNumbers } from '../../web/figures/vectors/text.js';
import { change, defaults } from '../../web/settings/index.js';
import golden from '../golden/article1_main.json' with { type: 'json' };

/** @type {import('../../web/core/index.js').Core} */
let core;

/** @param {import('../../web/settings/index.js').Patch} patch */
function figure(patch = {}) {
  const { settings, problems } = change(defaults, patch);
  expect(problems).toEqual([]);
  const data = compute(core, settings);
  const panel = (/** @type {string} */ name) => {
    const found = data.panels.find(({ encoding }) => encoding.name === name);
    if (!found) throw new Error(`there is no panel for ${name}`);
    return found;
  };
  return { settings, data, panel };
}

beforeAll(async () => {
  core = await loadCore();
});

describe('the vectors figure', () => {
  it.each([2, 10, 200])(
    'follows the circle that rotary turns on so closely that no corner is seen, at %i positions',
    (positions) => {
      const { panel } = figure({ positions });
      const { path, strip } = panel('rotary');
      for (const { x, y } of [path ?? { x: new Float32Array(), y: new Float32Array() }]) {
        expect(x.length).toBeGreaterThan(30);
        for (let i = 1; i < x.length; i += 1) {
          const middle = Math.hypot((x[i] + x[i - 1]) / 2, (y[i] + y[i - 1]) / 2);
          // A chord is less than a tenth of a pixel inside a circle of 150 pixels.
          expect(middle / Math.SQRT2).toBeGreaterThan(1 - 0.1 / 150);
        }
      }
      const samples = strip.position.length - 1;
      expect(samples).toBeGreaterThanOrEqual(Math.min(240, 32 * (positions - 1)));
    },
  );

  it("shows the first article's two pictures when nothing is asked for", () => {
    const { panel } = figure();
    const { positional_embeddings: sums, rope } = golden.values;
    for (let p = 0; p < 10; p += 1) {
      expect(panel('sinusoidal').x[p]).toBeCloseTo(sums[p][0], 6);
      expect(panel('sinusoidal').y[p]).toBeCloseTo(sums[p][1], 6);
      expect(panel('rotary').x[p]).toBeCloseTo(rope[p][0], 6);
      expect(panel('rotary').y[p]).toBeCloseTo(rope[p][1], 6);
    }
  });

  it('says in its sentence what the magnitudes do', () => {
    const { data, settings } = figure();
    const text = plain(vectors.caption(data, settings));
    expect(text).toContain('from 0.42 to 2.41');
    expect(text).toContain('keeps the magnitude at 1.414');
    expect(text).toContain('57.3°');
  });

  it('says so when adding happens to leave the magnitude alone', () => {
    const { data, settings } = figure({ vector: [0, 0], encodings: ['sinusoidal'] });
    expect(plain(vectors.caption(data, settings))).toContain('leaves the magnitude at 1.000');
  });

  it('unwraps the angle of rotary into a straight line, one radian a position', () => {
    const { panel } = figure({ positions: 50 });
    const { angle } = panel('rotary');
    for (const [p, value] of angle.entries()) expect(value).toBeCloseTo(45 + (p * 180) / Math.PI, 3);
  });

  it('moves rotary along an even arc between two positions', () => {
    const { data, panel } = figure();
    frame(core, data, 2.5);
    const { moving } = panel('rotary');
    expect(moving.magnitude).toBeCloseTo(Math.SQRT2, 6);
    expect(moving.angle).toBeCloseTo(45 + (2.5 * 180) / Math.PI, 3);
    expect(moving.index).toBe(2);
  });

  it('runs the sum along its circle round the token', () => {
    const { data, panel } = figure({ vector: [0.5, -2] });
    for (const position of [0, 0.3, 4.75, 9]) {
      frame(core, data, position);
      const { moving } = panel('sinusoidal');
      expect(Math.hypot(moving.x - 0.5, moving.y + 2)).toBeCloseTo(1, 6);
    }
  });

  it('lets learned jump: between two positions the vector stays where it was', () => {
    const { data, panel } = figure({ encodings: ['learned'] });
    frame(core, data, 3);
    const { x, y } = panel('learned').moving;
    frame(core, data, 3.99);
    expect(panel('learned').moving).toMatchObject({ x, y, trailLength: 0 });
    frame(core, data, 4);
    expect(panel('learned').moving.x).not.toBe(x);
  });

  it('leaves a trail that lies on the path and ends at the tip', () => {
    const { data, panel } = figure({ positions: 4096, encodings: ['rotary'] });
    frame(core, data, 2000.4);
    const { moving } = panel('rotary');
    expect(moving.trailLength).toBeGreaterThan(20);
    for (let i = 0; i < moving.trailLength; i += 1) {
      expect(Math.hypot(moving.trailX[i], moving.trailY[i])).toBeCloseTo(Math.SQRT2, 5);
    }
    expect(moving.trailX[moving.trailLength - 1]).toBe(moving.x);
    const chord = Math.hypot(moving.trailX[0] - moving.trailX[1], moving.trailY[0] - moving.trailY[1]);
    expect(chord).toBeLessThan(0.07);
  });

  it.each([
    ['sinusoidal', 3, [0.7, -1.2]],
    ['sinusoidal', 6.35, [2, 0.25]],
    ['rotary', 7, [-0.4, 1.9]],
    ['rotary', 2.6, [1.5, 0.5]],
    ['product', 4, [0.3, -0.8]],
    ['learned', 5, [1, 1.5]],
    ['none', 2, [0.2, 0.4]],
  ])('solves for the token when a tip is dragged (%s at position %d)', (name, position, tip) => {
    const { data, settings } = figure({ encodings: [name] });
    const [x, y] = tip;
    const { patch, note } = drag(core, data, settings, { panel: 0, position, x, y });
    expect(note).toBeUndefined();
    const after = figure({ encodings: [name], ...patch });
    frame(core, after.data, position);
    expect(after.panel(name).moving.x).toBeCloseTo(x, 2);
    expect(after.panel(name).moving.y).toBeCloseTo(y, 2);
  });

  it('leaves a feature alone that the product has erased, and says so', () => {
    const { data, settings } = figure({ encodings: ['product'] });
    const { patch, note } = drag(core, data, settings, { panel: 0, position: 0, x: 5, y: 0.5 });
    expect(patch.vector).toEqual([1, 0.5]);
    expect(note).toContain('its information is gone');
    expect(note).toContain('position 0');
  });

  it('goes back to the shared vector when a word of its own is dragged', () => {
    const { data, settings } = figure({ vector: 'words', encodings: ['rotary'], dimensions: 8, pair: 2 });
    const { patch } = drag(core, data, settings, { panel: 0, position: 0, x: 0.25, y: -0.75 });
    expect(patch.vector).toEqual([0.25, -0.75]);
  });

  it('changes only the pair that is shown when the vector has a number for each dimension', () => {
    const { data, settings } = figure({
      vector: [1, 2, 3, 4, 5, 6],
      dimensions: 6,
      pair: 1,
      pairing: 'half',
      encodings: ['none'],
    });
    const { patch } = drag(core, data, settings, { panel: 0, position: 0, x: -1, y: -2 });
    expect(patch.vector).toEqual([1, -1, 3, 4, -2, 6]);
  });

  it('gives each word its own row, the same for the same word, and no other stream', () => {
    const { data, panel } = figure({ vector: 'words', encodings: ['none', 'learned'], dimensions: 4 });
    expect(data.rows?.[0]).toBe(data.rows?.[4]);
    expect(panel('none').x[0]).toBe(panel('none').x[4]);
    expect(panel('none').x[0]).not.toBe(panel('none').x[1]);
    expect(panel('learned').x[0]).not.toBe(panel('learned').x[4]);
  });

  it('labels a position beyond the last word with its number, and notes words that are left out', () => {
    expect(figure({ text: 'one two', positions: 4 }).data.labels).toEqual(['one', 'two', '2', '3']);
    const { notes } = figure({ text: 'one two three four', positions: 2 }).data;
    expect(notes).toEqual(['4 words for 2 positions: “three four” are left out.']);
    const notesOf = (/** @type {string} */ text) => figure({ text, positions: 1 }).data.notes;
    expect(notesOf('one two')).toEqual(['2 words for 1 position: “two” is left out.']);
    expect(notesOf('a b c d')).toEqual(['4 words for 1 position: “b c d” are left out.']);
    expect(notesOf('a b c d e')).toEqual(['5 words for 1 position: “b c d …” are left out.']);
    expect(notesOf('one')).toEqual([]);
  });

  it('repeats two numbers in every pair, whatever the pairing', () => {
    for (const pairing of ['interleaved', 'half']) {
      const { panel } = figure({ dimensions: 8, pair: 3, pairing, vector: [3, -4], encodings: ['none'] });
      expect([panel('none').x[0], panel('none').y[0]]).toEqual([3, -4]);
    }
  });

  it('shows the same picture under both pairings, since a pair is the same two numbers', () => {
    const settings = { dimensions: 8, pair: 2, encodings: ['sinusoidal', 'rotary', 'product'] };
    const a = figure({ ...settings, pairing: 'interleaved' });
    const b = figure({ ...settings, pairing: 'half' });
    for (const name of settings.encodings) expect(a.panel(name).x).toEqual(b.panel(name).x);
  });

  it('has live numbers for every live place of its formula', () => {
    for (const vector of ['words', [1, 2]]) {
      const { data } = figure({ encodings: ['sinusoidal', 'rotary', 'product', 'learned', 'none'], vector });
      frame(core, data, 1.5);
      for (const panel of data.panels) {
        const live = liveNumbers(panel, data);
        for (const [, name] of JSON.stringify(formulaOf(panel, data)).matchAll(/"live":"(\w+)"/g)) {
          expect(live[name]).toMatch(/\d|^[+−]$/);
        }
      }
    }
  });

  it.each([
    [{ positions: 1 }],
    [{ positions: 4096, dimensions: 6 }],
    [{ vector: [0, 0] }],
    [{ dimensions: 3, encodings: ['sinusoidal', 'product', 'learned', 'none'], pairing: 'half' }],
    [{ base: 1 }],
    [{ base: 1e9, dimensions: 512, pair: 255 }],
    [{ vector: 'words', text: '', positions: 3 }],
    [{ vector: [1000, -1000], speed: 60 }],
  ])('computes finite numbers and a sentence for %j', (patch) => {
    const { data, settings } = figure(patch);
    for (const position of [0, (settings.positions - 1) * 0.37, settings.positions - 1]) {
      frame(core, data, position);
      for (const { moving, x, y, strip } of data.panels) {
        expect([...x, ...y, ...strip.angle, ...strip.magnitude].every(Number.isFinite)).toBe(true);
        expect([moving.x, moving.y, moving.magnitude, moving.angle].every(Number.isFinite)).toBe(true);
      }
    }
    const text = plain(vectors.caption(data, settings));
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text.length).toBeGreaterThan(20);
  });
});
