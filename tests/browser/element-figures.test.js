import { afterEach, describe, expect, it, vi } from 'vitest';
import { figure, part, problem } from './element-support.js';

afterEach(() => document.body.replaceChildren());

const llama = { model_type: 'llama', hidden_size: 4096, num_attention_heads: 32, rope_theta: 10000 };
const good = JSON.stringify({ ...llama, max_position_embeddings: 4096 });
const damaged = JSON.stringify({ ...llama, rope_theta: -1 });

/** @param {import('../../web/element/rope-scope.js').RopeScope} element @param {string} name */
const shows = (element, name) =>
  vi.waitFor(() => expect(part(element, 'figure').dataset.figure).toBe(name), { timeout: 5000 });

describe('<rope-scope> with later figures', () => {
  it('builds its view anew when the figure changes, with the new figure’s defaults', async () => {
    const element = await figure({ base: '500' });
    expect(part(element, 'figcaption').textContent).toBe(element.description);
    element.change({ figure: 'clocks' });
    await shows(element, 'clocks');
    expect(element.settings).toMatchObject({ positions: 64, dimensions: 64, base: 500 });
    expect(part(element, 'figcaption').textContent).toBe(element.description);
    expect(element.description).toContain('32 pairs');
    expect(element.shadowRoot?.querySelectorAll('figure').length).toBe(1);
  });

  it('keeps the last picture until the other figure’s code is here', async () => {
    const element = await figure();
    const before = part(element, 'figure');
    element.change({ figure: 'spectrum' });
    expect(part(element, 'figure')).toBe(before);
    await shows(element, 'spectrum');
    expect(part(element, '[part="play"]').closest('.transport')?.hasAttribute('hidden')).toBe(true);
  });

  it('goes back to the first figure when the attribute is taken away', async () => {
    const element = await figure({ figure: 'clocks' });
    element.removeAttribute('figure');
    await shows(element, 'vectors');
    expect(element.settings.positions).toBe(10);
  });

  it('opens without a config that the core refuses, and says why', async () => {
    const element = await figure({ figure: 'clocks', config: damaged });
    expect(element.settings.config).toBe('');
    await vi.waitFor(() => expect(problem(element, 'config')).toContain('rope_theta'));
    expect(element.description).not.toBe('');
  });

  it('keeps the last good config, its picture, and tells who asked what was wrong', async () => {
    const element = await figure({ figure: 'clocks', config: good });
    const before = element.description;
    expect(before).toContain('64 pairs');
    /** @type {unknown[]} */
    const told = [];
    element.addEventListener('change', (event) =>
      told.push(/** @type {CustomEvent} */ (event).detail.settings.config),
    );
    const problems = element.change({ config: damaged });
    expect(problems).toEqual([{ name: 'config', message: expect.stringContaining('rope_theta') }]);
    expect(element.settings.config).toBe(good);
    expect(element.description).toBe(before);
    expect(new Set(told).has(damaged)).toBe(false);
    await vi.waitFor(() => expect(problem(element, 'config')).toContain('rope_theta'));
    element.change({ config: good });
    await vi.waitFor(() => expect(problem(element, 'config')).toBe(undefined));
  });

  it('does not bring a refused config back with a reset', async () => {
    const element = await figure({ figure: 'clocks', config: damaged });
    element.change({ positions: 10 });
    element.reset();
    expect(element.settings.config).toBe('');
    expect(element.settings.positions).toBe(64);
    await vi.waitFor(() => expect(problem(element, 'config')).toBe(undefined));
  });

  it('does not play where there is no time', async () => {
    const element = await figure({ figure: 'spectrum', autoplay: 'on' });
    element.play();
    expect(element.playing).toBe(false);
  });
});

it('plays the figure that is asked for, though another one is still seen', async () => {
  const element = await figure({ figure: 'comparison' });
  element.change({ figure: 'clocks' });
  element.play();
  await vi.waitFor(() => expect(element.description).toContain('pairs'), 5000);
  await vi.waitFor(() => expect(element.position).toBeGreaterThan(0.2), 5000);
  expect(element.playing).toBe(true);
});
