import { Chart } from 'chart.js';
import { apart, pixelAt } from './charts-support.js';
import { figure } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

/** @param {Record<string, string>} [attributes] */
export const pairing = (attributes) => figure({ figure: 'pairing', ...attributes });

/** @param {Scope} element @param {string} selector @returns {HTMLElement[]} */
export const all = (element, selector) => Array.from(element.shadowRoot?.querySelectorAll(selector) ?? []);

/** @param {Scope} element */
export const canvases = (element) => /** @type {HTMLCanvasElement[]} */ (all(element, '.way canvas'));

/** Where the dials of a canvas are. @param {HTMLCanvasElement | undefined} canvas */
export const dialsOf = (canvas) =>
  /** @type {Chart} */ (Chart.getChart(/** @type {HTMLCanvasElement} */ (canvas)))
    .getDatasetMeta(0)
    .data.map(({ x, y, options }) => ({ x, y, radius: Number(options.radius) }));

/** The numbers of a row of each way's table. @param {Scope} element @param {'first' | 'here'} row */
export const numbers = (element, row) =>
  all(element, row === 'here' ? '.way tr.here' : '.way tbody tr:first-child').map((line) =>
    Array.from(line.querySelectorAll('td'), ({ textContent }) => Number(textContent?.replace('−', '-'))),
  );

/** @param {Scope} element @param {'first' | 'here'} row */
export const scores = (element, row) => numbers(element, row).map(([, , score]) => Number(score));

/** Where the playhead's line is seen over the scores, CSS pixels from the canvas's left; −1 for nowhere. @param {Scope} element */
export function playheadAt(element) {
  const [canvas] = /** @type {HTMLCanvasElement[]} */ (all(element, 'canvas[data-panel=overview]'));
  const ground = pixelAt(canvas, 2, 2);
  // High up there are no other lines.
  for (let x = 50; x < canvas.clientWidth - 120; x += 1)
    if (apart(pixelAt(canvas, x, 31), ground) > 80) return x;
  return -1;
}
