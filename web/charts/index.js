export { colorAt, palette, positionColors, textColorAt } from './colors.js';
export { liveCharts } from './plot.js';
export { StripsPlot } from './strips.js';
export { VectorsPlot } from './vectors.js';
