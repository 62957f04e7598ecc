/** Ordinary places on people's pages, as HTML with one figure. */

const scope = '<rope-scope></rope-scope>';

/** Where it has the width that it prefers. @type {[name: string, html: string][]} */
export const preferring = [
  ['a row of flex items', `<div style="display: flex">${scope}</div>`],
  [
    'a centred column of flex items',
    `<div style="display: flex; flex-direction: column; align-items: center">${scope}</div>`,
  ],
  ['a grid that centres', `<div style="display: grid; place-items: center">${scope}</div>`],
  ['a line of text', '<rope-scope style="display: inline-block"></rope-scope>'],
  ['a float', '<rope-scope style="float: left"></rope-scope>'],
  ['an absolute place', '<rope-scope style="position: absolute"></rope-scope>'],
  ['its own content’s width', '<rope-scope style="width: fit-content"></rope-scope>'],
  ['its content’s largest width', '<rope-scope style="width: max-content"></rope-scope>'],
  ['a cell of a table', `<table><tr><td>${scope}</td></tr></table>`],
  ['an open dialog', `<dialog open>${scope}</dialog>`],
];

/** Where there is room for 400 pixels. @type {[name: string, html: string][]} */
export const limiting = [
  ['a row of flex items', `<div style="display: flex; width: 400px">${scope}</div>`],
  ['a float', `<div style="width: 400px"><div style="float: left">${scope}</div></div>`],
  ['a block', `<div style="width: 400px">${scope}</div>`],
  [
    'a grid that centres',
    `<div style="display: grid; place-items: center; width: 400px; grid-template-columns: 100%">${scope}</div>`,
  ],
];

/** Where there is next to none. @type {[name: string, html: string][]} */
export const narrow = [
  ['its content’s least width', '<rope-scope style="width: min-content"></rope-scope>'],
  ['a narrow block', `<div style="width: 100px">${scope}</div>`],
];

/** @param {string} display of the parent of one that has no box of its own */
export const withoutBox = (display) =>
  `<div style="display: ${display}"><rope-scope style="display: contents"></rope-scope></div>`;

/** What a page may have set, and a figure must not follow. */
export const leaks = {
  direction: 'rtl',
  'text-transform': 'uppercase',
  'letter-spacing': '4px',
  'word-spacing': '9px',
  'text-indent': '40px',
  'white-space': 'nowrap',
  'text-align': 'right',
  'font-style': 'italic',
  'writing-mode': 'vertical-rl',
  'text-shadow': '2px 2px red',
  'line-height': '3',
};

/** A sentence that runs from right to left. */
export const arabic = 'القط جلس على السجادة';
