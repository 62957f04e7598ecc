import { h, setText } from '../../dom/index.js';
import { lossText, perplexityText } from '../shared/numbers.js';
import { lossesNow, nameOf, scoreOf, stretchesOf } from './compute.js';
import { styleOf, swatch } from './graphs.js';
import { encodings } from './heads.js';
import { shareText, tableText, tableWords, titles } from './text.js';

/** @typedef {import('./compute.js').TrainingData} TrainingData */
/** @typedef {import('./run.js').Run} Run */

/** The legend of both graphs, and their numbers at the step that is shown. */
export class NumbersTable {
  #head = h('thead');
  #body = h('tbody');
  #caption = h('caption', {});
  element = h(
    'div',
    { class: 'numbers', role: 'region', 'aria-label': tableWords.name, tabindex: '0' },
    h('table', {}, this.#caption, this.#head, this.#body),
  );
  /** @type {Map<string, { loss: HTMLElement, held: HTMLElement, cells: HTMLElement[] }>} */
  #rows = new Map();
  #stretches = stretchesOf({ lookBack: 1, length: 2, testLength: 2 });

  /** @param {TrainingData} data */
  begin({ sizes }) {
    this.#stretches = stretchesOf(sizes);
    this.#rows.clear();
    this.#head.replaceChildren(
      h(
        'tr',
        {},
        h('td', {}),
        h('th', { scope: 'col', class: 'loss' }, tableWords.loss),
        ...this.#stretches.map((stretch) =>
          h(
            'th',
            { scope: 'col', class: stretch.trained ? 'trained' : '' },
            nameOf(stretch),
            h('small', {}, stretch.trained ? tableWords.trained : tableWords.past),
          ),
        ),
      ),
    );
    this.#body.replaceChildren(
      ...encodings.map((encoding) => {
        const loss = h('span', {});
        const held = h('small', {});
        const cells = this.#stretches.map(({ trained }) => h('td', { class: trained ? 'trained' : '' }));
        this.#rows.set(encoding, { loss, held, cells });
        const style = styleOf[encoding];
        return h(
          'tr',
          { 'data-row': encoding },
          h('th', { scope: 'row' }, style ? swatch(style) : null, String(titles[encoding])),
          h('td', { class: 'loss' }, loss, held),
          ...cells,
        );
      }),
    );
  }

  /** @param {Run} run @param {TrainingData} data */
  set({ seen: { tests, heldOut } }, { sizes }) {
    setText(this.#caption, tableText(heldOut.length > 0));
    for (const [encoding, { loss, held, cells }] of this.#rows) {
      const test = tests?.[encoding];
      if (!test) continue;
      const now = lossesNow(test, sizes.length, heldOut);
      setText(loss, lossText(now.trained));
      setText(held, now.heldOut === undefined ? '' : lossText(now.heldOut));
      cells.forEach((cell, i) => {
        const stretch = this.#stretches[i];
        const score = stretch && scoreOf(test, stretch);
        if (!score) {
          cell.classList.add('none');
          setText(cell, tableWords.noRow);
          return;
        }
        const text = perplexityText(score.perplexity);
        const accuracy = shareText(score.accuracy);
        if (cell.childElementCount === 0) cell.append(h('span', {}), h('small', {}));
        const [first, second] = cell.children;
        if (first && second) {
          setText(first, text);
          setText(second, accuracy);
        }
      });
    }
  }
}
