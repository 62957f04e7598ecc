import { STEPS } from './diverging.js';
import { averages } from './heat-map-average.js';

/**
 * Paints a part of a table over a whole picture.
 *
 * @param {ImageData} image
 * @param {import('./heat-map-average.js').Cells} cells
 * @param {import('./heat-map-average.js').Edges} edges of the part
 * @param {Uint32Array} colors `divergingPixels`
 * @param {number} limit values from here on have the last colour, above 0
 */
export function paintCells(image, cells, edges, colors, limit) {
  const { width, height } = image;
  const pixels = new Uint32Array(image.data.buffer);
  const scale = STEPS / limit;
  const last = 2 * STEPS;
  averages(cells, edges, width, height, (line, y, count) => {
    const start = y * width;
    for (let x = 0; x < width; x += 1) {
      let step = (line[x] * scale + STEPS + 0.5) | 0;
      if (step < 0) step = 0;
      else if (step > last) step = last;
      pixels[start + x] = colors[step];
    }
    for (let i = 1; i < count; i += 1) pixels.copyWithin(start + i * width, start, start + width);
  });
}
