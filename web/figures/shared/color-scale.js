import { divergingColor } from '../../charts/diverging.js';
import { h } from '../../dom/index.js';

/** Colours along the bar: so many that the steps between them are not seen. */
const STOPS = 32;

export const colorScaleStyles = `
.color-scale { display: flex; align-items: baseline; gap: 10px; color: var(--soft); font-size: 12px; }
.ruler { display: grid; grid-template-columns: auto 1fr auto; width: 220px; }
.ruler span:nth-child(3) { text-align: center; }
.bar { grid-column: 1 / -1; height: 12px; border: 1px solid var(--line); border-radius: 2px; }
@media (forced-colors: active) { .bar { forced-color-adjust: none; } }
`;

/** The scale of the colours: a bar with the numbers at its ends and at zero. */
export class ColorScale {
  #bar = h('span.bar', { 'aria-hidden': 'true' });
  #ends = [h('span'), h('span'), h('span')];

  /** @param {string} [quantity] */
  constructor(quantity = 'value') {
    this.element = h(
      'p.color-scale',
      { role: 'img' },
      h('span', quantity),
      h('span.ruler', this.#bar, ...this.#ends),
    );
  }

  /** @param {number} limit @param {boolean} isOpen whether there are values beyond @param {'light' | 'dark'} scheme */
  set(limit, isOpen, scheme) {
    const [low, high] = endsOf(limit, isOpen);
    for (const [i, text] of [low, '0', high].entries()) this.#ends[i].textContent = text;
    this.element.setAttribute(
      'aria-label',
      `Colours from blue-green at ${low} through the ground’s colour at 0 to gold at ${high}.`,
    );
    const stops = Array.from({ length: STOPS + 1 }, (_, i) => divergingColor((2 * i) / STOPS - 1, scheme));
    this.#bar.style.backgroundImage = `linear-gradient(to right, ${stops.join(', ')})`;
  }
}

/** @param {number} limit @param {boolean} isOpen whether there are values beyond */
const endsOf = (limit, isOpen) => (isOpen ? [`≤ −${limit}`, `≥ ${limit}`] : [`−${limit}`, `${limit}`]);

/** The same in words. @param {number} limit @param {boolean} isOpen */
export function scaleText(limit, isOpen) {
  const [low, high] = endsOf(limit, isOpen);
  return `blue-green ${low}, gold ${high}`;
}
