import { bare, chart, empty } from './canvases.js';
import { animated, annotated, reacted, restyled, version } from './plotly.js';
import { sceneOf, turn } from './scene.js';

/** @typedef {import('./canvases.js').Draw} Draw */

const contenders = { chart, bare, empty, restyled, reacted, animated, annotated };
const stage = /** @type {HTMLElement} */ (document.getElementById('stage'));

/** Milliseconds of drawing that are not measured, until the scripts are compiled. */
const WARM_UP = 200;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** @type {{ draw: Draw, scene: import('./scene.js').Scene } | undefined} */
let current;
let frame = 0;

async function drawNext() {
  if (current === undefined) throw new Error('nothing is set up');
  frame += 1;
  turn(current.scene, frame);
  await current.draw();
}

Object.assign(window, {
  bench: {
    plotly: version,

    /** @param {keyof typeof contenders} name @param {number} count of arrows */
    async begin(name, count) {
      const scene = sceneOf(count);
      turn(scene, 0);
      frame = 0;
      current = { draw: await contenders[name](stage, scene), scene };
      await drawNext();
      await nextFrame();
      await nextFrame();
    },

    /**
     * Draws as fast as the browser takes frames. Each drawing begins when the browser asks for the next frame, which it does
     * when it is ready to: by then script, style, layout, paint and raster of the frames before have had their turn. So
     * the mean time from frame to frame counts all of it, for canvas and SVG alike; no one stage is singled out.
     *
     * @param {number} frames at least
     * @param {number} milliseconds at least
     * @param {number} [limit] milliseconds after which the number of frames no longer matters
     * @returns {Promise<number>} milliseconds a frame
     */
    async measure(frames, milliseconds, limit = 3000) {
      const begun = performance.now();
      do {
        await drawNext();
        await nextFrame();
      } while (performance.now() - begun < WARM_UP);
      const start = performance.now();
      let drawn = 0;
      let now = start;
      while ((drawn < frames && now - start < limit) || now - start < milliseconds) {
        await drawNext();
        await nextFrame();
        drawn += 1;
        now = performance.now();
      }
      return (now - start) / drawn;
    },

    /** @param {number} at the frame that the screenshot shows */
    async pose(at) {
      frame = at - 1;
      await drawNext();
      await nextFrame();
      await nextFrame();
    },
  },
});
