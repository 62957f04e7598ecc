import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { ArrowElement, ArrowsController } from './arrows.js';

Chart.register(ArrowElement, ArrowsController, LinearScale, LineController, LineElement, PointElement);

export { ArrowElement, ArrowsController } from './arrows.js';
export { colorAt, positionColors, textColorAt } from './colors.js';
export { palette } from './palette.js';
export { StripsPlot } from './strips.js';
export { VectorsPlot } from './vectors.js';

/** How many charts exist now. */
export const liveCharts = () => Object.keys(Chart.instances).length;
