import { LinesPlot } from '../../charts/lines.js';
import { plotOf } from './plot-view.js';

/** The colour of a position, or of the last one that has one. @param {import('../figure.js').Colors} colors @param {number} position */
export const colorAt = ({ mark }, position) => mark[Math.floor(position)] ?? mark.at(-1) ?? '#000000';

/**
 * A plot of lines with the playhead over it. A press or a drag in it moves the playhead.
 *
 * @template Data, Own
 * @typedef {object} Playhead
 * @property {(shown: import('./panel.js').Shown<Data, Own>, position: number) => ArrayLike<number>} at where the lines are there, NaN for
 *   none; may be the same list each time
 * @property {(position: number) => number} [placeOf] a position on the axis across
 * @property {boolean} [isWhole] whether the playhead only stands at whole positions
 */

/**
 * @template Data, Own
 * @param {Pick<import('./plot-view.js').PlotPart<Data, Own, LinesPlot>, 'data' | 'between' | 'title' | 'label'> & Playhead<Data, Own>} part
 * @returns {import('./plot-view.js').PlotMaker<Data, Own>}
 */
export function lines({ at, placeOf = (position) => position, isWhole = false, ...part }) {
  /** @type {import('../../charts/lines.js').Cursor} */
  const cursor = { x: 0, ys: [], color: '' };
  return plotOf(LinesPlot, {
    ...part,
    className: 'plot lines',
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
