import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  attributeName,
  defaults,
  documentation,
  format,
  parse,
  relations,
  rowOf,
  settingName,
  table,
} from '../../web/settings/index.js';

describe('the settings table', () => {
  test('holds the settings in the order of links and controls', () => {
    expect(table.map((row) => row.name)).toEqual(
      [
        'figure',
        'encodings',
        'positions',
        'dimensions',
        'pair',
        'pairing',
        'base',
        'vector',
        'text',
        'seed',
      ].concat(['at', 'autoplay', 'speed', 'loop', 'theme', 'hide']),
    );
  });

  test('gives the two pictures of the article as defaults', () => {
    expect(defaults).toEqual({
      figure: 'vectors',
      encodings: ['sinusoidal', 'rotary'],
      positions: 10,
      dimensions: 2,
      pair: 0,
      pairing: 'interleaved',
      base: 10000,
      vector: [1, 1],
      text: 'the cat sat on the mat because it was tired',
      seed: 0,
      at: undefined,
      autoplay: false,
      speed: 2,
      loop: true,
      theme: 'auto',
      hide: [],
    });
    expect(relations(defaults)).toEqual([]);
  });

  test('cannot be changed from outside', () => {
    expect(Object.isFrozen(table)).toBe(true);
    for (const row of table) {
      expect(Object.isFrozen(row)).toBe(true);
      if ('values' in row) expect(Object.isFrozen(row.values) && Object.isFrozen(row.labels)).toBe(true);
    }
    expect(Object.isFrozen(defaults)).toBe(true);
    expect(Object.isFrozen(defaults.encodings)).toBe(true);
    expect(Object.isFrozen(defaults.vector)).toBe(true);
  });

  test('tells each reader what a setting is', () => {
    for (const row of table) {
      expect(row.label, row.name).toMatch(/^\p{Lu}.{1,19}$/u);
      expect(row.help, row.name).toMatch(/^\p{Lu}.+\.$/u);
    }
  });

  test('names every value of a choice for a reader', () => {
    for (const row of table) {
      if ('values' in row) expect(Object.keys(row.labels)).toEqual(row.values);
    }
  });

  test('gives every slider a scale that its range allows', () => {
    for (const row of table) {
      if (row.control !== 'slider') continue;
      if (row.type !== 'integer' && row.type !== 'real') throw new Error(`${row.name} cannot slide`);
      expect(row.step, row.name).toBeGreaterThan(0);
      expect(row.min, row.name).toBeGreaterThanOrEqual(row.scale === 'log' ? 0.1 : 0);
    }
  });

  test('lets exactly the settings that have a control be hidden', () => {
    const hide = rowOf('hide');
    const controls = table.filter((row) => row.control !== 'none').map((row) => row.name);
    expect(hide?.type === 'list' && hide.values).toEqual(controls);
    expect(controls).toContain('loop');
    expect(controls).not.toContain('figure');
  });

  test('uses no name that HTML has for itself', () => {
    const taken = [
      'title',
      'lang',
      'dir',
      'hidden',
      'style',
      'class',
      'id',
      'slot',
      'part',
      'tabindex',
      'role',
      'v',
    ];
    for (const row of table) expect(taken).not.toContain(attributeName(row.name));
  });

  test('gives no row for a name that is no setting, such as those of a prototype', () => {
    for (const name of ['', 'nope', '__proto__', 'constructor', 'toString'])
      expect(rowOf(name)).toBeUndefined();
    expect(rowOf('positions')).toBe(table[2]);
  });

  test('has defaults that read back from their own text', () => {
    for (const { name } of table)
      expect(parse(name, format(name, defaults[name]))).toEqual({ value: defaults[name] });
  });
});

describe('names', () => {
  test('are camelCase as properties and kebab-case as attributes', () => {
    expect(attributeName('rotaryDimensions')).toBe('rotary-dimensions');
    expect(settingName('rotary-dimensions')).toBe('rotaryDimensions');
    for (const { name } of table) {
      expect(attributeName(name)).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(settingName(attributeName(name))).toBe(name);
    }
  });
});

describe('the documentation of settings', () => {
  test('stands in the README as it is', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(documentation().trim());
  });

  test('is a Markdown table with one line a setting', () => {
    const lines = documentation().trimEnd().split('\n');
    expect(lines).toHaveLength(table.length + 2);
    for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(6);
    expect(lines[1]).toBe('| --- | --- | --- | --- |');
    expect(lines).toContain(
      '| `positions` | an integer from 1 to 4096 | `10` | How many positions there are, counted from position 0. |',
    );
    expect(lines.find((line) => line.startsWith('| `at`'))).toContain('| not set |');
    expect(lines.find((line) => line.startsWith('| `vector`'))).toContain('| `1,1` |');
  });
});
