import { h, setText } from '../../dom/index.js';

/** @typedef {'idle' | 'waiting' | 'running' | 'done'} State */

/** Starts and stops what takes long, and shows how far it is. */
export class MeasureView {
  #button;
  #bar = h('progress', { max: '1', value: '0', 'aria-label': 'Measured so far' });
  #text = h('span', { class: 'how' });
  element;

  /** @param {() => void} press */
  constructor(press) {
    this.#button = h('button', { type: 'button', class: 'measure', onclick: press });
    this.element = h('div', { class: 'measuring' }, this.#button, this.#bar, this.#text);
  }

  /** @param {State} state @param {string} text what is known of it */
  set(state, text) {
    const isRunning = state === 'running' || state === 'waiting';
    setText(this.#button, isRunning ? 'Stop' : state === 'done' ? 'Measure again' : 'Measure here');
    this.#bar.hidden = !isRunning;
    setText(this.#text, text);
  }

  /** @param {number} part @param {string} label */
  progress(part, label) {
    this.#bar.value = part;
    setText(this.#text, `${label}, ${Math.floor(100 * part)}\u00a0% in all`);
  }
}
