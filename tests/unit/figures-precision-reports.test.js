import { beforeAll, describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { code as precision } from '../../web/figures/precision/figure.js';
import { reports } from '../../web/figures/precision/reports.js';
import { angleIn } from '../../web/figures/precision/rounding.js';
import { angleText, cosineText, errorText } from '../../web/figures/precision/text.js';
import { plain } from '../../web/figures/shared/caption.js';
import { nameOf } from '../../web/figures/shared/reports.js';
import { change, defaultsOf } from '../../web/settings/index.js';
import { precisionFigure } from './figures-precision-support.js';

/** @typedef {import('../../web/settings/index.js').Patch} Patch */
/** @typedef {import('../../web/figures/precision/rounding.js').Format} Format */

/** @type {import('../../web/core/index.js').Core} */
let core;

beforeAll(async () => {
  core = await loadCore();
});

/** @param {Patch} [patch] */
const figure = (patch) => precisionFigure(core, patch);

describe('the errors that people report', () => {
  test.each(
    /** @type {[Format, number, number, number, string][]} */ ([
      ['frequencies', 512, 0.625, 5e-5, '0.625 with bfloat16 frequencies (pair 1, position 511)'],
      ['frequencies', 2048, 2.5038, 5e-5, '2.5 with bfloat16 frequencies (pair 1, position 2047)'],
      ['frequencies', 4096, 3.1411, 5e-5, '3.14 with bfloat16 frequencies'],
      ['float32', 512, 2.9e-5, 5e-7, '2.93·10⁻⁵ in float32'],
      ['float32', 2048, 1.2e-4, 5e-6, '0.000121 in float32'],
      ['float32', 4096, 2.4e-4, 5e-6, '0.000242 in float32'],
      ['float32', 131072, 7.76e-3, 5e-6, '0.00776 in float32'],
      ['running', 512, 8.1e-5, 5e-7, '8.12·10⁻⁵ as ggml’s running product'],
      ['running', 2048, 3.25e-4, 5e-7, '0.000325 as ggml’s running product'],
      ['running', 4096, 6.49e-4, 5e-7, '0.000649 as ggml’s running product'],
      ['running', 131072, 2.2e-2, 5e-5, '0.022 as ggml’s running product'],
    ]),
  )('%s, over all pairs and the first %i positions', (format, positions, error, tolerance, text) => {
    const { data, of } = figure({ positions });
    expect(Math.abs(of(format).worst.error - error)).toBeLessThan(tolerance);
    expect(plain(precision.caption(data))).toContain(text);
  });

  test('1857 · θ_1 of 32 dimensions is 1044.2678, but 1045 in float16, and its cosine is off by 0.7149', () => {
    const { data, of } = figure({ dimensions: 32, pair: 1, positions: 2048 });
    expect(1857 * data.frequency).toBeCloseTo(1044.2678, 4);
    expect(angleIn('float16', data.frequency, { pair: 1, step: data.frequency })(1857)).toBe(1045);
    precision.frame(core, data, 1857.9);
    expect(of('float16').error).toBeCloseTo(0.7322, 4);
    expect(of('float16').cosine).toBeCloseTo(0.7149, 4);
    expect(errorText(of('float16'))).toBe('off by 0.732 rad, 41.9°');
    expect(cosineText(of('float16'))).toBe('its cosine by 0.7149');
  });

  test('what is quoted of them comes out', () => {
    const at = (/** @type {string} */ name) => {
      const report = reports.find(({ threads }) => threads.some((thread) => nameOf(thread) === name));
      const patch = /** @type {Patch} */ (report?.patch);
      const { data, of } = figure(patch);
      precision.frame(core, data, Number(patch.at));
      return { of, exact: angleText(Number(patch.at) * data.frequency), says: String(report?.says) };
    };
    const neox = at('EleutherAI/gpt-neox #1003');
    expect(neox.exact).toBe('1044.2678');
    expect(angleText(neox.of('float16').angle(1857))).toBe('1045');
    expect(angleText(neox.of('float32').angle(1857))).toBe('1044.2678');
    const candle = at('huggingface/candle #3520');
    expect(candle.says).toContain('position 15962 is 15936 in bfloat16');
    expect(angleText(candle.of('bfloat16').angle(15962))).toBe('15936');
    expect(candle.of('bfloat16').cosine).toBeCloseTo(Math.abs(Math.cos(15936) - Math.cos(15962)), 6);
    expect(at('huggingface/transformers #29285').of('bfloat16').angle(8191)).toBe(8192);
    let worst = [0, 0];
    for (let p = 0; p < 2048; p += 1) {
      const frequency = 1e4 ** (-2 / 32);
      const angle = angleIn('float16', frequency, { pair: 1, step: frequency })(p);
      const off = Math.abs(Math.cos(angle) - Math.cos(p * frequency));
      if (off > Number(worst[0])) worst = [off, p];
    }
    expect(worst).toEqual([expect.closeTo(0.7819, 4), 2008]);
  });

  test('each has settings that show it', () => {
    for (const { patch, says } of reports) {
      const { at, ...rest } = patch;
      expect(change(defaultsOf('precision'), patch).problems).toEqual([]);
      const { data } = figure(rest);
      precision.frame(core, data, Number(at));
      const worst = Math.max(...data.series.map(({ error }) => Math.abs(error)));
      expect(worst, says).toBeGreaterThan(0.6);
    }
    const { data, of } = figure({ ...reports[1]?.patch, at: undefined });
    precision.frame(core, data, 511);
    expect(Math.abs(of('frequencies').error)).toBeCloseTo(0.62, 1);
    expect(of('frequencies').trace.most).toBeCloseTo(2.5, 2);
  });
});
