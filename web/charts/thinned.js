/** No screen shows more places side by side. */
const MOST = 800;

/**
 * The points of a curve; of a very long one, the least and the greatest of each short stretch, which looks the same.
 *
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y NaN is a gap
 * @returns {{ x: number[], y: number[] }}
 */
export function thinned(x, y) {
  if (x.length <= 2 * MOST) return { x: Array.from(x), y: Array.from(y) };
  /** @type {{ x: number[], y: number[] }} */
  const points = { x: [], y: [] };
  const add = (/** @type {number} */ i) => {
    points.x.push(x[i]);
    points.y.push(y[i]);
  };
  for (let part = 0; part < MOST; part += 1) {
    const start = Math.floor((part * x.length) / MOST);
    const end = Math.floor(((part + 1) * x.length) / MOST);
    let [low, high] = [start, start];
    for (let i = start; i < end; i += 1) {
      if (y[i] < y[low]) low = i;
      if (y[i] > y[high]) high = i;
    }
    add(Math.min(low, high));
    if (low !== high) add(Math.max(low, high));
  }
  add(x.length - 1);
  return points;
}
