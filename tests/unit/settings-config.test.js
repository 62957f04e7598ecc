/** @import { SettingName } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import {
  change,
  check,
  defaultsOf,
  format,
  open,
  parse,
  readLink,
  writeLink,
} from '../../web/settings/index.js';
import { processorTime } from './processor-time.js';

/** @param {SettingName} name @param {unknown} value */
const problem = (name, value) => check(name, value).problem;

describe('a config', () => {
  const allowed = 'config must be a JSON object of at most 20000 characters, not counting white space';

  /** @param {number} length of the canonical text */
  const long = (length) => `{"a":"${'x'.repeat(length - 8)}"}`;

  test('is kept as JSON without white space', () => {
    const value = '{"rope_theta":10000,"rope_scaling":{"type":"yarn","factor":4},"a":[1,null]}';
    expect(parse('config', JSON.stringify(JSON.parse(value), null, 4))).toEqual({ value });
    expect(parse('config', `\ufeff\n${value}\n`)).toEqual({ value });
    expect(check('config', JSON.parse(value))).toEqual({ value });
    expect(parse('config', value)).toEqual({ value });
    expect(format('config', value)).toBe(value);
    expect(parse('config', '{"a":1e2,"a":2.50,"\\u0062":-0}')).toEqual({ value: '{"a":2.5,"b":0}' });
  });

  test('is not set by nothing but white space', () => {
    for (const text of ['', ' \n\t']) expect(parse('config', text)).toEqual({ value: '' });
    expect(parse('config', '{}')).toEqual({ value: '{}' });
  });

  test.each(['{', '{"a":1}}', "{'a':1}", '{"a":NaN}', '{"a":1,}', 'rope_theta: 1', '<b>', '{"a":01}'])(
    'is not read from %j, which is not JSON',
    (text) => {
      expect(problem('config', text)).toBe(`${allowed}, got "${text}", which is not JSON`);
    },
  );

  test.each([
    ['[1,{}]', '[1, an object]'],
    ['null', 'null'],
    ['true', 'true'],
    ['"{}"', '"{}"'],
    ['12', '12'],
    [null, 'null'],
    [undefined, 'undefined'],
    [7, '7'],
    [[], '[]'],
    [new Uint8Array(2), '[0, 0]'],
    [() => ({}), 'a function'],
    [Symbol('a'), 'a symbol'],
  ])('is not made of anything but an object (case %#)', (value, shown) => {
    expect(problem('config', value)).toBe(`${allowed}, got ${shown}`);
  });

  test('has an end, which white space does not count for', () => {
    expect(check('config', long(20000))).toEqual({ value: long(20000) });
    expect(check('config', JSON.parse(long(20000)))).toEqual({ value: long(20000) });
    expect(parse('config', `{${' '.repeat(1e6)}}`)).toEqual({ value: '{}' });
    for (const value of [long(20001), JSON.parse(long(20001))])
      expect(problem('config', value)).toBe(`${allowed}, got 20001 characters`);
    expect(problem('config', long(1e6))).toBe(`${allowed}, got 1000000 characters`);
    expect(problem('config', 'x'.repeat(1e6))).toBe(
      `${allowed}, got "${'x'.repeat(40)}…", which is not JSON`,
    );
  });

  test('that cannot be written as a JSON object is refused', () => {
    const message = `${allowed}, got an object that cannot be written as a JSON object`;
    /** @type {Record<string, unknown>} */
    const circle = {};
    circle.a = [circle];
    const fail = () => {
      throw new Error('no');
    };
    const getter = Object.defineProperty({}, 'a', { get: fail, enumerable: true });
    const { proxy, revoke } = Proxy.revocable({}, {});
    const box = { proxy };
    revoke();
    for (const value of [circle, { a: 7n }, getter, { toJSON: fail }, box])
      expect(problem('config', value)).toBe(message);
    for (const json of ['text', '{', 1, null, undefined, []])
      expect(problem('config', { toJSON: () => json })).toBe(message);
    expect(problem('config', new Date(0))).toBe(message);
  });

  test('has at most 64 levels', () => {
    const message = 'config must be a JSON object of at most 64 levels, got more';
    const nested = (/** @type {number} */ levels) =>
      `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect(parse('config', nested(64))).toEqual({ value: nested(64) });
    for (const levels of [65, 4000, 9900, 1e5]) expect(problem('config', nested(levels))).toBe(message);
    /** @type {unknown} */
    let deep = {};
    for (let i = 0; i < 1e5; i += 1) deep = { deep };
    expect(problem('config', deep)).toBe(message);
    const endless = () => ({ a: { toJSON: endless } });
    expect(problem('config', { toJSON: endless })).toBe(message);
  });

  test('is refused before it grows', () => {
    const message = `${allowed}, got more than 2000000 characters`;
    /** @type {unknown} Twice as much with each level. */
    let wide = 0;
    for (let i = 0; i < 60; i += 1) wide = { a: wide, b: wide };
    const time = processorTime(() => {
      expect(problem('config', wide)).toBe(message);
      expect(problem('config', { a: new Array(1e8) })).toBe(message);
    });
    expect(time).toBeLessThan(10_000);
    expect(parse('config', `{}${' '.repeat(3_999_998)}`)).toEqual({ value: '{}' });
    expect(problem('config', 'x'.repeat(4_000_001))).toBe(`${allowed}, got 4000001 characters`);
  });

  test('is a copy of the object', () => {
    const given = { rope_theta: 1 };
    const { value } = check('config', given);
    given.rope_theta = 2;
    expect(value).toBe('{"rope_theta":1}');
  });

  test('with names that mean something to JavaScript is only text', () => {
    const value = '{"__proto__":{"seed":9},"constructor":1,"toJSON":"x"}';
    expect(parse('config', value)).toEqual({ value });
    expect(Object.hasOwn(Object.prototype, 'seed')).toBe(false);
  });

  test.each(['{}', '{"a":"\\ud800 é猫👍🏽 & = + % # , ."}', '{"a":"</script>\\u0000\\n"}', long(20000)])(
    'comes back from a link (case %#)',
    (text) => {
      for (const figure of /** @type {const} */ (['clocks', 'spectrum'])) {
        const { settings } = change(defaultsOf(figure), { config: text });
        expect(settings.config).not.toBe('');
        const [entries, problems] = readLink(writeLink(settings));
        expect(problems).toEqual([]);
        expect(open(entries)).toEqual({ settings, problems: [], notes: [] });
      }
    },
  );

  test('that is refused leaves the last good one', () => {
    const { settings } = change(defaultsOf('clocks'), { config: { a: 1 } });
    const result = change(settings, { config: '{"a":', seed: 1 });
    expect(result.settings).toEqual({ ...settings, seed: 1 });
    expect(result.problems.map(({ name }) => name)).toEqual(['config']);
  });
});
