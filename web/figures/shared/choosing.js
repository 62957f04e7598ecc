/** What it needs of a plot's view. @typedef {{ box: HTMLElement, host: Pick<import('../figure.js').FigureHost, 'say'>, chosen: number | undefined, choose: (index: number | undefined) => string }} View */

/**
 * Chooses what stands in rows and columns of a plot, by pointer and by keys. All of it is one tab stop.
 *
 * @param {View} view
 * @param {object} of
 * @param {(point: import('../../charts/pointer.js').Point) => number | undefined} of.pick
 * @param {() => number} of.count
 * @param {() => number} of.columns
 * @returns {import('../../charts/pointer.js').Gestures<number>}
 */
export function choosing(view, { pick, count, columns }) {
  return {
    pick,
    hover(index, point) {
      // A finger leaves when it lifts; what it chose stays until another is chosen or the focus goes.
      if (point?.type !== 'touch' && index !== view.chosen) view.choose(index);
    },
    press(index, { type }) {
      if (type === 'touch') view.box.focus({ preventScroll: true });
      view.choose(index);
    },
    blur: () => void view.choose(undefined),
    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      const now = view.chosen;
      if (event.key === 'Escape' && now !== undefined) {
        view.choose(undefined);
        return true;
      }
      const goal = goalOf(event.key, now ?? -1, count() - 1, columns());
      if (goal === undefined) return false;
      view.host.say(view.choose(goal));
      return true;
    },
  };
}

/** @param {string} key @param {number} now −1 for none @param {number} last @param {number} columns @returns {number | undefined} where it leads */
function goalOf(key, now, last, columns) {
  /** @type {Record<string, number>} */
  const goals = {
    ArrowRight: now + 1,
    ArrowLeft: now - 1,
    ArrowDown: now + columns,
    ArrowUp: now - columns,
    Home: 0,
    End: last,
  };
  if (!Object.hasOwn(goals, key)) return undefined;
  const goal = goals[key];
  if (now < 0) return key === 'End' ? last : 0;
  return goal < 0 || goal > last ? now : goal;
}
