import { answering } from './protocol.js';
import address from './worker.js?worker&url';

/** @typedef {import('./protocol.js').Request} Request */
/** @typedef {import('./protocol.js').Answer} Answer */
/** @typedef {import('../../core/index.js').Core} Core */

/**
 * One end of a conversation, as a worker and its scope have it.
 * @typedef {object} Port
 * @property {(message: any, transfer: Transferable[]) => void} postMessage
 * @property {((event: { data: any }) => void) | null} onmessage
 */

/**
 * Where a training runs.
 * @typedef {object} Trainee
 * @property {(request: Request) => void} post
 * @property {() => void} end it is not used any more, and answers nothing
 */

/** Milliseconds of training for one answer on the page's own thread. */
const SLICE = 6;

/**
 * Trains in a worker, or on the page's own thread, a small part in each task, where no worker starts: because the page's policy allows none, or
 * there are none. Nobody need know which.
 *
 * @param {Core} core for the page's own thread
 * @param {(answer: Exclude<Answer, { ready: true } | { failed: string }>) => void} answer
 * @param {() => Worker | undefined} [start]
 * @returns {Trainee}
 */
export function trainee(core, answer, start = startWorker) {
  /** @type {'starting' | 'ready' | 'over'} */
  let state = 'starting';
  /** What counts of all that was asked for: one that begins late, or in another's place, needs no more. @type {Request[]} */
  let asked = [];
  /** @type {{ post: (request: Request) => void, end: () => void }} */
  let way = { post: () => {}, end: () => {} };
  const use = (/** @type {typeof way} */ other) => {
    way = other;
    state = 'ready';
    for (const request of asked) way.post(request);
  };
  const stay = () => {
    way.end();
    if (state === 'over') return;
    const { take, end } = answering(core, SLICE, (reply) => 'report' in reply && answer(reply));
    use({ post: take, end });
  };
  const worker = start();
  if (worker) {
    way.end = () => worker.terminate();
    worker.onmessage = ({ data }) => {
      if (state === 'over') return;
      if ('report' in data) answer(data);
      else if ('failed' in data) stay();
      else use({ post: (request) => worker.postMessage(request), end: () => worker.terminate() });
    };
    worker.onerror = (event) => {
      // The page computes itself then, and has nothing to complain of.
      event.preventDefault();
      stay();
    };
  } else stay();
  return {
    post(request) {
      asked = 'plan' in request ? [request] : [...asked.filter((one) => 'plan' in one), request];
      if (state === 'ready') way.post(request);
    },
    end() {
      state = 'over';
      way.end();
    },
  };
}

/**
 * A worker of this module's own chunk. Browsers start none from another origin, but one of the page's own that imports it.
 *
 * @returns {Worker | undefined}
 */
function startWorker() {
  const url = new URL(address, import.meta.url);
  try {
    if (url.origin === globalThis.origin) return new Worker(url, { type: 'module' });
    const source = URL.createObjectURL(
      new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' }),
    );
    const worker = new Worker(source, { type: 'module' });
    // It has read its source when it first speaks, or fails.
    for (const event of ['message', 'error']) {
      worker.addEventListener(event, () => URL.revokeObjectURL(source), { once: true });
    }
    return worker;
  } catch {
    return undefined;
  }
}
