import { change, defaults, defaultsOf, open, settingName, writeLink } from '../settings/index.js';

/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('../settings/index.js').Problem} Problem */

/** The settings of one element, what it opened with, and what was wrong with what was asked for. */
export class Store {
  settings = defaults;
  /** @type {Map<string, string>} by setting, in words */
  problems = new Map();
  /** @type {Map<string, string>} the text that was refused, by setting, as long as its problem is there */
  refused = new Map();
  /** @type {readonly string[]} */
  notes = [];
  #opened = defaults;
  /** @type {Settings | undefined} */
  #compared;
  #differs = false;

  /** @param {[string, unknown][]} entries attributes */
  open(entries) {
    const { settings, problems, notes } = open(entries);
    this.#opened = settings;
    this.settings = settings;
    this.report(problems);
    this.#keep(
      problems,
      entries.map(([attribute, value]) => [settingName(attribute), value]),
    );
    this.notes = notes.map(({ message }) => message);
  }

  /**
   * @param {import('../settings/index.js').Patch} patch
   * @returns {readonly Problem[]}
   */
  change(patch) {
    const { settings, problems, notes } = change(this.settings, patch);
    for (const name of [...Object.keys(patch), 'memory']) {
      this.problems.delete(name);
      this.refused.delete(name);
    }
    this.report(problems);
    this.#keep(problems, Object.entries(patch));
    // Controls ask again for what there is when they are left: a note stays until something differs.
    if (settings !== this.settings || problems.length > 0) this.notes = notes.map(({ message }) => message);
    this.settings = settings;
    return problems;
  }

  /** @param {readonly Problem[]} problems */
  report(problems) {
    for (const { name, message } of problems) {
      const before = this.problems.get(name);
      this.problems.set(name, before && before !== message ? `${before}; ${message}` : message);
    }
  }

  /** Keeps what was refused, for a control that is built later. @param {readonly Problem[]} problems @param {[string, unknown][]} asked */
  #keep(problems, asked) {
    for (const { name } of problems) {
      const value = asked.find(([other]) => other === name)?.[1];
      if (typeof value === 'string') this.refused.set(name, value);
    }
  }

  /**
   * Takes one setting back that only the core could judge.
   *
   * @param {import('../settings/index.js').SettingName} name
   * @param {string} message
   * @param {Settings | undefined} good settings that were computed with, if any
   * @returns {boolean} whether the figure opened with it: then nobody asked for anything since
   */
  refuse(name, message, good) {
    const value = (good ?? defaultsOf(this.settings.figure))[name];
    const wasOpened = this.#opened[name] === this.settings[name];
    this.#keep([{ name, message }], [[name, this.settings[name]]]);
    if (wasOpened) this.#opened = change(this.#opened, { [name]: value }).settings;
    this.settings = change(this.settings, { [name]: value }).settings;
    this.report([{ name, message }]);
    return wasOpened;
  }

  /**
   * Takes settings back, since there is not enough memory for what they ask for.
   *
   * @param {import('../settings/index.js').Patch} good
   * @returns {Problem}
   */
  retreat(good) {
    const problem = {
      name: 'memory',
      message: 'There is not enough memory for that. The figure keeps its previous settings.',
    };
    this.settings = change(this.settings, good).settings;
    this.report([problem]);
    return problem;
  }

  /** What it opened with, but for how many controls are seen: who asks for it is using them. */
  get #start() {
    return change(this.#opened, { controls: this.settings.controls }).settings;
  }

  /** Whether `reset` would change anything. */
  get isChanged() {
    // It is asked in every frame, and a link takes its time to be written.
    if (this.#compared !== this.settings) {
      this.#compared = this.settings;
      this.#differs = writeLink(this.settings) !== writeLink(this.#start);
    }
    return this.#differs || this.problems.size > 0;
  }

  reset() {
    this.problems.clear();
    this.refused.clear();
    this.notes = [];
    this.settings = this.#start;
  }
}
