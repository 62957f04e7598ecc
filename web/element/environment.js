/** @typedef {'light' | 'dark'} Scheme */

/**
 * What an element hears from the page about: theme, reduced motion, and whether it is seen. All listeners go
 * with `stop`.
 */
export class Environment {
  near = false;
  /** whether its window lacks what a moving picture needs, as old readers and test environments do */
  plain;
  #element;
  #inner;
  #changed;
  #document;
  #shown = false;
  #stopping = new AbortController();
  /** @type {MediaQueryList | undefined} */
  #dark;
  /** @type {MediaQueryList | undefined} */
  #reduced;
  /** @type {(() => void)[]} */
  #observers = [];

  /**
   * @param {HTMLElement & { disconnectedCallback(): void }} element
   * @param {HTMLElement} inner has a box even where the element has none, as with `display: contents`
   * @param {() => void} changed called after each change
   */
  constructor(element, inner, changed) {
    this.#element = element;
    this.#inner = inner;
    this.#changed = changed;
    const document = element.ownerDocument;
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    const { signal } = this.#stopping;
    this.#document = document;
    this.plain = !(view.IntersectionObserver && view.ResizeObserver && view.matchMedia);
    document.addEventListener('visibilitychange', changed, { signal });
    view.addEventListener('pageshow', changed, { signal });
    // A frame that is taken away does not tell the elements in it.
    const gone = (/** @type {PageTransitionEvent} */ event) =>
      event.persisted || element.disconnectedCallback();
    view.addEventListener('pagehide', gone, { signal });
    const themes = new MutationObserver(changed);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.#observers.push(() => themes.disconnect());
    if (this.plain) {
      this.near = true;
      return;
    }
    this.#dark = view.matchMedia('(prefers-color-scheme: dark)');
    this.#reduced = view.matchMedia('(prefers-reduced-motion: reduce)');
    this.#dark.addEventListener('change', changed, { signal });
    this.#reduced.addEventListener('change', changed, { signal });
    this.#watch('300px', (seen) => {
      this.near = seen;
    });
    this.#watch('0px', (seen) => {
      this.#shown = seen;
    });
  }

  /** @param {string} rootMargin @param {(seen: boolean) => void} see */
  #watch(rootMargin, see) {
    const observer = new IntersectionObserver(
      (entries) => {
        see(/** @type {IntersectionObserverEntry} */ (entries.at(-1)).isIntersecting);
        this.#changed();
      },
      { rootMargin },
    );
    observer.observe(this.#inner);
    this.#observers.push(() => observer.disconnect());
  }

  get visible() {
    return this.#shown && !this.#document.hidden;
  }

  get reducedMotion() {
    return this.#reduced?.matches ?? true;
  }

  /** @param {'auto' | Scheme} theme @returns {Scheme} */
  scheme(theme) {
    const chosen =
      theme === 'auto' ? this.#element.closest('[data-theme]')?.getAttribute('data-theme') : theme;
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return this.#dark?.matches ? 'dark' : 'light';
  }

  stop() {
    this.#stopping.abort();
    for (const stop of this.#observers) stop();
  }
}
