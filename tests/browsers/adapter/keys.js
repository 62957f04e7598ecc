/** Keys by their DOM name, with the code point that WebDriver gives them. */
const webdriverKeys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/**
 * @typedef {object} KeyStep
 * @property {string} key DOM name of the key (`ArrowLeft`, `a`)
 * @property {string} value what WebDriver calls it
 * @property {boolean} named whether `key` is a name from the table, not a character
 * @property {{ key: string, value: string }[]} held modifiers held while it is pressed
 */

/**
 * Reads key names: `Tab`, `ArrowLeft`, `a`, `Shift+Tab`, `Control+a`.
 * @param {string[]} names
 * @returns {KeyStep[]}
 * @throws {Error} for a name that is neither a single character nor in the table
 */
export function readKeys(names) {
  return names.map((name) => {
    const parts = name.length > 1 ? name.split('+') : [name];
    const [last, ...held] = parts.map(readKey).reverse();
    return { ...last, held: held.reverse() };
  });
}

/**
 * @param {string} name
 * @returns {{ key: string, value: string, named: boolean }}
 */
function readKey(name) {
  const value = Object.entries(webdriverKeys).find(([key]) => key === name)?.[1];
  if (value !== undefined) return { key: name, value, named: true };
  if ([...name].length === 1) return { key: name, value: name, named: false };
  throw new Error(`no key is named ${name}: the names are ${Object.keys(webdriverKeys).join(', ')}`);
}

/**
 * The actions of a WebDriver key source that press these keys one after the other.
 * @param {KeyStep[]} steps
 * @returns {{ type: 'keyDown' | 'keyUp', value: string }[]}
 */
export function webdriverKeyActions(steps) {
  return steps.flatMap(({ value, held }) => [
    ...held.map((modifier) => ({ type: /** @type {const} */ ('keyDown'), value: modifier.value })),
    { type: /** @type {const} */ ('keyDown'), value },
    { type: /** @type {const} */ ('keyUp'), value },
    ...held.toReversed().map((modifier) => ({ type: /** @type {const} */ ('keyUp'), value: modifier.value })),
  ]);
}
