import { afterEach, describe, expect, it } from 'vitest';
import { figure, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
});

const figureNames = [
  'vectors',
  'clocks',
  'comparison',
  'decay',
  'heatmap',
  'pairing',
  'precision',
  'scores',
  'spectrum',
  'training',
];

/** @param {Scope} element @returns {string[]} what reaches beyond the figure, unless a part of it scrolls or cuts */
function beyond(element) {
  const frame = part(element, '.frame');
  if (frame.scrollWidth <= frame.clientWidth) return [];
  const edge = frame.getBoundingClientRect().right + 1;
  const seen = Array.from(element.shadowRoot?.querySelectorAll('figure *') ?? []);
  const wide = seen.filter((inner) => inner.getBoundingClientRect().right > edge);
  return [
    `${frame.scrollWidth} of ${frame.clientWidth}`,
    ...wide.map((inner) => `${inner.localName}.${inner.className}`),
  ];
}

describe.each([280, 320, 680])('nothing is wider than its figure at %i pixels', (width) => {
  it.each(figureNames)('in %s', async (name) => {
    document.body.style.width = `${width}px`;
    for (const word of ['w'.repeat(100), 'm'.repeat(1000)]) {
      for (const positions of ['1', '3']) {
        const element = await figure({ figure: name, text: word, positions, at: '0' });
        expect(beyond(element), `${word.length} letters, ${positions} positions`).toEqual([]);
        element.remove();
      }
    }
    const element = await figure({
      figure: name,
      text: `${'a'.repeat(300)} b`,
      base: 'x'.repeat(500),
      config: `{"${'k'.repeat(400)}":1}`,
    });
    expect(beyond(element)).toEqual([]);
  });
});

it('nothing reaches beyond a figure without a box of its own where there is no room', async () => {
  document.body.style.width = '100px';
  const element = await figure({ figure: 'comparison', style: 'display: contents' });
  expect(beyond(element)).toEqual([]);
});
