import { Chart, LinearScale } from 'chart.js';
import { indexScale } from './heat-map-axes.js';
import { HeatMapCell, HeatMapController } from './heat-map-controller.js';
import { still } from './still.js';

Chart.register(HeatMapCell, HeatMapController, LinearScale);

/** Room round the map, CSS pixels: for the columns' numbers, and at the other sides. */
export const ROOM = { below: 38, edge: 8 };

/**
 * The Chart.js chart of a heat map. It is drawn when it is asked to, not at every update.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ gutter: () => number, names: () => readonly string[] | undefined }} rows room for their numbers, CSS pixels; names of the first, where there
 *   is room for them
 */
export const mapChart = (canvas, { gutter, names }) =>
  new Chart(canvas, {
    type: 'heatMap',
    data: { datasets: [{ data: [] }] },
    options: {
      ...still(),
      layout: { autoPadding: false, padding: { left: 0, right: ROOM.edge, top: ROOM.edge, bottom: 0 } },
      scales: {
        x: indexScale('x', () => ({ size: ROOM.below, names: undefined })),
        y: indexScale('y', () => ({ size: gutter(), names: names() })),
      },
    },
    plugins: [{ id: 'heat-map', beforeRender: () => false }],
  });

/** @param {Chart<any>} chart @param {Readonly<import('./palette.js').Palette>} palette */
export function colorAxes(chart, { line, soft }) {
  const scales = /** @type {any} */ (chart.options.scales);
  for (const { grid, ticks, title } of [scales.x, scales.y]) {
    grid.color = line;
    ticks.color = soft;
    title.color = soft;
  }
}
