import { parseConfig, rotaryPart } from '../../core/index.js';
import { h, setText } from '../../dom/index.js';
import { check } from '../../settings/index.js';
import { beginningText, largeText, unreadText, words } from './text.js';

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
    placeholder: words.paste,
  });
  const file = h('input', {
    type: 'file',
    accept: '.json,application/json,text/plain',
    class: 'unseen',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  const choose = h('button', { type: 'button', onclick: () => file.click() }, words.choose);
  const clear = h('button', { type: 'button', onclick: () => take('') }, words.clear);
  const wrong = h('p', { class: 'problem', role: 'alert', hidden: true });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** What counts now. */
  let shown = '';
  /** The text in the box, granted or refused, stands as long as this counts. @type {unknown} */
  let beside = '';
  /** The newest file counts, whichever is read first. */
  let reading = 0;

  /** @param {string} message */
  const say = (message) => {
    setText(wrong, message);
    wrong.hidden = message === '';
  };
  /** @param {string} text */
  const fill = (text) => {
    const isCut = text.length > LONG;
    box.value = isCut ? text.slice(0, BEGINNING) : text;
    clear.disabled = text === '';
    say(isCut ? beginningText(text) : '');
  };
  /** @param {string} text */
  const give = (text) => {
    stopWaiting();
    reading += 1;
    const asked = rotaryText(text);
    const isGranted = ask(row.name, asked);
    beside = isGranted ? check(row.name, asked).value : shown;
    return isGranted;
  };
  /** @param {string} text from elsewhere than the keys */
  const take = (text) => {
    fill(text);
    if (give(text) && text.length > LONG) fill(spread(String(beside)));
    if (text === '') box.focus();
  };
  const typed = () => {
    say('');
    give(box.value);
  };
  const stopWaiting = () => {
    clearTimeout(waiting);
    waiting = undefined;
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
    if (/** @type {InputEvent} */ (event).inputType === 'insertFromPaste') typed();
    else waiting = setTimeout(typed, PATIENCE);
  });
  box.addEventListener('change', () => {
    if (waiting !== undefined) typed();
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
      say(largeText(given));
      return;
    }
    try {
      const text = await given.text();
      if (mine === reading) take(text);
    } catch {
      if (mine === reading) say(unreadText(given));
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
      stopWaiting();
      beside = shown;
      fill(spread(anew && refused !== undefined ? refused : shown));
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

/** An object over several lines; other text, and what is or would grow too long, as it is. @param {string} text */
function spread(text) {
  if (text.length > LONG) return text;
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
