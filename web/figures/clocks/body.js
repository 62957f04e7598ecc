import { h } from '../../dom/index.js';
import { DialGroup } from './dial-group.js';

/** @typedef {import('./compute.js').ClocksData} ClocksData */
/** @typedef {import('../figure.js').BodyHost} BodyHost */
/** @typedef {import('../figure.js').Scheme} Scheme */

/** The dials of a model, a group for each type of its layers. */
export class ClocksBody {
  element = h('div', { class: 'clocks' });
  #host;
  #scheme;
  /** @type {DialGroup[]} */
  #groups = [];

  /** @param {BodyHost} host */
  constructor(host) {
    this.#host = host;
    this.#scheme = host.scheme;
  }

  /** @type {import('../figure.js').Body<ClocksData>['set']} */
  set({ data, colors, description }) {
    const { groups } = data;
    while (this.#groups.length > groups.length) {
      const group = this.#groups.pop();
      group?.destroy();
      group?.element.remove();
    }
    while (this.#groups.length < groups.length) {
      const group = new DialGroup(this.#host, this.#scheme);
      this.#groups.push(group);
      this.element.append(group.element);
    }
    groups.forEach((group, i) => {
      this.#groups[i]?.set(data, group, { colors, description, share: groups.length });
    });
  }

  /** @param {number} position @param {boolean} withText @returns {undefined} */
  frame(position, withText) {
    for (const group of this.#groups) group.frame(position, withText);
  }

  /** @param {Scheme} scheme */
  scheme(scheme) {
    this.#scheme = scheme;
    for (const group of this.#groups) group.scheme(scheme);
  }

  destroy() {
    for (const group of this.#groups) group.destroy();
    this.#groups = [];
  }
}
