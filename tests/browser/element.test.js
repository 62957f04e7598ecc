import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { figure, frame, part, pixels, problem } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => document.body.replaceChildren());

describe('<rope-scope>', () => {
  it("shows the article's two pictures when it has no attributes", async () => {
    const element = await figure();
    const panels = [...(element.shadowRoot?.querySelectorAll('.plot canvas') ?? [])];
    expect(panels.map((canvas) => /** @type {HTMLElement} */ (canvas).dataset.panel)).toEqual([
      'sinusoidal',
      'rotary',
    ]);
    expect(part(element, 'figcaption').textContent).toBe(element.description);
    expect(element.description).toContain('from 0.42 to 2.41');
    expect(element.playing).toBe(false);
    expect(element.position).toBe(9);
  });

  it('plays, moves, and pauses where it is', async () => {
    const element = await figure();
    await userEvent.click(part(element, '[part=play]'));
    await vi.waitFor(() => expect(element.position).toBeGreaterThan(0.2));
    expect(part(element, '[part=play]').getAttribute('aria-label')).toBe('Pause');
    const before = pixels(element, 'rotary');
    await vi.waitFor(() => expect(pixels(element, 'rotary')).not.toBe(before));
    await userEvent.click(part(element, '[part=play]'));
    const { position } = element;
    expect(element.settings.at).toBe(position);
    await frame();
    const still = pixels(element, 'rotary');
    await new Promise((done) => setTimeout(done, 150));
    expect(element.position).toBe(position);
    expect(pixels(element, 'rotary')).toBe(still);
  });

  it('stays where it is when more positions come', async () => {
    const element = await figure({ at: '9' });
    element.change({ positions: 20 });
    expect(element.position).toBe(9);
    expect(element.settings.at).toBe(9);
  });

  it('stops playing when one position is left', async () => {
    const element = await figure({ speed: '20' });
    element.play();
    element.change({ positions: 1 });
    await frame();
    expect(element.playing).toBe(false);
    expect(part(element, '[part=play]').getAttribute('aria-label')).toBe('Play');
  });

  it('goes one whole position back and forth', async () => {
    const element = await figure({ at: '3.4' });
    await userEvent.click(part(element, '[part=forth]'));
    expect(element.position).toBe(4);
    await userEvent.click(part(element, '[part=back]'));
    await userEvent.click(part(element, '[part=back]'));
    expect(element.position).toBe(2);
  });

  it('scrubs with the keys of its rail', async () => {
    const element = await figure({ at: '3' });
    part(element, '[part=rail]').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(element.position).toBe(5);
    await userEvent.keyboard('{Home}');
    expect(element.position).toBe(0);
    await frame();
    expect(part(element, '[part=rail]').getAttribute('aria-valuetext')).toBe('position 0.00, the');
  });

  it('names what its rail counts, and says no number twice', async () => {
    const element = await figure({ figure: 'decay', at: '3' });
    const rail = part(element, '[part=rail]');
    expect(rail.getAttribute('aria-label')).toBe('Distance');
    expect(rail.getAttribute('aria-valuetext')).toBe('distance 3.00');
    element.setAttribute('figure', 'vectors');
    await vi.waitFor(() => expect(part(element, '[part=rail]').getAttribute('aria-label')).toBe('Position'));
  });

  it('judges attributes and properties like controls', async () => {
    const element = await figure({ positions: 'ten', base: '500' });
    expect(problem(element, 'positions')).toBe('positions must be an integer from 1 to 4096, got "ten"');
    expect(element.settings).toMatchObject({ positions: 10, base: 500 });
    element.setAttribute('positions', '7');
    await frame();
    expect(problem(element, 'positions')).toBeUndefined();
    const scope = /** @type {any} */ (element);
    scope.positions = 2.5;
    expect(scope.positions).toBe(7);
    element.removeAttribute('base');
    expect(element.settings.base).toBe(10000);
  });

  it('takes properties that were set before it was known', async () => {
    const element = /** @type {any} */ (document.createElement('rope-scope'));
    Object.defineProperty(element, 'positions', { value: 4, configurable: true, writable: true });
    document.body.append(element);
    expect(element.settings.positions).toBe(4);
    expect(Object.hasOwn(element, 'positions')).toBe(false);
  });

  it('chooses, takes, moves and puts back an arrow by keys', async () => {
    const element = await figure({ at: '2', encodings: 'none rotary' });
    part(element, '.plot').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(part(element, '.readout').textContent).toMatch(/^cat, position 1|^sat, position 2/);
    await userEvent.keyboard('{Enter}{ArrowUp}{ArrowUp}');
    const moved = /** @type {number[]} */ (element.settings.vector);
    expect(moved[0]).toBeCloseTo(1, 2);
    expect(moved[1]).toBeGreaterThan(1.05);
    await userEvent.keyboard('{Escape}');
    expect(element.settings.vector).toEqual([1, 1]);
    await userEvent.keyboard('{Enter}{ArrowLeft}{Enter}');
    expect(/** @type {number[]} */ (element.settings.vector)[0]).toBeLessThan(0.99);
  });

  it('lets keys choose the moving arrow between two positions', async () => {
    const element = await figure({ at: '2.5' });
    part(element, '.plot').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(part(element, '.readout').textContent).toMatch(/^sat, position 2\.50:/);
    await userEvent.keyboard('{ArrowRight}');
    expect(part(element, '.readout').textContent).toMatch(/^on, position 3:/);
    element.change({ positions: 2 });
    await frame();
    expect(part(element, '.readout').hidden).toBe(true);
  });

  it('follows its theme', async () => {
    const element = await figure({ theme: 'light' });
    const light = pixels(element, 'rotary');
    element.setAttribute('theme', 'dark');
    await vi.waitFor(() => expect(pixels(element, 'rotary')).not.toBe(light));
    expect(part(element, '.root').dataset.scheme).toBe('dark');
  });

  it('sleeps until it comes near the viewport', async () => {
    const far = document.createElement('div');
    far.style.height = '5000px';
    document.body.append(far);
    const element = /** @type {Scope} */ (document.createElement('rope-scope'));
    element.setAttribute('autoplay', 'on');
    document.body.append(element);
    await new Promise((done) => setTimeout(done, 200));
    expect(element.shadowRoot?.querySelector('canvas')).toBeNull();
    element.scrollIntoView();
    await vi.waitFor(() => expect(element.playing).toBe(true));
  });

  it('is drawn again after it was moved in the document', async () => {
    const element = await figure();
    const before = pixels(element, 'rotary');
    const other = document.createElement('div');
    document.body.prepend(other);
    other.append(element);
    await vi.waitFor(() => expect(pixels(element, 'rotary')).toBe(before));
  });

  it('opens paused at a given place, and links to what it shows', async () => {
    const element = await figure({ at: '6.35', autoplay: 'on' });
    expect(element.playing).toBe(false);
    expect(element.position).toBe(6.35);
    const address = new URL(/** @type {any} */ (part(element, '[part=link]')).href);
    expect(address.searchParams.get('at')).toBe('6.35');
    expect(address.searchParams.get('v')).toBe('1');
  });

  it('steps from position to position where motion is to be reduced, and does not begin by itself', async () => {
    const real = window.matchMedia;
    const stub = vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
      const list = real.call(window, query);
      if (query.includes('reduced-motion')) Object.defineProperty(list, 'matches', { value: true });
      return list;
    });
    const element = await figure({ autoplay: 'on', speed: '20' });
    stub.mockRestore();
    expect(element.playing).toBe(false);
    expect(element.position).toBe(9);
    element.play();
    const seen = new Set();
    for (let i = 0; i < 20; i += 1) {
      await frame();
      seen.add(element.position);
    }
    expect([...seen].every(Number.isInteger)).toBe(true);
    expect(seen.size).toBeGreaterThan(1);
  });
});
