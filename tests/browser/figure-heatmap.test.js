import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { loadCore } from '../../web/core/index.js';
import { pixelsApart, pixelsOf } from './charts-support.js';
import { figure, frame, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => document.body.replaceChildren());

/** @param {Record<string, string>} [attributes] */
const heatmap = (attributes = {}) => figure({ figure: 'heatmap', ...attributes });

/** @param {Scope} element */
const box = (element) => part(element, '.heatmap .plot');

/** @param {Scope} element */
const text = (element) => part(element, '.cell').textContent ?? '';

/** @param {Scope} element */
const mapPixels = (element) =>
  /** @type {HTMLCanvasElement} */ (
    /** @type {unknown} */ (part(element, 'canvas[data-panel=heatmap]'))
  ).toDataURL();

/** @param {string} readout */
const numberIn = (readout) => Number(readout.split(': ')[1]?.replaceAll('−', '-'));

/**
 * Moves, presses or lets go the mouse at a part of the plot's box.
 *
 * @param {Scope} element
 * @param {'pointermove' | 'pointerdown' | 'pointerup'} type
 * @param {number} x 0 to 1
 * @param {number} y
 * @param {string} [pointerType]
 */
function point(element, type, x, y, pointerType = 'mouse') {
  const area = box(element).getBoundingClientRect();
  box(element).dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId: 1,
      pointerType,
      button: 0,
      clientX: area.left + x * area.width,
      clientY: area.top + y * area.height,
    }),
  );
}

/** Presses there, moves, and lets go. @param {Scope} element @param {number[]} from @param {number[]} to */
function drag(element, from, to) {
  // A made-up event has no pointer that could be captured.
  vi.spyOn(box(element), 'setPointerCapture').mockImplementation(() => {});
  point(element, 'pointerdown', Number(from[0]), Number(from[1]));
  point(element, 'pointermove', (Number(from[0]) + Number(to[0])) / 2, (Number(from[1]) + Number(to[1])) / 2);
  point(element, 'pointermove', Number(to[0]), Number(to[1]));
  point(element, 'pointerup', Number(to[0]), Number(to[1]));
}

/** The map has stopped moving. */
const rest = async () => {
  await new Promise((done) => setTimeout(done, 300));
  await frame();
  await frame();
};

describe('the heat map, pointed at', () => {
  it.each([
    [{ positions: '20', dimensions: '16' }],
    [{ positions: '200', dimensions: '300', pairing: 'half', base: '77' }],
    [{ table: 'cos' }],
    [{ table: 'sin', zoom: '40,60,3,9' }],
    [{ table: 'learned', seed: '9', positions: '2000' }],
  ])('reads the exact value that the core computes (%j)', async (attributes) => {
    const element = await heatmap(/** @type {Record<string, string>} */ (attributes));
    const { positions, dimensions, base, pairing, table, seed } = element.settings;
    const core = await loadCore();
    const layout = pairing === 'half' ? 'concatenated' : 'interleaved';
    const turned = core.cosSin({ positions, base, rotaryDimensions: dimensions });
    const { data, shape } = {
      sinusoidal: () => core.sinusoidal({ positions, dimensions, base, layout }),
      learned: () => core.learnedTable({ rows: positions, dimensions, seed }),
      cos: () => turned.cos,
      sin: () => turned.sin,
    }[table]();
    const seen = new Set();
    for (const [x, y] of [
      [0.2, 0.2],
      [0.5, 0.71],
      [0.93, 0.4],
    ]) {
      point(element, 'pointermove', Number(x), Number(y));
      const [, position, column] =
        /^position (\d+)(?: \(.*?\))?, (?:dimension|pair) (\d+)/.exec(text(element)) ?? [];
      const value = data[Number(position) * Number(shape[1]) + Number(column)];
      expect(Math.fround(numberIn(text(element)))).toBe(value);
      seen.add(text(element));
    }
    expect(seen.size).toBe(3);
  });

  it('reads nothing beside the map, and forgets when the pointer leaves', async () => {
    const element = await heatmap();
    point(element, 'pointermove', 0.5, 0.5);
    expect(text(element)).toContain('position');
    point(element, 'pointermove', 0.005, 0.5);
    expect(text(element)).toContain('Point at a cell');
    point(element, 'pointermove', 0.5, 0.5);
    box(element).dispatchEvent(new PointerEvent('pointerleave'));
    expect(text(element)).toContain('Point at a cell');
  });

  it('keeps a cell that was clicked, or tapped with a finger', async () => {
    const element = await heatmap();
    await userEvent.click(box(element), { position: { x: 300, y: 100 } });
    const clicked = text(element);
    expect(clicked).toContain('position');
    await userEvent.hover(part(element, 'figcaption'));
    expect(text(element)).toBe(clicked);
    expect(part(element, '[part=status]').textContent).toBe(clicked);
  });

  it('is zoomed by a rectangle that is drawn in any direction, and whole again by a double click', async () => {
    const element = await heatmap();
    drag(element, [0.8, 0.7], [0.4, 0.3]);
    const { zoom } = element.settings;
    expect(zoom).toHaveLength(4);
    const [top = 0, bottom = 0, left = 0, right = 0] = zoom ?? [];
    expect(top).toBeGreaterThan(20);
    expect(bottom).toBeLessThan(110);
    expect(left).toBeGreaterThan(20);
    expect(right).toBeLessThan(120);
    expect(element.description).toContain(`positions ${top} to ${bottom} and dimensions ${left} to ${right}`);
    await rest();
    await userEvent.dblClick(box(element), { position: { x: 300, y: 100 } });
    expect(element.settings.zoom).toBeUndefined();
  });

  it('is not zoomed by a finger, which scrolls the page', async () => {
    const element = await heatmap();
    point(element, 'pointerdown', 0.3, 0.3, 'touch');
    point(element, 'pointermove', 0.8, 0.8, 'touch');
    point(element, 'pointerup', 0.8, 0.8, 'touch');
    expect(element.settings.zoom).toBeUndefined();
    expect(getComputedStyle(box(element)).touchAction).toBe('manipulation');
  });

  it('leaves a plain wheel to the page, and zooms round the pointer with the control key', async () => {
    const element = await heatmap();
    const area = box(element).getBoundingClientRect();
    const turn = (/** @type {boolean} */ ctrlKey) => {
      const event = new WheelEvent('wheel', {
        deltaY: -40,
        ctrlKey,
        cancelable: true,
        clientX: area.left + 0.75 * area.width,
        clientY: area.top + 0.25 * area.height,
      });
      box(element).dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(turn(false)).toBe(false);
    expect(element.settings.zoom).toBeUndefined();
    expect(turn(true)).toBe(true);
    const [top = 0, bottom = 0, left = 0, right = 0] = element.settings.zoom ?? [];
    expect(127 - bottom).toBeGreaterThan(top);
    expect(left).toBeGreaterThan(127 - right);
  });
});

describe('the heat map by keyboard', () => {
  it('reads cells, aloud too', async () => {
    const element = await heatmap({ at: '5', dimensions: '16' });
    box(element).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(text(element)).toMatch(/^position 5, dimension 0 /);
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(text(element)).toMatch(/^position 6, dimension 2 /);
    expect(part(element, '[part=status]').textContent).toBe(text(element));
    await userEvent.keyboard('{End}');
    expect(text(element)).toContain('dimension 15');
    await userEvent.keyboard('{ArrowRight}{PageDown}');
    expect(text(element)).toMatch(/^position 19, dimension 15 /);
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(text(element)).toMatch(/^position 127, dimension 15 /);
    await userEvent.keyboard('{Home}{Control>}{Home}{/Control}');
    expect(text(element)).toMatch(/^position 0, dimension 0 /);
    await userEvent.keyboard('{Escape}');
    expect(text(element)).toContain('Point at');
  });

  it('zooms at the chosen cell, moves on with it, and goes back', async () => {
    const element = await heatmap({ at: '64' });
    box(element).focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(element.settings.zoom).toEqual([32, 95, 0, 63]);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(element.settings.zoom).toEqual([0, 63, 0, 63]);
    await userEvent.keyboard('{End}+');
    expect(element.settings.zoom?.slice(2)).toEqual([96, 127]);
    await userEvent.keyboard('-');
    expect(element.settings.zoom?.slice(2)).toEqual([64, 127]);
    await userEvent.keyboard('0');
    expect(element.settings.zoom).toBeUndefined();
  });

  it('has buttons, which are off where they would do nothing but keep the focus', async () => {
    const element = await heatmap();
    const button = (/** @type {string} */ name) => part(element, `[part=zoom-${name}]`);
    const off = (/** @type {string} */ name) => button(name).getAttribute('aria-disabled');
    expect([off('in'), off('out'), off('whole')]).toEqual(['false', 'true', 'true']);
    button('in').focus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(element.settings.zoom).toEqual([48, 79, 48, 79]);
    await frame();
    expect([off('in'), off('out'), off('whole')]).toEqual(['false', 'false', 'false']);
    button('out').focus();
    await userEvent.keyboard('{Enter}');
    expect(element.settings.zoom).toEqual([32, 95, 32, 95]);
    button('whole').focus();
    await userEvent.keyboard('{Enter}');
    expect(element.settings.zoom).toBeUndefined();
    await frame();
    expect(element.shadowRoot?.activeElement).toBe(button('whole'));
  });
});

describe('the heat map in time', () => {
  it('moves the highlighted row and its bars, and never the map', async () => {
    const element = await heatmap({ at: '10' });
    const canvas = /** @type {HTMLCanvasElement} */ (
      /** @type {unknown} */ (part(element, 'canvas[data-panel=heatmap]'))
    );
    const put = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'putImageData');
    const [before, height] = [pixelsOf(canvas), canvas.height];
    expect(part(element, '.row-title').textContent).toBe('Row at position 10');
    element.position = 60.5;
    await frame();
    await frame();
    expect(part(element, '.row-title').textContent).toBe('Row at position 60.50');
    const now = pixelsOf(canvas);
    /** Whether a part of the map's lines is another than before. @param {number} from @param {number} to */
    const isOther = (from, to) => {
      const [start, end] = [from, to].map((at) => 4 * canvas.width * Math.round(at * height));
      return pixelsApart(before.slice(start, end), now.slice(start, end)) > 0;
    };
    expect([isOther(0, 0.2), isOther(0.2, 0.38), isOther(0.38, 0.55), isOther(0.55, 1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(put).not.toHaveBeenCalled();
  });

  it('labels rows with the words of the text', async () => {
    const element = await heatmap({ positions: '10', at: '1' });
    expect(part(element, '.row-title').textContent).toBe('Row at position 1 (cat)');
    point(element, 'pointermove', 0.5, 0.05);
    expect(text(element)).toMatch(/^position 0 \(the\)/);
  });
});

describe('the heat map as a link', () => {
  it('shows the same picture and reads the same', async () => {
    const element = await heatmap({ dimensions: '64', pairing: 'half', at: '30' });
    drag(element, [0.3, 0.2], [0.6, 0.8]);
    await rest();
    const picture = mapPixels(element);
    element.remove();
    const again = await heatmap(Object.fromEntries(new URLSearchParams(element.link)));
    await rest();
    expect(again.settings).toEqual(element.settings);
    expect(again.description).toMatch(/Shown are positions \d+ to \d+/);
    expect(mapPixels(again)).toBe(picture);
  });

  it('drops a zoom that lies outside a smaller table, and says so', async () => {
    const element = await heatmap({ zoom: '100,120,0,9' });
    element.change({ positions: 50 });
    await frame();
    expect(element.settings.zoom).toBeUndefined();
    expect(part(element, '.notes').textContent).toContain('zoom is off');
  });
});

describe('the heat map at its size', () => {
  it('says which columns are only averages, and no more when they are zoomed in on', async () => {
    const element = await heatmap({ positions: '8192', dimensions: '64' });
    const note = part(element, '[part=averaged]');
    expect(note.textContent).toMatch(/Each pixel is the average of [\d.]+ positions/);
    expect(note.textContent).toMatch(/Shaded: in dimensions 0 to \d+ a turn takes/);
    element.change({ zoom: [0, 99, 0, 15] });
    await rest();
    expect(note.textContent).toBe('');
  });

  it('carries its sentence as the text alternative, and a scale with numbers', async () => {
    const element = await heatmap();
    const canvas = part(element, 'canvas[data-panel=heatmap]');
    expect(canvas.getAttribute('role')).toBe('img');
    expect(canvas.getAttribute('aria-label')).toBe(element.description);
    expect(part(element, '.color-scale').textContent).toBe('value−101');
    element.change({ table: 'learned', positions: 200 });
    await frame();
    expect(part(element, '.color-scale').textContent).toBe('value≤ −30≥ 3');
    expect(part(element, '.heatmap .title').textContent).toContain('Learned');
  });

  it.each([320, 480, 900])('stays inside a page of %i pixels', async (width) => {
    document.body.style.width = `${width}px`;
    const element = await heatmap({ positions: '8192', dimensions: '32' });
    const right = element.getBoundingClientRect().right;
    for (const child of element.shadowRoot?.querySelectorAll('.heatmap *') ?? [])
      expect(child.getBoundingClientRect().right).toBeLessThanOrEqual(right + 0.5);
    expect(part(element, 'canvas[data-panel=heatmap]').getBoundingClientRect().width).toBeGreaterThan(250);
    document.body.style.width = '';
  });

  it('changes theme and table without an error, and gives all back', async () => {
    const errors = vi.spyOn(console, 'error');
    const element = await heatmap({ theme: 'dark' });
    for (const patch of [
      { theme: 'light' },
      { table: 'cos', dimensions: 7 },
      { table: 'learned' },
      { positions: 1, dimensions: 2 },
      { table: 'sin' },
      { table: 'sinusoidal', positions: 300 },
    ]) {
      element.change(patch);
      await frame();
    }
    element.remove();
    await frame();
    expect(element.shadowRoot?.querySelectorAll('canvas')).toHaveLength(0);
    expect(errors).not.toHaveBeenCalled();
  });
});

describe('the heat map with reduced motion', () => {
  it('zooms at once', async () => {
    const session = /** @type {any} */ (cdp());
    const media = (/** @type {string} */ value) =>
      session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
    await media('reduce');
    const element = await heatmap();
    element.change({ zoom: [10, 30, 0, 15] });
    await frame();
    await frame();
    const picture = mapPixels(element);
    await rest();
    expect(mapPixels(element)).toBe(picture);
    await media('no-preference');
  });
});
