import { h, setText } from '../../dom/index.js';
import { placeOf, stepAt } from './run.js';
import { goingText, playerWords, railText, stepText } from './text.js';

/** @typedef {import('./run.js').Run} Run */

/** Steps with a number on the rail. */
const STOPS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Numbers on the rail are so far apart, as a part of it. */
const APART = 0.055;

/** With more steps than this, a narrow rail has room for powers of ten only. */
const TIGHT = 1000;

/**
 * @typedef {object} Does
 * @property {() => void} toggle play or pause
 * @property {(step: number) => void} goTo
 * @property {() => number} goal the step that it is going to, or where it is
 */

/** Buttons and a rail for steps of training. They lie on a logarithmic scale, on which the run is played evenly. */
export class Player {
  #play = h('button', { class: 'play', type: 'button', 'data-do': 'play' });
  #forth = h('button', { type: 'button', 'data-do': 'step' }, playerWords.step);
  #end = h('button', { type: 'button', 'data-do': 'end' }, playerWords.end);
  #reset = h(
    'button',
    { type: 'button', 'data-do': 'reset', title: playerWords.resetTitle },
    playerWords.reset,
  );
  #rail = h('input', {
    type: 'range',
    min: '0',
    max: '1',
    step: 'any',
    'aria-label': playerWords.rail,
    'data-do': 'rail',
  });
  #track = h('div', { class: 'track', 'aria-hidden': 'true' });
  #stops = h('div', { class: 'steps', 'aria-hidden': 'true' });
  #now = h('output', { class: 'step-now', 'aria-hidden': 'true' });
  #progress = h('progress', { 'aria-label': playerWords.name });
  #text = h('span', { 'aria-hidden': 'true' });
  #going = h('p', { class: 'going', hidden: true }, this.#progress, this.#text);
  #steps = 1;

  /** @param {Does} does */
  constructor({ toggle, goTo, goal: here }) {
    this.#play.addEventListener('click', toggle);
    /** @type {[HTMLElement, () => number][]} */
    const buttons = [
      [this.#forth, () => here() + 1],
      [this.#end, () => this.#steps],
      [this.#reset, () => 0],
    ];
    for (const [button, goal] of buttons)
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-disabled') !== 'true') goTo(goal());
      });
    this.#rail.addEventListener('input', () => goTo(stepAt(Number(this.#rail.value), this.#steps)));
    this.#rail.addEventListener('keydown', (event) => {
      const page = Math.max(1, Math.round(this.#steps / 10));
      const from = here();
      /** @type {Record<string, number>} */
      const goals = {
        ArrowRight: from + 1,
        ArrowUp: from + 1,
        ArrowLeft: from - 1,
        ArrowDown: from - 1,
        PageUp: from + page,
        PageDown: from - page,
        Home: 0,
        End: this.#steps,
      };
      const goal = goals[event.key];
      if (goal === undefined) return;
      event.preventDefault();
      goTo(goal);
    });
    this.element = h(
      'div',
      { class: 'player', role: 'group', 'aria-label': playerWords.name },
      this.#play,
      this.#forth,
      this.#end,
      this.#reset,
      h('div', { class: 'rail' }, this.#stops, this.#track, this.#rail),
      this.#now,
      this.#going,
    );
  }

  /** @param {Run} run */
  show({ motion, step, steps, goal, place, isEnd, isUnderway }) {
    if (steps !== this.#steps) this.#layOut(steps);
    const label = isUnderway ? playerWords.pause : playerWords.play;
    if (this.#play.getAttribute('aria-label') !== label) {
      this.#play.setAttribute('aria-label', label);
      this.#play.title = label;
      this.#play.classList.toggle('playing', isUnderway);
    }
    // A button that was disabled while it has the focus would lose it.
    setDisabled(this.#forth, isEnd);
    setDisabled(this.#end, isEnd);
    setDisabled(this.#reset, step === 0 && motion !== 'going');
    this.#show({ isGoing: isUnderway && motion === 'going', step, goal });
    this.#rail.value = String(place);
    this.#track.style.setProperty('--share', String(place));
    setText(this.#now, stepText(step));
    const text = railText(step, steps);
    if (this.#rail.getAttribute('aria-valuetext') !== text) this.#rail.setAttribute('aria-valuetext', text);
  }

  /** How far it is. @param {{ isGoing: boolean, step: number, goal: number }} now */
  #show({ isGoing, step, goal }) {
    this.#going.hidden = !isGoing;
    this.element.classList.toggle('trains', isGoing);
    if (!isGoing) return;
    const { short, long } = goingText(step, goal);
    this.#progress.max = Math.max(1, goal);
    this.#progress.value = Math.min(step, goal);
    setText(this.#text, short);
    this.#progress.setAttribute('aria-valuetext', long);
  }

  /** @param {number} steps */
  #layOut(steps) {
    this.#steps = steps;
    const stops = STOPS.filter((stop) => stop < steps && placeOf(stop, steps) < 1 - APART);
    const isTight = steps > TIGHT;
    this.#stops.replaceChildren(
      ...[...stops, steps].map((stop) => {
        const isMinor = isTight && stop !== steps && !Number.isInteger(Math.log10(stop || 1));
        const label = h('span', { class: isMinor ? 'minor' : '' }, String(stop));
        label.style.left = `${100 * placeOf(stop, steps)}%`;
        return label;
      }),
    );
  }
}

/** @param {HTMLElement} button @param {boolean} isDisabled */
function setDisabled(button, isDisabled) {
  const value = String(isDisabled);
  if (button.getAttribute('aria-disabled') !== value) button.setAttribute('aria-disabled', value);
}
