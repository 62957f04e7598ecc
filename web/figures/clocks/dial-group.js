import { DialsPlot } from '../../charts/dials.js';
import { h } from '../../dom/index.js';
import { DialReader } from '../shared/dial-reader.js';
import { DialReadout } from '../shared/dial-readout.js';
import { legend, readout, subtitle } from './describe.js';
import { longLabel, shortLabel } from './labels.js';

/** @typedef {import('./compute.js').ClocksData} ClocksData */
/** @typedef {import('./compute.js').Group} Group */
/** @typedef {import('../figure.js').Colors} Colors */
/** @typedef {import('../figure.js').BodyHost} BodyHost */

/** CSS pixels that a figure needs above and below its dials, and the least that they have at any window's height. */
const AROUND = 400;
const LEAST = 320;

/** Room between a dial and what is read of it, and how far that may stand out of the plot. */
const BESIDE = 8;
const OUT = 60;

/** The dials of one type of layers, with heading and legend. */
export class DialGroup {
  #title = h('p', { class: 'title' });
  #ruler = h('div', { class: 'ruler' });
  #canvas = h('canvas', { role: 'img' });
  #readout = new DialReadout((pair, height) => this.#spot(pair, height));
  #legend = h('ul', { class: 'legend' });
  #box;
  #plot;
  #reader;
  #sizes;
  #share = 1;
  #request = 0;
  /** @type {{ data: ClocksData, group: Group, colors: Colors } | undefined} */
  #shown;
  /** @type {import('../../charts/dials.js').Hands} */
  #hands = { cos: [], sin: [], turns: [], start: 0, ghosts: -1, color: '#000000' };

  /** @param {BodyHost} host @param {import('../figure.js').Scheme} scheme */
  constructor(host, scheme) {
    this.#box = h(
      'div',
      { class: 'plot', tabindex: '0', role: 'application', 'aria-roledescription': 'dials' },
      this.#canvas,
      this.#readout.element,
    );
    this.element = h(
      'div',
      { class: 'dials', role: 'group' },
      this.#title,
      this.#ruler,
      this.#box,
      this.#legend,
    );
    this.#plot = new DialsPlot(this.#canvas, { scheme, onResize: () => this.#readout.place() });
    this.#reader = new DialReader(this.#box, {
      pick: (x, y) => this.#plot.pick(this.#pointAt(x, y)),
      count: () => this.#shown?.group.rope.pairs ?? 0,
      columns: () => this.#plot.columns,
      read: (pair) => this.#read(pair),
      say: host.say,
    });
    // The ruler has the plot's width, but not its height. That is set in the next frame, for around the plot others observe, too.
    this.#sizes = new ResizeObserver(() => {
      cancelAnimationFrame(this.#request);
      this.#request = requestAnimationFrame(() => this.#fit());
    });
    this.#sizes.observe(this.#ruler);
  }

  /**
   * @param {ClocksData} data
   * @param {Group} group
   * @param {{ colors: Colors, description: string, share: number }} rest `share`: how many groups share the height
   */
  set(data, group, { colors, description, share }) {
    const { rope, start, ghosts, wavelengths, reach } = group;
    this.#shown = { data, group, colors };
    this.#share = share;
    Object.assign(this.#hands, { ...data.out, turns: data.turns, start, ghosts });
    const pairs = Array.from(wavelengths, (_, i) => String(i));
    this.#plot.set({
      reach,
      labels: Array.from(wavelengths, longLabel),
      shortLabels: Array.from(wavelengths, shortLabel),
      names: pairs.map((pair) => `pair ${pair}`),
      numbers: pairs,
      name: rope.label,
      columns: [{ name: 'wavelength', unit: 'positions', values: wavelengths }],
      words: { turns: 'turns so far', reach: 'turns in training' },
    });
    this.#fit();
    this.#title.replaceChildren(h('b', {}, rope.label), ` ${subtitle(group)} `, sourceOf(rope.source) ?? '');
    this.#legend.replaceChildren(
      ...legend(group).map(({ mark, text }) =>
        h('li', {}, mark === 'none' ? null : h('i', { class: mark }), h('span', {}, text)),
      ),
    );
    this.element.setAttribute('aria-label', rope.label);
    this.#canvas.setAttribute('aria-label', description);
    this.#box.setAttribute(
      'aria-label',
      `${rope.label}. Arrow keys go from dial to dial, Home and End to the fastest and the slowest. ${description}`,
    );
  }

  /** @param {number} position @param {boolean} withText */
  frame(position, withText) {
    if (!this.#shown) return;
    this.#hands.color = this.#shown.colors.mark[Math.floor(position)] ?? this.#hands.color;
    this.#plot.frame(this.#hands);
    if (withText) this.#reader.refresh();
  }

  /** @param {import('../figure.js').Scheme} scheme */
  scheme(scheme) {
    this.#plot.scheme(scheme);
  }

  destroy() {
    this.#sizes.disconnect();
    cancelAnimationFrame(this.#request);
    this.#plot.destroy();
  }

  /** @param {number} clientX @param {number} clientY */
  #pointAt(clientX, clientY) {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #fit() {
    const width = this.#ruler.clientWidth;
    if (width === 0 || !this.#shown) return;
    const tallest = Math.max(LEAST, window.innerHeight - AROUND) / this.#share;
    const height = `${this.#plot.heightFor(width, tallest)}px`;
    if (this.#box.style.height !== height) this.#box.style.height = height;
  }

  /** @param {number} pair −1 for none */
  #read(pair) {
    const { data, group } = /** @type {{ data: ClocksData, group: Group }} */ (this.#shown);
    this.#plot.select(pair);
    return this.#readout.show(pair, pair < 0 ? [] : readout(data, group, pair));
  }

  /** Below a dial, or above it where there is no room. @param {number} pair @param {number} height */
  #spot(pair, height) {
    const { x, y, radius } = this.#plot.dial(pair);
    const below = y + radius + BESIDE;
    const above = y - radius - BESIDE - height;
    const hasRoom = below + height <= this.#box.clientHeight + OUT || above < -OUT;
    return { x, y: hasRoom ? below : above };
  }
}

/** @param {string | undefined} source */
const sourceOf = (source) =>
  source?.startsWith('https://')
    ? h('a', { href: source, target: '_blank', rel: 'noopener noreferrer' }, 'source')
    : undefined;
