/**
 * What rests of a plot on the screen, kept in two bitmaps: the chart with what time has added to it, and the same with its
 * labels. A frame copies the second and draws on it only what moves. Without labels both are one.
 */
export class Layer {
  #rest = emptyBitmap();
  #labelled;
  /** How many of the things that time adds are in the picture; NaN when all of it is out of date. */
  #count = Number.NaN;

  /** @param {boolean} hasLabels @param {() => void} restored called when the browser had thrown a bitmap away */
  constructor(hasLabels, restored) {
    this.#labelled = hasLabels ? emptyBitmap() : this.#rest;
    for (const { canvas } of [this.#rest, this.#labelled])
      canvas.addEventListener('contextrestored', restored);
  }

  /**
   * Fits the bitmaps to a canvas; what was in them is gone.
   *
   * @param {{ width: number, height: number }} canvas device pixels
   * @param {number} ratio device pixels a CSS pixel
   */
  fit({ width, height }, ratio) {
    for (const { canvas, context } of new Set([this.#rest, this.#labelled])) {
      canvas.width = width;
      canvas.height = height;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.direction = 'ltr';
    }
    this.outdate();
  }

  /** The next `advance` draws all anew. */
  outdate() {
    this.#count = Number.NaN;
  }

  /**
   * Brings the picture to so many things: forwards it adds the new ones, backwards it begins anew.
   *
   * @param {number} count
   * @param {() => CanvasImageSource} background draws what is under them, and gives it
   * @param {(context: OffscreenCanvasRenderingContext2D, start: number, end: number) => void} add `end` is not among them
   * @returns {boolean} whether anything was drawn
   */
  advance(count, background, add) {
    if (count === this.#count) return false;
    if (!(count > this.#count)) {
      copy(background(), this.#rest.context);
      this.#count = 0;
    }
    if (count > this.#count) add(this.#rest.context, this.#count, count);
    this.#count = count;
    return true;
  }

  /** Sets the labels on what rests. @param {(context: OffscreenCanvasRenderingContext2D) => void} draw in CSS pixels */
  label(draw) {
    if (this.#labelled !== this.#rest) copy(this.#rest.canvas, this.#labelled.context);
    draw(this.#labelled.context);
  }

  /** @param {CanvasRenderingContext2D} context of a canvas of the same size */
  copyTo(context) {
    copy(this.#labelled.canvas, context);
  }
}

function emptyBitmap() {
  const canvas = new OffscreenCanvas(0, 0);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no 2D canvas');
  return { canvas, context };
}

/** Pixel for pixel. @param {CanvasImageSource} source @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context */
function copy(source, context) {
  if (context.canvas.width === 0 || context.canvas.height === 0) return;
  context.save();
  context.resetTransform();
  context.globalCompositeOperation = 'copy';
  context.drawImage(source, 0, 0);
  context.restore();
}
