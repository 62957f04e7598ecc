/** @import { SettingName } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import { check, format, parse, rowOf, table } from '../../web/settings/index.js';

/** @param {SettingName} name @param {unknown} value */
const problem = (name, value) => check(name, value).problem;

/** @param {SettingName} name @param {unknown} value */
const valued = (name, value) => {
  const result = check(name, value);
  if (result.problem !== undefined) throw new Error(result.problem);
  return result.value;
};

describe('a number', () => {
  test.each([
    ['10', 10],
    [' 10\n', 10],
    ['+10', 10],
    ['010', 10],
    ['10.0', 10],
    ['10.', 10],
    ['1e3', 1000],
    ['1E+3', 1000],
    ['400e-1', 40],
  ])('is read from %j as an integer', (text, value) => {
    expect(parse('positions', text)).toEqual({ value });
  });

  test.each([
    ['1e4', 10000],
    ['2.5', 2.5],
    ['.5e1', 5],
    ['.25e2', 25],
    ['\u00a07\u3000', 7],
  ])('is read from %j as a real', (text, value) => {
    expect(parse('base', text)).toEqual({ value });
  });

  test.each(['0', '-1', '\u22121', '2.5', '1000000000', '131073', '1e999', '1e-400'])(
    'such as %s outside of what is allowed is refused, and shown bare',
    (text) => {
      expect(problem('positions', text)).toBe(`positions must be an integer from 1 to 131072, got ${text}`);
    },
  );

  test.each([
    '',
    ' ',
    'ten',
    'NaN',
    'Infinity',
    '0x10',
    '1_000',
    '10px',
    '１０',
    '٣',
    '1 0',
    '1e',
    'e3',
    '.',
    '1.2.3',
  ])('is not read from %j', (text) => {
    expect(problem('positions', text)).toBe(`positions must be an integer from 1 to 131072, got "${text}"`);
    expect(problem('base', text)).toBe(`base must be a number from 1 to 1000000000, got "${text}"`);
  });

  test('with commas is refused with a hint, because readers do not agree what it says', () => {
    const allowed = 'base must be a number from 1 to 1000000000, written without commas';
    expect(problem('base', '10,000')).toBe(`${allowed}, got "10,000"`);
    expect(problem('base', '2,5')).toBe(`${allowed}, got "2,5"`);
    expect(problem('base', 'a,b')).toBe('base must be a number from 1 to 1000000000, got "a,b"');
    expect(rowOf('base')?.help).toContain('without a comma');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -1])(
    '%d is refused as a base',
    (value) => {
      expect(problem('base', value)).toBe(`base must be a number from 1 to 1000000000, got ${value}`);
    },
  );

  test('minus zero becomes zero', () => {
    for (const zero of ['-0', '\u22120', '-1e-999', -0]) {
      expect(valued('seed', zero)).toBe(0);
      expect(valued('at', zero)).toBe(0);
      expect(valued('vector', [1, zero === '-0' ? -0 : 0])).toEqual([1, 0]);
    }
    expect(valued('vector', '-0 \u22120')).toEqual([0, 0]);
  });

  test('reaches exactly to the ends of its range', () => {
    for (const row of table) {
      if (row.type !== 'integer' && row.type !== 'real') continue;
      expect(valued(row.name, row.min)).toBe(row.min);
      expect(valued(row.name, row.max)).toBe(row.max);
      expect(problem(row.name, row.min - 1e-6)).toContain('must be');
      expect(problem(row.name, row.max + 1e-6)).toContain('must be');
    }
  });

  test.each([[true], [null], [undefined], [7n], [[7]], [{}], [new Number(7)], [() => 7], [Symbol('7')]])(
    'is not made of another kind of value (case %#)',
    (value) => {
      expect(problem('positions', value)).toMatch(/^positions must be an integer from 1 to 131072, got /);
    },
  );

  test('that may be left out is not set by nothing at all', () => {
    for (const nothing of ['', ' ', null, undefined])
      expect(check('at', nothing)).toEqual({ value: undefined });
    expect(problem('at', 'end')).toBe('at must be a number from 0 to 131071, got "end"');
  });
});

describe('a choice', () => {
  test('is one of its values in any case', () => {
    expect(parse('pairing', ' Half ')).toEqual({ value: 'half' });
    expect(problem('pairing', 'both')).toBe('pairing must be interleaved or half, got "both"');
    expect(parse('model', ' GPT-OSS')).toEqual({ value: 'gpt-oss' });
    expect(problem('scaling', 'longrope')).toBe(
      'scaling must be none, linear, dynamic, ntk, yarn or llama3, got "longrope"',
    );
    expect(problem('trainedLength', '4k')).toBe(
      'trained-length must be an integer from 1 to 16777216, got "4k"',
    );
    expect(parse('optimiser', 'Momentum')).toEqual({ value: 'momentum' });
    expect(problem('tokens', 'ones')).toBe('tokens must be general or equal, got "ones"');
    expect(problem('theme', '')).toBe('theme must be auto, light or dark, got ""');
    expect(problem('figure', 1)).toBe(
      'figure must be vectors, clocks, heatmap, spectrum, scores, decay, pairing, precision, training or comparison, got 1',
    );
  });

  test('is on or off where it is a boolean, and a bare attribute is on', () => {
    expect(parse('autoplay', 'on')).toEqual({ value: true });
    expect(parse('autoplay', '')).toEqual({ value: true });
    expect(parse('loop', ' OFF')).toEqual({ value: false });
    expect(check('loop', false)).toEqual({ value: false });
    expect(problem('loop', 'true')).toBe('loop must be on or off, got "true"');
    expect(parse('permuted', '')).toEqual({ value: true });
    expect(problem('permuted', 'yes')).toBe('permuted must be on or off, got "yes"');
    expect(problem('loop', 1)).toBe('loop must be on or off, got 1');
  });
});

describe('a token vector', () => {
  test.each(['1,1', '1 1', '1, 1', ' 1 ,1 ', '1\t1', '1e0,+1.'])('is read from %j', (text) => {
    expect(parse('vector', text)).toEqual({ value: [1, 1] });
  });

  test('may be the words own rows', () => {
    expect(parse('vector', ' Words ')).toEqual({ value: 'words' });
    expect(format('vector', 'words')).toBe('words');
  });

  test('may be an array or a typed array, and is copied', () => {
    const given = [1, 2];
    const value = valued('vector', given);
    given[0] = 5;
    expect(value).toEqual([1, 2]);
    expect(valued('vector', new Float32Array([0.5, -2]))).toEqual([0.5, -2]);
  });

  test.each(['1,a', '', ',', '1,,1', '1,1,', '1;1', '1,1e999', '1001 0', 'NaN,1', '<b>1</b>', 'word'])(
    'is not read from %j',
    (text) => {
      expect(problem('vector', text)).toBe(
        `vector must be numbers from -1000 to 1000 separated by commas or spaces, or "words", got "${text}"`,
      );
    },
  );

  test.each([
    [[], '[]'],
    [[1, Number.NaN], '[1, NaN]'],
    [['1', 1], '[1, 1]'],
    [[1, 'a'], '[1, "a"]'],
    [[1, [2]], '[1, an array]'],
    [[1, undefined], '[1, undefined]'],
    [new BigInt64Array(2), '[0n, 0n]'],
    [{ length: 2 }, 'an object'],
    [7, '7'],
  ])('is not made of another kind of value or item (case %#)', (value, shown) => {
    expect(problem('vector', value)).toMatch(/^vector must be numbers .+, or "words", got /);
    expect(problem('vector', value)?.endsWith(`got ${shown}`)).toBe(true);
  });

  test('says which number is wrong where the text is too long to be shown', () => {
    const numbers = new Array(64).fill('0.25');
    numbers[59] = 'O.25';
    expect(problem('vector', numbers.join(','))).toMatch(/, got "[0-9.,]{40}…" with "O\.25" as number 60$/);
    expect(problem('vector', ' '.repeat(99))).toMatch(/, got " {40}…"$/);
    const shown = `${'1,'.repeat(19)}ab`;
    expect(problem('vector', shown)?.endsWith(`, got "${shown}"`)).toBe(true);
  });

  test('longer than any figure takes is refused before it is looked at', () => {
    const message =
      'vector must be 2 numbers, one number for each dimension (at most 512) or "words", got 600 numbers';
    expect(valued('vector', new Array(512).fill(1000))).toHaveLength(512);
    expect(valued('vector', [-1000, 1000])).toEqual([-1000, 1000]);
    expect(problem('vector', new Array(513).fill(1))).toMatch(/got 513 numbers$/);
    expect(problem('vector', new Array(600).fill(1))).toBe(message);
    expect(problem('vector', new Array(600).fill('1').join(' '))).toBe(message);
  });

  test('of one’s own query or key may be left out, and has no words', () => {
    for (const name of /** @type {const} */ (['query', 'key'])) {
      for (const nothing of ['', ' \n', null, undefined])
        expect(check(name, nothing)).toEqual({ value: undefined });
      expect(format(name, undefined)).toBe('');
      expect(parse(name, '1, -0.5')).toEqual({ value: [1, -0.5] });
      for (const text of ['words', '1,a', '1001 0'])
        expect(problem(name, text)).toBe(
          `${name} must be numbers from -1000 to 1000 separated by commas or spaces, or not set, got "${text}"`,
        );
      expect(problem(name, [])).toMatch(/, or not set, got \[\]$/);
      expect(problem(name, new Array(600).fill(1))).toBe(
        `${name} must be 2 numbers, one number for each dimension (at most 512) or not set, got 600 numbers`,
      );
    }
  });

  test('is written with the fewest digits that give the same doubles', () => {
    expect(format('vector', [0.1, 1 / 3, -2, 1e-7])).toBe('0.1,0.3333333333333333,-2,1e-7');
  });
});

describe('a text', () => {
  test('is kept as it is, markup and white space included', () => {
    const text = ' <b onclick="x">\t\n猫 ';
    expect(parse('text', text)).toEqual({ value: text });
    expect(parse('text', '')).toEqual({ value: '' });
  });

  test('has an end', () => {
    expect(valued('text', 'a'.repeat(20000))).toHaveLength(20000);
    expect(problem('text', 'a'.repeat(100000))).toBe(
      'text must be at most 20000 characters of text, got 100000 characters',
    );
    expect(problem('text', 42)).toBe('text must be at most 20000 characters of text, got 42');
  });

  test('loses its lone surrogates, which no link could carry', () => {
    expect(parse('text', 'a\ud800b\udc00 👍')).toEqual({ value: 'a\ufffdb\ufffd 👍' });
  });
});
