/** @typedef {'light' | 'dark'} Scheme */

/**
 * What an element hears from the page about: theme, reduced motion, and whether it is seen. All listeners go
 * with `stop`.
 */
export class Environment {
  near = false;
  #element;
  #changed;
  #shown = false;
  #stopping = new AbortController();
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #reduced = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {(() => void)[]} */
  #observers = [];

  /** @param {HTMLElement} element @param {() => void} changed called after each change */
  constructor(element, changed) {
    this.#element = element;
    this.#changed = changed;
    const { signal } = this.#stopping;
    this.#dark.addEventListener('change', changed, { signal });
    this.#reduced.addEventListener('change', changed, { signal });
    document.addEventListener('visibilitychange', changed, { signal });
    const themes = new MutationObserver(changed);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.#watch('300px', (seen) => {
      this.near = seen;
    });
    this.#watch('0px', (seen) => {
      this.#shown = seen;
    });
    this.#observers.push(() => themes.disconnect());
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
    observer.observe(this.#element);
    this.#observers.push(() => observer.disconnect());
  }

  get visible() {
    return this.#shown && !document.hidden;
  }

  get reducedMotion() {
    return this.#reduced.matches;
  }

  /** @param {'auto' | Scheme} theme @returns {Scheme} */
  scheme(theme) {
    const chosen =
      theme === 'auto' ? this.#element.closest('[data-theme]')?.getAttribute('data-theme') : theme;
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return this.#dark.matches ? 'dark' : 'light';
  }

  stop() {
    this.#stopping.abort();
    for (const stop of this.#observers) stop();
  }
}
