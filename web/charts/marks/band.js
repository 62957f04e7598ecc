import { mix } from '../colors.js';
import { toPixels } from '../xy.js';

/** How strong the filling under a line is. */
const FILL = 0.09;

/**
 * Fills what lies between a line and the plot's bottom.
 *
 * @param {import('../plot.js').Context} context
 * @param {import('../plot.js').View<unknown>} view
 * @param {import('../xy.js').Axes} axes
 * @param {Pick<import('./line.js').Line, 'x' | 'y'>} line without gaps
 */
export function drawBand(context, { area, palette }, axes, { x, y }) {
  const last = x.length - 1;
  context.fillStyle = mix(palette.soft, palette.plot, FILL);
  context.beginPath();
  context.moveTo(toPixels(axes, area, x[0], y[0]).x, area.bottom);
  for (let i = 0; i <= last; i += 1) {
    const place = toPixels(axes, area, x[i], y[i]);
    context.lineTo(place.x, place.y);
  }
  context.lineTo(toPixels(axes, area, x[last], y[last]).x, area.bottom);
  context.fill();
}
