import { liveCharts } from '../charts/index.js';
import { loadHeap } from '../core/load.js';

/**
 * What is in use now, for tests and for the curious.
 *
 * @returns {Promise<{ charts: number, memoryBytes: number }>} memoryBytes is the size of the WebAssembly memory
 */
export async function diagnostics() {
  const { views } = await loadHeap();
  return { charts: liveCharts(), memoryBytes: views.bytes.length };
}
