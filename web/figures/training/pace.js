/** Seconds that a run takes to watch, and at least so many a step where there are few. */
const WHOLE = 10;
const PER_STEP = 0.25;

/**
 * Steps lie on a logarithmic scale, since most is learned in the first of them: 0 is step 0, and 1 is the end.
 *
 * @param {number} step
 * @param {number} steps of the run
 */
export const placeOf = (step, steps) => Math.log1p(step) / Math.log1p(steps);

/** @param {number} place 0..1 @param {number} steps @returns {number} the last step up to there */
export const stepAt = (place, steps) =>
  place >= 1 ? steps : Math.max(0, Math.floor(Math.expm1(place * Math.log1p(steps)) + 1e-9));

/** @param {number} steps @returns {number} seconds from the first to the last */
export const duration = (steps) => Math.min(WHOLE, PER_STEP * steps);
