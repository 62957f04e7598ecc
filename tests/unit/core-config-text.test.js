import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../web/core/index.js';

/**
 * The message with which a text is refused.
 * @param {unknown} text
 */
function refusal(text) {
  try {
    parseConfig(/** @type {any} */ (text));
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return error.message;
    throw error;
  }
  return 'nothing wrong';
}

describe('a text that is no config', () => {
  test.each([
    ['nothing', '', 'config must be JSON, got nothing'],
    ['blanks', ' \n\t', 'config must be JSON, got nothing'],
    ['prose', 'model: llama', 'config must be JSON, got "model: llama"'],
    ['prose between blanks', '\n model ', 'config must be JSON, got "model"'],
    ['a cut text', '{"rope_theta": 100', 'config must be JSON, got "{\\"rope_theta\\": 100"'],
    ['a trailing comma', '{"rope_theta": 1,}', 'config must be JSON, got "{\\"rope_theta\\": 1,}"'],
    ['Python', "{'rope_theta': None}", 'config must be JSON, got "{\'rope_theta\': None}"'],
    ['a number', '42', 'config must be a JSON object, got 42'],
    ['null', 'null', 'config must be a JSON object, got null'],
    ['a list', '[{"rope_theta": 1}]', 'config must be a JSON object, got [an object]'],
    ['a text', '"llama"', 'config must be a JSON object, got "llama"'],
    [
      'deep nonsense',
      `${'['.repeat(1000)}${']'.repeat(1000)}`,
      'config must be a JSON object, got [[[[…]]]]',
    ],
    [
      'a million and one characters',
      ' '.repeat(1_000_001),
      'config must have at most 1000000 characters, got 1000001',
    ],
    [
      'a megabyte of noise',
      'x{"'.repeat(333_333),
      'config must be JSON, got "x{\\"x{\\"x{\\"x{\\"x{\\"x{\\"x{\\"x{\\"x{\\"…',
    ],
    ['no text at all', undefined, 'config must be a text, got undefined'],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toBe(message);
  });

  test('an object of more than 64 levels', () => {
    const nested = (/** @type {number} */ levels) =>
      `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect(parseConfig(nested(64))).toBeTypeOf('object');
    for (const levels of [65, 4000, 9900])
      expect(refusal(nested(levels))).toBe(`config must have at most 64 levels, got ${levels}`);
    expect(parseConfig(`{"a":"${'[{'.repeat(99)}","b":"\\"${'['.repeat(99)}"}`)).toBeTypeOf('object');
  });

  test('any number of lists beside each other is fine, and a million characters are', () => {
    expect(parseConfig(`{"a":[${'[],'.repeat(99)}{}]}`)).toBeTypeOf('object');
    expect(parseConfig(`{}${' '.repeat(999_998)}`)).toEqual({});
  });

  test('is refused with a TypeError where it is no text at all, else with a RangeError', () => {
    const nested = `{"a":${'['.repeat(99)}${']'.repeat(99)}}`;
    expect(() => parseConfig(/** @type {any} */ (7))).toThrow(TypeError);
    for (const text of ['', '{', '[]', nested, ' '.repeat(1_000_001)])
      expect(() => parseConfig(text)).toThrow(RangeError);
  });

  test('braces half a million deep', () => {
    const message = refusal('{"a":'.repeat(199_000));
    expect(message).toMatch(/^config must be JSON, got /);
    expect(refusal(`${'['.repeat(499_000)}${']'.repeat(499_000)}`)).toMatch(/^config must be /);
  });
});
