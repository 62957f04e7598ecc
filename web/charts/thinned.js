/** No screen shows more places side by side. */
const MOST = 800;

/**
 * The points of a curve; of a very long one, the least and the greatest of each short stretch, which looks the same.
 *
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y NaN is a gap
 * @returns {{ x: number, y: number }[]}
 */
export function thinned(x, y) {
  const point = (/** @type {number} */ i) => ({ x: Number(x[i]), y: Number(y[i]) });
  if (x.length <= 2 * MOST) return Array.from({ length: x.length }, (_, i) => point(i));
  const points = [];
  for (let part = 0; part < MOST; part += 1) {
    const start = Math.floor((part * x.length) / MOST);
    const end = Math.floor(((part + 1) * x.length) / MOST);
    let [low, high] = [start, start];
    for (let i = start; i < end; i += 1) {
      if (Number(y[i]) < Number(y[low])) low = i;
      if (Number(y[i]) > Number(y[high])) high = i;
    }
    points.push(point(Math.min(low, high)));
    if (low !== high) points.push(point(Math.max(low, high)));
  }
  points.push(point(x.length - 1));
  return points;
}
