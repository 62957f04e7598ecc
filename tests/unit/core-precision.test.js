import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { expectNear, random, refuse } from './core-support.js';

/** @typedef {import('../../web/core/index.js').Precision} Precision */

const core = await loadCore();
const llama2 = core.inverseFrequencies({ rotaryDimensions: 128 }).values;
const turn = 2 * Math.PI;

/** @param {number} angle */
const wrapped = (angle) => angle - turn * Math.round(angle / turn);

/**
 * The largest error of Llama 2's angles at positions from start on.
 * @param {number} positions
 * @param {Precision} precision
 * @param {number} [start]
 */
function worstAngle(positions, precision, start = 0) {
  const { cos, sin } = core.cosSin({ positions, start, rotaryDimensions: 128, precision });
  let worst = 0;
  for (const [n, cosine] of cos.data.entries()) {
    const exact = (start + Math.floor(n / 64)) * llama2[n % 64];
    worst = Math.max(worst, Math.abs(wrapped(Math.atan2(sin.data[n], cosine) - exact)));
  }
  return worst;
}

describe('errors that people report', () => {
  const stored = /** @type {Precision} */ ({ inverseFrequencies: 'bfloat16', angle: 'float32' });
  const single = /** @type {Precision} */ ({ angle: 'float32' });
  const running = /** @type {Precision} */ ({ angle: 'running' });
  test.each(
    /** @type {[string, number, Precision, number, number][]} */ ([
      ['frequencies in bfloat16', 512, stored, 0.625, 5e-5],
      ['frequencies in bfloat16', 2048, stored, 2.5038, 5e-5],
      ['frequencies in bfloat16', 4096, stored, 3.1411, 5e-5],
      ['float32', 512, single, 2.9e-5, 5e-7],
      ['float32', 2048, single, 1.2e-4, 5e-6],
      ['float32', 4096, single, 2.4e-4, 5e-6],
      ['a running product', 512, running, 8.1e-5, 5e-7],
      ['a running product', 2048, running, 3.25e-4, 5e-6],
      ['a running product', 4096, running, 6.49e-4, 5e-6],
    ]),
  )('%s, up to position %d', (_, positions, precision, want, tolerance) => {
    expectNear([worstAngle(positions, precision)], [want], tolerance);
  });

  test('far out, float32 and running products are off by more', () => {
    expectNear([worstAngle(1024, single, 130049)], [7.76e-3], 5e-5);
    expectNear([worstAngle(1024, running, 130049)], [2.1e-2], 5e-4);
  });

  test('positions themselves are rounded', () => {
    const at = (/** @type {number} */ position, /** @type {'bfloat16' | 'float16'} */ angle) =>
      core.cosSin({ positionIds: [position], rotaryDimensions: 32, precision: { angle } }).cos.data;
    expect(at(257, 'bfloat16')).toEqual(at(256, 'bfloat16'));
    expect(at(4095, 'float16')).toEqual(at(4096, 'float16'));
    expect(at(2047, 'float16')).not.toEqual(at(2048, 'float16'));
    expectNear([at(15962, 'bfloat16')[0]], [-0.268], 5e-5);
    // GPT-NeoX: 1857 · θ_1 = 1044.2678, and 1045 in float16.
    expect(at(1857, 'float16')[1]).toBe(Math.fround(Math.cos(1045)));
  });
});

test('float32 angles are those of JavaScript’s own float32', () => {
  const positionIds = [1, 77, 1023.3, 99999];
  const { cos } = core.cosSin({ positionIds, rotaryDimensions: 128, precision: { angle: 'float32' } });
  const want = positionIds.flatMap((p) =>
    Array.from(llama2, (f) => Math.cos(Math.fround(Math.fround(p) * Math.fround(f)))),
  );
  expectNear(cos.data, want, 6e-8);
});

test('running angles are those of ggml’s loop', () => {
  const scale = Math.fround(1e4 ** (-2 / 128));
  const { sin } = core.cosSin({
    positionIds: [5000],
    rotaryDimensions: 128,
    precision: { angle: 'running' },
  });
  let angle = 5000;
  for (const sine of sin.data) {
    expectNear([sine], [Math.sin(angle)], 6e-8);
    angle = Math.fround(angle * scale);
  }
});

test('tables are rounded after the attention factor, and rotation is by them', () => {
  const options = { start: 3, base: 500, attentionFactor: 1.19 };
  const precision = /** @type {Precision} */ ({ table: 'bfloat16' });
  const { cos, sin } = core.cosSin({ positions: 2, rotaryDimensions: 8, ...options, precision });
  const bits = new Uint32Array(cos.data.buffer);
  expect(bits.every((word) => (word & 0xffff) === 0)).toBe(true);
  const exact = core.cosSin({ positions: 2, rotaryDimensions: 8, ...options }).cos.data;
  expectNear(
    Array.from(cos.data, (value, n) => value / exact[n]),
    new Array(8).fill(1),
    2 ** -8,
  );
  const ones = { data: Float32Array.from({ length: 16 }, (_, n) => (n + 1) % 2), shape: [2, 8] };
  const turned = core.rotate(ones, { ...options, precision }).data;
  expect(turned.filter((_, n) => n % 2 === 0)).toEqual(cos.data);
  expect(turned.filter((_, n) => n % 2 === 1)).toEqual(sin.data);
});

test('float64 is what there is without a precision', () => {
  const x = random([3, 5, 16], 1);
  const whole = /** @type {Precision} */ ({ angle: 'float64', table: 'float64' });
  expect(core.rotate(x, { start: 7.5, precision: whole })).toEqual(core.rotate(x, { start: 7.5 }));
  expect(core.rotate(x, { start: 7.5, precision: {} })).toEqual(core.rotate(x, { start: 7.5 }));
  expect(core.rotate(x, { start: 7.5, precision: { angle: 'bfloat16' } })).not.toEqual(
    core.rotate(x, { start: 7.5 }),
  );
});

describe('what is refused', () => {
  const x = { data: Float32Array.of(1, 2), shape: [1, 2] };
  const room = 'precision must have room for every position, angle and the attentionFactor, got';
  const formats = '"float64" or "float32" or "bfloat16" or "float16"';
  refuse(core, [
    [
      'rotate',
      [x, { precision: 'float32' }],
      TypeError,
      'options of precision must be an object, got "float32"',
    ],
    [
      'rotate',
      [x, { precision: { tables: 'float32' } }],
      RangeError,
      'options of precision must be of angle, table, inverseFrequencies, got "tables"',
    ],
    [
      'rotate',
      [x, { precision: { angle: 'fp16' } }],
      RangeError,
      `precision.angle must be ${formats} or "running", got "fp16"`,
    ],
    [
      'cosSin',
      [{ positions: 1, rotaryDimensions: 2, precision: { table: 'running' } }],
      RangeError,
      `precision.table must be ${formats}, got "running"`,
    ],
    [
      'rotate',
      [x, { precision: { inverseFrequencies: 16 } }],
      TypeError,
      `precision.inverseFrequencies must be ${formats}, got 16`,
    ],
    [
      'rotate',
      [x, { precision: { angle: 'running' }, inverseFrequencies: [1] }],
      TypeError,
      'inverseFrequencies must be absent where precision.angle is "running", got a list',
    ],
    [
      'rotate',
      [x, { precision: { angle: 'running', inverseFrequencies: 'float32' } }],
      TypeError,
      'precision.inverseFrequencies must be absent where precision.angle is "running", got "float32"',
    ],
    [
      'rotate',
      [x, { start: 70000, precision: { angle: 'float16' } }],
      RangeError,
      `${room} angle "float16", table "float64"`,
    ],
    [
      'cosSin',
      [{ positions: 1, rotaryDimensions: 2, attentionFactor: 7e4, precision: { table: 'float16' } }],
      RangeError,
      `${room} angle "float64", table "float16"`,
    ],
  ]);
});
