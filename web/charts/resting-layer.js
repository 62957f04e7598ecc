/**
 * The picture of all that rests, kept in two bitmaps: one that arrows are added to as they are passed, and the same
 * with its labels. A frame copies the second.
 */
export class RestingLayer {
  /** @type {CanvasRenderingContext2D} */
  #arrows;
  /** @type {CanvasRenderingContext2D} */
  #shown;
  /** The last arrow in the picture; NaN when all of it is out of date. */
  #last = Number.NaN;

  /** @param {Document} document */
  constructor(document) {
    this.#arrows = emptyBitmap(document);
    this.#shown = emptyBitmap(document);
  }

  /** @returns {CanvasRenderingContext2D} to measure text with */
  get context() {
    return this.#arrows;
  }

  /**
   * Fits the bitmaps to a canvas; what was in them is gone.
   *
   * @param {{ width: number, height: number }} canvas device pixels
   * @param {number} ratio device pixels a CSS pixel
   */
  fit({ width, height }, ratio) {
    for (const ctx of [this.#arrows, this.#shown]) {
      ctx.canvas.width = width;
      ctx.canvas.height = height;
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    }
    this.outdate();
  }

  /** The next `advance` draws all anew. */
  outdate() {
    this.#last = Number.NaN;
  }

  /**
   * Brings the picture to the arrows that are passed: forwards it adds the new ones to it.
   *
   * @param {number} passed index of the last of them, −1 for none
   * @param {(ctx: CanvasRenderingContext2D) => void} drawGround what is under the arrows; draws in CSS pixels
   * @param {(ctx: CanvasRenderingContext2D, start: number, end: number) => void} drawArrows `end` is not among them
   * @returns {boolean} whether anything was drawn
   */
  advance(passed, drawGround, drawArrows) {
    if (passed === this.#last) return false;
    if (!(passed > this.#last)) {
      drawGround(this.#arrows);
      this.#last = -1;
    }
    drawArrows(this.#arrows, this.#last + 1, passed + 1);
    this.#last = passed;
    return true;
  }

  /** Sets the labels on the arrows. @param {(ctx: CanvasRenderingContext2D) => void} draw in CSS pixels */
  label(draw) {
    copy(this.#arrows.canvas, this.#shown);
    draw(this.#shown);
  }

  /** @param {CanvasRenderingContext2D} ctx of a canvas of the same size */
  copyTo(ctx) {
    copy(this.#shown.canvas, ctx);
  }
}

/** @param {Document} document */
function emptyBitmap(document) {
  const canvas = document.createElement('canvas');
  canvas.width = 0;
  canvas.height = 0;
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
}

/** Pixel for pixel. @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2D} ctx */
function copy(canvas, ctx) {
  if (canvas.width === 0 || canvas.height === 0) return;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(canvas, 0, 0);
  ctx.restore();
}
