export { colorAt, positionColors, textColorAt } from './colors.js';
export { palette } from './palette.js';
export { liveCharts } from './plot.js';
export { StripsPlot } from './strips.js';
export { VectorsPlot } from './vectors.js';
