import { h, svg } from '../../dom/index.js';
import { lineNames } from './text.js';

/** @typedef {Pick<import('../../charts/marks/line.js').Line, 'tone' | 'width' | 'dash'>} Style */

/** How each encoding's lines are told from the others', without colour. @type {Readonly<Record<string, Style>>} */
export const styleOf = Object.freeze({
  learned: { tone: 'ink', width: 1.75, dash: [7, 3] },
  sinusoidal: { tone: 'ink', width: 1.25, dash: [] },
  rotary: { tone: 'ink', width: 3.25, dash: [] },
  none: { tone: 'soft', width: 1.5, dash: [1, 3] },
});

/** Those of the positions that are held out. @param {Style} look @returns {Style} */
export const heldOutStyle = (look) => ({ ...look, tone: 'soft' });

/** How a line is drawn, small. @param {Style} look */
export const swatch = ({ tone, width, dash }) =>
  svg(
    'svg',
    { class: `swatch ${tone}`, viewBox: '0 0 28 10', width: 28, height: 10, 'aria-hidden': 'true' },
    svg('path', { d: 'M0 5H28', 'stroke-width': width, 'stroke-dasharray': dash.join(' ') || 'none' }),
  );

/** The names of all lines, each as it is drawn. */
export const legend = () =>
  h(
    'p',
    { class: 'legend' },
    ...Object.entries(styleOf).map(([encoding, style]) =>
      h('span', {}, swatch(style), String(lineNames[encoding])),
    ),
  );
