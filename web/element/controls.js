import { h, setText } from '../dom/index.js';
import { attributeName, format, rangeOf, rowOf, settingName } from '../settings/index.js';
import { typed, vector } from './typed-controls.js';

/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('../settings/index.js').SettingName} SettingName */
/** @typedef {import('../settings/index.js').Row} Row */

/** @typedef {import('../figures/index.js').Control} Control */
/** @typedef {import('../figures/index.js').Ask} Ask */

/** Steps of a slider on a logarithmic scale. */
const LOG_STEPS = 400;

/** Keys that move a slider. @type {ReadonlyMap<string, number>} */
const WAYS = new Map([
  ['ArrowRight', 1],
  ['ArrowUp', 1],
  ['ArrowLeft', -1],
  ['ArrowDown', -1],
]);

/**
 * What a figure has of its own for a setting: not what all objects inherit on some page.
 *
 * @template T
 * @param {Partial<Record<SettingName, T>>} all
 * @param {SettingName} name
 */
const own = (all, name) => (Object.hasOwn(all, name) ? all[name] : undefined);

/**
 * Controls from the table of settings: every one asks for a value, and shows what the figure has. A few stand open; the others come
 * when they are asked for.
 */
export class Controls {
  /** @type {Map<SettingName, { control: Control, line: HTMLElement, problem: HTMLElement }>} */
  #controls = new Map();
  #named;
  #elsewhere = h('div', { class: 'problems' });
  #few = h('div.controls');
  #others = h('div.controls');
  #reset;
  /** What brings the others. */
  toggle = h('button', { part: 'more', type: 'button', 'aria-controls': 'more' }, 'More controls');

  /**
   * @param {import('../figures/index.js').Figure} figure
   * @param {Ask} ask
   * @param {() => void} reset
   */
  constructor({ settings, few, labels, controls }, ask, reset) {
    this.#named = few;
    this.#reset = h('button.plain', { part: 'reset', type: 'button', onclick: reset }, 'Reset');
    this.open = h('div', this.#few, this.#elsewhere);
    this.others = h('div', { id: 'more' }, this.#others, this.#reset);
    this.toggle.addEventListener('click', () =>
      ask('controls', this.toggle.getAttribute('aria-expanded') === 'true' ? 'few' : 'all'),
    );
    for (const name of settings) {
      const known = /** @type {Row} */ (rowOf(name));
      const row = { ...known, label: own(labels, name) ?? known.label };
      const control = (own(controls, name) ?? controlOf)(row, ask);
      const problem = problemLine(name);
      control.element.dataset.control = attributeName(name);
      problem.id = `problem-${name}`;
      for (const input of control.element.querySelectorAll('input, select, textarea')) {
        input.setAttribute('aria-describedby', problem.id);
      }
      const line = h('p', { class: 'aside' });
      control.element.append(line, problem);
      control.element.title = row.help;
      this.#controls.set(name, { control, line, problem });
    }
  }

  /**
   * @param {Settings} settings
   * @param {object} beside
   * @param {Partial<Record<SettingName, string>>} beside.aside small texts
   * @param {readonly SettingName[]} beside.idle what has no effect now
   * @param {boolean} beside.anew at first, and after a reset
   * @param {ReadonlyMap<string, string>} beside.refused texts, by setting
   * @param {boolean} beside.isChanged whether there is anything to reset
   */
  show(settings, { aside, idle, anew, refused, isChanged }) {
    for (const [name, { control, line }] of this.#controls) {
      control.show(settings, anew, refused.get(name));
      control.element.hidden = idle.includes(name) || settings.hide.includes(attributeName(name));
      setText(line, own(aside, name) ?? '');
    }
    this.#place(settings);
    const [hasFew, hasOthers] = [this.#few, this.#others].map(({ children }) =>
      Array.from(/** @type {HTMLCollectionOf<HTMLElement>} */ (children)).some(({ hidden }) => !hidden),
    );
    const isAll = settings.controls === 'all';
    this.#few.hidden = settings.controls === 'none' || !hasFew;
    this.#others.hidden = !hasOthers;
    this.toggle.hidden = settings.controls === 'none' || !(hasOthers || isChanged);
    this.toggle.setAttribute('aria-expanded', String(isAll));
    setText(this.toggle, isAll ? 'Fewer controls' : 'More controls');
    // What goes takes no focus with it.
    if (!isChanged && this.#reset.matches(':focus')) {
      const next = this.toggle.hidden
        ? this.#few.querySelector('input, select, textarea, button')
        : this.toggle;
      /** @type {HTMLElement | null} */ (next)?.focus();
    }
    this.#reset.hidden = !isChanged;
    this.others.hidden = !isAll;
  }

  /** The few in their order, and the others in the table's. @param {Settings} settings */
  #place({ show }) {
    const wanted = show.length > 0 ? show.map(settingName) : this.#named;
    const few = /** @type {readonly SettingName[]} */ (wanted).filter((name) => this.#controls.has(name));
    const others = [...this.#controls.keys()].filter((name) => !few.includes(name));
    for (const [box, names] of /** @type {const} */ ([
      [this.#few, few],
      [this.#others, others],
    ])) {
      const elements = names.flatMap((name) => this.#controls.get(name)?.control.element ?? []);
      const isSame = elements.every((element, i) => box.children[i] === element);
      if (!isSame || box.children.length !== elements.length) box.replaceChildren(...elements);
    }
  }

  /** @param {ReadonlyMap<string, string>} problems by setting, in words */
  problems(problems) {
    /** @type {HTMLElement[]} */
    const others = [];
    for (const [name, { control, problem }] of this.#controls) {
      const message = problems.get(name) ?? '';
      setText(problem, message);
      problem.hidden = message === '';
      for (const input of control.element.querySelectorAll('input, select, textarea')) {
        if (message === '') input.removeAttribute('aria-invalid');
        else input.setAttribute('aria-invalid', 'true');
      }
    }
    for (const [name, message] of problems) {
      const seen = this.#controls.get(/** @type {SettingName} */ (name));
      if (seen && !seen.control.element.closest('[hidden]')) continue;
      const line = problemLine(name);
      line.hidden = false;
      line.textContent = message;
      others.push(line);
    }
    const text = (/** @type {Iterable<Element>} */ lines) =>
      Array.from(lines, (line) => line.textContent).join('\n');
    if (text(others) !== text(this.#elsewhere.children)) this.#elsewhere.replaceChildren(...others);
  }
}

/** @param {string} name */
const problemLine = (name) =>
  h('p', {
    class: 'problem',
    role: 'alert',
    'data-reader': true,
    'data-problem': attributeName(name),
    hidden: true,
  });

/** @param {Row} row @param {Ask} ask @returns {Control} */
function controlOf(row, ask) {
  switch (row.control) {
    case 'slider':
      return slider(row, ask);
    case 'select':
      return select(row, ask);
    case 'checkboxes':
      return checkboxes(row, ask);
    case 'toggle':
      return toggle(row, ask);
    default:
      return row.type === 'vector' && !row.optional ? vector(row, ask) : typed(row, ask);
  }
}

/** @param {Row} row @param {Ask} ask @returns {Control} */
function slider(row, ask) {
  const { input, show } = typed(row, ask);
  const track = h('input', { type: 'range', 'aria-label': row.label });
  const parts = /** @type {{ scale?: 'linear' | 'log', step?: number }} */ (row);
  const log = parts.scale === 'log';
  /** @type {{ min: number, max: number }} */
  let range = { min: 0, max: 1 };
  const toTrack = (/** @type {number} */ value) =>
    log ? (LOG_STEPS * Math.log(value / range.min)) / Math.log(range.max / range.min) : value;
  const fromTrack = (/** @type {number} */ place) => {
    if (log && place <= 0) return range.min;
    if (log && place >= LOG_STEPS) return range.max;
    const value = log ? range.min * (range.max / range.min) ** (place / LOG_STEPS) : place;
    const step = log
      ? Math.max(parts.step ?? 0, 10 ** (Math.floor(Math.log10(value)) - 1))
      : (parts.step ?? 1);
    return Math.min(
      range.max,
      Math.max(range.min, Number((Math.round(value / step) * step).toPrecision(12))),
    );
  };
  track.addEventListener('keydown', (event) => {
    const way = WAYS.get(event.key);
    if (!log || way === undefined) return;
    event.preventDefault();
    const here = fromTrack(Number(track.value));
    for (let place = Number(track.value); place >= 0 && place <= LOG_STEPS; place += way) {
      const value = fromTrack(place);
      if (value === here) continue;
      track.value = String(place);
      ask(row.name, value);
      return;
    }
  });
  track.addEventListener('input', () => ask(row.name, fromTrack(Number(track.value))));
  return {
    element: h('div', { class: 'control slider' }, h('label', {}, h('span', {}, row.label), input), track),
    show(settings, anew) {
      show(settings, anew);
      range = rangeOf(settings, row.name) ?? range;
      track.min = log ? '0' : String(range.min);
      track.max = log ? String(LOG_STEPS) : String(range.max);
      track.step = log ? '1' : String(parts.step ?? 1);
      const value = Number(settings[row.name]);
      if (fromTrack(Number(track.value)) !== value) track.value = String(toTrack(value));
      track.setAttribute('aria-valuetext', format(row.name, value));
    },
  };
}

/** @param {Row} row @param {Ask} ask @returns {Control} */
function select(row, ask) {
  const { values, labels } = /** @type {Extract<Row, { type: 'choice' }>} */ (row);
  const input = h('select', {}, ...values.map((value) => h('option', { value }, labels[value])));
  input.addEventListener('change', () => ask(row.name, input.value));
  return {
    element: h('div', { class: 'control' }, h('label', {}, h('span', {}, row.label), input)),
    show(settings) {
      input.value = String(settings[row.name]);
    },
  };
}

/** @param {Row} row @param {Ask} ask @returns {Control} */
function checkboxes(row, ask) {
  const { values, labels } = /** @type {Extract<Row, { type: 'list' }>} */ (row);
  /** @type {readonly string[]} */
  let chosen = [];
  const boxes = values.map((value) => h('input', { type: 'checkbox', value }));
  for (const box of boxes) {
    box.addEventListener('change', () => {
      const now = new Set(chosen);
      if (box.checked) now.add(box.value);
      else now.delete(box.value);
      if (!ask(row.name, [...now])) show();
    });
  }
  const show = () => {
    for (const box of boxes) box.checked = chosen.includes(box.value);
  };
  return {
    element: h(
      'div',
      { class: 'control wide' },
      h(
        'fieldset',
        {},
        h('legend', {}, row.label),
        ...boxes.map((box) => h('label', { class: 'chip' }, box, h('span', {}, labels[box.value]))),
      ),
    ),
    show(settings) {
      chosen = /** @type {readonly string[]} */ (settings[row.name]);
      show();
    },
  };
}

/** @param {Row} row @param {Ask} ask @returns {Control} */
function toggle(row, ask) {
  const box = h('input', { type: 'checkbox' });
  let isOn = false;
  box.addEventListener('change', () => {
    if (!ask(row.name, box.checked)) box.checked = isOn;
  });
  return {
    element: h('div', { class: 'control' }, h('label', { class: 'chip' }, box, h('span', {}, row.label))),
    show(settings) {
      isOn = settings[row.name] === true;
      box.checked = isOn;
    },
  };
}
