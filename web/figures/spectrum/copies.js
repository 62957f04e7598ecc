import { h, setText } from '../../dom/index.js';
import { asCsv, asLlamaCpp, asNumpy, asRopeScaling, asTorch } from '../models/exports.js';
import { copiedText, copyText, refusedText, words } from './text.js';

/** @typedef {import('./compute.js').Model} Model */

/** @type {readonly { name: string, text: (model: Model) => string }[]} */
const forms = [
  { name: 'CSV', text: asCsv },
  { name: 'rope_scaling', text: asRopeScaling },
  { name: 'llama.cpp flags', text: asLlamaCpp },
  { name: 'PyTorch', text: asTorch },
  { name: 'NumPy', text: asNumpy },
];

/** Buttons that copy the selected model in the forms that people need. Where copying is refused, the text is shown and selected. */
export class Copies {
  #status = h('p.copied');
  #text = h('textarea', { readonly: true, rows: '8', spellcheck: 'false', hidden: true });
  #whose = h('span.whose');
  #host;
  /** @type {Model | undefined} */
  #model;

  /** @param {import('../figure.js').FigureHost} host */
  constructor(host) {
    this.#host = host;
    const button = (/** @type {string} */ name, /** @type {() => string | undefined} */ text) =>
      h('button.plain', { type: 'button', 'data-copy': name, onclick: () => this.#copy(name, text()) }, name);
    this.#buttons = forms.map(({ name, text }) => button(name, () => this.#model && text(this.#model)));
    this.element = h(
      'div.copies',
      { role: 'group', 'aria-label': words.copy },
      h('span.soft', words.copy),
      button(words.link, host.link),
      this.#whose,
      ...this.#buttons,
      this.#status,
      this.#text,
    );
  }

  /** @type {HTMLButtonElement[]} */
  #buttons = [];

  /** @param {Model | undefined} model the one that is copied */
  set(model) {
    if (model?.id !== this.#model?.id) this.#forget();
    this.#model = model;
    setText(this.#whose, model ? `${model.label} as` : '');
    for (const button of this.#buttons) button.disabled = model === undefined;
  }

  #forget() {
    setText(this.#status, '');
    this.#text.hidden = true;
    this.#text.value = '';
  }

  /** @param {string} name @param {string | undefined} text */
  async #copy(name, text) {
    if (text === undefined) return;
    this.#forget();
    const what = copyText(name, this.#model);
    try {
      // Not there where the page is not secure, and refused in a frame that may not.
      await navigator.clipboard.writeText(text);
      this.#tell(copiedText(what));
    } catch {
      this.#text.hidden = false;
      this.#text.value = text;
      this.#text.setAttribute('aria-label', what);
      this.#text.focus();
      this.#text.select();
      this.#tell(refusedText(what));
    }
  }

  /** @param {string} text */
  #tell(text) {
    setText(this.#status, text);
    this.#host.say(text);
  }
}
