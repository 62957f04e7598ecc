import { h, setText } from '../../dom/index.js';

/** What is read of a chosen dial, in a small box over the plot. */
export class DialReadout {
  element = h('output', { class: 'readout', 'aria-hidden': 'true', hidden: true });
  #chosen = -1;
  #spot;

  /**
   * @param {(index: number, height: number) => { x: number, y: number }} spot where a dial's box goes that is so high: the middle of its
   *   top edge, CSS pixels from the plot's left and top
   */
  constructor(spot) {
    this.#spot = spot;
  }

  /** @param {number} index −1 for none @param {readonly string[]} lines @returns {string} them in one line */
  show(index, lines) {
    const isOther = index !== this.#chosen;
    this.#chosen = index;
    this.element.hidden = index < 0;
    setText(this.element, lines.join('\n'));
    if (isOther) this.place();
    return lines.join(', ');
  }

  /** The dials are elsewhere. */
  place() {
    if (this.#chosen < 0) return;
    const { offsetWidth: width, offsetHeight: height, parentElement } = this.element;
    const { x, y } = this.#spot(this.#chosen, height);
    const left = Math.max(0, Math.min(Number(parentElement?.clientWidth) - width, x - width / 2));
    this.element.style.transform = `translate(${Math.round(left)}px, ${Math.round(y)}px)`;
  }
}
