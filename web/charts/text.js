/** @typedef {import('./equal-axes.js').Box & { text: string, color: string }} Text its box in CSS pixels */

/** The clear band round letters, in pixels. */
const HALO = 4;

/**
 * @param {import('./plot.js').Context} ctx
 * @param {Text} text
 * @param {string} font
 * @param {string} [background] colour of the clear band round the letters; none where they stand on nothing
 */
export function drawText(ctx, { text, color, left, top, width, height }, font, background) {
  ctx.font = font;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const x = left + width / 2;
  const y = top + height / 2 + 0.5;
  if (background) {
    ctx.lineJoin = 'round';
    ctx.lineWidth = HALO;
    ctx.strokeStyle = background;
    ctx.strokeText(text, x, y);
  }
  ctx.fillStyle = color;
  ctx.fillText(text, x, y);
}

/**
 * @param {import('./plot.js').Context} ctx with the font in it
 * @param {string} text
 * @param {number} most pixels
 * @returns {string} the text, or its beginning and `…`
 */
export function shortened(ctx, text, most) {
  const marks = [...text];
  if (marks.length < 6 || ctx.measureText(text).width <= most) return text;
  let count = Math.min(marks.length, 60);
  while (count > 3 && ctx.measureText(`${marks.slice(0, count).join('')}…`).width > most) count -= 1;
  return `${marks.slice(0, count).join('')}…`;
}

/**
 * A text kept as a picture, for one that moves. Text drawn on a canvas of the page makes the browser bring the page's style and
 * layout up to date, in every frame; a copied picture does not.
 */
export class TextStamp {
  #ctx = contextOf(new OffscreenCanvas(1, 1));
  #drawn = { text: '', color: '', background: '', ratio: 0 };

  /**
   * @param {import('./plot.js').Context} ctx
   * @param {Text} label
   * @param {string} font always the same
   * @param {string} background
   * @param {number} ratio device pixels a CSS pixel
   */
  draw(ctx, label, font, background, ratio) {
    const { text, color } = this.#drawn;
    if (
      text !== label.text ||
      color !== label.color ||
      background !== this.#drawn.background ||
      ratio !== this.#drawn.ratio
    ) {
      this.#drawn = { text: label.text, color: label.color, background, ratio };
      this.#redraw(label, font, background, ratio);
    }
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    // On whole pixels, so that the letters stay sharp.
    ctx.drawImage(
      this.#ctx.canvas,
      Math.round((label.left - HALO) * ratio),
      Math.round((label.top - HALO) * ratio),
    );
    ctx.restore();
  }

  /** @param {Text} label @param {string} font @param {string} background @param {number} ratio */
  #redraw(label, font, background, ratio) {
    const { canvas } = this.#ctx;
    canvas.width = Math.ceil((label.width + 2 * HALO + 1) * ratio);
    canvas.height = Math.ceil((label.height + 2 * HALO + 1) * ratio);
    this.#ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawText(this.#ctx, { ...label, left: HALO, top: HALO }, font, background);
  }
}

/** A label where a stamp of it would stand: on whole device pixels. @template {{ left: number, top: number }} Label @param {Label} label @param {number} ratio */
export const onPixels = (label, ratio) => ({
  ...label,
  left: Math.round(label.left * ratio) / ratio,
  top: Math.round(label.top * ratio) / ratio,
});

/** @param {OffscreenCanvas} canvas */
function contextOf(canvas) {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no 2D canvas');
  return context;
}

/** @type {OffscreenCanvasRenderingContext2D | undefined} */
let ruler;

/**
 * What text is measured with, on the screen and off it: the same font then has the same width everywhere.
 *
 * @param {string} font
 * @returns {OffscreenCanvasRenderingContext2D}
 */
export function measuring(font) {
  ruler ??= contextOf(new OffscreenCanvas(1, 1));
  ruler.font = font;
  return ruler;
}
