/**
 * A place under a pointer.
 *
 * @typedef {object} Point
 * @property {number} x CSS pixels from the canvas's left
 * @property {number} y and from its top
 * @property {number} reach how near something must be to be meant, CSS pixels: fingers are broader than mice
 * @property {string} type `mouse`, `pen` or `touch`
 */

/**
 * What can be done with a plot by pointer and keys. `Hit` is what the plot finds under a pointer.
 *
 * @template Hit
 * @typedef {object} Gestures
 * @property {(point: Point) => Hit | undefined} pick what is meant there. Plots find it themselves: a fingertip reaches farther than a
 *   mouse, and what moves, or lies between elements, is no element that Chart.js's hit-testing would see
 * @property {(hit: Hit | undefined, point: Point | undefined) => void} [hover] nothing is pressed; no point: the pointer has left
 * @property {(hit: Hit | undefined, point: Point) => boolean | void} [press] true begins a drag
 * @property {(point: Point) => void} [drag] may lie outside the plot
 * @property {(point: Point | undefined) => void} [drop] ends a drag; no point: it was broken off
 * @property {(hit: Hit | undefined, point: Point) => void} [click]
 * @property {() => void} [doubleClick]
 * @property {(factor: number, point: Point) => void} [zoom] below 1 to see less; a wheel with Control, which pinching sends too
 * @property {(event: KeyboardEvent) => boolean} [key] whether it meant something
 * @property {() => void} [blur]
 * @property {boolean} [touchDrags] a touch that begins on a hit drags it; else a finger scrolls the page
 */

/** How near a pointer must be to be meant, CSS pixels. */
const REACH = { mouse: 14, pen: 20, touch: 30 };

/** How much a turn of the wheel zooms, and how much of it adds up before anything happens. */
const WHEEL = { most: 50, rate: 0.006, least: 0.03, line: 30 };

/**
 * Tells a plot's gestures from the events of its box.
 *
 * @template Hit
 * @param {HTMLElement} box around the canvas; one tab stop where it has keys
 * @param {HTMLCanvasElement} canvas
 * @param {Gestures<Hit>} gestures
 */
export function listen(box, canvas, gestures) {
  /** The pointer that drags. @type {number | undefined} */
  let dragging;
  let turned = 1;

  /** @param {{ clientX: number, clientY: number, pointerType?: string }} event @returns {Point} */
  const pointOf = ({ clientX, clientY, pointerType = 'mouse' }) => {
    const { left, top, width } = canvas.getBoundingClientRect();
    // A page may be zoomed or transformed.
    const scale = width > 0 ? canvas.clientWidth / width : 1;
    const reach = REACH[/** @type {keyof typeof REACH} */ (pointerType)] ?? REACH.mouse;
    return { x: (clientX - left) * scale, y: (clientY - top) * scale, reach, type: pointerType };
  };
  /** @param {PointerEvent | undefined} event */
  const drop = (event) => {
    dragging = undefined;
    gestures.drop?.(event && pointOf(event));
  };

  box.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || dragging !== undefined) return;
    const point = pointOf(event);
    if (!gestures.press?.(gestures.pick(point), point)) return;
    dragging = event.pointerId;
    // A finger is captured already.
    if (event.pointerType !== 'touch') box.setPointerCapture(event.pointerId);
  });
  box.addEventListener('pointermove', (event) => {
    const point = pointOf(event);
    if (dragging === event.pointerId) gestures.drag?.(point);
    else if (dragging === undefined) gestures.hover?.(gestures.pick(point), point);
  });
  box.addEventListener('pointerup', (event) => {
    if (dragging === event.pointerId) drop(event);
  });
  for (const type of /** @type {const} */ (['pointercancel', 'lostpointercapture'])) {
    box.addEventListener(type, (event) => {
      if (dragging === event.pointerId) drop(undefined);
    });
  }
  box.addEventListener('pointerleave', (event) => {
    // A finger leaves when it lifts; what it chose stays until another is chosen or the focus goes.
    if (dragging === undefined && event.pointerType !== 'touch') gestures.hover?.(undefined, undefined);
  });
  const { click, doubleClick, zoom, key, blur, touchDrags } = gestures;
  if (click) {
    box.addEventListener('click', (event) => {
      const point = pointOf(event);
      click(gestures.pick(point), point);
    });
  }
  if (doubleClick) box.addEventListener('dblclick', doubleClick);
  if (blur) box.addEventListener('blur', blur);
  if (key) {
    box.addEventListener('keydown', (event) => {
      if (key(event)) event.preventDefault();
    });
  }
  if (touchDrags) {
    const passive = false;
    box.addEventListener(
      'touchstart',
      (event) => {
        const touch = event.touches[0];
        if (gestures.pick(pointOf({ ...at(touch), pointerType: 'touch' })) !== undefined)
          event.preventDefault();
      },
      { passive },
    );
  }
  if (zoom) {
    box.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : WHEEL.line;
        const way = Math.max(-WHEEL.most, Math.min(WHEEL.most, event.deltaY * lines));
        turned *= Math.exp(way * WHEEL.rate);
        if (Math.abs(turned - 1) < WHEEL.least) return;
        zoom(turned, pointOf(event));
        turned = 1;
      },
      { passive: false },
    );
  }
}

/** @param {Touch} touch */
const at = ({ clientX, clientY }) => ({ clientX, clientY });
