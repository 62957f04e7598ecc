import { problem, show } from './check.js';
import { isNested, isObject, ownOf, rotaryKeys, seemsRotary, sizeKeys } from './config-source.js';

/**
 * What `core.fromConfig` reads of a config, or warns of, and no more: configs of quantised models have hundreds of thousands of
 * characters, of which this is a few hundred.
 * @param {Record<string, unknown>} config the contents of a `config.json`; stays as it is
 * @returns {Record<string, unknown>} with the same keys in the same order, but for those that are left out; gives the same layers
 *   and the same warnings
 * @throws {TypeError} where it is no object
 */
export function rotaryPart(config) {
  if (!isObject(config)) throw problem(false, 'config must be an object', show(config));
  if (!isNested(config)) return partOf(config);
  const [type, text] = [ownOf(config, 'model_type'), ownOf(config, 'text_config')];
  return {
    ...(type !== undefined && { model_type: type }),
    text_config: partOf(/** @type {Record<string, unknown>} */ (text)),
  };
}

/** @param {Record<string, unknown>} config */
const partOf = (config) =>
  Object.fromEntries(
    Object.entries(config).filter(
      ([key]) => rotaryKeys.includes(key) || sizeKeys.includes(key) || seemsRotary(key),
    ),
  );
