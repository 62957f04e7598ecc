const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** @typedef {string | Node | null | undefined | false} Child */

/**
 * A formula as plain data: tag, attributes, children. A child `{ live }` is a number that a figure fills in.
 *
 * @typedef {[string, Record<string, string>, ...any[]]} MathArray
 */

/**
 * An HTML element. Attributes that are null, undefined or false are left out; `on…` are listeners.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * A formula from a figure's description; its live numbers are collected by name.
 *
 * @param {MathArray} node
 * @param {Map<string, Element[]>} live
 * @returns {Element}
 */
export function mathElement([tag, attributes, ...children], live) {
  const element = document.createElementNS(MATHML, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) {
    if (typeof child === 'string') element.append(child);
    else if (Array.isArray(child)) element.append(mathElement(/** @type {any} */ (child), live));
    else {
      element.classList.add('live');
      live.set(child.live, [...(live.get(child.live) ?? []), element]);
    }
  }
  return element;
}

/**
 * An SVG element.
 *
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Element} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Sets text only where it differs: a write costs layout. @param {Node} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
