import { problem, show } from './check.js';

/** Characters: the longest config.json of a real model has about a tenth of it. */
const maxLength = 1_000_000;
/** Levels: a real model's has four. */
const deepest = 64;

/**
 * How deep brackets lie in each other, before JSON is read, printed or laid out.
 * @param {string} text JSON, or any other text
 * @returns {number} levels
 */
function depthOf(text) {
  let [most, depth, quoted] = [0, 0, false];
  for (const [part] of text.matchAll(/\\.|["[{}\]]/g)) {
    if (part === '"') quoted = !quoted;
    if (quoted) continue;
    if (part === '{' || part === '[') depth += 1;
    else if (part === '}' || part === ']') depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

/**
 * The contents of a `config.json`, for `core.fromConfig`.
 * @param {string} text JSON of at most 1000000 characters and 64 levels
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
  const depth = depthOf(text);
  if (depth > deepest) throw problem(true, `config must have at most ${deepest} levels`, String(depth));
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
