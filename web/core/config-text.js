import { problem, show } from './check.js';

/** Characters: the longest config.json of a real model has about a tenth of it. */
const maxLength = 1_000_000;

/**
 * The contents of a `config.json`, for `core.fromConfig`.
 * @param {string} text JSON of at most 1000000 characters
 * @returns {Record<string, unknown>}
 * @throws {RangeError | TypeError} with a plain sentence for a reader
 */
export function parseConfig(text) {
  if (typeof text !== 'string') throw problem(false, 'config must be a text', show(text));
  if (text.length > maxLength) {
    throw problem(true, `config must have at most ${maxLength} characters`, String(text.length));
  }
  if (text.trim() === '') throw problem(true, 'config must be JSON', 'nothing');
  const config = parse(text);
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw problem(true, 'config must be a JSON object', show(config));
  }
  return /** @type {Record<string, unknown>} */ (config);
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    // Each engine words its own error in another way.
    throw problem(true, 'config must be JSON', show(text.trim()));
  }
}
