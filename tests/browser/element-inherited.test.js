import { afterEach, expect, it, vi } from 'vitest';
import { rowOf } from '../../web/settings/index.js';
import { figure, part } from './element-support.js';

const prototype = /** @type {Record<string, unknown>} */ (Object.prototype);

/** Names that all objects have on some page: a setting's, and what tells a plot from a panel and a veil from a playhead. */
const leaked = ['extend', 'seed', 'plot', 'from', 'F9'];

afterEach(() => {
  for (const name of leaked) delete prototype[name];
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** @param {HTMLCanvasElement} canvas whether it has more than one colour */
function isDrawn(canvas) {
  const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
    0,
    0,
    canvas.width,
    canvas.height,
  );
  const pixels = new Uint32Array(data.buffer);
  return pixels.some((pixel) => pixel !== pixels[0]);
}

it('takes the names of settings, and what plots are told apart by, for nothing that all objects inherit', async () => {
  const thrown = vi.fn();
  addEventListener('error', thrown);
  addEventListener('unhandledrejection', thrown);
  for (const name of leaked) prototype[name] = 'inherited';
  for (const name of /** @type {const} */ (['vectors', 'scores', 'spectrum', 'clocks'])) {
    const element = await figure({ figure: name });
    const canvases = Array.from(element.shadowRoot?.querySelectorAll('canvas') ?? []);
    await vi.waitFor(() => expect(canvases.some(isDrawn), name).toBe(true), 5000);
    expect(element.shadowRoot?.textContent, name).not.toContain('inherited');
    const track = element.shadowRoot?.querySelector('input[type=range]');
    track?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', cancelable: true }));
    element.remove();
  }
  for (const name of leaked) delete prototype[name];
  removeEventListener('error', thrown);
  removeEventListener('unhandledrejection', thrown);
  expect(thrown).not.toHaveBeenCalled();
}, 60_000);

it('draws every figure on a page whose scripts give all objects a method', async () => {
  const said = /** @type {const} */ (['error', 'warn']).map((name) => vi.spyOn(console, name));
  const thrown = vi.fn();
  addEventListener('error', thrown);
  addEventListener('unhandledrejection', thrown);
  prototype.extend = () => {};
  for (const name of /** @type {import('../../web/settings/typedefs.js').ChoiceRow} */ (rowOf('figure'))
    .values) {
    const element = await figure({ figure: name });
    if (name === 'training') part(element, '[part="play"]').click();
    const canvases = Array.from(element.shadowRoot?.querySelectorAll('canvas') ?? []);
    if (name === 'comparison') expect(element.shadowRoot?.querySelector('table')).not.toBeNull();
    else await vi.waitFor(() => expect(canvases.some(isDrawn), name).toBe(true), 5000);
    element.remove();
  }
  delete prototype.extend;
  removeEventListener('error', thrown);
  removeEventListener('unhandledrejection', thrown);
  expect(thrown).not.toHaveBeenCalled();
  for (const spy of said) expect(spy).not.toHaveBeenCalled();
}, 60_000);
