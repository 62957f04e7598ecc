import { LinesPlot } from '../../charts/lines.js';
import { plotOf } from './plot-view.js';

/** @typedef {import('../../charts/lines.js').Lines} Lines */

/** The colour of a position, or of the last one that has one. @param {import('../figure.js').Colors} colors @param {number} position */
export const colorAt = ({ mark }, position) => mark[Math.floor(position)] ?? mark.at(-1) ?? '#000000';

/**
 * A plot of lines with the playhead over it. A press or a drag in it moves the playhead.
 *
 * @template Data, Own
 * @param {object} part
 * @param {(shown: import('./panel.js').Shown<Data, Own>) => Lines} part.data
 * @param {(from: Lines, to: Lines, share: number) => Lines | undefined} [part.between]
 * @param {(shown: import('./panel.js').Shown<Data, Own>, position: number) => string} [part.title]
 * @param {(shown: import('./panel.js').Shown<Data, Own>) => string} part.label
 * @param {(shown: import('./panel.js').Shown<Data, Own>, position: number) => ArrayLike<number>} part.at where the lines are there, NaN for none; may be the same list
 *   each time
 * @param {(position: number) => number} [part.placeOf] a position on the axis across
 * @param {boolean} [part.isWhole] whether the playhead only stands at whole positions
 * @returns {import('./plot-view.js').PlotMaker<Data, Own>}
 */
export function lines({
  data,
  between,
  title,
  label,
  at,
  placeOf = (position) => position,
  isWhole = false,
}) {
  /** @type {import('../../charts/lines.js').Cursor} */
  const cursor = { x: 0, ys: [], color: '' };
  return plotOf(LinesPlot, {
    className: 'plot lines',
    data,
    between,
    title,
    label,
    moment(shown, position) {
      cursor.x = placeOf(position);
      cursor.ys = at(shown, position);
      cursor.color = colorAt(shown.colors, position);
      return cursor;
    },
    gestures({ plot, host }) {
      const seek = (/** @type {{ x: number }} */ point) => {
        const x = plot.xAt(point.x);
        host.seek(isWhole ? Math.round(x) : x);
      };
      return {
        pick: () => undefined,
        press: (_, point) => {
          seek(point);
          return true;
        },
        drag: seek,
      };
    },
  });
}
