/** @import { SettingName } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import { attributeName, check, format, parse, table } from '../../web/settings/index.js';
import { processorTime } from './processor-time.js';
import { createRandom, randomGarbage, randomText, randomValue } from './settings-random.js';

/** @param {SettingName} name @param {unknown} value */
const problem = (name, value) => check(name, value).problem;

describe('a message', () => {
  test('shows at most about 40 characters of what was given', () => {
    expect(problem('positions', 'x'.repeat(40))).toMatch(/got "x{40}"$/);
    expect(problem('positions', 'x'.repeat(41))).toMatch(/got "x{40}…"$/);
    expect(problem('positions', '👍'.repeat(41))).toMatch(/got "(👍){40}…"$/u);
    expect(problem('positions', '9'.repeat(500))).toMatch(/got 9{40}…$/);
    expect(problem('positions', 10n ** 100n)).toMatch(/got 10{39}…n$/);
    expect(problem('vector', new Array(500).fill('long'))).toMatch(/got \[.{38,42}…\]$/);
    // An escape is as long as it looks.
    expect(problem('positions', '\u0000'.repeat(500))).toMatch(/got "(\\u\{0\}){8}…"$/);
  });

  test('shows a number without the white space around it', () => {
    expect(problem('positions', ' \t0 \n')).toMatch(/got 0$/);
  });

  test('makes control characters visible', () => {
    expect(problem('positions', 'a\nb\tc\u0000\u202e\ud800')).toMatch(
      /got "a\\nb\\tc\\u\{0\}\\u\{202e\}\\u\{d800\}"$/,
    );
  });

  test('leaves markup as the text that it is', () => {
    const markup = '<img src=x onerror=alert(1)>';
    for (const { name } of table) {
      const end = name === 'config' ? ', which is not JSON$' : '$';
      if (name !== 'text')
        expect(problem(name, markup), name).toMatch(
          new RegExp(`got "<img( src=x onerror=alert\\(1\\)>)?"${end}`),
        );
    }
  });

  test('says so where there is no such setting', () => {
    const nope = /** @type {SettingName} */ (/** @type {unknown} */ ('nope'));
    expect(problem(nope, 1)).toBe('there is no setting "nope"');
    expect(parse(nope, '1')).toEqual({ problem: 'there is no setting "nope"' });
    expect(() => format(nope, 1)).toThrow(new RangeError('there is no setting "nope"'));
  });
});

describe('a script’s own things', () => {
  /** Iterates without end. @param {unknown[]} items */
  const endless = (items) =>
    Object.assign(items, {
      *[Symbol.iterator]() {
        for (;;) yield 1;
      },
    });

  test('are read by index, whatever their iterator says', () => {
    expect(check('vector', endless([1, 2]))).toEqual({ value: [1, 2] });
    expect(check('zoom', endless([0, 1, 0, 1]))).toEqual({ value: [0, 1, 0, 1] });
  });

  test('are read once, however long they say they are the second time', () => {
    let asked = 0;
    const items = new Proxy([1, 2], {
      get: (target, key) => {
        if (key !== 'length') return Reflect.get(target, key) ?? 1;
        asked += 1;
        return asked > 1 ? 2 ** 32 - 1 : 2;
      },
    });
    expect(check('vector', items)).toEqual({ value: [1, 2] });
  });

  test('are not written out when they are huge', () => {
    for (const huge of [10n ** 1000n, -(10n ** 1000n)])
      expect(problem('positions', huge)).toMatch(/got a bigint of over 1000 digits$/);
    expect(problem('positions', 1n - 10n ** 1000n)).toMatch(/got -9{39}…n$/);
    expect(problem('positions', -(1n << 30_000_000n))).toMatch(/got a bigint of over 1000 digits$/);
  });

  test.each(table.map(({ name }) => name))('never say what they are for %s', (name) => {
    const said = () => {
      throw new Error('asked');
    };
    const hostile = { toString: said, valueOf: said, [Symbol.toPrimitive]: said, toJSON: said };
    const everything = new Proxy({}, { get: said, has: said, ownKeys: said, getPrototypeOf: said });
    for (const value of [hostile, [hostile], everything, [everything]]) {
      expect(problem(name, value), name).toMatch(/^.{1,900}$/);
    }
    expect(problem(name, 'x'.repeat(5_000_000)), name).toMatch(/got 5000000 characters$/);
  });
});

describe('whatever is given', () => {
  test('results are frozen', () => {
    expect(Object.isFrozen(parse('vector', '1,2'))).toBe(true);
    expect(Object.isFrozen(check('vector', '1,2').value)).toBe(true);
    expect(Object.isFrozen(check('encodings', ['none']).value)).toBe(true);
    expect(Object.isFrozen(parse('vector', 'x'))).toBe(true);
  });

  test('good values survive being written and read', () => {
    const random = createRandom(1);
    for (let i = 0; i < 3000; i += 1) {
      const { name } = random.pick(table);
      const { value, problem: wrong } = check(name, randomValue(random, name));
      expect(wrong).toBeUndefined();
      expect(parse(name, format(name, value))).toEqual({ value });
    }
  });

  test('garbage gives a good value or a short message, and never throws', () => {
    const random = createRandom(2);
    for (let i = 0; i < 5000; i += 1) {
      const { name } = random.pick(table);
      const result = check(name, randomGarbage(random));
      if (result.problem === undefined) {
        if (!['text', 'config'].includes(name)) expect(String(result.value)).not.toMatch(/NaN|Infinity/);
        expect(parse(name, format(name, result.value))).toEqual({ value: result.value });
      } else {
        expect(result.problem).toMatch(new RegExp(`^${attributeName(name)} must be .+, got .+`));
        expect(result.problem.length).toBeLessThan(500);
        expect(Object.isFrozen(result)).toBe(true);
      }
    }
  });

  test('what throws when it is looked at is refused like anything else', () => {
    const { proxy: gone, revoke } = Proxy.revocable([], {});
    revoke();
    const thrower = () => {
      throw new Error('no');
    };
    const traps = { get: thrower, getPrototypeOf: thrower, ownKeys: thrower };
    for (const value of [gone, new Proxy([1, 1], traps), new Proxy({}, traps), [new Proxy([], traps)]]) {
      for (const { name } of table) {
        expect(problem(name, value), name).toMatch(new RegExp(`^${attributeName(name)} must be .+, got .+`));
      }
    }
    expect(problem('vector', gone)).toMatch(/, got something that cannot be read$/);
  });

  test('very long text is judged at once', () => {
    const random = createRandom(3);
    const long = ['1'.repeat(1e5), `${'1'.repeat(1e5)}x`, ' '.repeat(1e5), ','.repeat(1e5), '1,'.repeat(5e4)];
    long.push('['.repeat(1e6), '{"a":'.repeat(2e5), `{"a":"${'x'.repeat(1e6)}"}`);
    long.push('-'.repeat(1e5), `1${' '.repeat(1e5)}x`, randomText(random, 1e5));
    const time = processorTime(() => {
      for (const text of long) for (const { name } of table) check(name, text);
    });
    expect(time).toBeLessThan(2000);
  });
});
