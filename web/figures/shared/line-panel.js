import { LinesPlot } from '../../charts/lines.js';
import { h } from '../../dom/index.js';
import { scrubs } from './scrubbing.js';

/** @typedef {import('../../charts/lines.js').LinesPicture} LinesPicture */

/** A plot of lines with the playhead over it: a hair line, and a dot on each line. A press or a drag in it moves the playhead. */
export class LinePanel {
  #canvas;
  #box;
  #plot;
  #head = h('div', { class: 'playhead', 'aria-hidden': 'true', hidden: true });
  /** @type {HTMLElement[]} */
  #dots = [];
  #seek;
  /** @type {{ x: number, ys: ArrayLike<number>, color: string } | undefined} */
  #now;
  #last = 0;

  /**
   * @param {string} name of its canvas, for `data-panel`
   * @param {import('../figure.js').Scheme} scheme
   * @param {(x: number) => void} seek called with a place on the axis across
   */
  constructor(name, scheme, seek) {
    this.#seek = seek;
    this.#canvas = h('canvas', { role: 'img', 'data-panel': name });
    this.#box = h('div', { class: 'plot lines' }, this.#canvas, this.#head);
    this.element = this.#box;
    this.#plot = new LinesPlot(this.#canvas, { scheme, onResize: () => this.#place() });
    scrubs(this.#box, (clientX) => this.#point(clientX));
  }

  /** @param {LinesPicture} picture @param {number} dots how many lines have a dot @param {string} description for who cannot see it */
  set(picture, dots, description) {
    this.#last = picture.x.max;
    while (this.#dots.length > dots) this.#dots.pop()?.remove();
    while (this.#dots.length < dots) {
      const dot = h('i', { class: 'dot', 'aria-hidden': 'true' });
      this.#dots.push(dot);
      this.#box.append(dot);
    }
    this.#canvas.setAttribute('aria-label', description);
    this.#plot.set(picture);
    this.#place();
  }

  /**
   * @param {number} x where the playhead is
   * @param {ArrayLike<number>} ys of the lines there, NaN for none; may be the same list each time
   * @param {string} color
   */
  follow(x, ys, color) {
    this.#now = { x, ys, color };
    this.#place();
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
  }

  destroy() {
    this.#plot.destroy();
  }

  #place() {
    if (!this.#now) return;
    const { x, ys, color } = this.#now;
    const { top, bottom } = this.#plot.area;
    const at = this.#plot.toPixels(x, 0);
    this.#head.hidden = false;
    this.#head.style.transform = `translate(${at.x}px, ${top}px)`;
    this.#head.style.height = `${bottom - top}px`;
    this.#head.style.background = color;
    this.#dots.forEach((dot, i) => {
      const y = Number(ys[i]);
      const place = this.#plot.toPixels(x, y);
      dot.hidden = Number.isNaN(y);
      dot.style.transform = `translate(${place.x}px, ${place.y}px)`;
      dot.style.background = color;
    });
  }

  /** @param {number} clientX */
  #point(clientX) {
    this.#seek(Math.max(0, Math.min(this.#last, this.#plot.xAt(clientX))));
  }
}
