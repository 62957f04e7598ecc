import { Chart } from 'chart.js';
import { drawArrow } from '../../../web/charts/arrow-shape.js';
import '../../../web/charts/index.js';
import { HEIGHT, SHAFT, shaftOf, WIDTH } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {() => void | Promise<unknown>} Draw brings the scene, as it is now, to the screen */

/** @param {HTMLElement} stage */
function canvasIn(stage) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  stage.append(canvas);
  return canvas;
}

/** The arrow chart. @param {HTMLElement} stage @param {Scene} scene @returns {Draw} */
export function chart(stage, scene) {
  const data = Array.from({ length: scene.count }, () => ({ x: 0, y: 0 }));
  const drawn = new Chart(canvasIn(stage), {
    type: 'arrows',
    data: {
      datasets: [
        { data, backgroundColor: scene.colors, borderColor: SHAFT, borderWidth: shaftOf(scene.count) },
      ],
    },
    options: {
      animation: false,
      responsive: false,
      events: [],
      scales: {
        x: { display: false, min: -WIDTH / 2, max: WIDTH / 2 },
        y: { display: false, min: -HEIGHT / 2, max: HEIGHT / 2 },
      },
    },
  });
  return () => {
    for (let i = 0; i < scene.count; i += 1) {
      const point = /** @type {{ x: number, y: number }} */ (data[i]);
      point.x = Number(scene.x[i]);
      point.y = Number(scene.y[i]);
    }
    drawn.draw();
  };
}

/** The same arrows straight on a canvas: what drawing them costs at least. @param {HTMLElement} stage @param {Scene} scene @returns {Draw} */
export function bare(stage, { count, colors, x, y }) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvasIn(stage).getContext('2d'));
  const [middleX, middleY, width] = [WIDTH / 2, HEIGHT / 2, shaftOf(count)];
  return () => {
    ctx.clearRect(0, 0, WIDTH, HEIGHT);
    for (let i = 0; i < count; i += 1) {
      const [tipX, tipY] = [middleX + Number(x[i]), middleY - Number(y[i])];
      drawArrow(ctx, middleX, middleY, tipX, tipY, width, String(colors[i]), SHAFT);
    }
  };
}

/** A canvas that is cleared and gets one dot: what any frame costs, whatever is drawn. @param {HTMLElement} stage @returns {Draw} */
export function empty(stage) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvasIn(stage).getContext('2d'));
  let left = 0;
  return () => {
    ctx.clearRect(0, 0, WIDTH, HEIGHT);
    left = (left + 1) % WIDTH;
    ctx.fillRect(left, HEIGHT / 2, 1, 1);
  };
}
