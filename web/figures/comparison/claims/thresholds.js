/** Where a verdict turns. Each is said in the rule of the claims that use it. */

/** Largest magnitude by smallest, from which a change is called dramatic. */
export const DRAMATIC = 2;

/** An error of floats that are computed in two ways; beyond LOOSE nothing is the same any more. */
export const EXACT = 1e-5;
export const LOOSE = 0.1;

/** The part of the largest score that it may change by and still be called nearly relative. */
export const NEARLY = 0.1;

/** Perplexity counts as lower by this part. */
export const LOWER = 0.01;

/** Perplexity counts as higher by this part. */
export const HIGHER = 0.05;

/** Perplexity past the trained length by that within it: as good, and still of use. */
export const AS_GOOD = 1.1;
export const OF_USE = 2;

/** The share of positions where the right key must get the greatest score. */
export const RIGHT = 0.99;

/** The share of them that is little more than a guess finds. */
export const GUESSED = 0.1;

/** Perplexity of held-out positions by that of trained ones: learned by heart, and a first sign of it. */
export const BY_HEART = 2;
export const SIGN = 1.1;

/** Numbers that a step changes by those that it changes otherwise, from which training counts as more costly. */
export const MORE = 1.1;

/** Time by that of the scores: a minimal overhead, and one that is still smaller than what it serves. */
export const MINIMAL = 0.1;
export const SMALLER = 1;
