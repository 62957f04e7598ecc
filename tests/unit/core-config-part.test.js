import { describe, expect, test } from 'vitest';
import { fromConfig } from '../../web/core/config.js';
import { loadCore, rotaryPart } from '../../web/core/index.js';
import { loadHeap } from '../../web/core/load.js';
import { presets as published } from '../../web/figures/models/presets.js';
import { toVersion5 } from './core-preset-forms.js';
import { presets } from './core-presets.js';

const core = await loadCore();
const heap = await loadHeap();

/** What fills configs of quantised models, and says nothing of positions. */
const ballast = {
  architectures: ['LlamaForCausalLM'],
  quantization_config: {
    quant_method: 'compressed-tensors',
    ignore: Array.from({ length: 2000 }, (_, layer) => `model.layers.${layer}.mlp.gate`),
  },
  vocab_size: 128256,
  torch_dtype: 'bfloat16',
  vision_config: { rope_theta: 10000, hidden_size: 1152 },
};

/** @type {[string, Record<string, unknown>][]} */
const configs = [
  ...Object.entries(presets).flatMap(
    ([name, { config }]) =>
      /** @type {[string, Record<string, any>][]} */ ([
        [name, config],
        [`${name}, in the form of transformers 5`, toVersion5(config)],
      ]),
  ),
  ...Object.entries(published).map(
    ([id, { config }]) => /** @type {[string, Record<string, unknown>]} */ ([id, config]),
  ),
];

/** @param {Record<string, unknown>} config */
const keep = (config) => {
  try {
    return core.fromConfig(config);
  } catch (error) {
    return String(error);
  }
};

describe('what the core reads of a config', () => {
  test('says no more of the model than the config does', () => {
    expect(Object.keys(rotaryPart({ text_config: { head_dim: 8 } }))).toEqual(['text_config']);
  });

  test.each(configs)('of %s is enough, and all that is kept', (_, config) => {
    const whole = { ...ballast, ...config };
    const part = rotaryPart(whole);
    expect(core.fromConfig(part)).toEqual(core.fromConfig(whole));
    expect(JSON.stringify(part).length).toBeLessThan(4000);
    expect(rotaryPart(part)).toEqual(part);
    const inside = { model_type: 'outer', hidden_size: 7, text_config: whole, ...ballast };
    expect(core.fromConfig(rotaryPart(inside))).toEqual(core.fromConfig(inside));
    expect(JSON.stringify(rotaryPart(inside)).length).toBeLessThan(4000);
  });

  test('is enough for configs of any keys that the core reads, good ones and bad ones', () => {
    const values = [64, 128, 32, 2, 0.5, 500, null, true, 'llama', {}, { type: 'linear', factor: 2 }];
    /** Keys that the core asks a config for. @type {Set<string>} */
    const asked = new Set();
    const asking = (/** @type {Record<string, unknown>} */ config) =>
      new Proxy(config, {
        get: (target, key) => {
          asked.add(String(key));
          return Reflect.get(target, key);
        },
      });
    const ask = (/** @type {Record<string, unknown>} */ config) => fromConfig(heap, asking(config), {});
    for (const [, config] of configs) ask(config);
    ask({ model_type: 'chatglm', head_dim: 64 });
    ask({ model_type: 'modernbert', head_dim: 64, qk_rope_head_dim: 32 });
    const keys = [...asked].filter((key) => key !== 'text_config');
    expect(keys).toContain('rope_ratio');
    let state = 1;
    const next = (/** @type {number} */ count) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * count);
    };
    let good = 0;
    for (let n = 0; n < 500; n++) {
      const drawn = () =>
        Object.fromEntries(
          Array.from({ length: next(6) }, () => [keys[next(keys.length)], values[next(values.length)]]),
        );
      const sizes = next(3) > 0 ? { head_dim: 64 } : {};
      const inner = { vocab_size: 7, ...sizes, ...drawn() };
      const whole = next(2) > 0 ? inner : { ...drawn(), ...sizes, text_config: next(4) > 0 ? inner : 7 };
      const want = keep(whole);
      if (typeof want === 'object') good++;
      expect(keep(rotaryPart(whole)), JSON.stringify(whole)).toEqual(want);
    }
    expect(good).toBeGreaterThan(50);
  });

  test('leaves the config as it is, and in its order', () => {
    const config = {
      rope_theta: 1e6,
      vocab_size: 7,
      head_dim: 64,
      rope_scaling: { type: 'linear', factor: 2 },
    };
    const before = structuredClone(config);
    expect(Object.entries(rotaryPart(config))).toEqual([
      ['rope_theta', 1e6],
      ['head_dim', 64],
      ['rope_scaling', { type: 'linear', factor: 2 }],
    ]);
    expect(config).toEqual(before);
  });

  test('is nothing of what is no config', () => {
    for (const [config, got] of [
      [null, 'null'],
      [[], '[]'],
      ['{}', '"{}"'],
    ]) {
      expect(() => rotaryPart(/** @type {any} */ (config))).toThrow(
        new TypeError(`config must be an object, got ${got}`),
      );
    }
  });
});
