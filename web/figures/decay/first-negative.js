/** The first negative mean is looked for up to this distance. */
export const SEARCHED = 131072;

/** Distances that are looked through at once: a power of 2. */
const BLOCK = 4096;

/** A pair's cosine is taken on straight lines over turns of up to so many radians, which are off by an eighth of the square at most. */
const TURN = 0.1;

/** More than what adding up, and turning from knot to knot, is off for a pair. */
const ROUNDING = 1e-9;

/** The last answer: dragging other controls asks for it again and again. */
let found = { key: '', distance: -1 };

/**
 * The first distance s at which the mean of cos(s·θ_i) is below 0. What is nearly 0 is added up exactly; elsewhere a bound on the error
 * is enough, so that slow pairs, which are most, need few cosines.
 *
 * @param {Float64Array} frequencies θ of the pairs, falling from 1 by equal parts
 * @returns {number} −1 where there is none up to `SEARCHED`
 */
export function firstNegativeOf(frequencies) {
  const key = `${frequencies.length} ${frequencies[1]}`;
  if (found.key === key) return found.distance;
  const strides = Array.from(frequencies, strideOf);
  const off = strides.reduce(
    (sum, stride, i) => sum + ROUNDING + (stride > 1 ? (stride * frequencies[i]) ** 2 / 8 : 0),
    0,
  );
  found = { key, distance: searched(frequencies, groupsOf(frequencies, strides), off) };
  return found.distance;
}

/** A power of 2. @param {number} theta */
const strideOf = (theta) =>
  theta > TURN ? 1 : Math.min(BLOCK, 2 ** Math.floor(Math.log2(TURN / Math.max(theta, TURN / BLOCK))));

/** @param {Float64Array} frequencies @param {number[]} strides @returns {Map<number, number[]>} θ by stride */
function groupsOf(frequencies, strides) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  for (const [i, stride] of strides.entries()) {
    groups.set(stride, [...(groups.get(stride) ?? []), frequencies[i]]);
  }
  return groups;
}

/** @param {Float64Array} frequencies @param {Map<number, number[]>} groups @param {number} off */
function searched(frequencies, groups, off) {
  const sums = new Float64Array(BLOCK);
  for (let from = 0; from <= SEARCHED; from += BLOCK) {
    sums.fill(0);
    for (const [stride, thetas] of groups) addLines(sums, knotsOf(thetas, from, stride), stride);
    const end = Math.min(BLOCK, SEARCHED + 1 - from);
    for (let i = 0; i < end; i += 1) {
      if (sums[i] < off && exactly(frequencies, from + i) < 0) return from + i;
    }
  }
  return -1;
}

/** @param {Float64Array} frequencies @param {number} distance */
const exactly = (frequencies, distance) =>
  frequencies.reduce((sum, theta) => sum + Math.cos(distance * theta), 0);

/** Sums of cosines at every so manyth distance of a block, both ends among them. @param {number[]} thetas @param {number} from @param {number} stride */
function knotsOf(thetas, from, stride) {
  const knots = new Float64Array(BLOCK / stride + 1);
  for (const theta of thetas) {
    let [c, s] = [Math.cos(from * theta), Math.sin(from * theta)];
    const [byC, byS] = [Math.cos(stride * theta), Math.sin(stride * theta)];
    for (let i = 0; i < knots.length; i += 1) {
      knots[i] += c;
      const across = c;
      c = across * byC - s * byS;
      s = across * byS + s * byC;
    }
  }
  return knots;
}

/** @param {Float64Array} sums @param {Float64Array} knots @param {number} stride */
function addLines(sums, knots, stride) {
  for (let knot = 0; knot + 1 < knots.length; knot += 1) {
    const step = (knots[knot + 1] - knots[knot]) / stride;
    for (let i = 0; i < stride; i += 1) sums[knot * stride + i] += knots[knot] + i * step;
  }
}
