/** @typedef {'light' | 'dark'} Scheme */

/**
 * @typedef {object} Palette every colour but those of the positions
 * @property {string} paper the page
 * @property {string} plot
 * @property {string} ink
 * @property {string} soft quiet text
 * @property {string} line
 * @property {string} grid
 * @property {string} accent what can be touched
 */

/** @type {Readonly<Record<Scheme, Readonly<Palette>>>} */
const palettes = Object.freeze({
  light: Object.freeze({
    paper: '#fbfaf7',
    plot: '#ffffff',
    ink: '#1c1b22',
    soft: '#62606c',
    line: '#e3e0d8',
    grid: '#eceae3',
    accent: '#3348d1',
  }),
  dark: Object.freeze({
    paper: '#121317',
    plot: '#17191f',
    ink: '#eceaf2',
    soft: '#a09eac',
    line: '#2c2e37',
    grid: '#23252d',
    accent: '#93a1ff',
  }),
});

/**
 * @param {Scheme} scheme
 * @returns {Readonly<Palette>}
 * @throws {RangeError} when there is no such scheme
 */
export function palette(scheme) {
  const found = palettes[scheme];
  if (found === undefined) throw new RangeError(`scheme must be light or dark, got ${scheme}`);
  return found;
}

/** What words and numbers are set in. */
export const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
