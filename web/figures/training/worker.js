import { loadCore } from '../../core/index.js';
import { answering } from './protocol.js';

/** Milliseconds of training for one answer: short, so that its reader can pause soon. */
const BUDGET = 30;

const scope = /** @type {import('./port.js').Port} */ (/** @type {unknown} */ (globalThis));

loadCore().then(
  (core) => {
    const { take } = answering(core, BUDGET, (answer, transfer) => scope.postMessage(answer, transfer));
    scope.onmessage = ({ data }) => take(data);
    scope.postMessage({ ready: true }, []);
  },
  (error) => scope.postMessage({ failed: String(error) }, []),
);
