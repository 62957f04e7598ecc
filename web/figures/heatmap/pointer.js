import { between } from './zoom.js';

/** @typedef {{ row: number, column: number }} Cell */
/** @typedef {import('../../charts/pointer.js').Point} Point */
/** @typedef {import('../../charts/equal-axes.js').Box} Box */

/**
 * What a map's pointer needs of its figure.
 *
 * @typedef {object} Uses
 * @property {() => Cell | undefined} chosen the cell that stays when the pointer leaves
 * @property {(cell: Cell | undefined) => void} read shows what is in a cell, or no more
 * @property {(cell: Cell | undefined, aloud: boolean) => void} choose
 * @property {() => Cell} start where the keys begin
 * @property {import('./zoom.js').Zoomer} zoomer
 * @property {(box: Box | undefined) => void} lasso
 * @property {(factor: number, at?: Cell) => void} zoom
 */

/** CSS pixels that a pointer moves before it draws a rectangle. */
const DRAG = 5;

/**
 * Reads and zooms a map by pointer, wheel and keys. The map is one tab stop; a finger scrolls the page.
 *
 * @param {import('../../charts/heat-map.js').HeatMapPlot} plot
 * @param {Uses} uses
 * @returns {import('../../charts/pointer.js').Gestures<Cell>}
 */
export function mapGestures(plot, { chosen, read, choose, start, zoomer, lasso, zoom }) {
  /** @type {{ from: Point, isDrawn: boolean } | undefined} */
  let drag;
  let isAfterDrag = false;

  /** @param {Point | undefined} point none where the drag was broken off */
  const drop = (point) => {
    const ended = drag;
    drag = undefined;
    lasso(undefined);
    if (!point || !ended?.isDrawn) return;
    isAfterDrag = true;
    const { left, top, width, height } = boxOf(ended.from, point);
    if (width < DRAG || height < DRAG) return;
    const first = plot.nearest({ x: left, y: top });
    zoomer.to(between(first, plot.nearest({ x: left + width - 1, y: top + height - 1 })));
  };

  return {
    pick: (point) => plot.pick(point),
    hover(cell, point) {
      if (point?.type !== 'touch') read(cell ?? chosen());
    },
    press(cell, point) {
      isAfterDrag = false;
      if (!cell || point.type === 'touch') return false;
      drag = { from: point, isDrawn: false };
      return true;
    },
    drag(point) {
      if (!drag) return;
      const { from } = drag;
      drag.isDrawn ||= Math.max(Math.abs(point.x - from.x), Math.abs(point.y - from.y)) >= DRAG;
      if (drag.isDrawn) lasso(boxOf(from, point));
    },
    drop,
    click(cell) {
      if (!isAfterDrag) choose(cell, true);
      isAfterDrag = false;
    },
    doubleClick: () => void zoomer.whole(),
    zoom: (factor, point) => zoom(factor, plot.nearest(point)),
    key(event) {
      const { key } = event;
      if (event.altKey || event.metaKey) return false;
      const to = goalOf(event, chosen(), start(), zoomer);
      if (to) choose(to, true);
      else if (event.ctrlKey) return false;
      else if (key === 'Enter' || key === '+' || key === '=') zoom(0.5);
      else if (key === '-' || key === '_' || key === '−') zoom(2);
      else if (key === '0') zoomer.whole();
      else if (key === 'Escape' && drag) drop(undefined);
      else if (key === 'Escape' && chosen() && zoomer.isWhole) choose(undefined, false);
      else if (key !== 'Escape' || !zoomer.whole()) return false;
      return true;
    },
  };
}

/**
 * The cell that a key leads to.
 *
 * @param {KeyboardEvent} event
 * @param {Cell | undefined} chosen
 * @param {Cell} start
 * @param {import('./zoom.js').Zoomer} zoomer
 * @returns {Cell | undefined}
 */
function goalOf({ key, shiftKey, ctrlKey }, chosen, start, { size: { rows, columns }, part }) {
  const [top, bottom, left, right] = part;
  const tenth = (/** @type {number} */ first, /** @type {number} */ last) =>
    Math.max(1, Math.round((last - first + 1) / 10));
  const page = { rows: tenth(top, bottom), columns: tenth(left, right) };
  const [down, across] = shiftKey ? [page.rows, page.columns] : [1, 1];
  const { row, column } = chosen ?? start;
  /** @type {Record<string, [number, number]>} */
  const goals = ctrlKey
    ? { Home: [0, column], End: [rows - 1, column] }
    : {
        ArrowUp: [row - down, column],
        ArrowDown: [row + down, column],
        ArrowLeft: [row, column - across],
        ArrowRight: [row, column + across],
        PageUp: [row - page.rows, column],
        PageDown: [row + page.rows, column],
        Home: [row, 0],
        End: [row, columns - 1],
      };
  if (!Object.hasOwn(goals, key)) return undefined;
  const isFirst = !chosen && key.startsWith('Arrow');
  const [toRow, toColumn] = isFirst ? [row, column] : goals[key];
  return {
    row: Math.max(0, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  };
}

/** @param {Point} from @param {Point} to @returns {Box} */
const boxOf = (from, to) => ({
  left: Math.min(from.x, to.x),
  top: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
});
