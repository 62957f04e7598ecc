import '../element/index.js';
import { showSingleFigure } from './single.js';
import { startThemeSwitch } from './theme.js';

/** @template {Element} T @param {string} selector @returns {T} */
const find = (selector) => /** @type {T} */ (document.querySelector(selector));

if (document.documentElement.dataset.single !== undefined) showSingleFigure(find('main'), location.search);
startThemeSwitch(find('#theme-switch'));

for (const place of document.querySelectorAll('[data-module-address]')) {
  place.textContent = new URL('ropescope.js', document.baseURI).href;
}
