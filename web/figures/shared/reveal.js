/** @typedef {import('../figure.js').FigureHost} FigureHost */

/**
 * Shows what somebody asked for below the picture: brings it into view, and says what is seen. The new picture is drawn in the next
 * frame, and takes its size in the one after.
 *
 * @param {FigureHost} host
 * @param {HTMLElement} element
 * @param {() => string} text
 */
export function reveal(host, element, text) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      element.scrollIntoView({ block: 'nearest', behavior: host.reducedMotion() ? 'auto' : 'smooth' });
      host.say(text());
    }),
  );
}
