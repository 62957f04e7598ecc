import { parseConfig, rotaryPart } from '../../core/index.js';
import { h, setText } from '../../dom/index.js';
import { check } from '../../settings/index.js';

/** @typedef {import('../figure.js').Ask} Ask */
/** @typedef {import('../figure.js').Control} Control */
/** @typedef {import('../../settings/index.js').Row} Row */

export const configStyles = `
.config .buttons button {
  flex: none; min-height: 30px; padding: 3px 12px; border: 1px solid var(--edge); border-radius: 4px; background: none; color: var(--ink);
  font: inherit; cursor: pointer;
}
.config button:disabled { opacity: .5; cursor: default; }
.config textarea {
  width: 100%; min-width: 0; padding: 6px 8px; border: 1px solid var(--edge); border-radius: 4px; background: var(--plot); color: var(--ink);
  font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; resize: vertical;
}
.config textarea::placeholder { color: var(--soft); opacity: 1; font-family: var(--sans); font-size: 13px; }
.config textarea[aria-invalid] { border-color: var(--wrong); }
.config .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 4px 0; }
.config.dropping textarea { outline: 2px dashed var(--accent); outline-offset: 2px; }
.config.dropping textarea::placeholder { color: var(--accent); }
`;

/** A reader who is still typing is not corrected before this many milliseconds without a key. */
const PATIENCE = 600;

/** Characters: of a longer text the box shows only so many, because browsers take seconds to lay out a megabyte. */
const LONG = 100_000;
const BEGINNING = 2000;

/** Bytes: a larger file is not a config.json, and is not read. */
const LARGEST = 4_000_000;

/**
 * The control of a setting of type `config`: a box to paste or type into, a button for a file, and a place to drop one. What was
 * refused stays in the box, beside what is wrong with it.
 *
 * @param {Row} row of type config
 * @param {Ask} ask
 * @returns {Control}
 */
export function configControl(row, ask) {
  const box = h('textarea', {
    rows: '4',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    'data-reader': true,
    placeholder: 'Paste a config.json, or drop one here',
  });
  const file = h('input', {
    type: 'file',
    accept: '.json,application/json,text/plain',
    class: 'unseen',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  const choose = h('button', { type: 'button', onclick: () => file.click() }, 'Choose a file');
  const clear = h('button', { type: 'button', onclick: () => take('') }, 'Clear');
  const wrong = h('p', { class: 'problem', role: 'alert', hidden: true });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** What counts now. */
  let shown = '';
  /** The text in the box, granted or refused, stands as long as this counts. @type {unknown} */
  let beside = '';
  /** The newest file counts, whichever is read first. */
  let reading = 0;

  const give = (text = box.value, isCut = false) => {
    clearTimeout(waiting);
    waiting = undefined;
    reading += 1;
    say('');
    clear.disabled = box.value === '';
    const asked = rotaryText(text);
    const isGranted = ask(row.name, asked);
    beside = isGranted ? check(row.name, asked).value : shown;
    if (!isCut) return;
    if (isGranted) show(String(beside));
    else say(onlyBeginning(text));
  };
  /** @param {string} text */
  const take = (text) => {
    const isCut = text.length > LONG;
    box.value = isCut ? text.slice(0, BEGINNING) : text;
    give(text, isCut);
    if (text === '') box.focus();
  };
  /** @param {string} message */
  const say = (message) => {
    setText(wrong, message);
    wrong.hidden = message === '';
  };
  /** @param {string} value what counts */
  const show = (value) => {
    box.value = spread(value);
    clear.disabled = box.value === '';
  };
  /** @param {string} text that a link or a script asked for */
  const showRefused = (text) => {
    const isCut = text.length > LONG;
    box.value = isCut ? text.slice(0, BEGINNING) : spread(text);
    clear.disabled = box.value === '';
    if (isCut) say(onlyBeginning(text));
  };
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (text.length <= LONG) return;
    event.preventDefault();
    take(text);
  });
  box.addEventListener('input', (event) => {
    clear.disabled = box.value === '';
    clearTimeout(waiting);
    if (/** @type {InputEvent} */ (event).inputType === 'insertFromPaste') give();
    else waiting = setTimeout(() => give(), PATIENCE);
  });
  box.addEventListener('change', () => {
    if (waiting !== undefined) give();
  });
  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (chosen) open(chosen);
    // The same file may be chosen again, once it was changed.
    file.value = '';
  });

  /** @param {File} given */
  const open = async (given) => {
    reading += 1;
    const mine = reading;
    if (given.size > LARGEST) {
      say(`${given.name} has ${given.size} bytes; a config.json has a few thousand`);
      return;
    }
    try {
      const text = await given.text();
      if (mine === reading) take(text);
    } catch {
      if (mine === reading) say(`${given.name} cannot be read`);
    }
  };

  const element = h(
    'div',
    { class: 'control wide config' },
    h('label', {}, h('span', {}, row.label), box),
    h('div', { class: 'buttons' }, choose, clear, file),
    wrong,
  );
  dropOnto(element, (data) => {
    const [dropped] = data.files;
    if (dropped) open(dropped);
    else if (data.getData('text') !== '') take(data.getData('text'));
  });

  return {
    element,
    show(settings, anew, refused) {
      shown = String(settings[row.name]);
      if (!anew && (shown === beside || waiting !== undefined)) return;
      clearTimeout(waiting);
      waiting = undefined;
      beside = shown;
      say('');
      if (anew && refused !== undefined) showRefused(refused);
      else show(shown);
    },
  };
}

/**
 * The config of a quantised model is longer than a setting may be, and hardly any of it is about positions.
 *
 * @param {string} text
 * @returns {string} its rotary part; the text itself where it is no object
 */
function rotaryText(text) {
  try {
    return JSON.stringify(rotaryPart(JSON.parse(text.trim())));
  } catch {
    return text;
  }
}

/** @param {string} text */
const onlyBeginning = (text) => `Here is only the beginning of these ${text.length} characters`;

/** An object over several lines; other text, and what would grow too long, as it is. @param {string} text */
function spread(text) {
  try {
    const lines = JSON.stringify(parseConfig(text), null, 2);
    return lines.length > LONG ? text : lines;
  } catch {
    return text;
  }
}

/**
 * @param {HTMLElement} element
 * @param {(data: DataTransfer) => void} take
 */
function dropOnto(element, take) {
  // Every element inside tells of its own entering and leaving.
  let depth = 0;
  const mark = (/** @type {number} */ now) => {
    depth = Math.max(0, now);
    element.classList.toggle('dropping', depth > 0);
  };
  element.addEventListener('dragenter', (event) => {
    event.preventDefault();
    mark(depth + 1);
  });
  element.addEventListener('dragleave', () => mark(depth - 1));
  element.addEventListener('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(0);
    if (event.dataTransfer) take(event.dataTransfer);
  });
}
