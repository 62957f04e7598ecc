import { h } from '../../dom/index.js';
import { counted } from '../../settings/index.js';
import { Pictures } from './pictures.js';
import { Player } from './player.js';
import { trainee } from './port.js';
import { Run } from './run.js';

/** @typedef {import('./plan.js').TrainingData} TrainingData */
/** @typedef {import('../figure.js').BodyHost} BodyHost */

/** Heads in training: what they attend to, their losses, and the test past the trained length. */
export class TrainingBody {
  #host;
  #player;
  #run;
  #pictures;
  /** @type {import('./port.js').Trainee | undefined} */
  #trainee;
  /** @type {TrainingData | undefined} */
  #data;
  /** What is to be done as soon as it was run to its end: to be played, or to go to a step. @type {'play' | number | undefined} */
  #next;
  /** Where the element's playhead was last, and the step that its link carries. @type {number | undefined} */
  #position;
  /** @type {number | undefined} */
  #at;

  /** @param {BodyHost} host */
  constructor(host) {
    this.#host = host;
    this.#run = new Run({
      post: (request) => this.#trainee?.post(request),
      told: () => this.#told(),
      isSeen: host.visible,
      isStill: () => this.#isStill,
    });
    this.#player = new Player({
      toggle: () => (this.#run.isUnderway ? this.pause() : this.play()),
      goTo: (step) => this.#goTo(step),
      goal: () => this.#run.goal,
    });
    this.#pictures = new Pictures(this.#run, host.scheme);
    this.element = h('div', { class: 'training' }, this.#player.element, ...this.#pictures.elements);
  }

  /** @type {import('../figure.js').Body<TrainingData>['set']} */
  set({ data, settings }) {
    if (data !== this.#data) {
      const isPlayed = this.#data
        ? this.#run.motion === 'playing' || this.#next === 'play'
        : settings.autoplay && settings.at === undefined;
      this.#at = settings.at;
      this.#next = isPlayed ? 'play' : this.#at === undefined ? undefined : Math.floor(this.#at);
      this.#position = undefined;
      this.#data = data;
      this.#trainee ??= trainee(data.core, (answer) => this.#run.take(answer));
      this.#pictures.begin(data);
      this.#run.begin(data.plan);
    }
    this.#told();
  }

  play() {
    this.#mark(undefined);
    if (this.#isFirst) this.#next = 'play';
    else if (this.#host.reducedMotion()) this.#goTo(this.#run.steps);
    else this.#run.play();
  }

  pause() {
    this.#next = undefined;
    this.#run.pause();
  }

  /** @param {number} step */
  #goTo(step) {
    this.#next = undefined;
    this.#run.goTo(step);
  }

  /** Whether it is on its way to its end for the first time. */
  get #isFirst() {
    return this.#run.motion === 'going' && this.#run.goal === this.#run.steps && !this.#run.ends;
  }

  /** Whether nothing is shown of the way. */
  get #isStill() {
    return this.#host.reducedMotion() || typeof this.#next === 'number';
  }

  #told() {
    const { motion, step } = this.#run;
    const isThere = motion === 'resting' && (typeof this.#next !== 'number' || this.#next >= step);
    if (isThere || !this.#isStill) this.#pictures.renew();
    this.#host.redraw();
  }

  /** @type {import('../figure.js').Body<TrainingData>['frame']} */
  frame(position) {
    const [run, data] = [this.#run, this.#data];
    if (!data || !this.#host.visible()) return false;
    this.#follow(position);
    run.tick(performance.now());
    this.#finish(data);
    if (run.motion === 'resting') this.#rest();
    const moves = run.motion !== 'resting';
    this.#player.show(run);
    return this.#pictures.draw(moves) || moves;
  }

  /** A playhead that was set, as by a script, is a step to go to. @param {number} position */
  #follow(position) {
    const before = this.#position;
    this.#position = position;
    if (before === undefined || position === before) return;
    this.#at = position;
    this.#goTo(Math.floor(position));
  }

  #rest() {
    const [run, next] = [this.#run, this.#next];
    this.#next = undefined;
    if (next === 'play') this.play();
    else if (next !== undefined && next < run.step) {
      this.#next = next;
      run.goTo(next);
    } else this.#mark(run.step);
  }

  /** The link carries the step where it rests, unless that is the end, where it rests anyway. @param {number | undefined} step */
  #mark(step) {
    const at = step === this.#run.steps ? undefined : step;
    if (at === this.#at) return;
    this.#at = at;
    this.#position = at ?? this.#run.steps;
    this.#host.seek(this.#position);
    if (at === undefined) this.#host.ask({ at });
  }

  /** What came of the whole run is told once. @param {TrainingData} data */
  #finish(data) {
    const { ends, known, seen, motion } = this.#run;
    if (!ends || motion === 'going') return;
    if (!data.result) {
      const of = (/** @type {'losses' | 'heldOutLosses'} */ name) =>
        Object.fromEntries(Object.entries(known).map(([encoding, own]) => [encoding, own[name]]));
      data.result = {
        losses: of('losses'),
        heldOutLosses: of('heldOutLosses'),
        heldOut: seen.heldOut,
        tests: ends,
      };
      this.#host.renewed();
      this.#host.say(`${counted(data.plan.steps, 'step')} of training done`);
    }
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#pictures.scheme(scheme);
  }

  destroy() {
    this.#trainee?.end();
    this.#pictures.destroy();
  }
}
