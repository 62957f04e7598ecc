/** Sweeps over all pairs; a matrix of 64 rows needs about ten. */
const SWEEPS = 40;

/** What is left off the diagonal, of the whole, when a matrix counts as diagonal. */
const SMALL = 1e-20;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub and Van Loan, Matrix Computations, 8.5). It yields
 * after each small part.
 *
 * @param {ArrayLike<number>} matrix [size, size], row-major
 * @param {number} size
 * @returns {Generator<undefined, { values: Float64Array, vectors: Float64Array }, void>} the greatest value first; vector i is row i of
 *   `vectors`, of length 1, and its number of greatest size is positive
 */
export function* symmetricEigen(matrix, size) {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) v[i * size + i] = 1;
  const whole = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a, size) > SMALL * whole; sweep += 1) {
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) turn(a, v, size, p, q);
      yield;
    }
  }
  const order = Array.from({ length: size }, (_, i) => i);
  order.sort((one, other) => a[other * size + other] - a[one * size + one] || one - other);
  const vectors = new Float64Array(size * size);
  order.forEach((from, i) => {
    const vector = v.subarray(from * size, (from + 1) * size);
    vectors.set(pointed(vector), i * size);
  });
  return { values: Float64Array.from(order, (i) => a[i * size + i]), vectors };
}

/** @param {Float64Array} a @param {number} size */
function offDiagonal(a, size) {
  let sum = 0;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) if (i !== j) sum += a[i * size + j] ** 2;
  return sum;
}

/**
 * Turns the plane of p and q so that the matrix has nothing there off the diagonal. The vectors are rows of v.
 *
 * @param {Float64Array} a @param {Float64Array} v @param {number} size @param {number} p @param {number} q
 */
function turn(a, v, size, p, q) {
  const off = a[p * size + q];
  if (off === 0) return;
  const half = (a[q * size + q] - a[p * size + p]) / (2 * off);
  const t = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k += 1) mix(a, k * size + p, k * size + q, c, s);
  for (let k = 0; k < size; k += 1) mix(a, p * size + k, q * size + k, c, s);
  for (let k = 0; k < size; k += 1) mix(v, p * size + k, q * size + k, c, s);
}

/** @param {Float64Array} list @param {number} i @param {number} j @param {number} c @param {number} s */
function mix(list, i, j, c, s) {
  const [x, y] = [list[i], list[j]];
  list[i] = c * x - s * y;
  list[j] = s * x + c * y;
}

/** A vector or its opposite: that whose number of greatest size is positive. @param {Float64Array} vector */
function pointed(vector) {
  let greatest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(greatest)) greatest = value;
  return greatest < 0 ? vector.map((value) => -value) : vector;
}

/**
 * A plane to look at vectors in.
 * @typedef {{ x: Float64Array, y: Float64Array, share: number }} Plane two directions at right angles, of length 1, and the share of
 *   all squared lengths that is seen in it
 */

/**
 * The first two principal components of vectors, about the origin, since they are drawn from there as arrows. It yields after each
 * small part.
 *
 * @param {readonly Float64Array[]} lists each [rows, size]
 * @param {number} size of a vector, 2 or more
 * @returns {Generator<undefined, Plane, void>}
 */
export function* principalPlane(lists, size) {
  const sums = new Float64Array(size * size);
  for (const list of lists) {
    for (let start = 0; start < list.length; start += size) {
      for (let i = 0; i < size; i += 1) {
        const value = list[start + i];
        for (let j = 0; j <= i; j += 1) sums[i * size + j] += value * list[start + j];
      }
      yield;
    }
  }
  for (let i = 0; i < size; i += 1) for (let j = 0; j < i; j += 1) sums[j * size + i] = sums[i * size + j];
  const { values, vectors } = yield* symmetricEigen(sums, size);
  const whole = values.reduce((sum, value) => sum + value, 0);
  return {
    x: vectors.slice(0, size),
    y: vectors.slice(size, 2 * size),
    share: whole > 0 ? (values[0] + values[1]) / whole : 0,
  };
}

/**
 * The same plane, turned in itself, or turned over, so that it lies as another did: what is seen in it does not spin when two
 * components have nearly the same strength and change places.
 *
 * @param {Plane} plane
 * @param {Plane} before
 * @returns {Plane}
 */
export function aligned({ x, y, share }, before) {
  const dot = (/** @type {Float64Array} */ a, /** @type {Float64Array} */ b) =>
    a.reduce((sum, value, i) => sum + value * b[i], 0);
  const [xx, xy, yx, yy] = [dot(x, before.x), dot(y, before.x), dot(x, before.y), dot(y, before.y)];
  // The nearest rotation, and the nearest mirrored one; the nearer of the two.
  const turned = Math.hypot(xx + yy, xy - yx);
  const mirrored = Math.hypot(xx - yy, xy + yx);
  const sign = mirrored > turned ? -1 : 1;
  const angle = Math.atan2(xy - sign * yx, xx + sign * yy);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return {
    x: x.map((value, i) => c * value + s * y[i]),
    y: x.map((value, i) => sign * (c * y[i] - s * value)),
    share,
  };
}
