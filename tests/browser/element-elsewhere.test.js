import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { figures } from '../unit/settings-random.js';
import { figure, frame, part } from './element-support.js';
import { arabic, leaks } from './layouts.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

/** @type {unknown[]} */
const errors = [];
const keep = (/** @type {ErrorEvent | PromiseRejectionEvent} */ event) => {
  errors.push('reason' in event ? event.reason : event.message);
  event.preventDefault();
};

beforeEach(() => {
  errors.length = 0;
  addEventListener('error', keep);
  addEventListener('unhandledrejection', keep);
});

afterEach(() => {
  removeEventListener('error', keep);
  removeEventListener('unhandledrejection', keep);
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  expect(errors).toEqual([]);
});

/** @param {Record<string, string>} [attributes] @returns {Scope} nowhere yet */
function scope(attributes = {}) {
  const element = /** @type {Scope} */ (document.createElement('rope-scope'));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** @returns {HTMLElement} the body of another document on this page */
function otherBody() {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 700px; height: 700px';
  document.body.append(frame);
  return /** @type {Document} */ (frame.contentDocument).body;
}

/** @param {Scope} element */
const isDrawn = (element) => {
  expect(element.shadowRoot?.querySelector('figcaption')?.textContent).toBeTruthy();
  for (const canvas of element.shadowRoot?.querySelectorAll('canvas') ?? []) {
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext('2d'));
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    expect(new Set(new Uint32Array(data.buffer)).size).toBeGreaterThan(4);
  }
};

const frames = async () => {
  for (let i = 0; i < 4; i += 1) await frame();
};

/** @param {Scope} element */
const drawn = (element) => vi.waitFor(() => isDrawn(element), { timeout: 8000 });

describe('a figure in another document', () => {
  it('draws with its styles where it is moved, and again where it came from', async () => {
    const element = await figure();
    const body = otherBody();
    body.append(element);
    await drawn(element);
    expect(getComputedStyle(part(element, '.rail')).position).toBe('relative');
    document.body.append(element);
    await drawn(element);
    expect(getComputedStyle(part(element, '.rail')).position).toBe('relative');
  });

  it('draws when it is moved while it loads', async () => {
    const element = scope({ figure: 'spectrum' });
    document.body.append(element);
    const body = otherBody();
    body.append(element);
    await drawn(element);
    expect(getComputedStyle(part(element, '.plot')).position).toBe('relative');
  });

  it('rests in a document without a window, and draws when it comes back', async () => {
    const element = await figure();
    document.implementation.createHTMLDocument().body.append(element);
    expect(element.description).not.toBe('');
    document.body.append(element);
    await drawn(element);
  });
});

describe('a figure in a window of few abilities', () => {
  it.each(['IntersectionObserver', 'ResizeObserver', 'matchMedia'])(
    'says in words what it shows without %s',
    async (name) => {
      vi.stubGlobal(name, undefined);
      for (const shown of ['vectors', 'comparison', 'heatmap']) {
        const element = scope({ figure: shown });
        document.body.append(element);
        await vi.waitFor(() => expect(element.description).not.toBe(''), { timeout: 8000 });
        expect(element.shadowRoot?.textContent).toBe(element.description);
        element.remove();
      }
    },
  );

  it('keeps saying what its settings ask for', async () => {
    vi.stubGlobal('ResizeObserver', undefined);
    const element = scope();
    document.body.append(element);
    await vi.waitFor(() => expect(element.description).not.toBe(''));
    element.setAttribute('text', 'So it goes');
    expect(element.shadowRoot?.textContent).toBe(element.description);
    element.setAttribute('base', 'much');
    expect(element.shadowRoot?.textContent).toContain('much');
    element.play();
    element.pause();
  });
});

describe('what a page has inherited', () => {
  it.each(Object.entries(leaks))('%s: %s does not change a figure', async (name, value) => {
    /** @param {Scope} element */
    const boxes = (element) => {
      const { left, top } = part(element, 'figure').getBoundingClientRect();
      const seen = element.shadowRoot?.querySelectorAll('figure *') ?? [];
      return Array.from(seen, (inner) => {
        const box = inner.getBoundingClientRect();
        const place = [box.left - left, box.top - top, box.width, box.height].map((side) => side.toFixed(1));
        return `${inner.localName}.${inner.className} ${place.join(' ')} ${getComputedStyle(inner).getPropertyValue(name)}`;
      });
    };
    const box = document.createElement('div');
    box.style.width = '700px';
    document.body.append(box);
    const element = await figure();
    element.style.width = '700px';
    box.append(element);
    await drawn(element);
    let before = boxes(element);
    await vi.waitFor(async () => {
      const last = before;
      await frames();
      before = boxes(element);
      expect(before).toEqual(last);
    });
    box.style.setProperty(name, value);
    await frames();
    expect(boxes(element)).toEqual(before);
  });

  it('hides a figure with what is round it', async () => {
    const element = await figure();
    document.body.style.visibility = 'hidden';
    expect(getComputedStyle(part(element, 'figcaption')).visibility).toBe('hidden');
  });
});

describe('a rail', () => {
  /** @param {Scope} element */
  const lefts = (element) =>
    Array.from(
      element.shadowRoot?.querySelectorAll('.stop i') ?? [],
      (dot) => dot.getBoundingClientRect().left,
    );

  it('draws the same numbers in a document that runs from right to left', async () => {
    const pictures = async () => {
      const element = await figure({ at: '3' });
      const all = Array.from(element.shadowRoot?.querySelectorAll('.plot canvas') ?? []);
      const taken = all.map((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
      element.remove();
      return taken;
    };
    const usual = await pictures();
    document.documentElement.dir = 'rtl';
    try {
      expect((await pictures()).map((picture, i) => picture === usual[i])).toEqual(usual.map(() => true));
      expect(usual.length).toBeGreaterThan(1);
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });

  it.each(['ltr', 'rtl'])(
    'follows its sentence from right to left on a page that is %s',
    async (direction) => {
      document.body.style.direction = direction;
      const element = await figure({ text: arabic, positions: '4', at: '0' });
      const places = lefts(element);
      expect(places).toHaveLength(4);
      expect(places).toEqual(places.toSorted((a, b) => b - a));
      const { left, right } = part(element, '.rail').getBoundingClientRect();
      for (const word of element.shadowRoot?.querySelectorAll('.word') ?? []) {
        const box = word.getBoundingClientRect();
        expect(box.left).toBeGreaterThanOrEqual(left - 0.5);
        expect(box.right).toBeLessThanOrEqual(right + 0.5);
      }
      const rail = part(element, 'input[part=rail]');
      expect(getComputedStyle(rail).direction).toBe('rtl');
      const press = (/** @type {string} */ key) =>
        rail.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
      press('ArrowLeft');
      expect(element.position).toBe(1);
      press('ArrowRight');
      expect(element.position).toBe(0);
      press('ArrowUp');
      expect(element.position).toBe(1);
    },
  );

  it('goes from left to right with an English sentence on a page that does not', async () => {
    document.body.style.direction = 'rtl';
    const element = await figure();
    const places = lefts(element);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    element.setAttribute('text', arabic);
    await vi.waitFor(() => expect(getComputedStyle(part(element, 'input[part=rail]')).direction).toBe('rtl'));
    element.setAttribute('text', 'The cat');
    await vi.waitFor(() => expect(getComputedStyle(part(element, 'input[part=rail]')).direction).toBe('ltr'));
  });
});

describe('a figure in a page’s life', () => {
  it('stays the first version where a second one is loaded', async () => {
    const first = customElements.get('rope-scope');
    await import(
      /* @vite-ignore */ `${new URL('../../web/element/index.js', import.meta.url).pathname}?second`
    );
    expect(customElements.get('rope-scope')).toBe(first);
    await drawn(await figure());
  });

  it('is drawn when its page comes back from the cache, and prints while it plays', async () => {
    const element = await figure({ autoplay: 'on' });
    await vi.waitFor(() => expect(element.playing).toBe(true));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new Event('beforeprint'));
    isDrawn(element);
    dispatchEvent(new Event('afterprint'));
    const before = element.position;
    await vi.waitFor(() => expect(element.position).not.toBe(before));
    await drawn(element);
  });

  it.each(figures.filter((name) => name !== 'comparison' && name !== 'training'))(
    '%s has its pictures again when its canvases were lost',
    async (name) => {
      const element = await figure({ figure: name, at: '3' });
      const canvases = Array.from(element.shadowRoot?.querySelectorAll('canvas') ?? []);
      expect(canvases.length).toBeGreaterThan(0);
      const before = canvases.map((canvas) => canvas.toDataURL());
      for (const canvas of canvases) {
        canvas.width += 0;
        canvas.dispatchEvent(new Event('contextrestored'));
      }
      await vi.waitFor(() => expect(canvases.map((canvas) => canvas.toDataURL())).toEqual(before));
    },
  );

  it('lets go of a frame that is taken away', async () => {
    const element = scope();
    const body = otherBody();
    body.append(element);
    await drawn(element);
    document.querySelector('iframe')?.remove();
    expect(element.shadowRoot?.querySelector('canvas')).toBe(null);
  });
});
