/** WebKit refuses more than 100 changes of the address in 10 seconds. */
export const ADDRESS_DELAY = 300;

/**
 * Writes the newest of many texts, at most once per delay and never twice the same.
 *
 * @param {(text: string) => void} write
 * @param {number} [delay] in milliseconds
 */
export function trailingWriter(write, delay = ADDRESS_DELAY) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {string | undefined} */
  let waiting;
  /** @type {string | undefined} */
  let written;

  /** Writes what waits now, as a page does that is about to go. */
  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (waiting !== undefined && waiting !== written) {
      written = waiting;
      write(waiting);
    }
    waiting = undefined;
  }

  /** @param {string} text */
  function next(text) {
    waiting = text;
    timer ??= setTimeout(flush, delay);
  }

  return { next, flush };
}
