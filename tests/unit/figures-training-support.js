import { compute } from '../../web/figures/training/compute.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @param {import('../../web/core/index.js').Core} core @param {import('../../web/settings/index.js').Patch} [patch] */
export function dataOf(core, patch = {}) {
  const { settings, problems } = change(defaultsOf('training'), patch);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return { settings, data: compute(core, settings) };
}

/**
 * All the work of a wish at once.
 *
 * @param {import('../../web/figures/training/heads.js').Heads} lab
 * @param {import('../../web/figures/training/heads.js').Wish} wish
 */
export function advance(lab, wish) {
  const work = lab.work(wish);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
