import { LinesPlot } from '../../charts/lines.js';
import { h } from '../../dom/index.js';

/** @typedef {import('../../charts/lines.js').Lines} Lines */

/** A plot of lines with the playhead over it. A press or a drag in it moves the playhead. */
export class LinePanel {
  #canvas;
  #plot;
  /** @type {import('../../charts/lines.js').Cursor} */
  #cursor = { x: 0, ys: [], color: '' };

  /**
   * @param {string} name of its canvas, for `data-panel`
   * @param {import('../figure.js').Scheme} scheme
   * @param {(x: number) => void} seek called with a place on the axis across
   * @param {() => void} [onResize]
   */
  constructor(name, scheme, seek, onResize) {
    this.#canvas = h('canvas', { role: 'img', 'data-panel': name });
    this.element = h('div', { class: 'plot lines' }, this.#canvas);
    this.#plot = new LinesPlot(this.#canvas, { scheme, onResize });
    const seekTo = (/** @type {{ x: number }} */ point) => seek(this.#plot.xAt(point.x));
    this.#plot.listen({
      pick: () => undefined,
      press: (_, point) => {
        seekTo(point);
        return true;
      },
      drag: seekTo,
    });
  }

  /** `follow` draws it. @param {Lines} lines @param {string} description for who cannot see it */
  set(lines, description) {
    this.#canvas.setAttribute('aria-label', description);
    this.#plot.set(lines);
  }

  /**
   * @param {number} x where the playhead is
   * @param {ArrayLike<number>} ys of the lines there, NaN for none; may be the same list each time
   * @param {string} color
   */
  follow(x, ys, color) {
    this.#cursor.x = x;
    this.#cursor.ys = ys;
    this.#cursor.color = color;
    this.#plot.frame(this.#cursor);
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
  }

  destroy() {
    this.#plot.destroy();
  }
}
