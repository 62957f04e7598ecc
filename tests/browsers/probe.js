// Served before every page's own scripts, as a file of the same origin, so that a strict policy allows it. What it
// sees is the same in every browser: WebKit's driver has no console log, and Firefox's no policy violations.
(() => {
  const probe = {
    /** @type {string[]} */
    log: [],
    frames: 0,
    listeners: 0,
  };
  Object.defineProperty(window, 'testProbe', { value: probe });

  /** @param {unknown} value */
  function say(value) {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    return typeof value === 'string' ? value : String(value);
  }

  /** @param {string} line */
  function add(line) {
    probe.log.push(line);
    if (window !== window.top) window.top?.postMessage({ testProbe: line }, '*');
  }

  window.addEventListener(
    'message',
    (event) => {
      if (typeof event.data?.testProbe !== 'string') return;
      event.stopImmediatePropagation();
      probe.log.push(`in a frame: ${event.data.testProbe}`);
    },
    true,
  );
  for (const level of /** @type {const} */ (['log', 'info', 'debug', 'warn', 'error', 'assert', 'trace'])) {
    const write = console[level];
    /** @param {unknown[]} values */
    console[level] = (...values) => {
      if (level !== 'assert') add(`console.${level}: ${values.map(say).join(' ')}`);
      else if (!values[0]) add(`console.assert: ${values.slice(1).map(say).join(' ')}`);
      write.apply(console, /** @type {[]} */ (values));
    };
  }
  window.addEventListener(
    'error',
    (event) => {
      const target = event.target;
      if (target instanceof Element) {
        const address = target.getAttribute('src') ?? target.getAttribute('href');
        add(`error: ${target.localName} ${address} did not load`);
      } else add(`error: ${event.message} ${event.filename}:${event.lineno}`);
    },
    true,
  );
  window.addEventListener('unhandledrejection', (event) => add(`unhandled rejection: ${say(event.reason)}`));
  window.addEventListener('securitypolicyviolation', (event) => {
    add(
      `policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
    );
  });

  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) =>
    request.call(window, (time) => {
      probe.frames++;
      callback(time);
    });

  countListeners();

  /** Keeps `probe.listeners`: how many are registered on what outlives an element, which is where they leak. */
  function countListeners() {
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    /** @type {Map<EventTarget, Map<string, Set<unknown>>>} */
    const registered = new Map();
    /** @param {EventTarget} target */
    const lasts = (target) => {
      if (target instanceof Node) return target === document || isTop(target);
      return !(target instanceof OffscreenCanvas);
    };
    /** @param {Node} node */
    const isTop = (node) => node === document.documentElement || node === document.body;
    /** @param {EventTarget} target @param {string} type @param {unknown} options */
    const listenersOf = (target, type, options) => {
      const capture =
        typeof options === 'object' ? !!options && 'capture' in options && options.capture : options;
      const types = registered.get(target) ?? new Map();
      registered.set(target, types);
      const key = `${type} ${!!capture}`;
      const listeners = types.get(key) ?? new Set();
      types.set(key, listeners);
      return listeners;
    };
    const count = () => {
      let sum = 0;
      for (const [target, types] of registered) {
        let own = 0;
        for (const listeners of types.values()) own += listeners.size;
        if (own === 0) registered.delete(target);
        sum += own;
      }
      probe.listeners = sum;
    };
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target = this ?? window;
      const details = typeof options === 'object' ? options : undefined;
      if (listener && lasts(target) && !details?.once && !details?.signal?.aborted) {
        const listeners = listenersOf(target, type, options);
        listeners.add(listener);
        if (details?.signal) {
          addEventListener.call(details.signal, 'abort', () => {
            listeners.delete(listener);
            count();
          });
        }
        count();
      }
      addEventListener.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (lasts(target)) listenersOf(target, type, options).delete(listener);
      count();
      removeEventListener.call(target, type, listener, options);
    };
  }
})();
