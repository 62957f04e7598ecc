/**
 * The Chart.js types `arrows`, `dials` and `heatMap`, for any page that has Chart.js: `Chart.register(...Object.values(types))`.
 * They need nothing else of this folder's plots, and work with tooltips, legends and hit-testing.
 */
export { ArrowElement, ArrowsController } from './arrows.js';
export { DialElement, DialsController } from './dials-controller.js';
export { HeatMapCell, HeatMapController } from './heat-map-controller.js';
