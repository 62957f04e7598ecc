import { Chart } from 'chart.js';
import { palette } from '../../web/charts/index.js';
import { apart, bytesOf, pixelsOf } from './charts-support.js';
import { figure, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

/** @param {Record<string, string>} [attributes] */
export const scores = (attributes) => figure({ figure: 'scores', theme: 'light', ...attributes });

/** @param {Scope} element @param {'arrows' | 'matrix' | 'line' | 'spread'} what @param {string} name */
export const canvas = (element, what, name) =>
  /** @type {HTMLCanvasElement} */ (
    /** @type {unknown} */ (part(element, `canvas[data-panel="${name} ${what}"]`))
  );

/** @param {Scope} element @param {string} name */
export function panel(element, name) {
  const found = canvas(element, 'arrows', name).closest('.panel');
  if (!found) throw new Error(`there is no ${name}`);
  return (/** @type {string} */ selector) => /** @type {HTMLElement} */ (found.querySelector(selector));
}

/** Where the middle of a cell is seen in the window. @param {Scope} element @param {string} name @param {number} query @param {number} key */
export function middleOf(element, name, query, key) {
  const map = canvas(element, 'matrix', name);
  const box = map.getBoundingClientRect();
  const size = element.settings.positions;
  const area = /** @type {import('chart.js').ChartArea} */ (chartOf(map).chartArea);
  const place = {
    x: area.left + ((key + 0.5) * area.width) / size,
    y: area.top + ((query + 0.5) * area.height) / size,
  };
  return { ...place, clientX: box.left + place.x, clientY: box.top + place.y };
}

/** @param {HTMLCanvasElement} of @returns {import('chart.js').Chart} */
export function chartOf(of) {
  const found = Chart.getChart(of);
  if (!found) throw new Error('there is no chart');
  return found;
}

/** The middle of the playhead's dot on the line, CSS pixels. @param {Scope} element @param {string} name @returns {{ x: number, y: number } | undefined} */
export function dotOn(element, name) {
  const line = canvas(element, 'line', name);
  const pixels = pixelsOf(line);
  const ink = bytesOf(palette('light').ink);
  const sum = { x: 0, y: 0, count: 0 };
  for (let i = 0; i < pixels.length; i += 4) {
    if (apart([pixels[i], pixels[i + 1], pixels[i + 2]], ink) > 8) continue;
    sum.x += ((i / 4) % line.width) + 0.5;
    sum.y += Math.floor(i / 4 / line.width) + 0.5;
    sum.count += 1;
  }
  const scale = line.clientWidth / line.width / sum.count;
  return sum.count > 0 ? { x: sum.x * scale, y: sum.y * scale } : undefined;
}

/** @param {Scope} element @param {string} name @param {string} type @param {{ clientX: number, clientY: number }} at @param {Partial<PointerEventInit>} [more] @param {'matrix' | 'arrows'} [what] */
export const pointer = (element, name, type, { clientX, clientY }, more, what = 'matrix') =>
  canvas(element, what, name).dispatchEvent(
    new PointerEvent(type, {
      clientX,
      clientY,
      pointerId: 1,
      pointerType: 'mouse',
      bubbles: true,
      composed: true,
      ...more,
    }),
  );

/** @param {string} text */
export const numberOf = (text) => Number(text.replace('−', '-'));
