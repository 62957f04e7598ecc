/** @typedef {{ name: string, setup?: string, values: readonly string[], allowed: RegExp }} BadValues */

/**
 * Bad values, and what a good one would be: each is given through the control, the attribute and the link.
 * @type {readonly BadValues[]}
 */
export const badValues = [
  {
    name: 'positions',
    values: ['0', '-1', '2.5', '1e9', 'NaN', 'ten'],
    allowed: /an integer from 1 to 4096/,
  },
  { name: 'dimensions', values: ['3', '7'], allowed: /even/ },
  { name: 'dimensions', values: ['0', '1', '-2', '2.5', '513', 'two'], allowed: /an integer from 2 to 512/ },
  { name: 'base', values: ['0', '-1', 'Infinity', 'NaN', ''], allowed: /a number from 1 to/ },
  { name: 'vector', values: ['1,a', '1', '1 2 3 4 5', '1,,2', '1,Infinity', '1,1001'], allowed: /number/ },
  {
    name: 'pair',
    setup: 'dimensions=8',
    values: ['4', '9', '-1', '0.5', 'first'],
    allowed: /an integer from 0 to (3|255)/,
  },
  { name: 'seed', values: ['-1', '1.5', '4294967296', 'x'], allowed: /an integer from 0 to 4294967295/ },
  { name: 'speed', values: ['0', '-1', '61', 'fast'], allowed: /a number from 0\.1 to 60/ },
];

/**
 * Bad values of settings whose controls cannot give them.
 * @type {readonly BadValues[]}
 */
export const badChoices = [
  {
    name: 'encodings',
    values: ['cosine', 'rotary rotary', ''],
    allowed: /one or more of sinusoidal, rotary/,
  },
  { name: 'pairing', values: ['neighbours', ''], allowed: /interleaved or half/ },
  { name: 'at', values: ['-1', '10', 'end'], allowed: /a number from 0 to/ },
  { name: 'loop', values: ['maybe'], allowed: /on or off/ },
  { name: 'theme', values: ['blue'], allowed: /auto, light or dark/ },
  { name: 'figure', values: ['pie'], allowed: /vectors/ },
];
