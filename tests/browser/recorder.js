/** @typedef {{ name: string, values: unknown[] }} Call a method that was called, or a property that was set */

/** Properties of a context that change what is drawn. */
const PROPERTIES = /** @type {const} */ ([
  'direction',
  'fillStyle',
  'filter',
  'font',
  'globalAlpha',
  'globalCompositeOperation',
  'imageSmoothingEnabled',
  'lineCap',
  'lineDashOffset',
  'lineJoin',
  'lineWidth',
  'miterLimit',
  'shadowBlur',
  'shadowColor',
  'strokeStyle',
  'textAlign',
  'textBaseline',
]);

/** What no picture but the screen's can follow. */
const FORBIDDEN = ['putImageData', 'getImageData', 'getTransform', 'drawFocusIfNeeded', 'isPointInPath'];

/**
 * A 2D context that draws nothing and remembers all that it is asked for. It measures text as the screen does.
 *
 * @returns {{ context: CanvasRenderingContext2D, calls: Call[] }}
 */
export function recorder() {
  /** @type {Call[]} */
  const calls = [];
  const real = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d'));
  const canvas = { width: 0, height: 0, getContext: () => context };
  /** @type {Record<string, unknown>} */
  const context = { canvas };
  for (const name of PROPERTIES) {
    Object.defineProperty(context, name, {
      get: () => real[name],
      set: (value) => {
        real[name] = /** @type {never} */ (value);
        calls.push({ name, values: [value] });
      },
    });
  }
  for (const name of Object.getOwnPropertyNames(CanvasRenderingContext2D.prototype)) {
    const { value } = /** @type {PropertyDescriptor} */ (
      Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, name)
    );
    if (typeof value !== 'function' || name === 'constructor') continue;
    context[name] = (/** @type {unknown[]} */ ...values) => {
      calls.push({ name, values });
      if (name === 'measureText') return real.measureText(String(values[0]));
      if (name === 'createLinearGradient')
        return real.createLinearGradient(.../** @type {[number, number, number, number]} */ (values));
      if (name === 'save' || name === 'restore') real[name]();
      return name === 'getLineDash' ? [] : undefined;
    };
  }
  return { context: /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (context)), calls };
}

/** Calls that a picture of another size or kind cannot follow. @param {readonly Call[]} calls of a picture with a ratio other than 1 */
export const forbidden = (calls) =>
  calls.filter(
    ({ name, values }) =>
      FORBIDDEN.includes(name) ||
      (name === 'setTransform' && values[0] === 1) ||
      values.some((value) => value instanceof Path2D),
  );

/** The drawing calls, without those that only ask or that Chart.js makes while it sets itself up. @param {readonly Call[]} calls */
export const drawn = (calls) =>
  calls.filter(
    ({ name }) =>
      !['measureText', 'setTransform', 'resetTransform', 'clearRect', 'getLineDash'].includes(name),
  );
