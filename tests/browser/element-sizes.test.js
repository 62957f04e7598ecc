import { afterEach, describe, expect, it, vi } from 'vitest';
import { figure, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.body.style.width = '';
});

/** @param {Scope} element @param {string} selector */
const all = (element, selector) =>
  /** @type {HTMLElement[]} */ (Array.from(element.shadowRoot?.querySelectorAll(selector) ?? []));

const long = {
  base: '1000000000',
  'trained-length': '16777216',
  'sequence-length': '16777216',
  scaling: 'dynamic',
  factor: '123.4',
};

describe('number fields', () => {
  it.each([280, 300, 350, 400, 430, 479, 500, 600, 744, 1000])(
    'show their longest numbers whole at %i pixels',
    async (width) => {
      document.body.style.width = `${width}px`;
      for (const name of ['clocks', 'spectrum', 'heatmap', 'vectors']) {
        const element = await figure({ figure: name, ...long });
        const fields = /** @type {HTMLInputElement[]} */ (
          all(element, '.slider input[type=text]').filter((field) => field.offsetWidth > 0)
        );
        expect(fields.length).toBeGreaterThan(2);
        for (const field of fields) {
          const what = `${field.value} in ${name}`;
          expect(field.scrollWidth, what).toBeLessThanOrEqual(field.clientWidth);
          const label = /** @type {HTMLElement} */ (field.previousElementSibling);
          expect(label.scrollWidth, what).toBeLessThanOrEqual(label.clientWidth);
          const control = /** @type {HTMLElement} */ (field.closest('.control')).getBoundingClientRect();
          expect(field.getBoundingClientRect().right, what).toBeLessThanOrEqual(control.right + 0.5);
          expect(label.getBoundingClientRect().left, what).toBeGreaterThanOrEqual(control.left - 0.5);
          expect(label.getBoundingClientRect().width, what).toBeGreaterThan(30);
        }
        element.remove();
      }
    },
  );
});

describe('links', () => {
  it('are tall enough for a finger', async () => {
    const element = await figure({ figure: 'spectrum' });
    const links = [part(element, '[part=link]'), ...all(element, '.curves-list a')];
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  });
});

describe('a hint', () => {
  it.each([
    ['heatmap', '.cell', 'Tap a cell to read it.', 'Point at a cell to read it. Drag to zoom in.'],
    [
      'spectrum',
      '.reading',
      'Tap a curve to read a pair.',
      'Point at a curve, or use the arrow keys, to read a pair.',
    ],
  ])('asks fingers to tap in %s', async (name, selector, tap, aim) => {
    const pointed = await figure({ figure: name });
    expect(part(pointed, selector).textContent).toBe(aim);
    pointed.remove();
    const real = window.matchMedia.bind(window);
    vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
      const list = real(query);
      if (query.includes('hover: none')) Object.defineProperty(list, 'matches', { value: true });
      return list;
    });
    expect(part(await figure({ figure: name }), selector).textContent).toBe(tap);
  });
});

describe('numbers in the sentence', () => {
  /** @param {Scope} element */
  const bold = (element) => all(element, 'figcaption b').map(({ textContent }) => textContent);

  it('are bold where they were computed, whatever their size', async () => {
    const models = 'own gemma-4 llama-2-7b';
    const element = await figure({ figure: 'spectrum', models, 'sequence-length': '50000' });
    expect(element.description).toContain('none unfinished in 131072');
    expect(element.description).toContain('the slowest in 188 positions');
    expect(bold(element)).toEqual(['54410', '58470', '188', '54410']);
  });

  it('are not bold where a reader has set them, or a model’s training', async () => {
    const clocks = await figure({ figure: 'clocks', 'trained-length': '131072' });
    expect(clocks.description).toContain('131072 positions of training');
    expect(bold(clocks)).toEqual(['6.28', '47117']);
    clocks.remove();
    const spectrum = await figure({
      figure: 'spectrum',
      models: 'own',
      scaling: 'dynamic',
      factor: '2.5',
      'sequence-length': '50000',
    });
    expect(spectrum.description).toContain('dynamic scaling by 2.5 for a text of 50000 positions');
    expect(bold(spectrum)).toEqual(['1.58·10⁶', '306110.34']);
    spectrum.remove();
    const heatmap = await figure({ figure: 'heatmap', positions: '500', table: 'cos' });
    expect(bold(heatmap)).toEqual(['−1.00', '1.00', '6.28', '54410']);
  });

  it('are not bold in names', async () => {
    const element = await figure({ figure: 'spectrum', models: 'llama-3-1-8b' });
    expect(bold(element)).toEqual([
      '2.05·10⁷',
      ...['0.8282', '0.6437', '0.4935', '0.3711', '0.2714', '0.1902'],
    ]);
  });
});
