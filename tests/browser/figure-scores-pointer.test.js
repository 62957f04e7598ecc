import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { frame, part } from './element-support.js';
import { canvas, chartOf, middleOf, panel, pointer, scores } from './figure-scores-support.js';

afterEach(() => {
  document.body.replaceChildren();
});

test('a click on a cell moves query and key there', async () => {
  const element = await scores();
  const click = (/** @type {number} */ query, /** @type {number} */ key) => {
    const at = middleOf(element, 'rotary', query, key);
    canvas(element, 'matrix', 'rotary').dispatchEvent(new MouseEvent('click', { ...at, bubbles: true }));
  };
  click(20, 3);
  expect(element.settings).toMatchObject({ distance: 17, at: 3 });
  await frame();
  expect(element.position).toBe(3);
  expect(part(element, '.where').textContent).toContain('key (k) at position 3query (q) at position 20');
  click(2, 30);
  expect(element.settings).toMatchObject({ distance: -28, at: 2 });
  await frame();
  expect(part(element, '.where').textContent).toMatch(
    /key \(k\) at position 30query \(q\) at position 2(?!\d)/,
  );
  expect(part(element, 'input[part=rail]').max).toBe('3');
});

test('a pointer reads a cell, and drags query and key', async () => {
  const element = await scores();
  const readout = panel(element, 'rotary')('.readout');
  expect(readout.hidden).toBe(true);
  pointer(element, 'rotary', 'pointermove', middleOf(element, 'rotary', 7, 21));
  expect(readout.hidden).toBe(false);
  expect(readout.textContent).toMatch(/^query at 7, key at 21: score −?\d/);
  expect(element.settings.distance).toBe(4);
  pointer(element, 'rotary', 'pointerleave', middleOf(element, 'rotary', 7, 21));
  pointer(element, 'rotary', 'pointermove', { clientX: 0, clientY: 0 });
  expect(readout.hidden).toBe(true);
  const box = panel(element, 'rotary')('.matrix');
  box.setPointerCapture = () => {};
  pointer(element, 'rotary', 'pointerdown', middleOf(element, 'rotary', 9, 9));
  pointer(element, 'rotary', 'pointermove', middleOf(element, 'rotary', 12, 10));
  expect(element.settings).toMatchObject({ distance: 2, at: 10 });
  pointer(element, 'rotary', 'pointermove', { clientX: -50, clientY: -50 });
  expect(element.settings).toMatchObject({ distance: 0, at: 0 });
  pointer(element, 'rotary', 'pointerup', { clientX: -50, clientY: -50 });
  pointer(element, 'rotary', 'pointermove', middleOf(element, 'rotary', 12, 10));
  expect(element.settings).toMatchObject({ distance: 0, at: 0 });
});

test('a finger scrolls the page over a matrix, and taps a cell', async () => {
  const element = await scores();
  const at = middleOf(element, 'rotary', 9, 9);
  pointer(element, 'rotary', 'pointerdown', at, { pointerType: 'touch' });
  pointer(element, 'rotary', 'pointermove', middleOf(element, 'rotary', 12, 10), { pointerType: 'touch' });
  expect(element.settings.distance).toBe(4);
  expect(getComputedStyle(panel(element, 'rotary')('.matrix')).touchAction).toBe('manipulation');
});

test('keys move the query, the key, and both along together', async () => {
  const element = await scores({ at: '10' });
  const status = part(element, '[part=status]');
  panel(element, 'rotary')('.matrix').focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(element.settings).toMatchObject({ distance: 5, at: 10 });
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(element.settings).toMatchObject({ distance: 3, at: 12 });
  await userEvent.keyboard('{PageDown}');
  expect(element.settings).toMatchObject({ distance: 3, at: 13 });
  const before = status.textContent?.split('score ')[1];
  expect(status.textContent).toMatch(/^query at 16, key at 13: score −?\d/);
  await userEvent.keyboard('{End}');
  expect(element.settings).toMatchObject({ distance: 3, at: 28 });
  expect(status.textContent).toBe(`query at 31, key at 28: score ${before}`);
  await userEvent.keyboard('{PageDown}{ArrowDown}');
  expect(element.settings).toMatchObject({ distance: 3, at: 28 });
  await userEvent.keyboard('{Home}{Shift>}{ArrowUp}{/Shift}');
  expect(element.settings).toMatchObject({ distance: 0, at: 0 });
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
  expect(element.settings).toMatchObject({ distance: -1, at: 0 });
});

/** Where an arrow's tip is seen in the window, by its place in data units. @param {import('./figure-scores-support.js').Scope} element @param {string} name @param {number} x @param {number} y */
function tipOf(element, name, x, y) {
  const plot = canvas(element, 'arrows', name);
  const box = plot.getBoundingClientRect();
  const { scales } = chartOf(plot);
  return {
    clientX: box.left + Number(scales.x?.getPixelForValue(x)),
    clientY: box.top + Number(scales.y?.getPixelForValue(y)),
  };
}

test('an arrow drawn along its circle moves both: one score stays, the other changes', async () => {
  const element = await scores({
    dimensions: '2',
    query: '2,0',
    key: '2,0',
    distance: '1',
    positions: '12',
    at: '3',
  });
  const [rotary, sum] = [panel(element, 'rotary'), panel(element, 'sinusoidal')];
  const box = rotary('.arrows');
  box.setPointerCapture = () => {};
  const on = (/** @type {string} */ type, /** @type {number} */ angle) =>
    pointer(
      element,
      'rotary',
      type,
      tipOf(element, 'rotary', 2 * Math.cos(angle), 2 * Math.sin(angle)),
      {},
      'arrows',
    );
  const before = { rotary: rotary('.score').textContent, sum: sum('.score').textContent };
  on('pointermove', 5.5);
  expect(box.classList.contains('over')).toBe(false);
  on('pointermove', 4);
  expect(box.classList.contains('over')).toBe(true);
  on('pointerdown', 4);
  expect(box.classList.contains('held')).toBe(true);
  for (const angle of [5, 6, 7, 8]) {
    on('pointermove', angle);
    await frame();
    // The query stands one position after the key.
    expect(element.position).toBeCloseTo(angle - 1, 1);
  }
  expect(element.settings).toMatchObject({ distance: 1, query: [2, 0], key: [2, 0] });
  expect(rotary('.score').textContent).toBe(before.rotary);
  expect(sum('.score').textContent).not.toBe(before.sum);
  on('pointerup', 8);
  on('pointermove', 9);
  expect(element.position).toBeCloseTo(7, 1);
  expect(part(element, '.where').textContent).toContain('Drag an arrow to move both along');
});

test('an arrow that no position moves is not offered to be drawn', async () => {
  const element = await scores({ methods: 'none', dimensions: '2', query: '2,0', key: '0,2', at: '3' });
  const box = panel(element, 'none')('.arrows');
  box.setPointerCapture = () => {};
  for (const type of ['pointermove', 'pointerdown'])
    pointer(element, 'none', type, tipOf(element, 'none', 2, 0), {}, 'arrows');
  expect(box.className).toBe('plot arrows');
  expect(part(element, '.where').textContent).not.toContain('Drag an arrow');
  expect(part(element, '.where').textContent).toContain('Press in a table');
});
