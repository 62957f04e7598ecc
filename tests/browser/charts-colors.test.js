import { describe, expect, test } from 'vitest';
import { contrast, fromHex, linearToOklab, mix, oklchToLinear } from '../../web/charts/colors.js';
import { colorAt, palette, positionColors, textColorAt } from '../../web/charts/index.js';

/** @typedef {import('../../web/charts/colors.js').Scheme} Scheme */

/** @type {Scheme[]} */
const schemes = ['light', 'dark'];
const hexes = /^#[0-9a-f]{6}$/;

/** @param {string} hex */
const labOf = (hex) => linearToOklab(fromHex(hex));

/** @param {string[]} colors @returns {number[]} distances of neighbours in OKLab */
const stepsOf = (colors) =>
  colors.slice(1).map((color, i) => {
    const [a, b] = [labOf(color), labOf(/** @type {string} */ (colors[i]))];
    return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  });

describe.each(schemes)('position colours, %s', (scheme) => {
  const { paper, plot, ink, soft, accent } = palette(scheme);

  test('words and numbers can be read on plot and paper, for any count of positions', () => {
    const counts = [1, 2, 3, 10, 20, 200, 1000, 4096];
    const least = counts
      .flatMap((count) => positionColors(count, scheme).text)
      .map((color) => {
        const linear = fromHex(color);
        return Math.min(contrast(linear, fromHex(plot)), contrast(linear, fromHex(paper)));
      });
    expect(Math.min(...least)).toBeGreaterThanOrEqual(4.5);
  });

  test('ink, soft ink and accent can be read on plot and paper', () => {
    for (const color of [ink, soft, accent]) {
      for (const ground of [plot, paper]) {
        expect(contrast(fromHex(color), fromHex(ground))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test('there is a colour of sRGB for each position', () => {
    for (const count of [1, 2, 37, 4096]) {
      const { mark, text } = positionColors(count, scheme);
      expect(mark).toHaveLength(count);
      expect(text).toHaveLength(count);
      expect([...mark, ...text].every((color) => hexes.test(color))).toBe(true);
    }
  });

  test('lightness rises evenly, and hue by 143 degrees', () => {
    const labs = positionColors(50, scheme).mark.map(labOf);
    const lightness = labs.map((lab) => lab[0]);
    const rises = lightness.slice(1).map((l, i) => l - Number(lightness[i]));
    const even = (Number(lightness.at(-1)) - Number(lightness[0])) / 49;
    for (const rise of rises) expect(Math.abs(rise - even)).toBeLessThan(0.004);
    const hues = labs.map(([, a, b]) => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360);
    expect(hues[0]).toBeCloseTo(272, 0);
    expect(hues.at(-1)).toBeCloseTo(55, 0);
  });

  test('neighbours differ alike', () => {
    const steps = stepsOf(positionColors(10, scheme).mark);
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(2);
    expect(Math.min(...steps)).toBeGreaterThan(0.03);
  });

  test('a colour of the sequence keeps its lightness and hue where sRGB has less chroma', () => {
    const [l, a, b] = labOf(colorAt(1, scheme));
    const wanted = linearToOklab(oklchToLinear(scheme === 'light' ? 0.64 : 0.84, 0.17, 55));
    expect(l).toBeCloseTo(wanted[0], 2);
    expect(Math.atan2(b, a)).toBeCloseTo(Math.atan2(wanted[2], wanted[1]), 1);
  });
});

test('a place in the sequence outside 0 to 1, or no number, is clamped', () => {
  expect(colorAt(-3, 'light')).toBe(colorAt(0, 'light'));
  expect(colorAt(7, 'light')).toBe(colorAt(1, 'light'));
  expect(textColorAt(Number.NaN, 'dark')).toBe(textColorAt(0, 'dark'));
});

test('the first and last of a count are the ends of the sequence, and a single position is the first', () => {
  const { mark } = positionColors(4096, 'light');
  expect([mark[0], mark.at(-1)]).toEqual([colorAt(0, 'light'), colorAt(1, 'light')]);
  expect(positionColors(1, 'dark').mark).toEqual([colorAt(0, 'dark')]);
});

test('mixing ends at the colours that are mixed', () => {
  expect(mix('#3348d1', '#ffffff', 1)).toBe('#3348d1');
  expect(mix('#3348d1', '#ffffff', 0)).toBe('#ffffff');
});

test('an unknown scheme is refused by name', () => {
  expect(() => palette(/** @type {any} */ ('sepia'))).toThrow('scheme must be light or dark, got sepia');
});

test('more positions than eyes tell apart share colours, from the first to the last', () => {
  const { mark, text } = positionColors(20_000, 'light');
  expect([mark.length, text.length]).toEqual([20_000, 20_000]);
  expect([mark[0], mark.at(-1)]).toEqual([colorAt(0, 'light'), colorAt(1, 'light')]);
  expect(new Set(mark).size).toBeLessThanOrEqual(4096);
  expect(mark[10_000]).toBe(positionColors(4096, 'light').mark[2048]);
});
