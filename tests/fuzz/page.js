/** What is done to an element in its page, and what is asked of it. `install` runs there, before the page's own scripts, and sees nothing from here. */

/**
 * What the page holds for the fuzz.
 * @typedef {object} Fuzz
 * @property {(search: boolean) => void} begin with a new element, or with the one that a link opened
 * @property {() => void} show brings it where it is seen
 * @property {() => Promise<void>} settle waits until something is seen
 * @property {() => string[]} problems with what is there now
 * @property {(share: number) => { x: number, y: number, width: number, height: number } | undefined} plot a plot's place in the window
 * @property {(share: number) => void} focus
 * @property {number} longest task so far, milliseconds
 */

/** Where an element is put: layouts, documents, and places where nothing is seen. */
export const placeNames = [
  ...[
    'page',
    'flex',
    'column',
    'grid',
    'inline',
    'float',
    'absolute',
    'fit',
    'table',
    'dialog',
    'details',
    'closed',
  ],
  ...[
    'none',
    'rtl',
    'vertical',
    'contents',
    'scaled',
    'scroller',
    'shadow',
    'frame',
    'frame-rtl',
    'nowhere',
    'leaky',
  ],
];

export function install() {
  if (window !== window.top) return;
  const wrong = /\bNaN\b|\bundefined\b|\bInfinity\b|∞|\[object/;
  const host = document.createElement('div');
  /** @type {any} */
  let element;
  /** whether a reader's words are among the wrong ones */
  let isTyped = false;
  let opens = false;
  /** @type {HTMLElement | undefined} the place within which it has its width */
  let room;

  /** @param {string} css @param {string} [tag] */
  const box = (css, tag = 'div') => {
    const made = document.createElement(tag);
    made.style.cssText = css;
    return made;
  };
  /** @param {string} direction */
  const frame = (direction) => {
    const made = /** @type {HTMLIFrameElement} */ (box('width: 700px; height: 600px', 'iframe'));
    host.append(made);
    const inner = /** @type {Document} */ (made.contentDocument);
    inner.documentElement.dir = direction;
    return inner.body;
  };
  /** @param {HTMLElement} outer @param {...HTMLElement} inner */
  const nested = (outer, ...inner) => {
    let last = outer;
    for (const one of inner) {
      last.append(one);
      last = one;
    }
    host.append(outer);
    return last;
  };
  /** @type {Record<string, () => Node>} */
  const places = {
    page: () => host,
    flex: () => nested(box('display: flex')),
    column: () => nested(box('display: flex; flex-direction: column; align-items: center')),
    grid: () => nested(box('display: grid; place-items: center')),
    inline: () => own('display: inline-block'),
    float: () => own('float: left'),
    absolute: () => own('position: absolute; top: 0'),
    fit: () => own('width: fit-content'),
    contents: () => own('display: contents'),
    table: () => nested(box('', 'table'), box('', 'tr'), box('', 'td')),
    dialog: () => {
      const made = nested(box('', 'dialog'));
      made.setAttribute('open', '');
      return made;
    },
    details: () => {
      const made = nested(box('', 'details'));
      made.setAttribute('open', '');
      return made;
    },
    closed: () => nested(box('', 'details')),
    none: () => nested(box('display: none')),
    rtl: () => {
      const made = nested(box(''));
      made.dir = 'rtl';
      return made;
    },
    vertical: () => nested(box('writing-mode: vertical-rl; height: 900px')),
    scaled: () => nested(box('transform: scale(.5) rotate(3deg)')),
    scroller: () => nested(box('height: 120px; overflow: auto'), box('padding: 400px 0')),
    shadow: () => nested(box('')).attachShadow({ mode: 'closed' }),
    frame: () => frame('ltr'),
    'frame-rtl': () => frame('rtl'),
    nowhere: () => document.implementation.createHTMLDocument().body,
    leaky: () =>
      nested(
        box(
          'text-transform: uppercase; letter-spacing: 4px; white-space: nowrap; text-indent: 40px; line-height: 3; font-size: 40px',
        ),
      ),
  };
  /** @param {string} css of the element itself */
  function own(css) {
    element.style.cssText = css;
    return host;
  }

  /** @param {unknown} given */
  const heard = (given) => {
    if (typeof given === 'string' && wrong.test(given)) isTyped = true;
  };
  /** @param {string} selector @param {number} share @returns {any} one of those that are found */
  const one = (selector, share) => {
    const all = [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].filter((part) =>
      part.checkVisibility(),
    );
    return all[Math.floor(share * all.length)];
  };
  const isVisible = () => {
    const root = element.shadowRoot?.querySelector('.root');
    if (!element.isConnected || !element.ownerDocument.defaultView || !root?.checkVisibility()) return false;
    const { width, height } = root.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  const frames = async (/** @type {number} */ count) => {
    for (let i = 0; i < count; i += 1) {
      await new Promise((resolve) => {
        const late = setTimeout(resolve, 1000);
        requestAnimationFrame(() => {
          clearTimeout(late);
          resolve(undefined);
        });
      });
    }
  };

  /** @param {HTMLCanvasElement} canvas */
  const isDrawn = (canvas) => {
    const copy = document.createElement('canvas');
    // Large ones are looked at from afar.
    Object.assign(copy, { width: Math.min(canvas.width, 400), height: Math.min(canvas.height, 400) });
    const context = /** @type {CanvasRenderingContext2D} */ (
      copy.getContext('2d', { willReadFrequently: true })
    );
    context.drawImage(canvas, 0, 0, copy.width, copy.height);
    const pixels = new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  };
  /** All that is said to eyes and ears, with whose it is. @returns {{ part: Element, text: string, isAside: boolean }[]} */
  const said = () => {
    const all = [...(element.shadowRoot?.querySelectorAll('.root *') ?? [])];
    return all.flatMap((part) => {
      const words = [...part.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map(({ nodeValue }) => ({ part, text: nodeValue ?? '', isAside: false }));
      const asides = ['aria-label', 'aria-valuetext', 'title', 'placeholder'].map((name) =>
        part.getAttribute(name),
      );
      const value = 'value' in part && part.localName !== 'option' ? String(part.value) : '';
      return [...words, ...[...asides, value].map((text) => ({ part, text: text ?? '', isAside: true }))];
    });
  };

  /** What eyes can read. */
  const visibleText = () =>
    said()
      .filter(({ part, isAside }) => !isAside && part.checkVisibility())
      .map(({ text }) => text)
      .join(' ');
  const isSeen = () => {
    const root = element.shadowRoot?.querySelector('.root');
    const text = visibleText();
    if (/Computing the first picture/.test(text)) return false;
    const shown = root?.querySelector('figure');
    // Where one failed to load the last one stays, beside what says so.
    const isRight = shown?.dataset.figure === element.figure && element.description !== '';
    if (shown && !isRight && !root.querySelector('.waiting')) return false;
    const canvases = [...(root?.querySelectorAll('canvas') ?? [])].filter(
      ({ clientWidth, clientHeight }) => clientWidth * clientHeight > 0,
    );
    // Heads that train to a step that was asked for show how far they are.
    const isUnderway = [...(root?.querySelectorAll('progress') ?? [])].some((part) => part.checkVisibility());
    if (canvases.length > 0 && !isUnderway) return canvases.some(isDrawn);
    return text.replace(/\s/g, '').length >= 20;
  };

  const fuzz = {
    longest: 0,
    /** @param {boolean} isLink */
    begin(isLink) {
      element = isLink ? document.querySelector('rope-scope') : document.createElement('rope-scope');
      document.body.append(host);
      if (!isLink) return;
      for (const value of new URLSearchParams(location.search).values()) heard(value);
      opens = true;
    },
    /** @param {string} name @param {string | null} text */
    attribute(name, text) {
      heard(text);
      if (text === null) element.removeAttribute(name);
      else element.setAttribute(name, text);
    },
    /** @param {string} name @param {unknown} value */
    property(name, value) {
      heard(value);
      element[name] = value;
    },
    /** @param {Record<string, unknown>} patch */
    change(patch) {
      for (const value of Object.values(patch)) heard(value);
      // Before the class is known there is no method.
      element.change?.(patch);
    },
    /** @param {'play' | 'pause' | 'reset'} method */
    call(method) {
      element[method]?.();
    },
    /** @param {number} share @param {string} text */
    type(share, text) {
      heard(text);
      const input = one('input[type=text], textarea', share);
      if (!input) return;
      input.focus();
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      if (share < 0.5) input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    /** @param {number} share */
    click(share) {
      one('button:not([part=reload]), input[type=checkbox], summary, [role=button]', share)?.click();
    },
    /** @param {number} share @param {number} which */
    choose(share, which) {
      const select = one('select', share);
      if (!select) return;
      select.selectedIndex = Math.floor(which * select.options.length);
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    /** @param {string} name */
    place(name) {
      const old = room;
      element.removeAttribute('style');
      const parent = places[name]();
      room =
        parent === host
          ? undefined
          : /** @type {HTMLElement | undefined} */ (host.lastElementChild ?? undefined);
      parent.appendChild(element);
      if (old !== room && !old?.contains(element)) old?.remove();
    },
    remove() {
      element.remove();
    },
    /** A page takes away what the element stands in, as a frame. */
    drop() {
      room?.remove();
    },
    /** @param {number} width */
    size(width) {
      host.style.width = `${width}px`;
    },
    /** @param {string} theme */
    pageTheme(theme) {
      document.documentElement.dataset.theme = theme;
    },
    wait: frames,
    focus: (/** @type {number} */ share) =>
      one('input, button, select, textarea, summary, [tabindex="0"]', share)?.focus(),
    plot(/** @type {number} */ share) {
      const canvas = one('canvas', share);
      if (!canvas) return undefined;
      canvas.scrollIntoView({ behavior: 'instant', block: 'center' });
      const { x, y, width, height } = canvas.getBoundingClientRect();
      const outer = canvas.ownerDocument.defaultView.frameElement?.getBoundingClientRect();
      return { x: x + (outer?.x ?? 0), y: y + (outer?.y ?? 0), width, height };
    },
    /** Puts it where it is seen, if it is not. */
    show() {
      if (!isVisible() && opens) document.querySelector('main')?.append(element);
      if (!isVisible()) fuzz.place('page');
      host.style.minHeight = '400px';
      element.shadowRoot?.querySelector('.root')?.scrollIntoView({ behavior: 'instant', block: 'start' });
    },
    async settle() {
      const end = performance.now() + 10_000;
      while (!isSeen() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 30));
      await frames(3);
    },
    /** @param {boolean} isSettled */
    problems(isSettled) {
      const problems = [];
      const root = element.shadowRoot;
      for (const { part, text } of said()) {
        // A caption says what kind of model a pasted config is, in the config's own words.
        const ours = isTyped ? text.replace(/config\.json \(.*?\)(?=[ .:,]|$)/g, '') : text;
        const found = wrong.exec(ours);
        if (!found) continue;
        const isReaders = part.closest('[data-reader]');
        if (isReaders && (isTyped || part.closest('[data-problem]'))) continue;
        const around = ours.slice(Math.max(0, found.index - 60), found.index + 60);
        problems.push(`says ${found[0]} in ${part.localName}.${part.className}: ${around}`);
      }
      if (Reflect.get(window, 'hacked')) problems.push('ran a script that a reader typed');
      if (!isSettled) return problems;
      if (!isSeen()) {
        const { figure, position, playing } = element;
        const canvases = [...(root?.querySelectorAll('canvas') ?? [])].map(
          ({ width, height }) => `${width} × ${height}`,
        );
        const state = `${figure} at ${position}${playing ? ', playing' : ''}, canvases ${canvases.join(', ')}`;
        problems.push(`shows nothing: ${state}: ${visibleText().slice(0, 200)}`);
      }
      const outer = root?.querySelector('.frame');
      if (outer && outer.scrollWidth > outer.clientWidth + 1) {
        const edge = outer.getBoundingClientRect().right + 1;
        const wide = [...root.querySelectorAll('figure *')].filter(
          (part) => part.getBoundingClientRect().right > edge,
        );
        const names = wide.slice(0, 6).map((part) => `${part.localName}.${part.className}`);
        problems.push(`wider than its box, ${outer.scrollWidth} of ${outer.clientWidth}: ${names.join(' ')}`);
      }
      return problems;
    },
  };
  Object.defineProperty(window, 'fuzz', { value: fuzz });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) fuzz.longest = Math.max(fuzz.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
}
