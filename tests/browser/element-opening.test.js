import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, showSingleFigure } from '../../web/page/single.js';
import { figure, frame, part, problem } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

const address = location.href;

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  history.replaceState(history.state, '', address);
});

/** @param {Scope} element */
const box = (element) => part(element, '[data-control=config] textarea');

/** Good JSON, which only the core can refuse. */
const damaged = { head_dim: 64, rope_scaling: { type: 'linear' } };

describe('a damaged config that a figure opens with', () => {
  it.each([
    ['refused by the core', JSON.stringify(damaged), JSON.stringify(damaged, null, 2), 'factor'],
    ['no JSON', '{"head_dim": 64,', '{"head_dim": 64,', 'which is not JSON'],
    ['no object', '[1, 2]', '[1, 2]', 'must be a JSON object'],
  ])('is shown in the box, beside what is wrong with it: %s', async (_, text, shown, message) => {
    for (const name of ['spectrum', 'clocks']) {
      const element = await figure({ figure: name, config: text });
      await vi.waitFor(() => expect(problem(element, 'config')).toContain(message));
      expect(box(element).value).toBe(shown);
      expect(box(element).getAttribute('aria-invalid')).toBe('true');
      expect(element.settings.config).toBe('');
      element.change({ positions: 20 });
      await frame();
      await frame();
      expect(box(element).value, 'other settings leave it alone').toBe(shown);
      element.reset();
      await vi.waitFor(() => expect(box(element).value).toBe(''));
      expect(problem(element, 'config')).toBeUndefined();
      element.remove();
    }
  });

  it('gives way to a good one, and does not come back', async () => {
    const element = await figure({ figure: 'spectrum', config: JSON.stringify(damaged) });
    element.change({ config: { head_dim: 4 } });
    await vi.waitFor(() => expect(box(element).value).toBe('{\n  "head_dim": 4\n}'));
    element.change({ figure: 'clocks' });
    await vi.waitFor(() => expect(part(element, 'figure').dataset.figure).toBe('clocks'), 5000);
    expect(box(element).value).toBe('{\n  "head_dim": 4\n}');
    expect(problem(element, 'config')).toBeUndefined();
  });

  it('waits for a figure that has a box', async () => {
    const element = await figure({ config: 'rope_theta = 1' });
    element.change({ figure: 'spectrum' });
    await vi.waitFor(() => expect(part(element, 'figure').dataset.figure).toBe('spectrum'), 5000);
    await vi.waitFor(() => expect(problem(element, 'config')).toContain('not JSON'));
    expect(box(element).value).toBe('rope_theta = 1');
  });

  it('is cut in the box where it is very long', async () => {
    const element = await figure({ figure: 'spectrum', config: 'x'.repeat(200_000) });
    expect(box(element).value).toBe('x'.repeat(2000));
    expect(part(element, '[data-control=config]').textContent).toContain(
      'only the beginning of these 200000',
    );
  });

  it('stays in the address until a setting is changed', async () => {
    const replace = vi.spyOn(history, 'replaceState').mockImplementation(() => {});
    const main = document.createElement('main');
    document.body.append(main);
    const query = `?figure=spectrum&config=${encodeURIComponent(JSON.stringify(damaged))}`;
    const element = showSingleFigure(main, query);
    const told = vi.fn();
    element.addEventListener('change', told);
    await vi.waitFor(() => expect(problem(element, 'config')).toContain('factor'), 10_000);
    await new Promise((done) => setTimeout(done, 500));
    expect(told).not.toHaveBeenCalled();
    expect(replace).not.toHaveBeenCalled();
    element.change({ quantity: 'frequency' });
    await vi.waitFor(() => expect(replace).toHaveBeenCalledTimes(1));
    expect(replace.mock.calls[0]?.[2]).toBe(addressOf(location, element.settings));
  });

  it('is told of where it came later, before the core was there', async () => {
    const element = /** @type {Scope} */ (document.createElement('rope-scope'));
    element.setAttribute('figure', 'spectrum');
    document.body.append(element);
    /** @type {unknown[]} */
    const told = [];
    element.addEventListener('change', () => told.push(element.settings.config));
    element.change({ config: damaged });
    await vi.waitFor(() => expect(told).toEqual([JSON.stringify(damaged), '']), 5000);
    await vi.waitFor(() => expect(box(element).value).toBe(JSON.stringify(damaged, null, 2)));
  });
});

describe('time where a figure has none', () => {
  it('stops when a playing figure becomes one without time', async () => {
    const element = await figure({ figure: 'clocks' });
    element.play();
    expect(element.playing).toBe(true);
    element.change({ figure: 'spectrum' });
    await vi.waitFor(() => expect(part(element, 'figure').dataset.figure).toBe('spectrum'), 5000);
    expect(element.playing).toBe(false);
    await new Promise((done) => setTimeout(done, 500));
    const asked = vi.spyOn(window, 'requestAnimationFrame');
    await new Promise((done) => setTimeout(done, 300));
    expect(asked).not.toHaveBeenCalled();
    element.change({ figure: 'clocks' });
    await vi.waitFor(() => expect(part(element, 'figure').dataset.figure).toBe('clocks'), 5000);
    element.play();
    expect(element.playing).toBe(true);
  });

  it('keeps the place that it opened with for a figure that has time', async () => {
    const element = await figure({ figure: 'spectrum', at: '100' });
    element.change({ figure: 'heatmap' });
    await vi.waitFor(() => expect(part(element, 'figure').dataset.figure).toBe('heatmap'), 5000);
    expect(element.settings.at).toBe(100);
    expect(element.position).toBe(100);
  });
});
