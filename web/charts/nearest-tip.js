/**
 * The tip nearest to a point.
 *
 * @param {import('./vector-chart.js').Vectors} vectors
 * @param {{ index: number, x: number, y: number } | undefined} moving the moving arrow, which wins where it is as near
 * @param {{ x: number, y: number }} at data units
 * @param {number} radius data units
 * @returns {number} its index, −1 where no tip is so near
 */
export function nearestTip({ x, y }, moving, at, radius) {
  let nearest = radius;
  let found = -1;
  if (moving !== undefined) {
    const distance = Math.hypot(moving.x - at.x, moving.y - at.y);
    if (distance <= nearest) [nearest, found] = [distance, moving.index];
  }
  for (let i = 0; i < x.length; i += 1) {
    const distance = Math.hypot(Number(x[i]) - at.x, Number(y[i]) - at.y);
    if (distance < nearest) [nearest, found] = [distance, i];
  }
  return found;
}
