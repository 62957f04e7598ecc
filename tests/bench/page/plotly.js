import Plotly from 'plotly.js-basic-dist-min';
import { HEIGHT, headOf, SHAFT, shaftOf, WIDTH } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./canvases.js').Draw} Draw */

export const { version } = Plotly;

const layout = () => ({
  width: WIDTH,
  height: HEIGHT,
  margin: { l: 0, r: 0, t: 0, b: 0 },
  showlegend: false,
  hovermode: false,
  xaxis: { visible: false, fixedrange: true, range: [-WIDTH / 2, WIDTH / 2] },
  yaxis: { visible: false, fixedrange: true, range: [-HEIGHT / 2, HEIGHT / 2] },
});
const config = { staticPlot: true, displayModeBar: false };

/** From the origin to the tip, and a gap. @param {Scene} scene */
function coordinatesOf({ count, x, y }) {
  const [all, up] = [new Array(3 * count), new Array(3 * count)];
  for (let i = 0; i < count; i += 1) {
    [all[3 * i], up[3 * i]] = [0, 0];
    [all[3 * i + 1], up[3 * i + 1]] = [x[i], y[i]];
    [all[3 * i + 2], up[3 * i + 2]] = [null, null];
  }
  return { x: all, y: up };
}

/** @param {Scene} scene */
const traceOf = (scene) => ({
  ...coordinatesOf(scene),
  type: 'scatter',
  mode: 'lines+markers',
  hoverinfo: 'skip',
  line: { color: SHAFT, width: shaftOf(scene.count) },
  marker: {
    symbol: 'arrow',
    angleref: 'previous',
    color: Array.from({ length: 3 * scene.count }, (_, i) => scene.colors[Math.floor(i / 3)]),
    opacity: 1,
    line: { width: 0 },
    // The marker at the origin has no size.
    size: Array.from({ length: 3 * scene.count }, (_, i) => (i % 3 === 1 ? headOf(scene.count) : 0)),
  },
});

/**
 * One trace with arrow markers, changed in one of plotly's three ways.
 *
 * @param {(div: HTMLElement, scene: Scene, trace: any) => Promise<unknown>} change
 * @returns {(stage: HTMLElement, scene: Scene) => Promise<Draw>}
 */
const trace = (change) => async (stage, scene) => {
  const div = stage.appendChild(document.createElement('div'));
  const first = traceOf(scene);
  await Plotly.newPlot(div, [first], layout(), config);
  return () => change(div, scene, first);
};

export const restyled = trace((div, scene) => {
  const { x, y } = coordinatesOf(scene);
  return Plotly.restyle(div, { x: [x], y: [y] }, [0]);
});

export const reacted = trace((div, scene, first) =>
  Plotly.react(div, [{ ...first, ...coordinatesOf(scene) }], layout(), config),
);

export const animated = trace((div, scene) =>
  Plotly.animate(
    div,
    { data: [coordinatesOf(scene)], traces: [0] },
    { mode: 'immediate', transition: { duration: 0 }, frame: { duration: 0, redraw: false } },
  ),
);

/** @param {Scene} scene */
const annotationsOf = ({ count, colors, x, y }) =>
  Array.from({ length: count }, (_, i) => ({
    x: x[i],
    y: y[i],
    ax: 0,
    ay: 0,
    xref: 'x',
    yref: 'y',
    axref: 'x',
    ayref: 'y',
    text: '',
    showarrow: true,
    arrowhead: 2,
    arrowsize: headOf(count) / (5 * shaftOf(count)),
    arrowwidth: shaftOf(count),
    arrowcolor: colors[i],
  }));

/** An annotation for each arrow, as the article's pictures have it. Its shaft can have no colour of its own. @param {HTMLElement} stage @param {Scene} scene @returns {Promise<Draw>} */
export async function annotated(stage, scene) {
  const div = stage.appendChild(document.createElement('div'));
  await Plotly.newPlot(div, [], { ...layout(), annotations: annotationsOf(scene) }, config);
  return () => Plotly.relayout(div, { annotations: annotationsOf(scene) });
}
