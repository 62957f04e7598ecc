/** Milliseconds of one sample: long enough for the coarse clocks of browsers, short enough to leave a frame free. */
export const SAMPLE = 8;

/** A clock may stand still for 100 ms, where a browser guards against fingerprinting: a sample ends after so many units all the same. */
const MOST_UNITS = 24;

/**
 * One sample of how long work takes.
 *
 * @param {() => number} work does a little, and gives how much it was; 0 where nothing is left to do
 * @param {() => number} [now] milliseconds
 * @returns {{ amount: number, time: number, isWhole: boolean }} time in milliseconds for one; 0 where the clock did not move.
 *   Not whole where the work ended before
 */
export function sample(work, now = () => performance.now()) {
  const start = now();
  let [amount, elapsed, units, last] = [0, 0, 0, 0];
  do {
    last = work();
    amount += last;
    units += 1;
    elapsed = now() - start;
  } while (last > 0 && elapsed < SAMPLE && units < MOST_UNITS);
  return { amount, time: amount > 0 ? elapsed / amount : 0, isWhole: last > 0 };
}

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? Number(sorted[middle])
    : (Number(sorted[middle - 1]) + Number(sorted[middle])) / 2;
}
