/** @typedef {import('./heat-map-average.js').Edges} Edges */
/** @typedef {import('./heat-map-controller.js').Box} Box */

/**
 * @typedef {object} Veil what is shaded
 * @property {readonly (readonly [number, number])[]} stretches first and last column of each, from the first row on
 * @property {((place: number) => number) | undefined} from the row from which on other columns are; column i reaches from place i to i + 1
 */

/** CSS pixels between two lines of the veil. */
const HATCH = 9;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Veil} veil
 * @param {{ box: Box, edges: Edges, ratio: number }} map where it is, in device pixels, what it shows, and device pixels a CSS pixel
 * @param {Readonly<import('./palette.js').Palette>} palette
 */
export function drawVeil(ctx, veil, { box, edges, ratio }, palette) {
  const heights = veilHeights(veil, box, edges);
  if (!heights) return;
  const { top } = box;
  const [right, bottom] = [box.left + box.width, top + box.height];
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(box.left, bottom);
  for (let x = 0; x < box.width; x += 1) {
    ctx.lineTo(box.left + x, Number(heights[x]));
    ctx.lineTo(box.left + x + 1, Number(heights[x]));
  }
  ctx.lineTo(right, bottom);
  ctx.clip();
  ctx.globalAlpha = 0.45;
  ctx.fillStyle = palette.plot;
  ctx.fillRect(box.left, top, box.width, box.height);
  ctx.fillStyle = ctx.strokeStyle = palette.soft;
  ctx.globalAlpha = 0.1;
  ctx.fillRect(box.left, top, box.width, box.height);
  ctx.globalAlpha = 0.28;
  ctx.lineWidth = Math.max(1, ratio * 0.75);
  ctx.beginPath();
  for (let x = box.left - box.height; x < right; x += HATCH * ratio) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + box.height, top);
  }
  ctx.stroke();
  ctx.restore();
  ctx.strokeStyle = palette.soft;
  ctx.lineWidth = Math.max(1, Math.round(ratio));
  ctx.beginPath();
  for (let x = 1; x < box.width; x += 1) {
    const [before, here] = [Number(heights[x - 1]), Number(heights[x])];
    // Along the map's own sides there is no line.
    if (before === here && (here === top || here === bottom)) continue;
    ctx.moveTo(box.left + x - 0.5, before);
    ctx.lineTo(box.left + x - 0.5, here);
    ctx.lineTo(box.left + x + 0.5, here);
  }
  ctx.stroke();
}

/**
 * @param {Veil} veil
 * @param {Box} box
 * @param {Edges} edges
 * @returns {Float64Array | undefined} for each pixel across, from which one down it is veiled; undefined where none is
 */
function veilHeights({ stretches, from }, { top, width, height }, edges) {
  if (stretches.length === 0 && !from) return undefined;
  const heights = new Float64Array(width);
  const perPixel = (edges.right - edges.left) / width;
  const perRow = height / (edges.bottom - edges.top);
  let least = height;
  for (let x = 0; x < width; x += 1) {
    const place = edges.left + (x + 0.5) * perPixel;
    const isWhole = stretches.some(([first, last]) => place >= first && place < last + 1);
    const row = isWhole ? edges.top : (from?.(place) ?? Number.POSITIVE_INFINITY);
    const down = Math.min(height, Math.max(0, (row - edges.top) * perRow));
    heights[x] = top + down;
    least = Math.min(least, down);
  }
  return least < height ? heights : undefined;
}
