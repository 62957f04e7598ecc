import { change, defaults, defaultsOf, open } from '../settings/index.js';

/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('../settings/index.js').Problem} Problem */

/** The settings of one element, what it opened with, and what was wrong with what was asked for. */
export class Store {
  settings = defaults;
  /** @type {Map<string, string>} by setting, in words */
  problems = new Map();
  /** @type {readonly string[]} */
  notes = [];
  #opened = defaults;

  /** @param {[string, unknown][]} entries attributes */
  open(entries) {
    const { settings, problems, notes } = open(entries);
    this.#opened = settings;
    this.settings = settings;
    this.report(problems);
    this.notes = notes.map(({ message }) => message);
  }

  /**
   * @param {import('../settings/index.js').Patch} patch
   * @returns {readonly Problem[]}
   */
  change(patch) {
    const { settings, problems, notes } = change(this.settings, patch);
    for (const name of Object.keys(patch)) this.problems.delete(name);
    this.report(problems);
    this.notes = notes.map(({ message }) => message);
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

  /**
   * Takes one setting back that only the core could judge.
   *
   * @param {import('../settings/index.js').SettingName} name
   * @param {string} message
   * @param {Settings | undefined} good settings that were computed with, if any
   */
  refuse(name, message, good) {
    const value = (good ?? defaultsOf(this.settings.figure))[name];
    if (this.#opened[name] === this.settings[name])
      this.#opened = change(this.#opened, { [name]: value }).settings;
    this.settings = change(this.settings, { [name]: value }).settings;
    this.report([{ name, message }]);
  }

  reset() {
    this.problems.clear();
    this.notes = [];
    this.settings = this.#opened;
  }
}
