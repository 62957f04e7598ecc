import { Heads } from './heads.js';

/** @typedef {import('./heads.js').Plan} Plan */
/** @typedef {import('./heads.js').Wish} Wish */
/** @typedef {import('./heads.js').Report} Report */

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
 * Answers requests for heads in training, a small part of the work in each task: whatever else is to be done comes in between.
 *
 * @param {import('../../core/index.js').Core} core
 * @param {number} budget milliseconds of training for one answer
 * @param {(answer: Answer, transfer: Transferable[]) => void} answer
 * @returns {{ take: (request: Request) => void, end: () => void }}
 */
export function answering(core, budget, answer) {
  const own = new Heads(core, { budget });
  const { port1, port2 } = new MessageChannel();
  let current = -1;
  /** @type {Wish[]} */
  let wishes = [];
  /** @type {ReturnType<Heads['work']> | undefined} */
  let work;
  const soon = () => port1.postMessage(undefined);
  port2.onmessage = () => {
    const [wish] = wishes;
    if (!wish) return;
    work ??= own.work(wish);
    const { done, value: report } = work.next();
    if (done) {
      work = undefined;
      wishes.shift();
      if (report) answer({ run: current, report }, buffersOf(report));
    }
    if (wishes.length > 0) soon();
  };
  return {
    take(request) {
      if ('plan' in request) {
        current = request.run;
        wishes = [];
        work = undefined;
        own.begin(request.plan);
        return;
      }
      // A wish of a run that was given up needs no work.
      if (request.run !== current) return;
      wishes.push(request.wish);
      if (wishes.length === 1) soon();
    },
    end() {
      wishes = [];
      port2.onmessage = null;
      port1.close();
      own.end();
    },
  };
}

/** The memory of all lists in a report, which is moved and not copied. @param {unknown} value @returns {ArrayBuffer[]} */
export function buffersOf(value) {
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(buffersOf))];
}
