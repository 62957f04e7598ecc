import { h } from '../dom/index.js';
import { attributeName, defaults, defaultsOf, settingName, table, writeLink } from '../settings/index.js';
import { Environment } from './environment.js';
import { Stage } from './stage.js';
import { Store } from './store.js';
import { wear } from './styles.js';

/** @typedef {import('../settings/index.js').Settings} Settings */
/** @typedef {import('../settings/index.js').Problem} Problem */

/**
 * `<rope-scope>`: a whole figure. Its attributes are the settings in kebab-case; each is a property too, in camelCase.
 * A bad value never breaks it: the last good one stays, and the figure says what was wrong.
 *
 * @fires change when settings changed: `detail.settings`
 */
export class RopeScope extends HTMLElement {
  static observedAttributes = table.map(({ name }) => attributeName(name));

  #store = new Store();
  #stage = new Stage(this.#store, {
    change: (patch) => this.change(patch),
    reset: () => this.reset(),
    tell: () => this.#tell(),
  });
  /** @type {Environment | undefined} */
  #environment;
  #isOpen = false;

  constructor() {
    super();
    const box = h('div', { class: 'box' }, this.#stage.element);
    this.attachShadow({ mode: 'open' }).append(h('div', { class: 'frame' }, box));
  }

  connectedCallback() {
    this.#open();
    // A document without a window shows nothing.
    if (!this.ownerDocument.defaultView) return;
    wear(/** @type {ShadowRoot} */ (this.shadowRoot));
    const environment = new Environment(this, this.#stage.element, () => this.#stage.adapt(environment));
    this.#environment = environment;
    this.#stage.adapt(environment);
  }

  disconnectedCallback() {
    this.#environment?.stop();
    this.#environment = undefined;
    this.#stage.leave();
  }

  /** @param {string} attribute @param {string | null} before @param {string | null} value */
  attributeChangedCallback(attribute, before, value) {
    if (!this.#isOpen || value === before) return;
    const name = /** @type {keyof Settings} */ (settingName(attribute));
    const fallback = name === 'figure' ? defaults : defaultsOf(this.settings.figure);
    this.change({ [name]: value ?? fallback[name] });
  }

  #open() {
    if (this.#isOpen) return;
    this.#isOpen = true;
    /** @type {[string, unknown][]} */
    const attributes = this.getAttributeNames().map((name) => [name, this.getAttribute(name)]);
    this.#store.open([...earlyProperties(/** @type {any} */ (this)), ...attributes]);
    this.#stage.playback.begin(this.settings);
  }

  /** What counts now: frozen and consistent. @returns {Settings} */
  get settings() {
    return this.#store.settings;
  }

  /** What is seen, in a sentence with its numbers; empty until the core is loaded. @returns {string} */
  get description() {
    return this.#stage.description;
  }

  /** The settings as a link's query, `v=1&figure=…`. */
  get link() {
    return writeLink(this.settings);
  }

  /** @returns {boolean} */
  get playing() {
    return this.#stage.playback.playing;
  }

  /** The playhead, a real number from 0 to positions − 1. Setting it pauses there. @returns {number} */
  get position() {
    return this.#stage.playback.position;
  }

  set position(position) {
    this.change({ at: position });
  }

  play() {
    this.#open();
    this.#stage.play();
  }

  pause() {
    this.#stage.pause();
  }

  /**
   * Asks for new settings; a bad value is refused in words, and the last good one stays.
   *
   * @param {import('../settings/index.js').Patch} patch
   * @returns {readonly Problem[]} what was wrong
   */
  change(patch) {
    this.#open();
    const before = this.settings;
    const problems = this.#store.change(patch);
    const refused = this.#stage.judge(patch);
    this.#follow(before);
    return [...problems, ...refused];
  }

  /** Says in words what was wrong elsewhere, as with the link that opened the page. @param {readonly Problem[]} problems */
  report(problems) {
    this.#store.report(problems);
    this.#stage.draw();
  }

  /** Back to what the figure opened with. */
  reset() {
    const before = this.settings;
    this.#store.reset();
    this.#follow(before);
    this.#stage.reset();
  }

  /** @param {Settings} before */
  #follow(before) {
    const { settings } = this;
    if (settings === before) {
      this.#stage.draw();
      return;
    }
    this.#stage.playback.follow(settings, before);
    this.#stage.draw();
    if (settings.theme !== before.theme && this.#environment) this.#stage.adapt(this.#environment);
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('change', { detail: { settings: this.settings } }));
  }
}

/**
 * Properties that were set before the class was known hide the class's own: they are taken off.
 *
 * @param {Record<string, unknown>} element
 * @returns {[string, unknown][]}
 */
function earlyProperties(element) {
  return [...table.map(({ name }) => [name, name]), ['position', 'at']]
    .filter(([property = '']) => Object.hasOwn(element, property))
    .map(([property = '', name = '']) => {
      const value = element[property];
      delete element[property];
      return [attributeName(name), value];
    });
}

for (const { name } of table) {
  Object.defineProperty(RopeScope.prototype, name, {
    get() {
      return this.settings[name];
    },
    set(value) {
      this.change({ [name]: value });
    },
    enumerable: true,
    configurable: true,
  });
}
