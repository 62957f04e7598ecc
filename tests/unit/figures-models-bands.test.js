import { describe, expect, test } from 'vitest';
import { bands } from '../../web/figures/models/models.js';
import { everyModel, modelOf, odd, pasted, relativeError } from './figures-models-support.js';

/** @param {import('../../web/figures/models/models.js').Model} model */
function runsOf(model) {
  const found = bands(model);
  if (!found) throw new Error(`${model.id} has no bands`);
  const { kinds } = found;
  return kinds.flatMap((kind, pair) => (kind === kinds[pair - 1] ? [] : [[kind, pair]]));
}

describe('what a scaling keeps, blends and divides', () => {
  test.each([
    ['llama-3-1-8b', 29, 35, undefined],
    ['llama-3-2-1b', 15, 18, undefined],
    ['deepseek-v3', 11, 23, { low: 10, high: 23 }],
    ['qwen2-5-7b-yarn', 24, 40, { low: 23, high: 40 }],
  ])('%s blends from pair %i and divides from pair %i on', (id, blended, divided, ramp) => {
    const model = modelOf(id);
    expect(runsOf(model)).toEqual([
      ['kept', 0],
      ['blended', blended],
      ['divided', divided],
    ]);
    expect(model.ramp).toEqual(ramp);
  });

  test('gpt-oss has a ramp whose ends are no whole pairs', () => {
    const model = modelOf('gpt-oss');
    expect(model.ramp?.low).toBeCloseTo(8.092779115512, 10);
    expect(model.ramp?.high).toBeCloseTo(17.398024501589, 10);
    expect(runsOf(model)).toEqual([
      ['kept', 0],
      ['blended', 9],
      ['divided', 18],
    ]);
    expect(bands(model)?.shares[9]).toBeCloseTo(
      (9 - 8.092779115512) / (17.398024501589 - 8.092779115512),
      10,
    );
  });

  test('Llama 2 under YaRN keeps up to pair 20 and divides from pair 46 on', () => {
    const model = modelOf('own', { scaling: 'yarn' });
    expect(model.ramp).toEqual({ low: 20, high: 46 });
    expect(runsOf(model)).toEqual([
      ['kept', 0],
      ['blended', 21],
      ['divided', 46],
    ]);
  });

  test('is a step, without blending, where both factors of Llama 3 are the same', () => {
    expect(runsOf(pasted(odd['llama3 without a blended band']))).toEqual([
      ['kept', 0],
      ['divided', 21],
    ]);
    expect(runsOf(pasted(odd['llama3 with a pair on its step']))).toEqual([
      ['kept', 0],
      ['divided', 1],
    ]);
  });

  test('is nothing for scalings that treat all pairs alike', () => {
    for (const scaling of ['none', 'linear', 'dynamic', 'ntk']) {
      expect(bands(modelOf('own', { scaling }))).toBeUndefined();
    }
    expect(bands(modelOf('phi-3-mini-128k'))).toBeUndefined();
  });

  test('gives the core’s frequencies, of every model and setting', () => {
    const banded = everyModel().filter(([, { scalingType }]) => ['yarn', 'llama3'].includes(scalingType));
    expect(banded.length).toBeGreaterThan(30);
    const wrong = banded.filter(([, model]) => {
      const { factor } = model.scaling;
      const shares = bands(model)?.shares ?? [];
      const made = model.unscaled.map((one, n) => (1 - shares[n]) * one + (shares[n] * one) / factor);
      return !(relativeError(made, model.inverseFrequencies) < 1e-12);
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});
