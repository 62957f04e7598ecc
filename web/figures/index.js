import { BaseCore } from '../core/base-core.js';
import { loading } from '../core/load-error.js';
import { defineSettings } from '../settings/index.js';
import clocks from './clocks/index.js';
import comparison from './comparison/index.js';
import decay from './decay/index.js';
import heatmap from './heatmap/index.js';
import pairing from './pairing/index.js';
import precision from './precision/index.js';
import scores from './scores/index.js';
import { pictureRows, viewRows } from './shared/rows.js';
import spectrum from './spectrum/index.js';
import training from './training/index.js';
import vectors from './vectors/index.js';

/** @typedef {import('./figure.js').Figure} Figure */
/** @typedef {import('./figure.js').FigureEntry} FigureEntry */
/** @typedef {import('./figure.js').OpenFigure} OpenFigure */
/** @typedef {import('./figure.js').FigureHost} FigureHost */
/** @typedef {import('./figure.js').Control} Control */
/** @typedef {import('./figure.js').Ask} Ask */
/** @typedef {import('./figure.js').Colors} Colors */
/** @typedef {import('./figure.js').Timeline} Timeline */
/** @typedef {import('../settings/index.js').Settings['figure']} FigureName */

/** Every figure; the one that opens comes first. */
const figures = /** @type {const} */ ([
  vectors,
  clocks,
  heatmap,
  spectrum,
  scores,
  decay,
  pairing,
  precision,
  training,
  comparison,
]);

/** @typedef {(typeof figures)[number]} Entry */

defineSettings({ figures, first: pictureRows, last: viewRows });

/** @type {Map<string, FigureEntry>} */
const byName = new Map(figures.map((entry) => [entry.name, entry]));

/** Addresses of code that failed to load. @type {Set<string>} */
const failed = new Set();

/**
 * @template T
 * @param {() => T | Promise<T>} load a function whose text names what it imports: not every browser's error does
 * @param {T | Promise<T>} loaded what it gave
 * @returns {Promise<T>}
 */
function loadCode(load, loaded) {
  const [, path = ''] = /import\(\s*["'`]([^"'`]+)/.exec(String(load)) ?? [];
  const url = new URL(path, import.meta.url);
  const wanted = { url, from: import.meta.url, again: failed.has(url.href) };
  return loading(wanted, async () => loaded).catch((error) => {
    failed.add(url.href);
    throw error;
  });
}

const loadWholeCore = () => import('../core/core.js');

/**
 * The first figure comes with the element, and so does what it computes with; the others load when one of them comes near, and the
 * whole core with them.
 * @param {FigureName} name
 * @returns {Figure | Promise<Figure>} at once where its code is there
 */
export function loadFigure(name) {
  const { load, ...known } = /** @type {FigureEntry & Pick<Figure, 'settings' | 'few'>} */ (byName.get(name));
  const loaded = load();
  if (!(loaded instanceof Promise))
    return { ...known, ...loaded.figure, open: (heap) => loaded.figure.open(new BaseCore(heap)) };
  const core = loadCode(loadWholeCore, loadWholeCore());
  return Promise.all([core, loadCode(load, loaded)]).then(([{ coreOf }, { figure }]) => {
    return { ...known, ...figure, open: (heap) => figure.open(coreOf(heap)) };
  });
}

export { Refusal } from './figure.js';
