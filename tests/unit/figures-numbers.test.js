import { describe, expect, test } from 'vitest';
import {
  brief,
  bytesText,
  fixed,
  lossText,
  many,
  percent,
  perplexityText,
  short,
  timeText,
} from '../../web/figures/shared/numbers.js';

describe('numbers in words', () => {
  test.each([
    [0, '0'],
    [0.5, '0.5'],
    [-12.345, '−12.3'],
    [1234.6, '1235'],
    [1e6, '1·10⁶'],
    [-1e6, '−1·10⁶'],
    [999_999.4, '999999'],
    [1000, '1000'],
    [999.4, '999'],
    [1e-4, '0.0001'],
    [0.000099, '9.9·10⁻⁵'],
    [-0.0000123, '−1.23·10⁻⁵'],
  ])('are brief: %d', (value, text) => expect(brief(value)).toBe(text));

  test.each([
    [0, '0.00'],
    [-0.001, '−0.001'],
    [2.345678, '2.35'],
    [0.005, '0.01'],
    [0.0049, '0.0049'],
    [999_999.5, '999999.50'],
    [1e6, '1·10⁶'],
    [2e6, '2·10⁶'],
  ])('have so many decimals where these say something: %d', (value, text) =>
    expect(fixed(value, 2)).toBe(text),
  );

  test('have as many decimals as the numbers beside them', () => {
    expect(fixed(0.001, 2, 5)).toBe('0.00');
    expect(fixed(-0.001, 2, 5)).toBe('0.00');
    expect(fixed(-0.005, 3, 5)).toBe('−0.005');
    expect(fixed(5, 2, 1e6)).toBe('5');
  });

  test.each([
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [Number.NaN, 'no number'],
  ])('are words and signs where they are not finite: %d', (value, text) => {
    expect(brief(value)).toBe(text);
    expect(fixed(value, 2)).toBe(text);
  });
});

describe('a measured number in words', () => {
  test.each([
    [lossText, 0.0099, '0.0099'],
    [lossText, 0.01, '0.01'],
    [lossText, 12.346, '12.35'],
    [lossText, 1e307, '1·10³⁰⁷'],
    [lossText, 1.1e307, 'over\u00a010³⁰⁷'],
    [perplexityText, 1, '1.00'],
    [perplexityText, 999.99, '999.99'],
    [perplexityText, 1000, '1000'],
    [perplexityText, 1234.5, '1235'],
    [perplexityText, Number.MAX_VALUE, 'over\u00a010³⁰⁷'],
    [percent, 0.1234, '12\u00a0%'],
    [percent, 0.001234, '0.12\u00a0%'],
    [percent, 12.34, '1,200\u00a0%'],
    [short, 999.4, '999'],
    [short, 999.5, '1,000'],
    [short, 12_345.6, '12,346'],
    [short, 999_999, '999,999'],
    [short, 1e6, '1·10⁶'],
    [timeText, 0, 'too quick for this clock'],
    [timeText, 0.5, '0.5 ms'],
    [timeText, 1234.4, '1,234 ms'],
    [bytesText, 999, '999 bytes'],
    [bytesText, 1000, '1 kB'],
    [bytesText, 999_400, '999 kB'],
    [bytesText, 1e6, '1 MB'],
    [bytesText, 1_536_000, '1.54 MB'],
  ])('is said by %o of %d', (say, value, text) => expect(say(value)).toBe(text));

  test('has its noun in the plural unless there is one', () => {
    expect([0, 1, 5000].map((count) => many(count, 'position'))).toEqual([
      '0 positions',
      '1 position',
      '5,000 positions',
    ]);
  });
});
