import { liveCharts } from '../charts/index.js';
import { loadCore } from '../core/index.js';

/**
 * What is in use now, for tests and for the curious.
 *
 * @returns {Promise<{ charts: number, memoryBytes: number }>} memoryBytes is the size of the WebAssembly memory
 */
export async function diagnostics() {
  const core = await loadCore();
  return { charts: liveCharts(), memoryBytes: core.memoryBytes };
}
