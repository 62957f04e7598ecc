/** @import { SettingName } from '../../web/settings/index.js' */
import { describe, expect, test } from 'vitest';
import { models } from '../../web/figures/models/rows.js';
import { check, parse } from '../../web/settings/index.js';

/** @param {SettingName} name @param {unknown} value */
const problem = (name, value) => check(name, value).problem;

describe('a list', () => {
  test('keeps the order that was given', () => {
    const value = ['rotary', 'none', 'sinusoidal'];
    expect(parse('encodings', ' rotary  None\tsinusoidal ')).toEqual({ value });
    expect(parse('encodings', 'rotary, none,sinusoidal')).toEqual({ value });
    expect(check('encodings', value)).toEqual({ value });
  });

  test('names the item that is wrong', () => {
    const allowed =
      'encodings must be one or more of sinusoidal, rotary, product, learned and none, separated by spaces';
    expect(problem('encodings', 'rotary alibi')).toBe(`${allowed}, got "alibi"`);
    expect(problem('encodings', 'rotary rotary')).toBe(`${allowed}, got rotary twice`);
    expect(problem('encodings', '')).toBe(`${allowed}, got none`);
    expect(problem('encodings', [])).toBe(`${allowed}, got none`);
    expect(problem('encodings', ['rotary', 3])).toBe(`${allowed}, got 3`);
    expect(problem('encodings', 3)).toBe(`${allowed}, got 3`);
  });

  test('of hidden controls may be empty', () => {
    expect(parse('hide', '')).toEqual({ value: [] });
    expect(parse('hide', 'base dimensions')).toEqual({ value: ['base', 'dimensions'] });
    expect(problem('hide', 'figure')).toMatch(
      /^hide must be any of encodings, .+ and loop, .+, got "figure"$/,
    );
  });

  test('of hidden controls has the names of attributes', () => {
    expect(parse('hide', 'trained-length Sequence-Length')).toEqual({
      value: ['trained-length', 'sequence-length'],
    });
    expect(problem('hide', 'trainedLength')).toMatch(/, got "trainedLength"$/);
  });

  test('of methods and of formats holds one at least', () => {
    expect(parse('methods', 'T5 alibi')).toEqual({ value: ['t5', 'alibi'] });
    expect(problem('methods', '')).toBe(
      'methods must be one or more of sinusoidal, rotary, product, learned, none, alibi and t5, separated by spaces, got none',
    );
    expect(parse('formats', 'bfloat16,running')).toEqual({ value: ['bfloat16', 'running'] });
    expect(problem('formats', 'float8')).toBe(
      'formats must be one or more of float32, running, float16, frequencies and bfloat16, separated by spaces, got "float8"',
    );
  });

  test('of models may be empty and holds at most 8', () => {
    const nine = ['own', ...models.slice(0, 8).map(({ id }) => id)];
    expect(parse('models', '')).toEqual({ value: [] });
    expect(check('models', nine.slice(1))).toEqual({ value: nine.slice(1) });
    expect(problem('models', nine)).toMatch(
      /^models must be at most 8 of own, llama-2-7b, .+, separated by spaces, got 9$/,
    );
    expect(problem('models', nine.join(' '))).toBe(problem('models', nine));
    expect(problem('models', 'own gpt-5')).toMatch(/, got "gpt-5"$/);
    expect(problem('models', 'phi-2 Phi-2')).toMatch(/, got phi-2 twice$/);
  });
});
