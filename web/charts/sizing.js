/** The most device pixels a side and in all that every browser gives a canvas. */
const MOST = { side: 16384, area: 16384 * 1024 };

/** @param {number} width CSS pixels @param {number} height @returns {number} device pixels a CSS pixel, as many as a canvas can have */
export const ratioFor = (width, height) =>
  Math.min(devicePixelRatio, MOST.side / Math.max(width, height), Math.sqrt(MOST.area / (width * height)));

/**
 * Tells the inner size of a canvas's parent: at once, and whenever that or the device's pixel ratio changes. The parent
 * must have a size of its own, which the canvas does not stretch.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {(width: number, height: number) => void} tell CSS pixels, whole; 0 while the parent is not shown
 * @returns {() => void} ends it
 * @throws {TypeError} when the canvas has no parent
 */
export function watchSize(canvas, tell) {
  const parent = parentOf(canvas);
  const view = /** @type {Window & typeof globalThis} */ (canvas.ownerDocument.defaultView);
  let [width, height] = innerSize(parent, view);
  const observer = new view.ResizeObserver((entries) => {
    const { contentRect } = /** @type {ResizeObserverEntry} */ (entries.at(-1));
    const [newWidth, newHeight] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
    if (newWidth === width && newHeight === height) return;
    [width, height] = [newWidth, newHeight];
    tell(width, height);
  });
  /** @type {MediaQueryList | undefined} */
  let ratio;
  const followRatio = () => {
    ratio?.removeEventListener('change', ratioChanged);
    ratio = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    ratio.addEventListener('change', ratioChanged);
  };
  const ratioChanged = () => {
    followRatio();
    tell(width, height);
  };
  observer.observe(parent);
  followRatio();
  tell(width, height);
  return () => {
    observer.disconnect();
    ratio?.removeEventListener('change', ratioChanged);
  };
}

/** @param {HTMLCanvasElement} canvas @returns {Element} */
function parentOf(canvas) {
  const parent = canvas.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  if (parent instanceof Element) return parent;
  throw new TypeError('canvas must have a parent element, which gives it its size');
}

/** @param {Element} element @param {Window} view @returns {[number, number]} without padding, as a ResizeObserver tells it */
function innerSize(element, view) {
  if (element.clientWidth === 0 || element.clientHeight === 0) return [0, 0];
  const style = view.getComputedStyle(element);
  const number = (/** @type {string} */ name) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  const sides = (/** @type {string} */ start, /** @type {string} */ end) =>
    style.boxSizing === 'border-box'
      ? number(`padding-${start}`) +
        number(`padding-${end}`) +
        number(`border-${start}-width`) +
        number(`border-${end}-width`)
      : 0;
  return [
    Math.max(0, Math.floor(number('width') - sides('left', 'right'))),
    Math.max(0, Math.floor(number('height') - sides('top', 'bottom'))),
  ];
}
