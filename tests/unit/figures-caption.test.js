import { describe, expect, test } from 'vitest';
import { allMarked, marked, partsOf, plain } from '../../web/figures/shared/caption.js';

/** What stands out. @param {string} caption */
const bold = (caption) => partsOf(caption).filter((_, i) => i % 2 === 1);

describe('a number that was computed', () => {
  test.each([
    ['0.50', ['0.50']],
    ['−1.58·10⁻⁶', ['−1.58·10⁻⁶']],
    ['from −45.0° to 3°', ['−45.0°', '3°']],
    ['over 10³⁰⁷', ['10³⁰⁷']],
    ['12\u00a0% and 5 %', ['12', '5']],
    ['131,071 of 54410', ['131,071', '54410']],
    ['0.0064 with sinusoidal and 2.5 with rotary', ['0.0064', '2.5']],
  ])('stands out, as in “%s”', (text, numbers) => {
    expect(bold(`given 7.5: ${marked(text)}, given 8.5`)).toEqual(numbers);
  });

  test.each(['12 of 64 pairs', 'at 4,096', '−12', '∞'])(
    'does not where it reads as a count: “%s”',
    (text) => {
      expect(bold(marked(text))).toEqual([]);
    },
  );

  test('does in any case where all shall', () => {
    expect(bold(`every ${allMarked('188')} positions`)).toEqual(['188']);
  });
});

test('a sentence is the same with its marks and without', () => {
  const text = 'Turning keeps the magnitude at 1.414 and adds 57.3° at each of 10 steps.';
  expect(plain(marked(text))).toBe(text);
  expect(partsOf(marked(text)).join('')).toBe(text);
  expect(plain(text)).toBe(text);
});
