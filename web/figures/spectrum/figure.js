import { CurvesPlot } from '../../charts/curves.js';
import { h, setText } from '../../dom/index.js';
import { figureOf, settingsWhere } from '../figure.js';
import { configControl, configStyles } from '../models/config-control.js';
import { presets } from '../models/presets.js';
import { plotOf } from '../shared/plot-view.js';
import { chooser, chooserStyles } from './chooser.js';
import { compute } from './compute.js';
import { Copies } from './copies.js';
import { chosenOf, curvesBetween, curvesOf, stylesOf } from './curves.js';
import { NumbersTable } from './numbers-table.js';
import { Rows } from './rows.js';
import { styles as css } from './styles.js';
import { caption, hint, keysText, notes, reading } from './text.js';

/** @typedef {import('./compute.js').SpectrumData} SpectrumData */
/** @typedef {import('./compute.js').Model} Model */
/** @typedef {import('../../charts/curves.js').Point} Point */
/** @typedef {import('../../settings/index.js').SettingName} SettingName */

/** Milliseconds from one picture to the next. */
const MORPH = 400;

/** Pairs that an arrow key passes with Shift. */
const FAR = 8;

/**
 * The plot, a row a curve, the numbers of the chosen one, and what can be copied of it.
 *
 * @param {import('../figure.js').FigureHost} host
 * @returns {import('../shared/panel.js').Panel<SpectrumData>}
 */
function panel(host) {
  /** @type {SpectrumData} */
  let data = { quantity: 'wavelength', models: [], bands: [] };
  /** @type {Map<string, number>} */
  let styles = new Map();
  let chosen = '';
  let curves = curvesOf(data, undefined, styles);
  /** Whether curves go to where they are now, or are there at once. */
  let moves = false;
  /** @type {import('../shared/plot-view.js').PlotView<SpectrumData, undefined, CurvesPlot>} */
  let view;
  const words = h('output.reading', { 'aria-hidden': 'true' }, hint());
  const rows = new Rows((id) => choose(id));
  const numbers = new NumbersTable();
  const copies = new Copies(host);

  const chosenModel = () => data.models.find(({ id }) => id === chosen);

  /** @param {SpectrumData} next */
  function renew(next) {
    const before = data;
    moves = styles.size > 0 && next.quantity === before.quantity;
    data = next;
    styles = stylesOf(data.models, styles);
    chosen = chosenOf(data.models, before.models, chosen);
    curves = curvesOf(data, chosenModel(), styles);
  }

  /** What follows from which curve is chosen. */
  function show() {
    const model = chosenModel();
    rows.choose(chosen);
    words.hidden = model === undefined;
    numbers.set(model, model && data.bands[data.models.indexOf(model)]);
    copies.set(model);
  }

  /** @param {string} id */
  function choose(id) {
    chosen = id;
    moves = false;
    curves = curvesOf(data, chosenModel(), styles);
    view.set(view.shown);
    view.plot.frame();
    show();
  }

  /** @param {Point | undefined} point @returns {string} its numbers in words */
  function readPair(point) {
    const model = data.models.find(({ id }) => id === point?.id);
    const pair = Math.min(point?.pair ?? 0, (model?.pairs ?? 1) - 1);
    view.choose(model && { id: model.id, pair });
    const text = model ? reading(model, pair) : '';
    setText(words, text || hint());
    return text;
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it meant something */
  function press({ key, shiftKey, ctrlKey, metaKey, altKey }) {
    if (ctrlKey || metaKey || altKey) return false;
    if (key === 'Escape' && view.chosen) {
      readPair(undefined);
      return true;
    }
    const goal = goalOf(key, shiftKey ? FAR : 1, data.models, view.chosen ?? { id: chosen, pair: -1 });
    if (!goal) return false;
    if (goal.id !== chosen) choose(goal.id);
    host.say(readPair(goal));
    return true;
  }

  return {
    layout: ({ plot }) =>
      h('div.spectrum', plot('curves'), words, rows.element, copies.element, numbers.element),
    plots: {
      curves: plotOf(CurvesPlot, {
        data(shown) {
          if (shown.data !== data) renew(shown.data);
          return curves;
        },
        between: (from, to, share) => (moves ? curvesBetween(from, to, share) : undefined),
        milliseconds: MORPH,
        label: ({ description }) => description,
        keys: { role: 'plot of curves', text: ({ description }) => keysText(description) },
        gestures(own) {
          view = own;
          return {
            pick: (point) => view.plot.pick(point),
            hover: (point) => void readPair(point),
            press(point) {
              if (point) choose(point.id);
              readPair(point);
            },
            key: press,
            blur: () => void readPair(undefined),
          };
        },
      }),
    },
    set() {
      rows.set(data, styles);
      show();
      // What was read is old, and its curve may be gone.
      readPair(view.chosen);
    },
    frame() {
      rows.align(view.plot.area);
    },
  };
}

/**
 * The pair to which a key leads: left and right from pair to pair, up and down from curve to curve.
 *
 * @param {string} key
 * @param {number} step
 * @param {readonly Model[]} models
 * @param {Point} from its pair is −1 where none is read
 * @returns {Point | undefined}
 */
function goalOf(key, step, models, { id, pair }) {
  const index = models.findIndex((model) => model.id === id);
  if (index < 0) return undefined;
  const last = models[index].pairs - 1;
  /** @type {Record<string, [curve: number, pair: number]>} */
  const goals = {
    ArrowRight: [index, pair < 0 ? 0 : pair + step],
    ArrowLeft: [index, pair - step],
    Home: [index, 0],
    End: [index, last],
    ArrowUp: [index - 1, pair],
    ArrowDown: [index + 1, pair],
  };
  if (!Object.hasOwn(goals, key)) return undefined;
  const inside = (/** @type {number} */ to, /** @type {number} */ count) =>
    Math.max(0, Math.min(count - 1, to));
  const [curve, to] = goals[key];
  const model = models[inside(curve, models.length)];
  return { id: model.id, pair: inside(to, model.pairs) };
}

/** Scalings that look at the length of the text; `su` is an older name. */
const byLength = /"(dynamic|longrope|su)"/;

/** @param {import('../../settings/index.js').Settings} settings @returns {readonly SettingName[]} */
function idle({ models, config, scaling }) {
  const isOwn = models.includes('own');
  const hasLength =
    (isOwn && scaling === 'dynamic') ||
    byLength.test(config) ||
    models.some((id) => byLength.test(JSON.stringify(presets[id]?.config ?? {})));
  return settingsWhere({
    scaling: !isOwn,
    base: !isOwn,
    dimensions: !isOwn,
    trainedLength: !isOwn,
    factor: !isOwn || scaling === 'none',
    sequenceLength: !hasLength,
  });
}

/** @satisfies {import('../figure.js').FigureCode<SpectrumData>} */
export const code = {
  controls: { models: chooser, config: configControl },
  compute,
  caption,
  panel,
  styles: css + chooserStyles + configStyles,
  idle,
  notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
