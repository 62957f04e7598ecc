import { CurvesPlot } from '../../charts/curves.js';
import { h, setText } from '../../dom/index.js';
import { Copies } from './copies.js';
import { reading } from './describe.js';
import { Hands } from './hands.js';
import { NumbersTable } from './numbers-table.js';
import { pictureOf } from './picture.js';
import { Rows } from './rows.js';

/** @typedef {import('./compute.js').SpectrumData} SpectrumData */
/** @typedef {import('./compute.js').Rope} Rope */

const hint = () =>
  matchMedia('(hover: none)').matches
    ? 'Tap a curve to read a pair.'
    : 'Point at a curve, or use the arrow keys, to read a pair.';

/** The plot, a row a curve, the numbers of the selected one, and what can be copied of it. */
export class SpectrumBody {
  #host;
  #canvas = h('canvas', { role: 'img', 'data-panel': 'curves' });
  #box = h(
    'div',
    { class: 'plot', tabindex: '0', role: 'application', 'aria-roledescription': 'plot of curves' },
    this.#canvas,
  );
  #reading = h('output', { class: 'reading', 'aria-hidden': 'true' }, hint());
  #rows = new Rows((id) => this.#select(id));
  #numbers = new NumbersTable();
  #plot;
  #hands;
  #copies;
  /** @type {SpectrumData} */
  #data = { quantity: 'wavelength', ropes: [], bands: [] };
  /** @type {Map<string, number>} */
  #looks = new Map();
  #selected = '';

  /** @param {import('../figure.js').BodyHost} host */
  constructor(host) {
    this.#host = host;
    this.#copies = new Copies(host);
    this.element = h(
      'div',
      { class: 'spectrum' },
      this.#box,
      this.#reading,
      this.#rows.element,
      this.#copies.element,
      this.#numbers.element,
    );
    this.#plot = new CurvesPlot(this.#canvas, { scheme: host.scheme, onResize: () => this.#fit() });
    this.#hands = new Hands(this.#box, {
      pick: (x, y) => this.#plot.pick(x, y),
      curves: () => this.#data.ropes,
      selected: () => this.#selected,
      select: (id) => this.#select(id),
      read: (point) => this.#read(point),
      say: host.say,
    });
  }

  /** @param {{ data: SpectrumData, description: string }} shown */
  set({ data, description }) {
    const before = this.#data;
    const isFirst = this.#looks.size === 0;
    this.#data = data;
    this.#looks = looksOf(data.ropes, this.#looks);
    this.#selected = chosen(data.ropes, before.ropes, this.#selected);
    this.#canvas.setAttribute('aria-label', description);
    const keys = 'Left and right arrow keys go from pair to pair, up and down from curve to curve.';
    this.#box.setAttribute('aria-label', `${keys} ${description}`);
    this.#rows.set(data, this.#looks);
    this.#show(!isFirst && !this.#host.reducedMotion());
    this.#hands.renewed();
  }

  /** @returns {boolean} whether the curves still move */
  frame() {
    return this.#plot.frame();
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
  }

  destroy() {
    this.#plot.destroy();
  }

  /** @param {string} id */
  #select(id) {
    this.#selected = id;
    this.#show(false);
  }

  /** @param {boolean} moving */
  #show(moving) {
    const index = this.#data.ropes.findIndex(({ id }) => id === this.#selected);
    const rope = this.#data.ropes[index];
    this.#plot.select(this.#selected);
    this.#plot.set(pictureOf(this.#data, rope, this.#looks), { moving });
    this.#rows.select(this.#selected);
    this.#reading.hidden = rope === undefined;
    this.#numbers.set(rope, this.#data.bands[index]);
    this.#copies.set(rope);
    this.#fit();
    this.#host.redraw();
  }

  #fit() {
    this.#rows.fit(this.#plot.area);
  }

  /** @param {{ id: string, pair: number } | undefined} point */
  #read(point) {
    const rope = this.#data.ropes.find(({ id }) => id === point?.id);
    const text = rope && point ? reading(rope, point.pair) : '';
    this.#plot.point(point?.id ?? '', text === '' ? -1 : Number(point?.pair));
    setText(this.#reading, text || hint());
    return text;
  }
}

/**
 * Each curve keeps its dash and marker as long as it is there.
 *
 * @param {readonly Rope[]} ropes
 * @param {ReadonlyMap<string, number>} before
 * @returns {Map<string, number>}
 */
export function looksOf(ropes, before) {
  const kept = new Map(ropes.flatMap(({ id }) => (before.has(id) ? [[id, Number(before.get(id))]] : [])));
  const used = new Set(kept.values());
  let next = 0;
  for (const { id } of ropes) {
    if (kept.has(id)) continue;
    while (used.has(next)) next += 1;
    used.add(next);
    kept.set(id, next);
  }
  return kept;
}

/**
 * The curve that stands out: the one that is new or was changed, else the one that did before. At first it is one that is stretched.
 *
 * @param {readonly Rope[]} ropes
 * @param {readonly Rope[]} before
 * @param {string} selected
 * @returns {string} its id; empty where there is none
 */
export function chosen(ropes, before, selected) {
  const old = new Map(before.map((rope) => [rope.id, rope]));
  const added = ropes.filter(({ id }) => !old.has(id));
  const changed = ropes.filter((rope) => !isSame(rope, old.get(rope.id)));
  const stretched = added.find(({ scalingType }) => scalingType !== 'default') ?? added[0];
  const kept = ropes.find(({ id }) => id === selected);
  const isKept = kept && (changed.includes(kept) || changed.length === 0);
  return (stretched ?? (isKept ? kept : (changed[0] ?? ropes[0])))?.id ?? '';
}

/** @param {Rope} rope @param {Rope | undefined} other */
const isSame = (rope, other) =>
  other !== undefined &&
  rope.trainedLength === other.trainedLength &&
  rope.pairs === other.pairs &&
  rope.inverseFrequencies.every((frequency, pair) => frequency === other.inverseFrequencies[pair]);
