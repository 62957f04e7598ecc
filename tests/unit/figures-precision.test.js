import { beforeAll, describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { traceOf, worstOf, wrapped } from '../../web/figures/precision/errors.js';
import { code as precision } from '../../web/figures/precision/figure.js';
import { errorLines } from '../../web/figures/precision/lines.js';
import {
  angleIn,
  precisions,
  runningAngles,
  toBfloat16,
  toFloat16,
} from '../../web/figures/precision/rounding.js';
import {
  angleText,
  cosineText,
  errorsSentence,
  errorText,
  lostText,
} from '../../web/figures/precision/text.js';
import { plain } from '../../web/figures/shared/caption.js';
import { precisionFigure } from './figures-precision-support.js';
import { createRandom } from './settings-random.js';

/** @typedef {import('../../web/settings/index.js').Patch} Patch */
/** @typedef {import('../../web/figures/precision/rounding.js').Format} Format */

const formats = /** @type {Format[]} */ (Object.keys(precisions));

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

/** @param {Patch} [patch] */
const figure = (patch) => precisionFigure(core, patch);

describe('rounding', () => {
  test('to bfloat16 and float16 keeps what they have, and ties go to the even one', () => {
    expect([256, 257, 258, 259, 260, 1, 0.1, 3.140625].map(toBfloat16)).toEqual([
      256, 256, 258, 260, 260, 1, 0.10009765625, 3.140625,
    ]);
    expect(
      [2048, 2049, 2050, 2051, 4095, 65504, 65519, 65520, 2 ** -24, 2 ** -25, 0, 1.0005].map(toFloat16),
    ).toEqual([
      2048,
      2048,
      2050,
      2052,
      4096,
      65504,
      65504,
      Number.POSITIVE_INFINITY,
      2 ** -24,
      0,
      0,
      1.0009765625,
    ]);
  });

  test.each(formats)('of angles in %s is the core’s', (format) => {
    const { real: random } = createRandom(11);
    for (let round = 0; round < 40; round += 1) {
      const dimensions = 2 * (1 + Math.floor(64 * random()));
      const base = 10 ** (9 * random());
      const positionIds = Array.from({ length: 50 }, () => Math.floor(65519 * random() ** 3));
      const { cos, sin } = core.cosSin({
        positionIds,
        rotaryDimensions: dimensions,
        base,
        precision: precisions[format],
      });
      const { values } = core.inverseFrequencies({ rotaryDimensions: dimensions, base });
      const pairs = values.length;
      const differences = Array.from(values).flatMap((frequency, pair) => {
        const angle = angleIn(format, frequency, { pair, step: Number(values[1] ?? 0) });
        return positionIds.map((position, row) => {
          const i = row * pairs + pair;
          const given = Math.atan2(Number(sin.data[i]), Number(cos.data[i]));
          return Math.abs(wrapped(angle(position) - given));
        });
      });
      expect(Math.max(...differences)).toBeLessThan(2e-7);
    }
  });
});

test('running products of many positions are those of each', () => {
  const step = 1e4 ** (-1 / 64);
  for (const pair of [0, 1, 7, 63]) {
    const angle = angleIn('running', 0, { pair, step });
    const many = runningAngles({ pair, step }, 5, 3, 9);
    expect(Array.from(many)).toEqual(Array.from({ length: 9 }, (_, i) => angle(5 + 3 * i)));
  }
});

describe('the largest error', () => {
  test.each(formats)('in %s is that of all pairs at all positions', (format) => {
    const { real: random } = createRandom(5);
    for (let round = 0; round < 30; round += 1) {
      const dimensions = 2 * (1 + Math.floor(20 * random()));
      const base = round === 0 ? 1 : 10 ** (9 * random());
      const positions = 1 + Math.floor(10 ** (3.3 * random()));
      const { values } = core.inverseFrequencies({ rotaryDimensions: dimensions, base });
      let most = 0;
      values.forEach((frequency, pair) => {
        const angle = angleIn(format, frequency, { pair, step: Number(values[1] ?? 0) });
        for (let p = 0; p < positions; p += 1)
          most = Math.max(most, Math.abs(wrapped(angle(p) - p * frequency)));
      });
      const { error, pair, position } = worstOf(format, values, positions);
      // Within 0.0001 of half a turn nothing worse is looked for.
      expect(Math.min(most, Math.PI - 1e-4) - error).toBeLessThanOrEqual(0);
      expect(error).toBeLessThanOrEqual(most);
      const angle = angleIn(format, Number(values[pair]), { pair, step: Number(values[1] ?? 0) });
      expect(Math.abs(wrapped(angle(position) - position * Number(values[pair])))).toBe(error);
    }
  });

  test('so far, least and greatest, is kept for every position', () => {
    const frequency = 1e4 ** (-3 / 64);
    const place = { pair: 3, step: 1e4 ** (-1 / 64) };
    for (const format of formats) {
      const { low, high, curve, most, lostAt } = traceOf(format, frequency, place, 1500);
      const angle = angleIn(format, frequency, place);
      let [least, greatest, lost] = [0, 0, -1];
      for (let p = 0; p < 1500; p += 1) {
        const error = wrapped(angle(p) - p * frequency);
        [least, greatest] = [Math.min(least, error), Math.max(greatest, error)];
        if (lost < 0 && Math.abs(error) > 0.1) lost = p;
        expect(low[p]).toBe(Math.fround(least));
        expect(high[p]).toBe(Math.fround(greatest));
      }
      expect(most).toBe(Math.max(-least, greatest));

      expect(lostAt).toBe(lost);
      expect(curve.x.at(-1)).toBe(1499);
      expect(curve.y.at(-1)).toBe(most);
      for (const [i, p] of curve.x.entries()) {
        expect(curve.y[i]).toBeCloseTo(Math.max(-Number(low[p]), Number(high[p])), 6);
      }
    }
  });
});

test('a frame asks the core for the angle of each format, at whole positions', () => {
  const { data, of } = figure();
  const out = of('bfloat16').options.out.cos;
  precision.frame(core, data, 1000.7);
  for (const { format, error } of data.series) {
    const angle = angleIn(format, data.frequency, { pair: 3, step: 1e4 ** (-1 / 64) });
    expect(wrapped(angle(1000) - 1000 * data.frequency - error)).toBeCloseTo(0, 6);
  }
  expect(of('bfloat16').options.out.cos).toBe(out);
  precision.frame(core, data, 0);
  for (const { error } of data.series) expect(error).toBeCloseTo(0, 12);
});

test('float16 has no angle for what is larger than its largest number', () => {
  const { data, of } = figure({ positions: 131072, formats: ['float16', 'float32'] });
  precision.frame(core, data, 65519);
  expect(of('float16').error).not.toBeNaN();
  precision.frame(core, data, 65520);
  expect(of('float16').error).toBeNaN();
  expect(errorText(of('float16'))).toBe('no number: infinite');
  expect(cosineText(of('float16'))).toBe('');
  expect(of('float32').error).not.toBeNaN();
  const note = 'float16 ends at 65504: from 65520 on, positions are infinite in it.';
  expect(precision.notes(data)).toContain(note);
  expect(precision.notes(figure({ positions: 65520 }).data)).not.toContain(note);
  expect(precision.notes(figure({ positions: 65521 }).data)).toContain(note);
  const line = errorLines(data).lines.find(({ id }) => id === 'float16');
  expect(line?.x.length).toBe(line?.y.length);
});

test('what cannot be seen is not made a number of', () => {
  const { data, of } = figure({ pair: 0 });
  precision.frame(core, data, 200);
  expect(errorText(of('float32'))).toBe('off by less than 0.000001 rad');
  expect(cosineText(of('float32'))).toBe('its cosine is right');
  expect(lostText(of('float32'), 4096)).toBe('never 0.1 rad off up to 4095');
  expect(lostText(of('bfloat16'), 4096)).toBe('0.1 rad off from position 257');
  expect(errorLines(data).lines.find(({ id }) => id === 'float32')?.x).toEqual([]);
  expect(precision.notes(data)[0]).toContain('Pair 0 turns by 1 radian a position');
});

test('the lines are told apart without colour, and keep their dash when others go', () => {
  const all = errorLines(figure().data);
  expect(new Set(all.lines.map(({ dash }) => dash.join())).size).toBe(5);
  const dashed = all.lines.filter(({ dash }) => dash.length === 2).sort((a, b) => a.width - b.width);
  for (const [i, { width, dash }] of dashed.entries()) {
    const before = dashed[i - 1];
    if (!before) continue;
    expect(width).toBeGreaterThan(1.3 * before.width);
    expect(Math.abs(Math.log(Number(dash[0]) / Number(before.dash[0])))).toBeGreaterThan(0.5);
  }
  const few = errorLines(figure({ formats: ['bfloat16'] }).data);
  expect(few.lines[0]?.dash).toEqual(all.lines.find(({ id }) => id === 'bfloat16')?.dash);
  expect(all.marks.map(({ label }) => label)).toEqual(['bfloat16 skips past 256', 'float16 skips past 2048']);
  expect(few.marks.map(({ value }) => value)).toEqual([256]);
  expect(errorLines(figure({ positions: 200 }).data).marks).toEqual([]);
});

test('notes tell which whole numbers a format has', () => {
  const notes = (/** @type {Patch} */ patch) => precision.notes(figure(patch).data);
  expect(notes({})).toEqual([
    'bfloat16 has every whole number only up to 256: 257 becomes 256.',
    'float16 has every whole number only up to 2048: 2049 becomes 2048.',
  ]);
  expect(notes({ positions: 200 })).toEqual([]);
  expect(notes({ formats: ['float32'] })).toEqual([]);
});

test('it says that double precision is what all are measured against', () => {
  const { data } = figure();
  expect(plain(precision.caption(data))).toContain('is off from the one in double precision by at most');
  expect(errorsSentence(data)).toMatch(
    /^Largest error of pair 3 so far .* at position 4095 it is 0.000145 radians in float32,/,
  );
  expect(angleText(0)).toBe('0');
  expect(angleText(0.00012345)).toBe('0.000123');
});

test('one position, one pair and two positions have a picture and a sentence', () => {
  for (const patch of /** @type {Patch[]} */ ([
    { positions: 1 },
    { positions: 2 },
    { dimensions: 2, pair: 0 },
    { base: 1 },
  ])) {
    const { data } = figure(patch);
    const { x, y } = errorLines(data);
    expect(x.max).toBeGreaterThan(x.min);
    expect(y.max).toBeGreaterThan(y.min);
    precision.frame(core, data, 0);
    expect(plain(precision.caption(data))).not.toMatch(/NaN|undefined|Infinity/);
  }
  const { data } = figure({ positions: 1 });
  expect(plain(precision.caption(data))).toContain('At position 0 the angle of pair 3 of 64');
});
