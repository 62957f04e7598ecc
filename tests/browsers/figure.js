import { until } from './support.js';

/** @typedef {import('./adapter/index.js').Page} Page */
/** @typedef {{ x: number, y: number, width: number, height: number, centerX: number, centerY: number }} Box */

/** A `<rope-scope>` on a page, used as a reader and a script would. */
export class Figure {
  /** @param {Page} page @param {string} [selector] */
  constructor(page, selector = 'rope-scope') {
    this.page = page;
    this.selector = selector;
  }

  /**
   * Runs a function in the page with the element as its first argument.
   * @param {Function} code
   * @param {...unknown} args
   * @returns {Promise<any>}
   */
  ask(code, ...args) {
    const rest = args.map((arg) => `, ${JSON.stringify(arg)}`).join('');
    return this.page.evaluate(`(${code})(document.querySelector(${JSON.stringify(this.selector)})${rest})`);
  }

  /** Waits until it has drawn. @returns {Promise<this>} */
  async ready() {
    const drawn = (/** @type {HTMLElement} */ element) =>
      !!element?.shadowRoot?.querySelector('figcaption:not(:empty)') &&
      'description' in element &&
      !!element.description;
    await until(() => this.ask(drawn), Boolean, `${this.selector} draws`, 20000);
    await this.frames();
    return this;
  }

  /** Waits for two frames, after which what was asked for is drawn. */
  frames() {
    return this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
    );
  }

  /** @param {string} name of a property @returns {Promise<any>} */
  get(name) {
    return this.ask((/** @type {any} */ element, /** @type {string} */ key) => element[key], name);
  }

  /** @returns {Promise<import('../../web/settings/index.js').Settings>} */
  settings() {
    return this.get('settings');
  }

  /** @returns {Promise<string>} */
  description() {
    return this.get('description');
  }

  /**
   * Text of what a selector finds inside, or undefined.
   * @param {string} inner
   * @returns {Promise<string | undefined>}
   */
  text(inner) {
    const read = (/** @type {HTMLElement} */ element, /** @type {string} */ selector) =>
      element.shadowRoot?.querySelector(selector)?.textContent;
    return this.ask(read, inner);
  }

  /** Brings something inside into view. @param {string} inner @returns {Promise<Box>} where it is in the viewport */
  async box(inner) {
    const scroll = (/** @type {HTMLElement} */ element, /** @type {string} */ selector) =>
      element.shadowRoot?.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' });
    await this.ask(scroll, inner);
    await this.frames();
    const measure = (/** @type {HTMLElement} */ element, /** @type {string} */ selector) =>
      element.shadowRoot?.querySelector(selector)?.getBoundingClientRect().toJSON();
    const { x, y, width, height } = await this.ask(measure, inner);
    return { x, y, width, height, centerX: Math.round(x + width / 2), centerY: Math.round(y + height / 2) };
  }

  /** Presses what may leave the page, in which nothing can be waited for. @param {string} inner */
  async press(inner) {
    const { centerX: x, centerY: y } = await this.box(inner);
    await this.page.pointer([{ type: 'move', x, y }, { type: 'down' }, { type: 'up' }]);
  }

  /** @param {string} inner */
  async click(inner) {
    await this.press(inner);
    await this.frames();
  }

  /**
   * Pixels of the canvases as they are drawn now. They are read from a copy: reading the original would make Chromium
   * warn and draw it differently. Firefox encodes equal pixels in different ways, so `data:` URLs cannot be compared.
   * @param {string} inner
   * @returns {Promise<{ size: string, hash: string, colors: number }[]>} an empty canvas has one colour
   */
  pixels(inner) {
    const read = (/** @type {HTMLElement} */ element, /** @type {string} */ selector) => {
      /** @type {NodeListOf<HTMLCanvasElement> | undefined} */
      const canvases = element.shadowRoot?.querySelectorAll(selector);
      return Array.from(canvases ?? [], ({ width, height }, i) => {
        const copy = document.createElement('canvas');
        Object.assign(copy, { width, height });
        const context = copy.getContext('2d', { willReadFrequently: true });
        const source = canvases?.[i];
        if (!context || !source || width * height === 0) return { size: '0 × 0', hash: '', colors: 0 };
        context.drawImage(source, 0, 0);
        const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
        let [a, b] = [0x811c9dc5, 0x9e3779b9];
        for (const pixel of pixels) {
          a = Math.imul(a ^ pixel, 0x01000193);
          b = Math.imul(b ^ pixel ^ (b >>> 15), 0x85ebca6b);
        }
        const hash = [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
        return { size: `${width} × ${height}`, hash, colors: new Set(pixels).size };
      });
    };
    return this.ask(read, inner);
  }

  /** The plots as they are drawn now, to be compared. @returns {Promise<string[]>} */
  async pictures() {
    return (await this.pixels('.plot canvas')).map(({ size, hash }) => `${size}, ${hash}`);
  }

  /** How many colours each plot and strip holds. @returns {Promise<number[]>} */
  async colors() {
    return (await this.pixels('canvas')).map(({ colors }) => colors);
  }

  /**
   * Types into a setting's own text box in place of what stands there.
   * @param {string} name of the setting
   * @param {string} text
   * @param {(text: string) => Promise<unknown>} [type] another way to get the text there
   */
  async typeInto(name, text, type = (characters) => this.page.type(characters)) {
    await this.click(`[data-control="${name}"] input[type="text"]`);
    await this.page.keys('Control+a', 'Backspace');
    await type(text);
    await this.page.keys('Enter');
    await this.frames();
  }

  /**
   * Moves the focus out of what has it: a reader's own text is not corrected while they are in it.
   */
  async blur() {
    await this.ask((/** @type {HTMLElement} */ element) => {
      const active = element.shadowRoot?.activeElement;
      if (active instanceof HTMLElement) active.blur();
    });
    await this.frames();
  }

  /** The visible complaints about a setting. @param {string} name @returns {Promise<string[]>} */
  problems(name) {
    const read = (/** @type {HTMLElement} */ element, /** @type {string} */ selector) =>
      Array.from(element.shadowRoot?.querySelectorAll(selector) ?? [])
        .filter((problem) => problem.checkVisibility())
        .map((problem) => problem.textContent);
    return this.ask(read, `[data-problem="${name}"]`);
  }

  /**
   * A point of a plot where the pointer finds the arrow of a position. The search hovers with events of its own, as a
   * thousand moves of a driver's mouse take a minute.
   * @param {string} panel
   * @param {number} position
   * @returns {Promise<{ x: number, y: number }>}
   */
  async findArrow(panel, position) {
    const selector = `canvas[data-panel="${panel}"]`;
    await this.box(selector);
    const search = (
      /** @type {HTMLElement} */ element,
      /** @type {string} */ inner,
      /** @type {number} */ wanted,
    ) => {
      const canvas = element.shadowRoot?.querySelector(inner);
      const readout = canvas?.parentElement?.querySelector('.readout');
      const pattern = new RegExp(`position ${wanted}:`);
      if (!canvas || !readout) return undefined;
      const { left, top, right, bottom } = canvas.getBoundingClientRect();
      for (let y = Math.ceil(top) + 4; y < bottom; y += 6) {
        for (let x = Math.ceil(left) + 4; x < right; x += 6) {
          const place = { clientX: x, clientY: y, bubbles: true, composed: true };
          canvas.dispatchEvent(new PointerEvent('pointermove', place));
          if (pattern.test(readout.textContent ?? '')) return { x, y: y + 4 };
        }
      }
      return undefined;
    };
    const point = await this.ask(search, selector, position);
    if (!point) throw new Error(`no arrow of position ${position} in ${panel}`);
    return point;
  }
}
