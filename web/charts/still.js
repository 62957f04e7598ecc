/** What every chart here leaves to its plot: its size, its movement, and who touches it. */
export const still = () => ({
  animation: /** @type {const} */ (false),
  responsive: false,
  maintainAspectRatio: false,
  events: [],
});

/**
 * A scale that only says where things are: the plot draws what is seen of it.
 *
 * @param {number} min
 * @param {number} max
 */
export const hidden = (min, max) => ({
  type: /** @type {const} */ ('linear'),
  bounds: /** @type {const} */ ('data'),
  display: false,
  min,
  max,
});
