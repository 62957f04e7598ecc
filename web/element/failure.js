import { LoadError } from '../core/load-error.js';
import { h } from '../dom/index.js';

/** Trying again is of no use while the page lives. */
const FINAL = ['unsupported', 'policy', 'version', 'kept'];
/** The page, loaded anew, may do. */
const RELOAD = ['missing', 'type', 'version', 'kept', 'broken'];

/** What all figures of the page wait for: where one tries again, the others do. @type {Set<() => void>} */
const waiting = new Set();
const tryAll = () => {
  for (const again of [...waiting]) again();
};

/** Says why a figure did not load, and what a reader can do about it. It stays while that is tried, and so does the focus. */
export class Failure {
  #text = h('p', { role: 'alert', tabindex: '-1' });
  #again = h('button', { part: 'again', type: 'button', onclick: tryAll }, 'Try again');
  #reload = h(
    'button',
    { part: 'reload', type: 'button', onclick: () => location.reload() },
    'Reload the page',
  );
  #link = h('a', { target: '_top' }, 'Link to this figure');
  #try;
  element = h(
    'div',
    { part: 'failure', class: 'waiting' },
    this.#text,
    h('p', { class: 'foot' }, this.#again, this.#reload, this.#link),
  );

  /** @param {() => void} tryAgain also called when the browser is online again */
  constructor(tryAgain) {
    this.#try = () => {
      this.#text.textContent = 'Trying again …';
      tryAgain();
    };
    waiting.add(this.#try);
    addEventListener('online', this.#try);
  }

  /** @param {unknown} error @param {string} link the address that keeps the settings, which a page loaded anew may not */
  show(error, link) {
    const kind = error instanceof LoadError ? error.kind : '';
    const isFocused = this.element.matches(':focus-within');
    this.#text.textContent = `This figure could not be loaded. ${error instanceof Error ? error.message : error}`;
    this.#again.hidden = FINAL.includes(kind);
    this.#reload.hidden = !RELOAD.includes(kind);
    this.#link.hidden = this.#reload.hidden;
    this.#link.href = link;
    if (isFocused && this.#again.hidden) (this.#reload.hidden ? this.#text : this.#reload).focus();
  }

  /** @returns {boolean} whether it had the focus */
  remove() {
    const isFocused = this.element.matches(':focus-within');
    waiting.delete(this.#try);
    removeEventListener('online', this.#try);
    this.element.remove();
    return isFocused;
  }
}
