import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../web/element/index.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

/** @param {Record<string, string>} [attributes] */
async function figure(attributes = {}) {
  const element = /** @type {Scope} */ (document.createElement('rope-scope'));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  await vi.waitFor(() => expect(element.description).not.toBe(''));
  await frame();
  return element;
}

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** @param {Scope} element @param {string} selector */
function part(element, selector) {
  const found = element.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return /** @type {HTMLElement & HTMLInputElement} */ (found);
}

/** @param {Scope} element @param {string} name */
const problem = (element, name) =>
  element.shadowRoot?.querySelector(`[data-problem="${name}"]:not([hidden])`)?.textContent;

/** @param {Scope} element @param {string} panel */
const pixels = (element, panel) =>
  /** @type {HTMLCanvasElement} */ (
    /** @type {unknown} */ (part(element, `canvas[data-panel="${panel}"]`))
  ).toDataURL();

afterEach(() => document.body.replaceChildren());

describe('<rope-scope>', () => {
  it("shows the article's two pictures when it has no attributes", async () => {
    const element = await figure();
    const panels = [...(element.shadowRoot?.querySelectorAll('canvas[data-panel]') ?? [])];
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
    expect(part(element, '[part=rail]').getAttribute('aria-valuetext')).toMatch(/^position 0\.00|position 5/);
    await frame();
    expect(part(element, '[part=rail]').getAttribute('aria-valuetext')).toBe('position 0.00, the');
  });

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
      expect(input.hasAttribute('aria-invalid')).toBe(true);
      await frame();
      expect(pixels(element, 'sinusoidal')).toBe(before);
    }
    await userEvent.click(part(element, '[part=reset]'));
    await frame();
    expect(problem(element, name)).toBeUndefined();
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

  it('has a panel for each encoding, and tells of changes', async () => {
    const element = await figure();
    const told = vi.fn();
    element.addEventListener('change', told);
    await userEvent.click(part(element, '[data-control=encodings] input[value=learned]'));
    expect(element.settings.encodings).toEqual(['sinusoidal', 'rotary', 'learned']);
    await frame();
    expect(element.shadowRoot?.querySelectorAll('canvas[data-panel]')).toHaveLength(3);
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
