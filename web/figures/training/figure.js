import { divergingColor } from '../../charts/diverging.js';
import { h } from '../../dom/index.js';
import { figureOf } from '../figure.js';
import { PanelView } from '../shared/panel.js';
import { attentionPanel, rowsPanel, weightsScale } from './cells.js';
import { compute } from './compute.js';
import { legend, lossesPanel, testPanel } from './graphs.js';
import { Heads, seenEncodings } from './heads.js';
import { NumbersTable } from './numbers-table.js';
import { Player } from './player.js';
import { Run } from './run.js';
import { styles } from './styles.js';
import { caption, doneText, labels, notes } from './text.js';
import { Turns } from './turns.js';

/** @typedef {import('./compute.js').TrainingData} TrainingData */
/** @typedef {import('../figure.js').Shown<TrainingData>} Shown */

/** Milliseconds between two drawings of the graphs and the numbers while they run. */
const READING = 90;

/**
 * Heads in training: what they attend to, their losses, and the test past the trained length.
 *
 * @param {import('../figure.js').FigureHost} host
 * @returns {import('../shared/panel.js').Panel<TrainingData>}
 */
function panel(host) {
  /** @type {Heads | undefined} */
  let trained;
  /** @type {Shown | undefined} */
  let shown;
  /** What is to be done as soon as it was run to its end: to be played, or to go to a step. @type {'play' | number | undefined} */
  let next;
  /** Where the element's playhead was last, and the step that its link carries. @type {number | undefined} */
  let place;
  /** @type {number | undefined} */
  let at;

  const run = new Run({
    train: (wish) => trained?.train(wish),
    renewed: () => renewed(),
    isSeen: host.visible,
    isStill: () => isStill(),
  });
  const goTo = (/** @type {number} */ step) => {
    next = undefined;
    run.goTo(step);
  };
  const player = new Player({
    toggle: () => (run.isUnderway ? pause() : play()),
    goTo,
    goal: () => run.goal,
  });
  const rows = new PanelView(
    rowsPanel(run, host, () => draw(rows)),
    host,
  );
  const heads = seenEncodings.map((encoding) => new PanelView(attentionPanel(encoding, run), host));
  const losses = new PanelView(lossesPanel(run), host);
  const test = new PanelView(testPanel(run), host);
  const numbers = new NumbersTable();
  const bar = h('i', { class: 'weights' });

  /** @param {PanelView<TrainingData>} view */
  const draw = (view) => {
    if (!shown) return;
    view.set(shown);
    view.frame(run.step, false);
  };
  const turns = new Turns([
    { draw: () => run.seen.rows && draw(rows), pace: 0 },
    ...heads.map((view) => ({ draw: () => run.seen.attention && draw(view), pace: 0 })),
    { draw: () => run.seen.tests && draw(losses), pace: READING },
    { draw: () => run.seen.tests && draw(test), pace: READING },
    {
      // All numbers are of one step.
      draw() {
        for (const view of heads) view.frame(run.step, true);
        if (shown) numbers.set(run, shown.data);
      },
      pace: READING,
    },
  ]);

  /** Whether it is on its way to its end for the first time. */
  const isFirst = () => run.motion === 'going' && run.goal === run.steps && !run.ends;
  /** Whether nothing is shown of the way. */
  const isStill = () => host.reducedMotion() || typeof next === 'number';
  /** The link carries the step where it rests, unless that is the end, where it rests anyway. @param {number | undefined} step */
  const mark = (step) => {
    const wanted = step === run.steps ? undefined : step;
    if (wanted === at) return;
    at = wanted;
    place = at ?? run.steps;
    host.seek(place);
    if (at === undefined) host.ask({ at });
  };
  const play = () => {
    mark(undefined);
    if (isFirst()) next = 'play';
    else if (host.reducedMotion()) goTo(run.steps);
    else run.play();
  };
  const pause = () => {
    next = undefined;
    run.pause();
  };
  const renewed = () => {
    const isThere = run.motion === 'resting' && (typeof next !== 'number' || next >= run.step);
    if (isThere || !isStill()) turns.renew();
    host.redraw();
  };
  const take = (/** @type {import('./heads.js').Report} */ report) => {
    if (shown) shown.data.lacksMemory = false;
    run.take(report);
  };
  const lack = () => {
    if (shown) shown.data.lacksMemory = true;
    next = undefined;
    run.halt();
    host.renewed();
  };
  const rest = () => {
    const wanted = next;
    next = undefined;
    if (wanted === 'play') play();
    else if (wanted !== undefined && wanted < run.step) {
      next = wanted;
      run.goTo(wanted);
    } else mark(run.step);
  };
  /** What came of the whole run is told once. @param {TrainingData} data */
  const finish = (data) => {
    const { ends, known, seen, motion } = run;
    if (!ends || motion === 'going' || data.result) return;
    const of = (/** @type {'losses' | 'heldOutLosses'} */ name) =>
      Object.fromEntries(Object.entries(known).map(([encoding, own]) => [encoding, own[name]]));
    data.result = {
      losses: of('losses'),
      heldOutLosses: of('heldOutLosses'),
      heldOut: seen.heldOut,
      tests: ends,
    };
    host.renewed();
    host.say(doneText(data.plan.steps));
  };

  return {
    layout: () =>
      h(
        'div',
        { class: 'training' },
        player.element,
        h('div', { class: 'cells' }, rows.element, ...heads.map(({ element }) => element), weightsScale(bar)),
        h('div', { class: 'graphs' }, legend(), losses.element, test.element),
        numbers.element,
      ),
    views: [rows, ...heads, losses, test],
    narrowest: 280,
    set(now) {
      const { data, settings } = now;
      const isOther = data !== shown?.data;
      if (isOther) {
        const isPlayed = shown
          ? run.motion === 'playing' || next === 'play'
          : settings.autoplay && settings.at === undefined;
        at = settings.at;
        next = isPlayed ? 'play' : at === undefined ? undefined : Math.floor(at);
        place = undefined;
      }
      shown = now;
      const colors = Array.from({ length: 13 }, (_, i) => divergingColor(i / 12, host.scheme));
      bar.style.backgroundImage = `linear-gradient(to right, ${colors.join(', ')})`;
      if (isOther) {
        trained ??= new Heads(data.core, take, lack);
        trained.begin(data.plan);
        numbers.begin(data);
        run.begin(data.plan);
      }
      renewed();
    },
    frame({ data }, position) {
      if (!host.visible()) return false;
      // A playhead that was set, as by a script, is a step to go to.
      const before = place;
      place = position;
      if (before !== undefined && position !== before) {
        at = position;
        goTo(Math.floor(position));
      }
      run.tick(performance.now());
      finish(data);
      if (run.motion === 'resting' && run.seen.step >= 0) rest();
      const moves = run.motion !== 'resting';
      player.show(run);
      if (run.motion === 'playing') losses.frame(run.step, false);
      return turns.draw(moves) || moves;
    },
    play,
    pause,
    end: () => trained?.end(),
  };
}

/** @satisfies {import('../figure.js').FigureCode<TrainingData>} */
export const code = {
  labels,
  compute,
  caption,
  panel,
  styles,
  notes,
};

/** @type {import('../figure.js').LoadedFigure} */
export const figure = figureOf(code);
