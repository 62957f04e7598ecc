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
 * @param {K | `${K}.${string}`} what its tag, and after a dot its class
 * @param {...(Child | Record<string, unknown>)} parts attributes, if it has any, and then children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(what, ...parts) {
  const [tag, className] = what.split('.');
  const element = /** @type {HTMLElementTagNameMap[K]} */ (document.createElement(tag));
  if (className) element.className = className;
  for (const part of parts) {
    if (!part) continue;
    if (typeof part === 'string' || part instanceof Node) element.append(part);
    else for (const [name, value] of Object.entries(part)) setAttribute(element, name, value);
  }
  return element;
}

/** @param {HTMLElement} element @param {string} name @param {unknown} value */
function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
  else element.setAttribute(name, value === true ? '' : String(value));
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
