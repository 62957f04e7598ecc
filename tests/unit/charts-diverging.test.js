import { describe, expect, it } from 'vitest';
import { contrast, fromHex, linearToOklab, palette, positionColors } from '../../web/charts/colors.js';
import { divergingColor, divergingColors, divergingPixels, STEPS } from '../../web/charts/diverging.js';

/** @typedef {[number, number, number]} Triple */

/** @param {string} hex */
const labOf = (hex) => linearToOklab(fromHex(hex));

/** @param {Triple} a @param {Triple} b */
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/**
 * Linear sRGB as it looks to people without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1.
 * @type {Record<string, number[]>}
 */
const blindness = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** @param {string} hex @param {string} kind */
function seen(hex, kind) {
  const [r, g, b] = fromHex(hex);
  const m = /** @type {number[]} */ (blindness[kind]);
  const at = (/** @type {number} */ i) =>
    Math.min(1, Math.max(0, Number(m[i]) * r + Number(m[i + 1]) * g + Number(m[i + 2]) * b));
  return linearToOklab([at(0), at(3), at(6)]);
}

describe.each(/** @type {const} */ (['light', 'dark']))('the diverging colours, %s', (scheme) => {
  const colors = divergingColors(scheme);
  const arm = (/** @type {1 | -1} */ sign) =>
    Array.from({ length: STEPS + 1 }, (_, i) => labOf(/** @type {string} */ (colors[STEPS + sign * i])));

  it('have the plot’s colour at zero, in the middle', () => {
    expect(colors).toHaveLength(2 * STEPS + 1);
    expect(colors[STEPS]).toBe(palette(scheme).plot);
    expect(divergingColor(0, scheme)).toBe(palette(scheme).plot);
  });

  it.each(/** @type {const} */ ([1, -1]))('go one way in lightness from zero to the end (%i)', (sign) => {
    const way = scheme === 'light' ? -1 : 1;
    const lightness = arm(sign).map(([l]) => l);
    for (let i = 8; i <= STEPS; i += 8)
      expect(way * (Number(lightness[i]) - Number(lightness[i - 8]))).toBeGreaterThan(0);
  });

  it.each(/** @type {const} */ ([1, -1]))('take even steps to the eye (%i)', (sign) => {
    const places = arm(sign).filter((_, i) => i % 64 === 0);
    const steps = places.slice(1).map((place, i) => distance(place, /** @type {Triple} */ (places[i])));
    const mean = steps.reduce((a, b) => a + b, 0) / steps.length;
    for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.12);
  });

  it('are as light for a value as for its opposite', () => {
    const [positive, negative] = [arm(1), arm(-1)];
    for (let i = 0; i <= STEPS; i += 1)
      expect(Math.abs(Number(positive[i]?.[0]) - Number(negative[i]?.[0]))).toBeLessThan(0.012);
  });

  it('end in colours that stand off the ground', () => {
    const { plot, paper } = palette(scheme);
    for (const end of [-1, 1]) {
      for (const ground of [plot, paper])
        expect(contrast(fromHex(divergingColor(end, scheme)), fromHex(ground))).toBeGreaterThan(4.5);
    }
  });

  it.each(Object.keys(blindness))('keep a value from its opposite under %s', (kind) => {
    for (const value of [0.25, 0.5, 0.75, 1]) {
      const apart = distance(
        seen(divergingColor(value, scheme), kind),
        seen(divergingColor(-value, scheme), kind),
      );
      expect(apart, `±${value}`).toBeGreaterThan(0.07);
    }
  });

  it('are no colour of a position', () => {
    const marks = positionColors(32, scheme).mark.map(labOf);
    for (let i = 0; i <= 2 * STEPS; i += 64) {
      const color = labOf(/** @type {string} */ (colors[i]));
      for (const mark of marks) expect(distance(color, mark)).toBeGreaterThan(0.06);
    }
  });

  it('are the same as pixels', () => {
    const bytes = new Uint8Array(divergingPixels(scheme).buffer);
    for (const step of [0, 1, STEPS - 1, STEPS, STEPS + 7, 2 * STEPS]) {
      const [red, green, blue, alpha] = bytes.subarray(4 * step, 4 * step + 4);
      const hex = [red, green, blue].map((byte) => Number(byte).toString(16).padStart(2, '0')).join('');
      expect(`#${hex}`).toBe(colors[step]);
      expect(alpha).toBe(255);
    }
  });

  it('clamp what lies beyond the ends', () => {
    expect(divergingColor(7, scheme)).toBe(colors.at(-1));
    expect(divergingColor(-7, scheme)).toBe(colors[0]);
  });
});
