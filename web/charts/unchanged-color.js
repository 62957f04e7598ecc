/**
 * Stands in the site for the colours of Chart.js, which mixes them for what is pointed at and for its animations. No plot of ours
 * has either, so that each colour stays as it is, and the page need not load how to read and mix them.
 */
export class Color {
  /** Between colours that are not valid Chart.js does not mix. */
  valid = false;
  #color;

  /** @param {string} color */
  constructor(color) {
    this.#color = color;
  }

  saturate() {
    return this;
  }

  darken() {
    return this;
  }

  hexString() {
    return this.#color;
  }
}
