import { describe, expect, test } from 'vitest';
import { brief, fixed } from '../../web/figures/shared/numbers.js';

describe('numbers in words', () => {
  test.each([
    [0, '0'],
    [0.5, '0.5'],
    [-12.345, '−12.3'],
    [1234.6, '1235'],
    [1e6, '1·10⁶'],
    [-0.0000123, '−1.23·10⁻⁵'],
  ])('are brief: %d', (value, text) => expect(brief(value)).toBe(text));

  test.each([
    [0, '0.00'],
    [-0.001, '−0.001'],
    [2.345678, '2.35'],
    [2e6, '2·10⁶'],
  ])('have so many decimals where these say something: %d', (value, text) =>
    expect(fixed(value, 2)).toBe(text),
  );

  test.each([
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [Number.NaN, 'no number'],
  ])('are words and signs where they are not finite: %d', (value, text) => {
    expect(brief(value)).toBe(text);
    expect(fixed(value, 2)).toBe(text);
  });
});
