import { expect } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { code as decay } from '../../web/figures/decay/figure.js';
import { plain } from '../../web/figures/shared/caption.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @typedef {import('../../web/settings/index.js').Patch} Patch */

export const core = await loadCore();

/** @param {Patch} [patch] */
export function figure(patch = {}) {
  const { settings, problems } = change(defaultsOf('decay'), patch);
  expect(problems).toEqual([]);
  return { settings, data: decay.compute(core, settings) };
}

/** @param {Patch} [patch] */
export function described(patch) {
  const { data, settings } = figure(patch);
  return plain(decay.caption(data, settings));
}
