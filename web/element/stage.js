import { loadCore } from '../core/index.js';
import { writeLink } from '../settings/index.js';
import { h } from './dom.js';
import { FigureView } from './figure-view.js';
import { Picture } from './picture.js';
import { Playback } from './playback.js';

/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('./store.js').Store} Store */
/** @typedef {import('./surroundings.js').Surroundings} Surroundings */
/** @typedef {(patch: import('../settings/index.js').Patch) => readonly unknown[]} Change gives what was wrong */

/** Milliseconds between two updates of the numbers while they run: nobody reads sixty a second. */
const READING = 90;
const HERE = import.meta.url;

/** Where an element's picture is shown and moved: it asks for frames only while somebody can see them. */
export class Stage {
  element = h('div', { class: 'root' });
  playback = new Playback();
  #store;
  #change;
  #reset;
  /** @type {Surroundings | undefined} */
  #around;
  /** @type {Picture | undefined} */
  #picture;
  /** @type {FigureView | undefined} */
  #view;
  #isLoading = false;
  #hasFailed = false;
  #isStale = true;
  #request = 0;
  #lastFrame = 0;
  #lastText = 0;
  /** @type {Settings | undefined} what they were before an arrow was taken */
  #before;

  /** @param {Store} store @param {Change} change @param {() => void} reset */
  constructor(store, change, reset) {
    this.#store = store;
    this.#change = change;
    this.#reset = reset;
  }

  get description() {
    this.#compute();
    return this.#picture?.description ?? '';
  }

  /** @param {Surroundings} around what was seen, which may differ from before */
  lookAround(around) {
    this.#around = around;
    const { theme, positions } = this.#store.settings;
    const scheme = around.scheme(theme);
    this.element.dataset.scheme = scheme;
    if (this.#view?.scheme(scheme)) this.#isStale = true;
    this.playback.steps = around.reducedMotion;
    if (around.near && !this.#view) this.#wake(around);
    if (around.visible && this.#view && this.playback.waiting) {
      this.playback.waiting = false;
      if (around.reducedMotion) this.playback.position = positions - 1;
      else this.playback.play();
    }
    this.draw();
  }

  leave() {
    this.#around = undefined;
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#lastFrame = 0;
    this.#before = undefined;
    this.#view?.destroy();
    this.#view = undefined;
    this.element.replaceChildren();
  }

  /** @param {Surroundings} around */
  async #wake(around) {
    if (this.#picture) {
      this.#build(around);
      return;
    }
    if (this.#isLoading || this.#hasFailed) return;
    this.#isLoading = true;
    this.#say('status', 'Computing the first picture …');
    try {
      this.#picture = new Picture(await loadCore());
      if (this.#around) this.lookAround(this.#around);
    } catch (error) {
      this.#hasFailed = true;
      this.#say('alert', `This figure cannot be drawn: ${error instanceof Error ? error.message : error}`);
    }
    this.#isLoading = false;
  }

  /** @param {string} role @param {string} text */
  #say(role, text) {
    this.element.replaceChildren(h('p', { class: 'waiting', role }, text));
  }

  /** @param {Surroundings} around */
  #build(around) {
    const { settings } = this.#store;
    this.#view = new FigureView(Picture.figure(settings), around.scheme(settings.theme), {
      time: {
        toggle: () => (this.playback.playing ? this.pause() : this.play()),
        step: (by) => this.goTo(this.playback.stepped(by)),
        scrub: (position) => this.goTo(position),
        loop: (loop) => this.#change({ loop }),
      },
      ask: (name, value) => this.#change({ [name]: value }).length === 0,
      reset: this.#reset,
      hands: {
        take: () => this.#takeArrow(),
        drag: (panel, position, x, y) => this.#dragArrow({ panel, position, x, y }),
        drop: (putBack) => this.#dropArrow(putBack),
        say: (text) => this.#view?.announce(text),
      },
      redraw: () => this.draw(),
    });
    this.#isStale = true;
    this.element.replaceChildren(this.#view.element);
    this.#flush(true);
    performance.mark('ropescope:first-picture');
  }

  /** As it opened. */
  reset() {
    this.playback.begin(this.#store.settings);
    this.#view?.forget();
    if (this.#around) this.lookAround(this.#around);
  }

  play() {
    this.#change({ at: undefined });
    this.playback.play();
    this.playback.waiting = false;
    this.draw();
  }

  pause() {
    if (this.playback.playing) this.goTo(this.playback.position);
    this.playback.waiting = false;
  }

  /** Stops there. @param {number} position */
  goTo(position) {
    const last = this.#store.settings.positions - 1;
    const at = Math.max(0, Math.min(last, Number(position.toFixed(2))));
    this.playback.waiting = false;
    this.playback.pause();
    this.playback.position = at;
    this.#change({ at });
  }

  #takeArrow() {
    this.pause();
    this.#flush(true);
    this.#before = this.#store.settings;
  }

  /** @param {{ panel: number, position: number, x: number, y: number }} tip */
  #dragArrow(tip) {
    const dragged = this.#picture?.drag(this.#store.settings, tip);
    if (!dragged) return;
    this.#change(dragged.patch);
    if (dragged.note !== undefined) this.#store.notes = [dragged.note];
    this.#flush(true);
  }

  /** @param {boolean} putBack */
  #dropArrow(putBack) {
    const vector = this.#before?.vector;
    this.#before = undefined;
    this.#isStale = true;
    if (putBack) this.#change({ vector });
    this.#flush(true);
  }

  #compute() {
    const picture = this.#picture;
    if (!picture) return;
    const { settings } = this.#store;
    if (picture.compute(settings)) this.#isStale = true;
    if (!this.#isStale || !this.#view || !picture.data) return;
    this.#isStale = false;
    this.#view.set(picture.data, settings, picture.description, this.#before !== undefined);
  }

  /** Asks for a frame, where one would be seen. */
  draw() {
    if (this.#request !== 0 || !this.#view || !this.#around?.visible) return;
    this.#request = requestAnimationFrame((now) => {
      this.#request = 0;
      const { playback } = this;
      if (this.#lastFrame !== 0) playback.tick((now - this.#lastFrame) / 1000);
      this.#lastFrame = playback.playing ? now : 0;
      this.#flush(!playback.playing || now - this.#lastText > READING);
      if (playback.playing) this.draw();
    });
  }

  /** @param {boolean} withText whether the numbers in words follow too */
  #flush(withText) {
    const [picture, view] = [this.#picture, this.#view];
    if (!picture || !view) return;
    this.#compute();
    const { settings, problems, notes } = this.#store;
    const { position, playing } = this.playback;
    view.show(settings);
    picture.frame(settings, position);
    view.frame(position, withText);
    if (!withText) return;
    this.#lastText = performance.now();
    view.time({ playing, loop: settings.loop, still: settings.positions === 1 });
    view.say(problems, [...(picture.data?.notes ?? []), ...notes]);
    view.link(String(new URL(`./?${writeLink(settings)}`, HERE)));
  }
}
