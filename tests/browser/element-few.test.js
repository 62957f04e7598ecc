import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { loadFigure } from '../../web/figures/index.js';
import { attributeName } from '../../web/settings/index.js';
import { figures } from '../unit/settings-random.js';
import { figure, frame, part, problem } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => document.body.replaceChildren());

/** @param {Scope} element @returns {(string | undefined)[]} the controls that are seen, in their order */
const seen = (element) =>
  Array.from(
    /** @type {NodeListOf<HTMLElement>} */ (element.shadowRoot?.querySelectorAll('[data-control]') ?? []),
  )
    .filter((control) => control.checkVisibility())
    .map((control) => control.dataset.control);

describe('the few controls of a figure', () => {
  it.each(figures)('%s opens with those that its lesson needs, one to three', async (name) => {
    const element = await figure({ figure: name, controls: 'few' });
    const { few } = await loadFigure(name);
    expect(seen(element)).toEqual(few.map(attributeName));
  });

  it('are joined by all others when a reader asks for more, and the link knows it', async () => {
    const element = await figure({ controls: 'few' });
    const more = part(element, '[part=more]');
    expect([more.textContent, more.getAttribute('aria-expanded')]).toEqual(['More controls', 'false']);
    more.focus();
    await userEvent.keyboard('{Enter}');
    await frame();
    expect(seen(element)).toEqual([
      'text',
      'positions',
      'dimensions',
      'base',
      'vector',
      'encodings',
      'pairing',
      'seed',
      'speed',
      'loop',
    ]);
    expect([more.textContent, more.getAttribute('aria-expanded')]).toEqual(['Fewer controls', 'true']);
    expect(element.shadowRoot?.activeElement).toBe(more);
    expect(element.link).toContain('controls=all');
    await userEvent.click(more);
    await frame();
    expect(seen(element)).toEqual(['text', 'positions']);
    expect(element.link).not.toContain('controls');
  });

  it('are reached before what brings the others, and those come after it', async () => {
    const element = await figure();
    const stops = Array.from(element.shadowRoot?.querySelectorAll('button, input, select, a') ?? []);
    const place = (/** @type {string} */ selector) => stops.indexOf(part(element, selector));
    const order = [
      '[part=play]',
      '[part=rail]',
      '[data-control=positions] input',
      '[part=more]',
      '[part=link]',
      '[data-control=speed] input',
    ];
    const places = order.map(place);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('are those that an author names, in that order', async () => {
    const element = await figure({ controls: 'few', show: 'vector base', dimensions: '8' });
    expect(seen(element)).toEqual(['vector', 'base']);
  });

  it('leave out what is hidden, whoever named it', async () => {
    const element = await figure({ controls: 'few', show: 'vector base', hide: 'vector' });
    expect(seen(element)).toEqual(['base']);
    element.change({ controls: 'all' });
    await frame();
    expect(seen(element)).not.toContain('vector');
  });

  it('leave nothing behind where an author wants none', async () => {
    const element = await figure({ controls: 'none', show: 'vector' });
    expect(seen(element)).toEqual([]);
    expect(part(element, 'form').offsetHeight).toBe(0);
  });

  it('say what is wrong with a control that is not among them', async () => {
    const element = await figure({ controls: 'few', base: '0' });
    expect(problem(element, 'base')).toMatch(/^base must be/);
    element.change({ controls: 'none' });
    await frame();
    expect(part(element, '.problems').textContent).toMatch(/^base must be/);
  });

  it('say it beside the control as soon as that is seen', async () => {
    const element = await figure({ controls: 'few', base: '0' });
    await userEvent.click(part(element, '[part=more]'));
    await frame();
    expect(part(element, '.problems').textContent).toBe('');
    expect(part(element, '[data-control=base] .problem').textContent).toMatch(/^base must be/);
  });
});

describe('Reset', () => {
  it('is there when something has been changed, takes it back, and hands the focus on', async () => {
    const element = await figure();
    const reset = part(element, '[part=reset]');
    expect(reset.checkVisibility()).toBe(false);
    element.change({ positions: 5 });
    await frame();
    expect(reset.checkVisibility()).toBe(true);
    reset.focus();
    await userEvent.keyboard('{Enter}');
    await frame();
    expect(element.settings.positions).toBe(10);
    expect(reset.checkVisibility()).toBe(false);
    expect(element.shadowRoot?.activeElement).toBe(part(element, '[part=more]'));
    expect(element.settings.controls).toBe('all');
  });
});
