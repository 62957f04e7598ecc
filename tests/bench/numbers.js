/** @param {readonly number[]} values at least one @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (Number(sorted[Math.floor(middle)]) + Number(sorted[Math.ceil(middle)])) / 2;
}

/** @param {number} value @returns {string} with three digits or so */
export const brief = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/**
 * @param {readonly (readonly string[])[]} rows the first is the head
 * @returns {string} a table with its numbers at the right
 */
export function tableOf(rows) {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** @param {boolean} met */
export const verdict = (met) => (met ? 'met' : 'not met');
