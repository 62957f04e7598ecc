import { joined } from '../../settings/index.js';
import { marked } from '../shared/caption.js';
import { brief, fixed, placeText } from '../shared/numbers.js';
import { ownTexts } from '../shared/tokens.js';
import { keyAt, queryAt } from './compute.js';

/** @typedef {import('./compute.js').PairingData} PairingData */
/** @typedef {import('./compute.js').Panel} Panel */

/** Short words of the layout, the plots and their tables. */
export const words = {
  score: 'Score',
  heads: ['key', 'query', 'score', 'q’s magnitude'],
  pairs: { place: 'feature', partner: 'partner', thick: 'query’s angle', thin: 'key’s angle' },
  frequency: { name: 'inverse frequency', unit: 'rad a position' },
  product: 'score q·k',
  mistakes: 'Famous mistakes, and where people met them',
};

/** Each mark of the panels, and what it means. */
export const marks = [
  ['arc', 'two features that turn together'],
  ['broken', '≠ by different angles'],
  ['thick', words.pairs.thick],
  ['thin', words.pairs.thin],
  ['', 'θ inverse frequency that makes them'],
  ['cell', 'feature of the weights, its values in q and k'],
];

/** @type {Readonly<Record<import('./ways.js').Way, string>>} */
export const names = { interleaved: 'Interleaved', half: 'Half', mixed: 'Mixed up' };

/** @param {number} value */
export const number = (value) => fixed(value, 4, Math.max(1, Math.abs(value)));

/** @param {number} i @returns {string} θ and its index */
export const theta = (i) => `θ${String(i).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)))}`;

/** @param {number} distance */
function standing(distance) {
  const far = Math.abs(distance);
  if (far === 0) return 'at its key’s own position';
  return `${far} position${far === 1 ? '' : 's'} ${distance > 0 ? 'after' : 'before'} its key`;
}

/** What the curves show. @param {PairingData} data */
export const overviewTitle = ({ distance }) => `of a query ${standing(distance)}, wherever the two stand`;

/** Which features a way turns together. @param {PairingData} data @param {Panel} panel */
export function subtitle({ dimensions, permuted }, { way }) {
  if (way === 'interleaved') return '2i with 2i + 1, as in GPT-J, Meta’s Llama';
  if (way === 'mixed') return `a bug: half’s pairs, interleaved’s angles${permuted ? '; reordered' : ''}`;
  return `i with i + ${dimensions / 2}${permuted ? ', the features reordered' : ', as in GPT-NeoX, Hugging Face'}`;
}

/** What is to be said of a way's score. @param {Panel} panel @returns {{ isGood: boolean, text: string }} */
export function verdict({ way, isRelative, isFirst, scoreRange: [least, most] }) {
  if (!isRelative) {
    return { isGood: false, text: `${number(least)} to ${number(most)}: it depends on the position` };
  }
  if (way === 'interleaved') return { isGood: true, text: 'the same at every position' };
  const other = isFirst ? 'and interleaved’s' : 'but not interleaved’s';
  return { isGood: true, text: `the same at every position, ${other}` };
}

/** A panel alone. @param {PairingData} data @param {Panel} panel */
export function panelSentence(data, panel) {
  const begin = `${names[panel.way]}, ${subtitle(data, panel)}: score ${at(data, panel)}`;
  const [early, late] = data.places.map((place) => keyAt(place, data.distance));
  if (panel.isRelative || late === undefined) return `${begin}, ${verdict(panel).text}.`;
  return `${begin} with the key at ${early} and ${at(data, panel, 1)} at ${late}, ${verdict(panel).text}.`;
}

/** The plot of all scores. @param {PairingData} data */
export function overviewSentence(data) {
  const each = data.panels.map((panel) => {
    const [least, most] = panel.scoreRange.map(number);
    const scores = panel.isRelative ? `always ${at(data, panel)}` : `from ${least} to ${most}`;
    return `${names[panel.way].toLowerCase()} ${scores}`;
  });
  return `Score ${overviewTitle(data)}: ${joined(each)}.`;
}

/**
 * What is seen, with its numbers.
 *
 * @param {PairingData} data
 * @returns {string}
 */
export function caption(data) {
  const [, half, mixed] = /** @type {[Panel, Panel, Panel]} */ (data.panels);
  return marked(`${rightSentence(data, half)} ${mixedSentence(data, mixed)}`);
}

/** Its score at one of the two places. @param {PairingData} data @param {Panel} panel @param {number} [place] */
const at = ({ placeSamples }, { scores }, place = 0) => number(scores[placeSamples[place] ?? 0]);

/** Where the key stands at the places that are compared. @param {PairingData} data @param {string} joint */
const keysAt = ({ places, distance }, joint) =>
  places.map((place) => keyAt(place, distance)).join(` ${joint} `);

/** @param {PairingData} data @param {Panel} half */
function rightSentence(data, half) {
  const [first] = /** @type {[Panel]} */ (data.panels);
  const begin = `Interleaved gives a query ${standing(data.distance)} the score ${at(data, first)}`;
  const where = `with the key at ${keysAt(data, 'as at')}: only the distance counts`;
  if (!half.isFirst)
    return `${begin} and half ${at(data, half)}, ${where}, but the same weights give two scores.`;
  return `${begin}, and half${data.permuted ? ', its weights permuted,' : ''} gives ${at(data, half)} too, ${where}.`;
}

/** @param {PairingData} data @param {Panel} mixed */
function mixedSentence(data, mixed) {
  if (mixed.isRelative) return `Here even mixed up gives the same at every position, ${at(data, mixed)}.`;
  const [early, late] = data.places.map((place) => keyAt(place, data.distance));
  const [least, most] = mixed.scoreRange.map(number);
  const [shortest, longest] = mixed.magnitudeRange.map(number);
  return [
    `${data.permuted ? 'Permuting does not mend mixed up, which' : 'Mixed up'} gives ${at(data, mixed)} at ${early}`,
    `but ${at(data, mixed, 1)} at ${late}, in all from ${least} to ${most}; it turns q’s magnitude of`,
    `${number(data.magnitude)} into anything from ${shortest} to ${longest}.`,
  ].join(' ');
}

/** Settings that hide mistakes. @param {PairingData} data @returns {string[]} */
export function notes({ dimensions, distance, isTrap, panels }) {
  const [, half, mixed] = /** @type {[Panel, Panel, Panel]} */ (panels);
  const same = (/** @type {string} */ why) => `${why}, so this test cannot tell interleaved and half apart.`;
  if (dimensions === 2) return ['With 2 dimensions there is one pair, so this test finds no mistake at all.'];
  return [
    ...(half.isFirst && isTrap ? [same('Query and key of all ones are the same in any order')] : []),
    ...(half.isFirst && distance === 0 ? [same('At distance 0 every right encoding gives q·k itself')] : []),
    ...(mixed.isRelative ? ['All pairs turn alike here, and so even mixed up is a rotation.'] : []),
  ];
}

/**
 * One place in words and numbers.
 *
 * @param {PairingData} data after a `frame`
 * @param {Panel} panel
 * @param {number} place
 * @returns {string[]} lines
 */
export function reading(data, panel, place) {
  const { frequencies, live } = data;
  const arc = panel.arcs.find(({ from, to }) => from === place || to === place);
  const other = arc?.from === place ? arc.to : (arc?.from ?? place);
  const turns = (/** @type {number} */ where) => panel.frequencies[where];
  const by = (/** @type {number} */ where) =>
    `${theta(turns(where))} = ${brief(frequencies[turns(where)])} rad a position`;
  const degrees = (/** @type {number} */ position) =>
    `${fixed(((position * frequencies[turns(place)] * 180) / Math.PI) % 360, 1)}°`;
  const [query, key] = [live.at[0], live.at[1]];
  return [
    `feature ${panel.order[place]} turns by ${by(place)}`,
    arc?.agree
      ? `together with feature ${panel.order[other]}`
      : `feature ${panel.order[other]}, its partner, by ${by(other)}`,
    `query at ${placeText(query, 1)}: ${degrees(query)}, key at ${placeText(key, 1)}: ${degrees(key)}`,
  ];
}

/** Where query and key stand when the playhead is there. @param {PairingData} data @param {number} position */
export const where = ({ distance }, position) => ({
  key: placeText(keyAt(position, distance), 1),
  query: placeText(queryAt(position, distance), 1),
});

/** A row of a way's scores: where key and query stand, and what comes of it. @param {PairingData} data @param {number} position @param {number} score @param {number} magnitude */
export const rowText = (data, position, score, magnitude) => ({
  ...where(data, position),
  score: number(score),
  magnitude: number(magnitude),
});

/** Lines that lie on each other have one name. @param {PairingData} data @param {number} i */
export function lineName({ panels }, i) {
  const same = panels.filter(({ isFirst }) => isFirst);
  if (!panels[i].isFirst) return names[panels[i].way];
  if (i > 0) return '';
  return ['', names.interleaved, 'Interleaved and half', 'All three'][same.length] ?? '';
}

/** What the playhead stands at: the earlier of the two positions. @param {PairingData} data */
export const placeName = ({ distance }) => (distance < 0 ? 'query’s position' : 'key’s position');

/** @param {PairingData} data */
export const firstRow = ({ places, distance }) => `first row: key at ${keyAt(places[0], distance)}`;

/** @param {PairingData} data @param {Panel} panel */
export const keysText = (data, panel) =>
  `${panelSentence(data, panel)} Arrow keys go from feature to feature.`;

/** @param {PairingData} data */
export const aside = ({ distance, isOwn }) => ({
  distance: distance < 0 ? 'the query stands before its key' : '',
  ...ownTexts(isOwn),
});
