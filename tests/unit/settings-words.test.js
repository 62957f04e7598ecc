import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaults, fnv1a32, wordRow, wordRows, words } from '../../web/settings/index.js';
import { processorTime } from './processor-time.js';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const family = '👨‍👩‍👧‍👦';

describe('the words of a text', () => {
  test('are those of the default sentence', () => {
    expect(words(defaults.text)).toEqual(defaults.text.split(' '));
    expect(words(defaults.text)).toHaveLength(defaults.positions);
  });

  test.each([
    ['Chinese', '我喜欢猫。', ['我', '喜欢', '猫']],
    ['Japanese', '私は猫が好きです。', ['私', 'は', '猫', 'が', '好き', 'です']],
    ['Thai', 'ฉันรักแมว', ['ฉัน', 'รัก', 'แมว']],
    ['Arabic', 'أنا أحب القطط، نعم', ['أنا', 'أحب', 'القطط', 'نعم']],
    ['Hindi', 'मुझे बिल्लियाँ पसंद हैं।', ['मुझे', 'बिल्लियाँ', 'पसंद', 'हैं']],
    ['Korean', '고양이를 좋아해요!', ['고양이를', '좋아해요']],
    ['Greek', 'Μου αρέσουν; οι γάτες', ['Μου', 'αρέσουν', 'οι', 'γάτες']],
  ])('are found in %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('are not broken by apostrophes and decimal points, but by hyphens', () => {
    expect(words('I don’t, you don\'t: 3.14 well-known "cats"?')).toEqual([
      'I',
      'don’t',
      'you',
      "don't",
      '3.14',
      'well',
      'known',
      'cats',
    ]);
  });

  test('include emoji, each sequence whole', () => {
    expect(words(`a ${family}, 👍🏽👍 ❤️ 🇫🇷!`)).toEqual(['a', family, '👍🏽', '👍', '❤️', '🇫🇷']);
  });

  test.each(['', ' \n\t', '—, … ! « »', '+ = $', '\u0301'])('are none in %j', (text) => {
    expect(words(text)).toEqual([]);
  });

  test('are found beside lone surrogates', () => {
    expect(words('a \ud800 b\udc00 c')).toHaveLength(3);
  });

  test('do not depend on a good language tag', () => {
    const sat = ['cats', 'sat'];
    for (const tag of ['en', '', 'not a tag!']) expect(words('cats sat', tag)).toEqual(sat);
    for (let i = 0; i < 40; i += 1) expect(words('cats sat', `en-x-${i}`)).toEqual(sat);
  });

  test('of the longest text are found at once', () => {
    const time = processorTime(() => {
      expect(words('cat '.repeat(5000))).toHaveLength(5000);
      words('x'.repeat(20000));
      words('猫'.repeat(20000));
    });
    expect(time).toBeLessThan(2000);
  });
});

describe('the words where Intl.Segmenter is missing', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('are parted by white space and punctuation', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    // A language that nobody asked for before, so that nothing is kept for it.
    expect(words('I don’t, 3.14 well-known मुझे बिल्लियाँ (“猫”).', 'nn')).toEqual([
      'I',
      'don’t',
      '3.14',
      'well',
      'known',
      'मुझे',
      'बिल्लियाँ',
      '猫',
    ]);
    expect(words(`a${family} 👍🏽👍 ❤️ 🇫🇷!`)).toEqual(['a', family, '👍🏽', '👍', '❤️', '🇫🇷']);
    expect(words(' — ')).toEqual([]);
    expect(words('\ud800')).toEqual([]);
  });
});

describe('the row of a word', () => {
  test('rests on FNV-1a as its authors publish it', () => {
    expect(fnv1a32(bytes(''))).toBe(0x811c9dc5);
    expect(fnv1a32(bytes('a'))).toBe(0xe40c292c);
    expect(fnv1a32(bytes('b'))).toBe(0xe70c2de5);
    expect(fnv1a32(bytes('foo'))).toBe(0xa9f37ed7);
    expect(fnv1a32(bytes('foobar'))).toBe(0xbf9cf968);
    expect(fnv1a32([0xff, 0x00, 0x00, 0x01])).toBe(0xc48fb86d);
  });

  test('is that hash modulo 10,000', () => {
    expect(wordRows).toBe(10000);
    expect(wordRow('a')).toBe(0xe40c292c % 10000);
    expect(wordRow('foobar')).toBe(0xbf9cf968 % 10000);
    expect(wordRow('猫')).toBe(fnv1a32([0xe7, 0x8c, 0xab]) % 10000);
  });

  test('is the same in upper and lower case, composed and decomposed', () => {
    expect(wordRow('The')).toBe(wordRow('the'));
    expect(wordRow('ÉTÉ')).toBe(wordRow('été'));
    expect(wordRow('caf\u00e9')).toBe(wordRow('cafe\u0301'));
    expect(wordRow('\u212b')).toBe(wordRow('å'));
  });

  test('is the same for every letter, however it is composed', () => {
    const odd = [];
    for (let code = 0xa0; code < 0x3000; code += 1) {
      const letter = String.fromCharCode(code);
      if (wordRow(letter.normalize('NFD')) !== wordRow(letter)) odd.push(letter);
    }
    expect(odd).toEqual([]);
  });

  test('is an integer from 0 to 9999 for any string, and spreads', () => {
    const rows = new Set();
    for (let i = 0; i < 2000; i += 1) {
      const row = wordRow(`word${i}`);
      expect(Number.isInteger(row) && row >= 0 && row < wordRows).toBe(true);
      rows.add(row);
    }
    expect(rows.size).toBeGreaterThan(1700);
    expect(wordRow('')).toBe(0x811c9dc5 % 10000);
    expect(wordRow('\ud800')).toBe(wordRow('\ufffd'));
  });
});
