import { MemoryError } from '../core/heap.js';
import { loadHeap } from '../core/load.js';
import { LoadError } from '../core/load-error.js';
import { h } from '../dom/index.js';
import { loadFigure } from '../figures/index.js';
import { rowOf } from '../settings/index.js';
import { DragSession } from './drag-session.js';
import { Failure } from './failure.js';
import { hostFor, linkTo } from './figure-host.js';
import { FigureView } from './figure-view.js';
import { Picture } from './picture.js';
import { lastOf, Playback } from './playback.js';
import { wear } from './styles.js';

/** @typedef {import('./store.js').Store} Store */
/** @typedef {import('./environment.js').Environment} Environment */
/** @typedef {import('../settings/index.js').Problem} Problem */
/** @typedef {import('../settings/index.js').Patch} Patch */
/** @typedef {import('./figure-host.js').Does} Does */

/** Milliseconds between two updates of the numbers while they run: nobody reads sixty a second. */
const READING = 90;

/** Where an element's picture is shown and moved: it asks for frames only while somebody can see them. */
export class Stage {
  element = h('div', { class: 'root' });
  playback = new Playback();
  #store;
  #does;
  /** @type {Environment | undefined} */
  #environment;
  /** @type {Picture | undefined} */
  #picture;
  /** @type {FigureView | undefined} */
  #view;
  /** what it was told before it had a view @type {'play' | 'pause' | undefined} */
  #pending;
  #isLoading = false;
  /** the figure that could not be loaded */
  #failed = '';
  /** what says so @type {Failure | undefined} */
  #failure;
  #isStale = true;
  #request = 0;
  #lastFrame = 0;
  #lastText = 0;
  #drag;

  /** @param {Store} store @param {Does} does */
  constructor(store, does) {
    this.#store = store;
    this.#does = does;
    this.#drag = new DragSession({
      store,
      change: does.change,
      picture: () => this.#picture,
      pause: () => this.pause(),
      show: () => {
        this.#isStale = true;
        const more = this.#flush(true);
        // The change has asked for a frame, which would draw the same again.
        cancelAnimationFrame(this.#request);
        this.#request = 0;
        if (more || this.playback.playing) this.draw();
      },
    });
  }

  get description() {
    this.#compute();
    return this.#picture?.description ?? '';
  }

  /** @param {Environment} environment what was seen, which may differ from before */
  adapt(environment) {
    this.#environment = environment;
    const scheme = environment.scheme(this.#store.settings.theme);
    this.element.dataset.scheme = scheme;
    if (this.#view?.scheme(scheme)) this.#isStale = true;
    this.playback.steps = environment.reducedMotion;
    const isBuilt = this.#view || environment.plain;
    if (environment.near && !isBuilt && this.#picture?.isOf(this.#store.settings)) this.#build();
    if (environment.visible && this.#view && this.playback.waiting) {
      this.playback.waiting = false;
      if (environment.reducedMotion) this.playback.position = lastOf(this.#store.settings);
      else if (this.#picture?.isTimed) this.playback.play();
    }
    this.draw();
  }

  leave() {
    this.#environment = undefined;
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#lastFrame = 0;
    this.#forgive();
    this.#dropView();
  }

  #dropView() {
    this.#drag.forget();
    this.#view?.destroy();
    this.#view = undefined;
    this.element.replaceChildren();
  }

  /** Whether the figure that is there is the one that is asked for. */
  get #isShown() {
    return this.#picture?.isOf(this.#store.settings) ?? false;
  }

  /** Loads the figure that is asked for, if it is another one than is shown and somebody is near. */
  async #load() {
    const { figure: name } = this.#store.settings;
    if (this.#isShown && this.#failure && !this.#isLoading) this.#forgive();
    if (this.#isShown || this.#failed === name || !this.#environment?.near) return;
    // It may have been taken out while it was loading.
    if (!this.element.hasChildNodes()) this.#say('status', 'Computing the first picture …');
    if (this.#isLoading) return;
    this.#isLoading = true;
    const loaded = await Promise.all([loadHeap(), loadFigure(name)]).catch((error) => ({ error }));
    this.#isLoading = false;
    const isWanted = this.#store.settings.figure === name;
    if ('error' in loaded) {
      if (isWanted && this.#environment) this.#fail(name, loaded.error);
    } else if (isWanted) {
      const [heap, figure] = loaded;
      const picture = new Picture(figure, heap);
      if (this.#environment && !this.#hasMemory(picture)) return;
      const hadFocus = this.#forgive();
      this.#dropView();
      this.#picture = picture;
      if (this.#environment) this.adapt(this.#environment);
      if (hadFocus) this.#view?.focus();
      return;
    }
    if (this.#environment) this.adapt(this.#environment);
  }

  /** @param {Picture} picture that nobody sees yet */
  #hasMemory(picture) {
    try {
      if (picture.settle(this.#store).changed) this.#does.tell();
      return true;
    } catch (error) {
      if (!(error instanceof MemoryError)) throw error;
      this.#fail(
        picture.figure.name,
        new LoadError('memory', 'There is not enough memory for what it would show.'),
      );
      return false;
    }
  }

  /** The last good picture stays, but answers no more. @param {string} name @param {unknown} error */
  #fail(name, error) {
    this.#failed = name;
    this.#lastFrame = 0;
    if (this.#view) this.#view.element.inert = true;
    if (!this.#failure) {
      this.#failure = new Failure(() => {
        this.#failed = '';
        void this.#load();
      });
      if (!this.#view) this.element.replaceChildren();
      this.element.prepend(this.#failure.element);
    }
    this.#failure.show(error, linkTo(this.#store.settings));
  }

  /** @returns {boolean} whether a reader was at what said that it had failed */
  #forgive() {
    this.#failed = '';
    const hadFocus = this.#failure?.remove() ?? false;
    this.#failure = undefined;
    if (this.#view) this.#view.element.inert = false;
    return hadFocus;
  }

  /** @param {string} role @param {string} text */
  #say(role, text) {
    this.element.replaceChildren(h('p', { class: 'waiting', role }, text));
  }

  #build() {
    const picture = /** @type {Picture} */ (this.#picture);
    wear(/** @type {ShadowRoot} */ (this.element.getRootNode()), picture.figure.styles);
    const host = hostFor(this, {
      ...this.#does,
      scheme: () => /** @type {import('./environment.js').Scheme} */ (this.element.dataset.scheme),
      drag: this.#drag,
      say: (text) => this.#view?.announce(text),
      visible: () => this.#environment?.visible ?? false,
      reducedMotion: () => this.#environment?.reducedMotion ?? false,
      link: () => linkTo(this.#store.settings),
    });
    this.#view = new FigureView(picture, host);
    this.#isStale = true;
    this.element.replaceChildren(this.#view.element);
    this.#flush(true);
    if (this.#pending) this.#view.run(this.#pending);
    this.#pending = undefined;
    performance.mark('ropescope:first-picture');
  }

  /** As it opened. */
  reset() {
    this.playback.begin(this.#store.settings);
    this.#view?.forget();
    if (this.#environment) this.adapt(this.#environment);
  }

  play() {
    this.#tell('play');
    if (this.#isShown && this.#picture?.isTimed === false) return;
    this.#does.change({ at: undefined });
    this.playback.play();
    this.playback.waiting = false;
    this.draw();
  }

  pause() {
    this.#tell('pause');
    if (this.playback.playing) this.goTo(this.playback.position);
    this.playback.waiting = false;
  }

  /** A figure with a clock of its own hears it as soon as it is there. @param {'play' | 'pause'} what */
  #tell(what) {
    if (this.#view && this.#isShown) this.#view.run(what);
    else this.#pending = what;
  }

  /** Stops there. @param {number} position */
  goTo(position) {
    const at = Math.max(0, Math.min(lastOf(this.#store.settings), Number(position.toFixed(2))));
    this.playback.waiting = false;
    this.playback.pause();
    this.playback.position = at;
    this.#does.change({ at });
  }

  /**
   * What only the core can judge is judged at once, where it is there.
   *
   * @param {Patch} patch what was asked for
   * @returns {readonly Problem[]} what was refused; the last good settings are back
   */
  judge(patch) {
    const isJudged = Object.keys(patch).some((name) => rowOf(name)?.type === 'config');
    return isJudged ? this.#compute().refused : [];
  }

  #compute() {
    const picture = this.#picture;
    if (!picture?.isOf(this.#store.settings)) return { refused: [], changed: false };
    const asked = this.#store.settings;
    const { isNew, refused, changed } = picture.settle(this.#store);
    if (changed) this.playback.follow(this.#store.settings, asked);
    if (isNew) this.#isStale = true;
    if (picture.isTimed === false) this.playback.pause();
    if (this.#isStale && this.#view) {
      this.#isStale = false;
      this.#view.set(this.#store.settings, this.#drag.held);
    }
    return { refused, changed };
  }

  /** What the picture's data say has changed by itself. */
  renewed() {
    this.#picture?.open.renew();
    this.#isStale = true;
    this.draw();
  }

  /** Asks for a frame, where one would be seen. */
  draw() {
    void this.#load();
    if (this.#environment?.plain && this.#picture?.isOf(this.#store.settings)) {
      const { description } = this;
      this.#say('status', [description, ...this.#store.problems.values()].join(' '));
    }
    if (this.#request !== 0 || !this.#view || this.#failed || !this.#environment?.visible) return;
    this.#request = requestAnimationFrame((now) => {
      this.#request = 0;
      const { playback } = this;
      if (this.#lastFrame !== 0) playback.tick((now - this.#lastFrame) / 1000);
      this.#lastFrame = playback.playing ? now : 0;
      const more = this.#flush(!playback.playing || now - this.#lastText > READING);
      if (playback.playing || more) this.draw();
    });
  }

  /**
   * @param {boolean} withText whether the numbers in words follow too
   * @returns {boolean} whether another frame is wanted
   */
  #flush(withText) {
    const [picture, view] = [this.#picture, this.#view];
    // Until the other figure's code is here, the last picture stays.
    if (!view || !picture?.isOf(this.#store.settings)) return false;
    if (this.#compute().changed) this.#does.tell();
    const { settings, problems, refused, notes } = this.#store;
    const { position, playing } = this.playback;
    view.show(settings, refused, this.#store.isChanged);
    picture.open.frame(position);
    const more = view.frame(position, withText);
    if (!withText) return more;
    this.#lastText = performance.now();
    view.time({ playing, still: lastOf(settings) === 0 });
    view.say(problems, [...picture.open.notes, ...notes]);
    view.link(linkTo(settings));
    return more;
  }
}
