import { h, setText } from '../../dom/index.js';
import { pairOf } from './compute.js';
import { columnNames, numbersText, tableText } from './text.js';

/** @typedef {import('./compute.js').Model} Model */
/** @typedef {import('./compute.js').Bands} Bands */

/** The numbers of one model, a row a pair. They are only there while a reader looks at them. */
export class NumbersTable {
  #summary = h('summary', numbersText(undefined));
  #box = h('div.table', { tabindex: '0', role: 'region' });
  element = h('details.numbers', { ontoggle: () => this.#fill() }, this.#summary, this.#box);
  /** @type {{ model: Model, bands: Bands | undefined } | undefined} */
  #of;
  #isFilled = false;

  /** @param {Model | undefined} model @param {Bands | undefined} bands */
  set(model, bands) {
    if (model !== undefined && this.#of?.model === model) return;
    this.#of = model && { model, bands };
    this.#isFilled = false;
    this.element.hidden = model === undefined;
    const name = numbersText(model);
    setText(this.#summary, name);
    this.#box.setAttribute('aria-label', name);
    this.#fill();
  }

  #fill() {
    if (!this.element.open) {
      this.#box.replaceChildren();
      this.#isFilled = false;
    } else if (!this.#isFilled && this.#of) {
      this.#box.replaceChildren(tableOf(this.#of.model, this.#of.bands));
      this.#isFilled = true;
    }
  }
}

/** @param {Model} model @param {Bands | undefined} bands */
function tableOf(model, bands) {
  const rows = Array.from(model.inverseFrequencies, (_, pair) => {
    const { frequency, wavelength, turns, stretch } = pairOf(model, pair);
    const cells = [digits(frequency), digits(wavelength), digits(turns), digits(stretch)];
    if (bands) cells.push(String(bands.kinds[pair]));
    return h('tr', h('th', { scope: 'row' }, String(pair)), ...cells.map((cell) => h('td', cell)));
  });
  return h(
    'table',
    h('caption.unseen', tableText(model, digits(model.attentionFactor))),
    h(
      'thead',
      h('tr', ...columnNames(model, bands !== undefined).map((name) => h('th', { scope: 'col' }, name))),
    ),
    h('tbody', ...rows),
  );
}

/** Nine significant digits, which tell any two floats apart. @param {number} number */
function digits(number) {
  if (number === Number.POSITIVE_INFINITY) return '∞';
  return Number.isNaN(number) ? '–' : String(Number(number.toPrecision(9)));
}
