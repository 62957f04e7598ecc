import { h } from '../../dom/index.js';
import { mostText, removeText, words } from './text.js';

/** @typedef {import('../figure.js').Ask} Ask */
/** @typedef {import('../figure.js').Control} Control */
/** @typedef {import('../../settings/index.js').Row} Row */

export const chooserStyles = `
.chosen-ones { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 8px; padding: 0; list-style: none; }
.chosen-ones:empty { display: none; }
.chosen-ones li {
  display: inline-flex; align-items: center; min-height: 28px; padding-left: 10px; border: 1px solid var(--edge); border-radius: 14px;
  background: var(--plot);
}
.chosen-ones button {
  width: 28px; height: 26px; padding: 0; border: 0; border-radius: 13px; background: none; color: var(--soft); font: inherit; font-size: 16px;
  line-height: 1; cursor: pointer;
}
.chosen-ones button:hover { color: var(--wrong); }
.choosing { display: flex; align-items: flex-end; gap: 8px; }
.choosing label { display: grid; flex: 1; gap: 4px; min-width: 0; }
.chooser .add { flex: none; min-height: 30px; padding: 3px 12px; }
.chooser button:disabled { opacity: .5; cursor: default; }
`;

/**
 * The control of a list with many values: those chosen, each with a button that takes it out, and a box with the others.
 *
 * @param {Row} row of type list
 * @param {Ask} ask
 * @returns {Control}
 */
export function chooser(row, ask) {
  const { values, labels, maxCount, mayBeEmpty } = /** @type {Extract<Row, { type: 'list' }>} */ (row);
  const most = maxCount ?? values.length;
  /** @type {readonly string[]} */
  let chosen = [];
  const box = h('ul.chosen-ones');
  const others = h('select.others');
  // A select that acts at once would add every value that a reader passes with the arrow keys.
  const add = h('button.add.plain', { type: 'button' }, words.add);
  const label = h('label', h('span', words.others), others);

  add.addEventListener('click', () => {
    const now = [...chosen, others.value];
    if (others.value === '' || !ask(row.name, now)) return;
    show(now);
    // A button that does nothing any more would lose the focus.
    if (add.disabled) /** @type {HTMLElement | null} */ (box.querySelector('li:last-child button'))?.focus();
  });

  /** @param {string} value */
  const remove = (value) => {
    const index = chosen.indexOf(value);
    const now = chosen.filter((other) => other !== value);
    if (!ask(row.name, now)) return;
    show(now);
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('button'));
    (buttons[Math.min(index, buttons.length - 1)] ?? others).focus();
  };

  /** @param {readonly string[]} now */
  const show = (now) => {
    if (now === chosen || (now.join() === chosen.join() && now.length > 0)) return;
    chosen = now;
    box.replaceChildren(
      ...chosen.map((value) =>
        h(
          'li',
          h('span', labels[value]),
          h(
            'button',
            {
              type: 'button',
              'aria-label': removeText(labels[value]),
              'data-value': value,
              disabled: chosen.length === 1 && !mayBeEmpty,
              onclick: () => remove(value),
            },
            '×',
          ),
        ),
      ),
    );
    const rest = values.filter((value) => !chosen.includes(value));
    const wanted = others.value;
    others.replaceChildren(...rest.map((value) => h('option', { value }, labels[value])));
    if (rest.includes(wanted)) others.value = wanted;
    const isFull = chosen.length >= most || rest.length === 0;
    others.disabled = isFull;
    add.disabled = isFull;
    add.title = isFull ? mostText(most) : '';
  };

  return {
    element: h(
      'div',
      { class: 'control wide chooser' },
      h('fieldset', h('legend', row.label), box, h('div.choosing', label, add)),
    ),
    show: (settings) => show(/** @type {readonly string[]} */ (settings[row.name])),
  };
}
