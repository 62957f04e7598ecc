/**
 * The look-back head's test computed plainly in JavaScript, from the rows that a trainer shows.
 * @param {import('../../web/core/index.js').Trainer} trainer
 * @param {import('../../web/core/index.js').Core} core
 */
export function training(trainer, core) {
  const { encoding, lookBack, dimensions: d, length } = trainer.settings;
  const { positions } = trainer;
  const queries = table(trainer, core, 'queries');
  const keys = table(trainer, core, 'keys');
  const losses = [];
  const correct = [];
  const attention = new Float64Array(length * length);
  for (let m = 0; m < positions; m++) {
    const scores = Array.from({ length: m + 1 }, (_, n) => dot(queries[m], keys[n]) / Math.sqrt(d));
    const most = Math.max(...scores);
    const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0);
    if (m < length) {
      for (const [n, score] of scores.entries()) attention[m * length + n] = Math.exp(score - most) / sum;
    }
    if (m < lookBack) continue;
    losses.push(Math.log(sum) + most - scores[m - lookBack]);
    correct.push(Number(scores.indexOf(most) === m - lookBack));
  }
  return { encoding, losses, correct, attention };
}

/**
 * Queries or keys of every position.
 * @param {import('../../web/core/index.js').Trainer} trainer
 * @param {import('../../web/core/index.js').Core} core
 * @param {'queries' | 'keys'} block
 * @returns {number[][]}
 */
function table(trainer, core, block) {
  const { encoding, dimensions: d } = trainer.settings;
  const { positions } = trainer;
  const weights = trainer.rows(block).data;
  return Array.from({ length: positions }, (_, m) => {
    if (encoding === 'rotary') return turned(weights, m);
    const row =
      encoding === 'learned'
        ? trainer.rows().data.subarray(m * d, (m + 1) * d)
        : core.sinusoidal({ positions: 1, dimensions: d, start: m }).data;
    return Array.from({ length: d }, (_, j) =>
      row.reduce((sum, value, i) => sum + value * weights[i * d + j], 0),
    );
  });
}

/**
 * @param {Float32Array} vector
 * @param {number} position
 */
function turned(vector, position) {
  const out = [];
  for (let i = 0; i < vector.length; i += 2) {
    const angle = position * 10000 ** (-i / vector.length);
    const [a, b] = [vector[i], vector[i + 1]];
    out.push(a * Math.cos(angle) - b * Math.sin(angle), a * Math.sin(angle) + b * Math.cos(angle));
  }
  return out;
}

/** @param {number[]} a @param {number[]} b */
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
