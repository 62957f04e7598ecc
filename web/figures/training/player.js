import { h, setText } from '../../dom/index.js';
import { placeOf, stepAt } from './pace.js';

/** @typedef {import('./run.js').Run} Run */

/** Steps with a number on the rail. */
const STOPS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Numbers on the rail are so far apart, as a part of it. */
const APART = 0.055;

/**
 * @typedef {object} Does
 * @property {() => void} toggle play or pause
 * @property {(step: number) => void} goTo
 */

/** Buttons and a rail for steps of training. They lie on a logarithmic scale, on which the run is played evenly. */
export class Player {
  #play = h('button', { class: 'play', type: 'button', 'data-do': 'play' });
  #forth = h('button', { type: 'button', 'data-do': 'step' }, 'Step');
  #end = h('button', { type: 'button', 'data-do': 'end' }, 'To the end');
  #reset = h('button', { type: 'button', 'data-do': 'reset', title: 'Back to step 0' }, 'Start over');
  #rail = h('input', {
    type: 'range',
    min: '0',
    max: '1',
    step: 'any',
    'aria-label': 'Step of training',
    'data-do': 'rail',
  });
  #track = h('div', { class: 'track', 'aria-hidden': 'true' });
  #stops = h('div', { class: 'steps', 'aria-hidden': 'true' });
  #now = h('output', { class: 'step-now', 'aria-hidden': 'true' });
  #step = 0;
  #steps = 1;

  /** @param {Does} does */
  constructor({ toggle, goTo }) {
    this.#play.addEventListener('click', toggle);
    this.#forth.addEventListener('click', () => goTo(this.#step + 1));
    this.#end.addEventListener('click', () => goTo(this.#steps));
    this.#reset.addEventListener('click', () => goTo(0));
    this.#rail.addEventListener('input', () => goTo(stepAt(Number(this.#rail.value), this.#steps)));
    this.#rail.addEventListener('keydown', (event) => {
      const page = Math.max(1, Math.round(this.#steps / 10));
      /** @type {Record<string, number>} */
      const goals = {
        ArrowRight: this.#step + 1,
        ArrowUp: this.#step + 1,
        ArrowLeft: this.#step - 1,
        ArrowDown: this.#step - 1,
        PageUp: this.#step + page,
        PageDown: this.#step - page,
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
      { class: 'player', role: 'group', 'aria-label': 'Training' },
      this.#play,
      this.#forth,
      this.#end,
      this.#reset,
      h('div', { class: 'rail' }, this.#stops, this.#track, this.#rail),
      this.#now,
    );
  }

  /** @param {Run} run */
  show({ motion, step, steps, place, isEnd }) {
    if (steps !== this.#steps) this.#layOut(steps);
    this.#step = step;
    const label = motion === 'playing' ? 'Pause' : 'Play';
    if (this.#play.getAttribute('aria-label') !== label) {
      this.#play.setAttribute('aria-label', label);
      this.#play.title = label;
      this.#play.classList.toggle('playing', motion === 'playing');
    }
    this.#forth.disabled = isEnd;
    this.#end.disabled = isEnd;
    this.#reset.disabled = step === 0 && motion !== 'going';
    this.#rail.value = String(place);
    this.#track.style.setProperty('--share', String(place));
    setText(this.#now, `step ${step}`);
    const said = `step ${step} of ${steps}`;
    if (this.#rail.getAttribute('aria-valuetext') !== said) this.#rail.setAttribute('aria-valuetext', said);
  }

  /** @param {number} steps */
  #layOut(steps) {
    this.#steps = steps;
    const stops = STOPS.filter((stop) => stop < steps && placeOf(stop, steps) < 1 - APART);
    this.#stops.replaceChildren(
      ...[...stops, steps].map((stop) => {
        const label = h('span', {}, String(stop));
        label.style.left = `${100 * placeOf(stop, steps)}%`;
        return label;
      }),
    );
  }
}
