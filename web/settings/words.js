const wordLike = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

// Words of letters, marks and digits, joined inside by apostrophes or points (don't, 3.14), or single emoji sequences.
const joins = String.raw`\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic}`;
const emoji = String.raw`\p{Regional_Indicator}{1,2}|\p{Extended_Pictographic}(?:${joins})*`;
const run = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*`;
const byClasses = new RegExp(`${run}(?:['’.]${run})*|${emoji}`, 'gu');

const keptSegmenters = 16;
/** @type {Map<string | undefined, Intl.Segmenter>} */
const segmenters = new Map();

/**
 * @param {string | undefined} locale
 * @returns {Intl.Segmenter} one for the locale, or for the browser's own where the tag is not well-formed
 */
function segmenterFor(locale) {
  const kept = segmenters.get(locale);
  if (kept) return kept;
  let segmenter;
  try {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  } catch {
    segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  }
  if (segmenters.size >= keptSegmenters) segmenters.clear();
  segmenters.set(locale, segmenter);
  return segmenter;
}

/**
 * The words of a text, in any language, in order. Every segment of Unicode's word boundaries that holds a letter, a
 * digit or an emoji is one: `isWordLike` is not asked, because Firefox denies it to some Chinese words, and all deny
 * it to emoji. Where Intl.Segmenter is missing, white space and punctuation part the words.
 * @param {string} text
 * @param {string} [locale] BCP 47 tag of the text's language; one that is not well-formed is ignored
 * @returns {string[]}
 */
export function words(text, locale) {
  if (typeof Intl.Segmenter === 'undefined') return text.match(byClasses) ?? [];
  const found = [];
  for (const { segment } of segmenterFor(locale || undefined).segment(text)) {
    if (wordLike.test(segment)) found.push(segment);
  }
  return found;
}

/**
 * FNV-1a, 32 bits: for each byte, xor, then multiply by the FNV prime.
 * Source: Fowler, Noll and Vo's hash, as in the IETF draft "The FNV Non-Cryptographic Hash Algorithm"
 * (draft-eastlake-fnv), offset basis 0x811c9dc5 and prime 0x01000193.
 * @param {ArrayLike<number>} bytes each 0 to 255
 * @returns {number} integer, 0 to 2^32 - 1
 */
export function fnv1a32(bytes) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i += 1) {
    hash = Math.imul(hash ^ bytes[i], 0x01000193);
  }
  return hash >>> 0;
}

/** How many rows the table of learned words has. */
export const wordRows = 10000;

const encoder = new TextEncoder();

/**
 * The row of a word in the seeded table of learned words: FNV-1a (32 bits) over the UTF-8 bytes of the word in lower
 * case and Unicode normalization form C, modulo 10,000. So "The" and "the" share a row, as do é composed and
 * decomposed. Two different words may share a row by chance.
 * @param {string} word
 * @returns {number} integer, 0 to 9999
 */
export function wordRow(word) {
  return fnv1a32(encoder.encode(word.toLowerCase().normalize('NFC'))) % wordRows;
}
