import { afterEach, expect, it } from 'vitest';
import { figure } from './element-support.js';

afterEach(() => document.body.replaceChildren());

it.each(['vectors', 'clocks', 'heatmap', 'scores', 'decay', 'pairing'])(
  'what a reader typed is marked wherever %s shows it',
  async (name) => {
    const element = await figure({
      figure: name,
      text: 'qzone qztwo qzthree qzfour',
      positions: '3',
      at: '1',
    });
    const saying = Array.from(element.shadowRoot?.querySelectorAll('.root *') ?? []).filter((part) => {
      const own = Array.from(part.childNodes, (node) => (node instanceof Text ? node.data : ''));
      const aside = ['aria-label', 'aria-valuetext', 'title'].map((attribute) =>
        part.getAttribute(attribute),
      );
      return /qz/.test([...own, ...aside, 'value' in part ? part.value : ''].join(' '));
    });
    expect(saying.filter((part) => !part.closest('[data-reader]'))).toEqual([]);
  },
);
