/** Characters that end a line, hide in it or turn its direction. */
const unsafe = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * @param {string} text any text at all
 * @returns {string} one line, whose every character can be seen: others are written as \\u{…}
 */
export const visible = (text) =>
  text.replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/**
 * @param {string} text any text at all
 * @returns {string} it as a comment of one line, for Python and for shells
 */
export const comment = (text) => `# ${visible(text)}`;

/** What is said where no pair of a model turns. @param {number} pairs */
export const allStill = (pairs) => (pairs === 1 ? 'it stands still' : 'all of them stand still');

/** Short words of the control that takes a config. */
export const words = {
  paste: 'Paste a config.json, or drop one here',
  choose: 'Choose a file',
  clear: 'Clear',
};

/** @param {string} text too long for the box */
export const beginningText = (text) => `Here is only the beginning of these ${text.length} characters`;

/** @param {File} file */
export const largeText = ({ name, size }) => `${name} has ${size} bytes; a config.json has a few thousand`;

/** @param {File} file */
export const unreadText = ({ name }) => `${name} cannot be read`;
