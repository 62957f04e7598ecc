import { compute } from '../../web/figures/training/compute.js';
import { Heads } from '../../web/figures/training/heads.js';
import { change, defaultsOf } from '../../web/settings/index.js';

/** @typedef {import('../../web/figures/training/heads.js').Report} Report */

/** @param {import('../../web/core/index.js').Core} core @param {import('../../web/settings/index.js').Patch} [patch] */
export function dataOf(core, patch = {}) {
  const { settings, problems } = change(defaultsOf('training'), patch);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return { settings, data: compute(core, settings) };
}

/**
 * Heads that answer with a promise. By a clock that stands still they never stop on their way.
 *
 * @param {import('../../web/core/index.js').Core} core
 * @param {() => number} [now]
 */
export function answeringHeads(core, now = () => 0) {
  /** @type {((report: Report) => void) | undefined} */
  let heard;
  const heads = new Heads(
    core,
    (report) => heard?.(report),
    () => {},
    now,
  );
  return {
    heads,
    /** @param {import('../../web/figures/training/heads.js').Wish} wish @returns {Promise<Report>} */
    train: (wish) =>
      new Promise((done) => {
        heard = done;
        heads.train(wish);
      }),
  };
}

/** What comes of work that is done in parts. @template T @param {Generator<undefined, T, void>} work @returns {T} */
export function finished(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
