import { Lab } from './lab.js';

/** @typedef {import('./lab.js').Plan} Plan */
/** @typedef {import('./lab.js').Wish} Wish */
/** @typedef {import('./lab.js').Report} Report */

/**
 * What is said to where the training runs: a new plan, or how far to go. Every wish gets one answer, sooner or later, so work is only
 * done while somebody asks for more.
 * @typedef {{ run: number, plan: Plan } | { run: number, wish: Wish }} Request
 */

/**
 * What comes back: `ready` once, or `failed` where there is no core; then a report a wish.
 * @typedef {{ ready: true } | { failed: string } | { run: number, report: Report }} Answer
 */

/**
 * Answers requests by a lab.
 *
 * @param {import('../../core/index.js').Core} core
 * @param {number} budget milliseconds for one answer
 * @param {(answer: Answer, transfer: Transferable[]) => void} answer
 * @returns {{ take: (request: Request) => void, end: () => void }}
 */
export function lab(core, budget, answer) {
  const own = new Lab(core, { budget });
  let current = -1;
  return {
    take(request) {
      if ('plan' in request) {
        current = request.run;
        own.begin(request.plan);
        return;
      }
      // A wish of a run that was given up needs no work.
      if (request.run !== current) return;
      const report = own.advance(request.wish);
      if (report) answer({ run: current, report }, buffersOf(report));
    },
    end: () => own.end(),
  };
}

/** The memory of all lists in a report, which is moved and not copied. @param {unknown} value @returns {ArrayBuffer[]} */
export function buffersOf(value) {
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(buffersOf))];
}
