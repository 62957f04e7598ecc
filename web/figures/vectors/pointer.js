import { words } from './text.js';

/** @typedef {import('./compute.js').VectorsData} VectorsData */
/** @typedef {import('./compute.js').Panel} Panel */
/** @typedef {number | 'moving'} Which arrow: of a whole position, or the one under the playhead */

/** How near to the plot's edge an arrow can be drawn, CSS pixels. */
const INSIDE = 4;

/** CSS pixels of a step by keys. */
const STEP = 10;

/**
 * Chooses, takes and moves arrows by pointer and by keys. A plot is one tab stop.
 *
 * @param {import('../shared/plot-view.js').PlotView<VectorsData, Panel, import('../../charts/vectors.js').VectorsPlot>} view
 * @returns {import('../../charts/pointer.js').Gestures<Which>}
 */
export function arrowGestures(view) {
  const { plot, box, host } = view;
  /** What is held: the arrow's position, and the way from the pointer to its tip. @type {{ position: number, x: number, y: number } | undefined} */
  let held;
  let isOver = false;

  /** @param {Which} which */
  const tipOf = (which) => {
    const { moving, x, y } = view.shown.own;
    return which === 'moving' ? moving : { position: which, x: x[which], y: y[which] };
  };
  /** @param {Which} which @param {{ x: number, y: number }} grip */
  const take = (which, { x, y }) => {
    host.drag.take();
    // Taking an arrow stops the playhead at a short number, so the position is asked for afterwards.
    held = { position: tipOf(which).position, x, y };
    box.classList.add('held');
    view.choose(which);
  };
  /** @param {number} x @param {number} y */
  const moveTo = (x, y) => {
    if (!held) return '';
    const { data, own } = view.shown;
    host.drag.move(data.panels.indexOf(own), held.position, x, y);
    return view.read();
  };
  /** @param {boolean} putBack */
  const letGo = (putBack) => {
    if (!held) return;
    held = undefined;
    box.classList.remove('held');
    host.drag.drop(putBack);
    host.say(view.read());
  };
  /** The arrow that a key leads to; between two positions the moving one is a stop too. @param {string} key @returns {Which | undefined} */
  const goalOf = (key) => {
    const { x, moving } = view.shown.own;
    /** @type {Which[]} */
    const stops = Array.from(x.keys());
    const here = Number.isInteger(moving.position) ? moving.index : moving.index + 1;
    if (here !== moving.index) stops.splice(here, 0, 'moving');
    const now = view.chosen === undefined ? -1 : stops.indexOf(view.chosen);
    const last = stops.length - 1;
    const next = now < 0 ? here : Math.min(last, now + 1);
    const before = now < 0 ? here : Math.max(0, now - 1);
    /** @type {Record<string, number>} */
    const goals = {
      ArrowRight: next,
      ArrowUp: next,
      ArrowLeft: before,
      ArrowDown: before,
      Home: 0,
      End: last,
    };
    return Object.hasOwn(goals, key) ? stops[goals[key]] : undefined;
  };
  /** @param {string} key */
  const choosingKey = (key) => {
    const goal = goalOf(key);
    if (goal !== undefined) host.say(view.choose(goal));
    else if (view.chosen === undefined) return false;
    else if (key === 'Escape') view.choose(undefined);
    else if (key === 'Enter' || key === ' ') {
      take(view.chosen, { x: 0, y: 0 });
      host.say(words.taken);
    } else return false;
    return true;
  };
  /** @param {KeyboardEvent} event */
  const heldKey = ({ key, shiftKey }) => {
    const step = (STEP / Math.max(1e-9, plot.view?.scale ?? 1)) * (shiftKey ? 0.2 : 1);
    /** @type {Record<string, [number, number]>} */
    const moves = { ArrowRight: [step, 0], ArrowLeft: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
    if (move && view.chosen !== undefined) {
      const { x, y } = tipOf(view.chosen);
      host.say(moveTo(x + move[0], y + move[1]));
      return true;
    }
    if (key !== 'Enter' && key !== ' ' && key !== 'Escape') return false;
    letGo(key === 'Escape');
    return true;
  };

  return {
    pick: (point) => plot.pick(point),
    hover(which) {
      if (held || (which === undefined && !isOver)) return;
      isOver = which !== undefined;
      box.classList.toggle('over', isOver);
      view.choose(which);
    },
    press(which, point) {
      if (held) return false;
      if (which === undefined) {
        view.choose(undefined);
        return false;
      }
      // A box that a reader typed in must not take the vector back when it loses the focus later.
      box.focus({ preventScroll: true });
      const at = plot.toData(point);
      const tip = tipOf(which);
      take(which, { x: tip.x - at.x, y: tip.y - at.y });
      return true;
    },
    drag({ x, y }) {
      if (!held) return;
      const inside = (/** @type {number} */ at, /** @type {number} */ size) =>
        Math.max(INSIDE, Math.min(size - INSIDE, at));
      const at = plot.toData({ x: inside(x, plot.size.width), y: inside(y, plot.size.height) });
      moveTo(at.x + held.x, at.y + held.y);
    },
    drop: (point) => letGo(point === undefined),
    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      return held ? heldKey(event) : choosingKey(event.key);
    },
    blur() {
      letGo(false);
      view.choose(undefined);
    },
    touchDrags: true,
  };
}
