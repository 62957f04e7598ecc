import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { encodings } from '../../web/figures/shared/encodings.js';
import { compute, frame } from '../../web/figures/vectors/compute.js';
import { drag } from '../../web/figures/vectors/drag.js';
import { angleNear, partsFor, pathOf, polar, trace } from '../../web/figures/vectors/trace.js';
import { change, defaults } from '../../web/settings/index.js';

const core = await loadCore();

/** @param {import('../../web/settings/index.js').Patch} patch */
function shown(patch) {
  const { settings, problems } = change(defaults, patch);
  expect(problems).toEqual([]);
  return { settings, data: compute(core, settings) };
}

/**
 * What one encoding of the pair of two dimensions is traced of.
 * @param {string} name
 * @param {number[][]} tokens one a position
 * @param {boolean} [shared]
 * @returns {import('../../web/figures/vectors/trace.js').Source}
 */
const sourceOf = (name, tokens, shared = true) => ({
  core,
  encoding: encodings[name],
  tokens: Float32Array.from(tokens.flat()),
  settings: { ...defaults, positions: tokens.length },
  features: [0, 1],
  shared,
});

/** @param {number} count */
const ones = (count) => Array.from({ length: count }, () => [1, 0]);

/** @param {ArrayLike<number>} x @param {ArrayLike<number>} y */
const angles = (x, y) => Array.from(polar(x, y).angle, (degrees) => (degrees * Math.PI) / 180);

/** @param {ArrayLike<number>} got @param {readonly number[]} want */
function expectClose(got, want) {
  expect(got.length).toBe(want.length);
  want.forEach((value, i) => void expect(got[i], `at ${i}`).toBeCloseTo(value, 5));
}

describe('an angle', () => {
  test.each([
    [1, 0, Number.NaN, 0],
    [0, 2, Number.NaN, 90],
    [0, -2, Number.NaN, -90],
    [-1, 0, Number.NaN, 180],
    [3, 0, 400, 360],
    [0, 2, 400, 450],
    [0, 2, -300, -270],
    [0, 0, Number.NaN, 0],
    [0, 0, 77, 77],
  ])('of (%d, %d) beside %d is %d', (x, y, near, want) => {
    expect(angleNear(x, y, near)).toBeCloseTo(want, 12);
  });

  test('goes on past a full turn, with the magnitude beside it', () => {
    const turns = [0, 100, 200, 300, 400].map((degrees) => (degrees * Math.PI) / 180);
    const x = turns.map((angle, i) => (i + 1) * Math.cos(angle));
    const y = turns.map((angle, i) => (i + 1) * Math.sin(angle));
    const { magnitude, angle } = polar(x, y);
    expectClose(angle, [0, 100, 200, 300, 400]);
    expectClose(magnitude, [1, 2, 3, 4, 5]);
  });
});

describe('a trace', () => {
  test('has places between positions where all have one vector', () => {
    const { position, x, y } = trace(sourceOf('rotary', ones(3)), 0, 2, 2);
    expectClose(position, [0, 0.5, 1, 1.5, 2]);
    expectClose(angles(x, y), [0, 0.5, 1, 1.5, 2]);
  });

  test('begins where it is told to', () => {
    const { position, x, y } = trace(sourceOf('rotary', ones(4)), 2, 1, 4);
    expectClose(position, [2, 2.25, 2.5, 2.75, 3]);
    expectClose(angles(x, y), [2, 2.25, 2.5, 2.75, 3]);
  });

  test('jumps to the next token where each has its own', () => {
    const { position, x, y } = trace(
      sourceOf(
        'rotary',
        [
          [1, 0],
          [2, 0],
          [3, 0],
        ],
        false,
      ),
      0,
      2,
      2,
    );
    expectClose(position, [0, 0.5, 1, 1, 1.5, 2, 2]);
    expectClose(angles(x, y), [0, 0.5, 1, 1, 1.5, 2, 2]);
    expectClose(polar(x, y).magnitude, [1, 1, 1, 2, 2, 2, 3]);
  });

  test('stands still between positions where an encoding has nothing there', () => {
    const { position, x } = trace(sourceOf('learned', ones(3)), 0, 2, 8);
    const { data } = core.learnedRows({ ids: [0, 1, 2], dimensions: 2, seed: 0 });
    expectClose(position, [0, 1, 1, 2, 2]);
    expectClose(
      x,
      [0, 0, 1, 1, 2].map((row) => 1 + data[2 * row]),
    );
  });

  test('has more places in a step where there are fewer steps', () => {
    expect([1, 2, 8, 9, 10, 240, 241, 242, 4096].map(partsFor)).toEqual([32, 32, 32, 30, 27, 2, 1, 1, 1]);
  });
});

describe('the way of a tip', () => {
  /** @param {number} positions @param {number} wavelength @param {string} [name] @param {boolean} [shared] */
  function way(positions, wavelength, name = 'rotary', shared = true) {
    const source = sourceOf(name, ones(positions), shared);
    const whole = trace(source, 0, positions - 1, 1);
    return { whole, path: pathOf(source, whole, wavelength) };
  }

  test('is nothing where there is only one position, or nothing between two', () => {
    expect(way(1, 6).path).toBeNull();
    expect(way(5, 6, 'learned').path).toBeNull();
    expect(way(5, 6, 'none').path).toBeNull();
  });

  test('is the whole trace where that is no more than one turn', () => {
    const { whole, path } = way(7, 6);
    expect(path?.x).toBe(whole.x);
    expect(path?.y).toBe(whole.y);
  });

  test('goes round once, to just past where it began', () => {
    const { path } = way(200, 2 * Math.PI);
    const turned = angles(path?.x ?? [], path?.y ?? []);
    // 35 places in each of 7 steps.
    expectClose(
      turned,
      turned.map((_, i) => i / 35),
    );
    expect(Number(turned.at(-1))).toBeGreaterThanOrEqual(2 * Math.PI);
    expect(Number(turned.at(-1))).toBeLessThan(2 * Math.PI + 1 / 35);
  });

  test('leaves places out where there would be thousands, but not its last', () => {
    const { whole, path } = way(4096, 3001);
    const kept = Array.from({ length: 501 }, (_, i) => Math.min(6 * i, 3001));
    expect(path?.x).toHaveLength(502);
    expectClose(
      path?.x ?? [],
      [...kept, 3001].map((place) => whole.x[place]),
    );
  });

  test('is in pieces where each token has its own vector, and is not shown with many', () => {
    const { path } = way(41, 6, 'rotary', false);
    const gaps = Array.from(path?.x ?? [], (x, i) => (Number.isNaN(x) ? i : -1)).filter((i) => i >= 0);
    expect(gaps).toEqual(Array.from({ length: 40 }, (_, i) => 17 * (i + 1)));
    expect(path?.y.filter(Number.isNaN)).toHaveLength(40);
    expect(way(42, 6, 'rotary', false).path).toBeNull();
  });
});

describe('a panel of arrows', () => {
  test('holds all tips and the origin', () => {
    expect(shown({ encodings: ['none'], vector: [3, -4] }).data.panels[0].box).toEqual({
      minX: 0,
      maxX: 3,
      minY: -4,
      maxY: 0,
    });
    const { box } = shown({ encodings: ['rotary'], vector: [2, 0] }).data.panels[0];
    for (const end of [-box.minX, box.maxX, -box.minY, box.maxY]) expect(end).toBeCloseTo(2, 3);
    const part = shown({ encodings: ['rotary'], vector: [2, 0], positions: 3 }).data.panels[0].box;
    expect([part.minX, part.maxX, part.minY]).toEqual([expect.closeTo(2 * Math.cos(2), 5), 2, 0]);
    expect(part.maxY).toBeCloseTo(2, 2);
  });

  test('has magnitudes up to a tenth more than the greatest, or to 1 where all are 0', () => {
    expect(shown({ encodings: ['none'], vector: [3, -4] }).data.magnitudeRange).toEqual([0, 5 * 1.1]);
    expect(shown({ encodings: ['none'], vector: [0, 0] }).data.magnitudeRange).toEqual([0, 1]);
  });

  test('has nothing to note where each position has its word', () => {
    expect(shown({}).data).toMatchObject({ notes: [], wordCount: 10, rows: undefined });
  });

  test('knows its pair', () => {
    const { data } = shown({ dimensions: 9, pair: 2, encodings: ['sinusoidal'], base: 100 });
    expect(data).toMatchObject({ pairs: 4, features: [4, 5] });
    expect(data.inverseFrequency).toBeCloseTo(100 ** (-4 / 9), 12);
    expect(data.wavelength).toBeCloseTo(2 * Math.PI * 100 ** (4 / 9), 9);
  });

  test('has a strip of magnitudes and angles at the positions and between them', () => {
    const { strip, stripPerStep, magnitude, angle } = shown({ encodings: ['rotary'] }).data.panels[0];
    expect(stripPerStep).toBe(27);
    expectClose(
      strip.position,
      Array.from({ length: 244 }, (_, i) => i / 27),
    );
    for (const [p, degrees] of angle.entries()) expect(degrees).toBe(strip.angle[27 * p]);
    expectClose(magnitude, new Array(10).fill(Math.SQRT2));
  });
});

describe('the trail', () => {
  /** Radians from the trail's first place to the tip. @param {import('../../web/settings/index.js').Patch} patch @param {number} position */
  function trailAt(patch, position) {
    const { data } = shown({ encodings: ['rotary'], ...patch });
    frame(core, data, position);
    const { moving } = data.panels[0];
    const turned = angles(
      moving.trailX.subarray(0, moving.trailLength),
      moving.trailY.subarray(0, moving.trailLength),
    );
    return { moving, length: moving.trailLength, turn: Number(turned.at(-1)) - turned[0] };
  }

  test('goes back one step, and at most a tenth of a step more', () => {
    for (const position of [5, 9]) expect(trailAt({}, position).turn).toBeCloseTo(1, 5);
    for (const position of [5.5, 8.999]) {
      const { turn } = trailAt({}, position);
      expect(turn).toBeLessThanOrEqual(1.1 + 1e-6);
      expect(turn).toBeGreaterThan(1.1 - 1 / 24);
    }
  });

  test('goes back no further than the first position, or the word’s own', () => {
    expect(trailAt({}, 0.5).turn).toBeCloseTo(0.5, 5);
    expect(trailAt({ vector: 'words' }, 5.5).turn).toBeCloseTo(0.5, 5);
    expect(trailAt({ vector: 'words' }, 8.25).turn).toBeCloseTo(0.25, 5);
    expect(trailAt({}, 0)).toMatchObject({ length: 1, turn: 0 });
  });

  test('is none where there is one position', () => {
    expect(trailAt({ positions: 1 }, 0).length).toBe(0);
  });

  test('follows a playhead that goes anywhere', () => {
    const { data } = shown({ encodings: ['rotary'], vector: 'words' });
    const [panel] = data.panels;
    for (const position of [2.5, 7.25, 7.75, 0.5, 2.5]) {
      frame(core, data, position);
      const index = Math.floor(position);
      const [x, y] = data.tokens.subarray(2 * index, 2 * index + 2);
      expect(panel.moving).toMatchObject({ index, position });
      expect(panel.moving.x).toBeCloseTo(x * Math.cos(position) - y * Math.sin(position), 5);
      expect(panel.moving.trailX[0]).toBeCloseTo(x * Math.cos(index) - y * Math.sin(index), 5);
    }
  });
});

describe('a tip that is dragged', () => {
  /** @param {number} x @param {number} y */
  const draggedTo = (x, y) => {
    const { data, settings } = shown({ encodings: ['none'] });
    return drag(core, data, settings, { panel: 0, position: 3, x, y }).patch.vector;
  };

  test('gives numbers that are short, and within what a vector may have', () => {
    expect(draggedTo(0.12345, -12.34567)).toEqual([0.123, -12.346]);
    expect(draggedTo(0.0123456, 0.1)).toEqual([0.0123, 0.1]);
    expect(draggedTo(1e-7, -1e-7)).toEqual([0, 0]);
    expect(draggedTo(1e-6, 5000)).toEqual([1e-6, 1000]);
    expect(draggedTo(-1000.5, 999.9996)).toEqual([-1000, 1000]);
  });

  test('leaves the digits of all other features as they are', () => {
    const { data, settings } = shown({
      encodings: ['none'],
      dimensions: 4,
      pair: 1,
      vector: [0.123456, 1 / 3, 1, 1],
    });
    const { patch } = drag(core, data, settings, { panel: 0, position: 0, x: 2, y: -2 });
    expect(patch.vector).toEqual([0.123456, 1 / 3, 2, -2]);
  });

  test('keeps of its word the feature that the product has erased', () => {
    const { data, settings } = shown({ encodings: ['product'], vector: 'words' });
    const { patch, note } = drag(core, data, settings, { panel: 0, position: Math.PI, x: 9, y: -0.5 });
    expect(patch.vector[0]).toBeCloseTo(data.tokens[2 * 3], 2);
    expect(patch.vector[1]).toBe(0.5);
    expect(note).toBe(
      'Feature 0 is multiplied by less than 0.05 at position 3.14: its information is gone, so it does not follow.',
    );
  });
});
