import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { models } from '../../web/figures/models/rows.js';
import {
  attributeName,
  defaults,
  defaultsOf,
  documentation,
  format,
  parse,
  relations,
  rowOf,
  settingName,
  table,
} from '../../web/settings/index.js';
import { figures } from './settings-random.js';

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
      ].concat(
        ['model', 'models', 'config', 'scaling', 'factor', 'trainedLength', 'sequenceLength', 'quantity'],
        ['table', 'zoom', 'methods', 'distance', 'tokens', 'query', 'key', 'heads', 'head', 'permuted'],
        ['formats', 'lookBack', 'steps', 'learningRate', 'optimiser', 'share'],
        ['at', 'autoplay', 'speed', 'loop', 'theme', 'controls', 'show', 'hide'],
      ),
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
      model: 'own',
      models: ['own'],
      config: '',
      scaling: 'none',
      factor: 4,
      trainedLength: 4096,
      sequenceLength: 16384,
      quantity: 'wavelength',
      table: 'sinusoidal',
      zoom: undefined,
      methods: ['sinusoidal', 'rotary'],
      distance: 4,
      tokens: 'general',
      query: undefined,
      key: undefined,
      heads: 8,
      head: 0,
      permuted: false,
      formats: ['float32', 'running', 'float16', 'frequencies', 'bfloat16'],
      lookBack: 1,
      steps: 500,
      learningRate: 0.05,
      optimiser: 'adam',
      share: 1,
      at: undefined,
      autoplay: false,
      speed: 2,
      loop: true,
      theme: 'auto',
      controls: 'few',
      show: [],
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
      expect(row.max, row.name).toBeGreaterThan(row.min);
      expect(row.step, row.name).toBeGreaterThan(0);
      if (row.scale === 'log') expect(row.min, row.name).toBeGreaterThan(0);
      // From its least value a linear one reaches its greatest, and 0 where that lies between.
      else {
        const stops = (row.max - row.min) / (row.step ?? Number.NaN);
        expect(stops, row.name).toBeCloseTo(Math.round(stops), 9);
        if (row.min < 0) expect(row.max, row.name).toBe(-row.min);
      }
    }
  });

  test('lets the same models be one and be compared', () => {
    const ids = models.map(({ id }) => id);
    for (const name of ['model', 'models']) {
      const row = rowOf(name);
      if (!row || !('values' in row)) throw new Error(`${name} has no values`);
      expect(row.values).toEqual(['own', ...ids]);
      for (const { id, label } of models) expect(row.labels[id]).toBe(label);
    }
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  test.each(['show', 'hide'])('lets exactly the settings that have a control be named in %s', (name) => {
    const row = rowOf(name);
    const controls = table.filter(({ control }) => control !== 'none').map((one) => attributeName(one.name));
    expect(row?.type === 'list' && row.values).toEqual(controls);
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
    for (const name of ['', 'nope', '__proto__', 'constructor', 'toString', 'trained-length'])
      expect(rowOf(name)).toBeUndefined();
    expect(rowOf('positions')).toBe(table[2]);
  });

  test('has defaults that read back from their own text', () => {
    for (const { name } of table) {
      for (const figure of figures) {
        const value = defaultsOf(figure)[name];
        expect(parse(name, format(name, value))).toEqual({ value });
      }
    }
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
    const lineOf = (/** @type {string} */ name) => lines.find((line) => line.startsWith(`| \`${name}\` |`));
    expect(lineOf('positions')).toBe(
      '| `positions` | an integer from 1 to 131072 (vectors: to 4096; clocks, heatmap, spectrum, decay, pairing and comparison: to 8192; scores: to 256; training: to 1024) ' +
        '| `10` (clocks: `64`; heatmap: `128`; scores: `32`; decay: `256`; pairing: `104`; precision: `4096`; comparison: `5000`) ' +
        '| How many positions there are, counted from position 0. |',
    );
    expect(lineOf('trained-length')).toBe(
      '| `trained-length` | an integer from 1 to 16777216 (training: 2 to 256) | `4096` (training: `64`) | How many positions the model saw in training, before its frequencies were stretched. |',
    );
    expect(lineOf('at')).toContain('| not set |');
    expect(lineOf('dimensions')).toContain(
      '| an integer from 2 to 1024 (vectors, spectrum, decay and precision: to 512; clocks and scores: to 256; pairing and training: to 64) ' +
        '| `2` (clocks: `64`; heatmap, spectrum, decay and precision: `128`; scores and training: `16`; pairing: `8`; comparison: `512`) |',
    );
    expect(lineOf('models')).toContain(', at most 8 | `own` (spectrum: `own llama-3-1-8b`) |');
    for (const name of ['config', 'zoom', 'query', 'key', 'show', 'hide'])
      expect(lineOf(name)).toContain('| not set |');
    expect(lineOf('vector')).toContain('| `1,1` |');
  });
});
