import { expect } from 'vitest';
import { code as precision } from '../../web/figures/precision/figure.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @typedef {import('../../web/figures/precision/rounding.js').Format} Format */

/** @param {import('../../web/core/index.js').Core} core @param {import('../../web/settings/index.js').Patch} [patch] */
export function precisionFigure(core, patch = {}) {
  const { settings, problems } = change(defaultsOf('precision'), patch);
  expect(problems).toEqual([]);
  const data = precision.compute(core, settings);
  const of = (/** @type {Format} */ format) =>
    /** @type {typeof data.series[0]} */ (data.series.find((one) => one.format === format));
  return { settings, data, of };
}
