import * as check from './check.js';
import { isObject } from './config-source.js';
import { scalingKeys, scalingTypes } from './scaling-keys.js';

/** @typedef {import('./config-source.js').Source} Source */
/** @typedef {import('./config-source.js').Found} Found */

/**
 * What a config says of the encoding of one type of layers.
 * @typedef {object} Layer
 * @property {string | null} layerType null where all layers are alike
 * @property {string} name what messages call its keys' object
 * @property {Record<string, unknown>} parameters under Hugging Face's key names, without nulls
 * @property {Found} [base] where it is not among the parameters
 */

/** Real models have two or three. */
const mostLayerTypes = 16;
/** Types under names that were given up, or that say more than the frequencies. */
const aliases = Object.freeze({ su: 'longrope', mrope: 'default' });
/** Keys beside the scaling's own. */
const beside = ['rope_theta', 'partial_rotary_factor', 'mrope_section', 'mrope_interleaved'];
const allKeys = new Set(scalingTypes.flatMap(scalingKeys));

/**
 * @param {Record<string, unknown>} own
 * @returns {Record<string, unknown>} without what every object inherits
 */
const bare = (own) => Object.assign(Object.create(null), own);

/** @param {Record<string, unknown>} parameters */
const withoutNulls = (parameters) =>
  bare(
    Object.fromEntries(
      Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined),
    ),
  );

/**
 * The layers that a config tells apart.
 * @param {Source} source
 * @returns {Layer[]} at least one
 */
export function layersOf(source) {
  const { name, value } = parametersOf(source);
  if (!isObject(value)) throw check.problem(false, `${name} must be an object`, check.show(value));
  const parameters = withoutNulls(value);
  const entries = Object.entries(parameters);
  const nested = entries.filter(([, part]) => isObject(part));
  if (nested.length > 0) {
    const other = entries.find(([, part]) => !isObject(part));
    if (other) {
      const wish = `${name} must hold either layer types or the keys of one encoding`;
      throw check.problem(true, wish, `${check.show(nested[0][0])} and ${check.show(other[0])}`);
    }
    if (nested.length > mostLayerTypes) {
      throw new RangeError(`${name} must hold at most ${mostLayerTypes} layer types, got ${nested.length}`);
    }
    return nested.map(([layerType, part]) => ({
      layerType,
      base: undefined,
      name: `${name}.${check.cut(layerType)}`,
      parameters: withoutNulls(/** @type {Record<string, unknown>} */ (part)),
    }));
  }
  const unscaled = source.find('rope_local_base_freq');
  const local = unscaled ?? source.find('local_rope_theta');
  if (!local) return [{ layerType: null, name, parameters, base: undefined }];
  const sliding = unscaled ? { name: unscaled.name, parameters: bare({}) } : { name, parameters };
  return [
    { layerType: 'sliding_attention', ...sliding, base: local },
    { layerType: 'full_attention', name, parameters, base: undefined },
  ];
}

/**
 * @param {Source} source
 * @returns {Found}
 */
function parametersOf(source) {
  const [now, before] = [source.find('rope_parameters'), source.find('rope_scaling')];
  if (now && before) source.warn(`${before.name} is left out, since ${now.name} is there`);
  return now ?? before ?? { name: source.name('rope_scaling'), value: {} };
}

/**
 * @param {Source} source
 * @param {Layer} layer
 * @returns {number}
 */
export function baseOf(source, { name, parameters, base }) {
  const own = parameters.rope_theta;
  const found =
    own === undefined
      ? (base ?? source.find('rope_theta', 'rotary_emb_base', 'global_rope_theta'))
      : { name: `${name}.rope_theta`, value: own };
  const value = found ? check.atLeastOne(found.name, found.value) : assumedBase(source);
  const ratio = source.find('rope_ratio');
  if (!ratio || ratio.value === 1) return value;
  const by = check.atLeastOne(ratio.name, ratio.value);
  source.warn(
    `the base, ${value}, is multiplied by ${ratio.name}, ${by}, as ChatGLM3 and GLM-4 do; ChatGLM2 divides positions by it`,
  );
  return check.atLeastOne(`the base times ${ratio.name}`, value * by);
}

/**
 * @param {Source} source
 * @returns {number}
 */
function assumedBase(source) {
  const other = source.unknown.find((key) => /theta|base|freq/i.test(key));
  const doubt = other ? `, which is likely wrong: ${source.name(check.cut(other))} is there` : '';
  source.warn(`${source.name('rope_theta')} is absent, so 10000 is assumed${doubt}`);
  return 10000;
}

/**
 * The layer's scaling without what is not known, which it warns of.
 * @param {Source} source
 * @param {Layer} layer
 * @returns {Record<string, unknown>} yet to be checked
 */
export function scalingOf(source, { name, parameters }) {
  const { rope_type: ropeType, type: older, ...rest } = parameters;
  const type = typeOf(source, name, ropeType ?? older, rest);
  if (ropeType !== undefined && older !== undefined && ropeType !== older) {
    source.warn(`${name}.type is left out, since rope_type is ${check.show(ropeType)}`);
  }
  if (parameters.mrope_section !== undefined) {
    source.warn(
      `${name}.mrope_section is left out: these are the frequencies that the sections of positions share`,
    );
  }
  /** @type {Record<string, unknown>} */
  const scaling = bare({ rope_type: type });
  const keys = typeof type === 'string' && scalingTypes.includes(type) ? scalingKeys(type) : [...allKeys];
  for (const [key, value] of Object.entries(rest)) {
    if (keys.includes(key)) scaling[key] = value;
    else if (!beside.includes(key)) {
      source.warn(`${name}.${check.cut(key)} is not known for ${check.show(type)}, and left out`);
    }
  }
  return scaling;
}

/**
 * @param {Source} source
 * @param {string} name
 * @param {unknown} given
 * @param {Record<string, unknown>} rest
 * @returns {unknown}
 */
function typeOf(source, name, given, rest) {
  if (given === undefined) {
    const scales = Object.keys(rest).some((key) => allKeys.has(key) && !beside.includes(key));
    return scales ? undefined : 'default';
  }
  if (typeof given !== 'string' || !Object.hasOwn(aliases, given)) return given;
  const type = /** @type {Record<string, string>} */ (aliases)[given];
  if (given === 'su') source.warn(`the type "su" of ${name} is taken for longrope, its later name`);
  return type;
}
