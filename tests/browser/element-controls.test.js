import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaults, format } from '../../web/settings/index.js';
import { figure, frame, part, pixels, problem } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => document.body.replaceChildren());

describe('the controls of <rope-scope>', () => {
  it('changes at once with what a reader types', async () => {
    const element = await figure();
    await userEvent.fill(part(element, '[data-control=positions] input[type=text]'), '5');
    expect(element.settings.positions).toBe(5);
    await userEvent.fill(part(element, '[data-control=vector] input[type=text]'), '0, 2');
    expect(element.description).toContain('2.000');
    await userEvent.fill(part(element, '[data-control=text] input'), '我喜欢猫');
    await frame();
    expect(part(element, '.stops').textContent).toContain('我');
  });

  it.each([
    ['positions', ['0', '-1', '2.5', '1000000000', 'NaN', 'ten']],
    ['base', ['0', '-1', 'Infinity']],
    ['vector', ['1,a', '3', '1,2,3,4,5']],
    ['dimensions', ['3']],
    ['seed', ['-1', '1.5']],
    ['speed', ['0']],
  ])('says what is wrong with %s beside its control, and keeps the picture', async (name, bad) => {
    const element = await figure();
    const input = part(element, `[data-control=${name}] input[type=text]`);
    const before = pixels(element, 'sinusoidal');
    for (const value of bad) {
      await userEvent.fill(input, value);
      await vi.waitFor(
        () => expect(problem(element, name)).toMatch(new RegExp(`^${name} must be .*got`)),
        3000,
      );
      expect(input.getAttribute('aria-invalid')).toBe('true');
      await frame();
      expect(pixels(element, 'sinusoidal')).toBe(before);
    }
    await userEvent.click(part(element, '[part=reset]'));
    await frame();
    expect(problem(element, name)).toBeUndefined();
    const setting = /** @type {keyof typeof defaults} */ (name);
    expect(input.value).toBe(format(setting, defaults[setting]));
  });

  it('has a panel for each encoding, and tells of changes', async () => {
    const element = await figure();
    const told = vi.fn();
    element.addEventListener('change', told);
    await userEvent.click(part(element, '[data-control=encodings] input[value=learned]'));
    expect(element.settings.encodings).toEqual(['sinusoidal', 'rotary', 'learned']);
    await frame();
    expect(element.shadowRoot?.querySelectorAll('.plot canvas')).toHaveLength(3);
    expect(told).toHaveBeenCalledOnce();
  });

  it('shows what counts, and not what was refused, in its boxes', async () => {
    const element = await figure({ encodings: 'rotary' });
    const box = part(element, '[data-control=encodings] input[value=rotary]');
    await userEvent.click(box);
    await frame();
    expect(problem(element, 'encodings')).toMatch(/^encodings must/);
    expect(box.checked).toBe(true);
  });

  it('switches between one vector for all and each word its own', async () => {
    const element = await figure();
    const box = part(element, '[data-control=vector] input[type=checkbox]');
    await userEvent.click(box);
    expect(element.settings.vector).toBe('words');
    await frame();
    expect(part(element, '.word small').textContent).toMatch(/^\d+$/);
    await userEvent.click(box);
    expect(element.settings.vector).toEqual([1, 1]);
  });

  it('hides controls that a lesson does not need, and still says their problems', async () => {
    const element = await figure({ hide: 'base positions', base: '0' });
    expect(part(element, '[data-control=base]').hidden).toBe(true);
    expect(part(element, '.problems').textContent).toMatch(/^base must be/);
  });

  it('offers the pair where there is more than one, with its inverse frequency and wavelength', async () => {
    const element = await figure();
    expect(part(element, '[data-control=pair]').hidden).toBe(true);
    element.change({ dimensions: 8, pair: 2 });
    await frame();
    expect(part(element, '[data-control=pair]').hidden).toBe(false);
    expect(part(element, '[data-control=pair] .aside').textContent).toBe(
      'θ 0.01 rad a position, wavelength 628',
    );
    element.change({ dimensions: 4 });
    await frame();
    expect(element.settings.pair).toBe(1);
    expect(part(element, '.notes').textContent).toContain('pair is now 1');
  });

  it('keeps what was refused in its box until another value counts there', async () => {
    const element = await figure();
    const input = part(element, '[data-control=positions] input[type=text]');
    await userEvent.fill(input, 'ten');
    input.blur();
    element.change({ seed: 3 });
    await frame();
    expect(input.value).toBe('ten');
    expect(problem(element, 'positions')).toContain('"ten"');
    element.change({ positions: 12 });
    await frame();
    expect(input.value).toBe('12');
    expect(problem(element, 'positions')).toBeUndefined();
  });

  it('reaches both ends of a slider, and another value with every arrow key', async () => {
    const element = await figure();
    const track = part(element, '[data-control=dimensions] input[type=range]');
    track.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(element.settings.dimensions).toBe(4);
    await userEvent.keyboard('{End}');
    expect(element.settings.dimensions).toBe(512);
    await userEvent.keyboard('{Home}');
    expect(element.settings.dimensions).toBe(2);
  });
});
