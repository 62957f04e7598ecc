/** @typedef {import('../../settings/index.js').SettingName} SettingName */

/** A setting that is good by itself, but that the core cannot compute with: the last good one stays. */
export class Refusal extends Error {
  name = 'Refusal';

  /** @param {SettingName} setting @param {string} message a plain sentence that begins with the setting's name */
  constructor(setting, message) {
    super(message);
    this.setting = setting;
  }
}
