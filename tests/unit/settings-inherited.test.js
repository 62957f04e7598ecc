import { afterEach, expect, test } from 'vitest';
import { loadCore, rotaryPart } from '../../web/core/index.js';
import { change, defaults, open } from '../../web/settings/index.js';

const core = await loadCore();
const prototype = /** @type {Record<string, unknown>} */ (Object.prototype);
const leaked = ['extend', 'positions', 'rope_theta', 'rope_scaling', 'text_config', 'alibi', 'factor'];
const config = {
  model_type: 'qwen2',
  hidden_size: 64,
  num_attention_heads: 4,
  max_position_embeddings: 128,
  rope_theta: 10000,
};

afterEach(() => {
  for (const name of leaked) delete prototype[name];
});

/** @param {Record<string, unknown>} all */
const leak = (all) => Object.assign(prototype, all);

test('what every object inherits on somebody else’s page is no option of the core', () => {
  const before = core.sinusoidal({ positions: 4, dimensions: 4 }).data;
  leak({ extend() {} });
  expect(core.sinusoidal({ positions: 4, dimensions: 4 }).data).toEqual(before);
});

test('what every object inherits is no key of a config', () => {
  const before = core.fromConfig(config);
  const part = rotaryPart(config);
  leak({
    extend() {},
    text_config: { rope_theta: 5 },
    rope_scaling: { rope_type: 'linear', factor: 2 },
    alibi: true,
    factor: 8,
  });
  expect(core.fromConfig(config)).toEqual(before);
  expect(rotaryPart(config)).toEqual(part);
  delete prototype.text_config;
  const { rope_theta, ...rest } = config;
  leak({ rope_theta: 500 });
  expect(core.fromConfig(rest).layers[0]?.base).toBe(10000);
});

test('what every object inherits is no setting that is asked for', () => {
  leak({ extend() {}, positions: 7 });
  expect(change(defaults, {})).toEqual({ settings: defaults, problems: [], notes: [] });
  expect(open([]).settings.positions).toBe(defaults.positions);
  for (const name of ['extend', 'constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(open([[name, '1']])).toEqual({ settings: defaults, problems: [], notes: [] });
    expect(change(defaults, JSON.parse(`{"${name}":1}`)).problems).toHaveLength(1);
    expect(open([['figure', name]]).problems).toHaveLength(1);
    expect(
      open([
        ['figure', 'spectrum'],
        ['models', name],
      ]).problems,
    ).toHaveLength(1);
  }
});
