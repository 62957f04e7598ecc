import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, findWebKitDriver } from '../../../scripts/programs.js';
import { startDisplay } from './display.js';
import { webdriverKeyActions } from './keys.js';
import { end, freePort, makeFolder, needProgram, removeFolder, start } from './processes.js';

/** @typedef {import('./index.js').Driver} Driver */
/** @typedef {import('./index.js').DriverPage} DriverPage */
/** @typedef {import('./index.js').PageOptions} PageOptions */

const commandTimeout = 20000;
const startTimeout = 20000;
/** Room on the display for the window's tool bar. */
const margin = 120;
const drawn = `new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60))))`;

/**
 * Starts WebKitGTK's MiniBrowser through WebKitWebDriver. The driver knows one session at a time, so every page has
 * its own driver, browser and display. It knows no fingers either: a touch reaches the page as a mouse.
 * @returns {Promise<Driver>}
 */
export async function launch() {
  const driverPath = needProgram(findWebKitDriver(), 'WebKitWebDriver', 'WEBKIT_DRIVER_PATH');
  const browserPath = needProgram(findMiniBrowser(), "WebKitGTK's MiniBrowser", 'WEBKIT_MINIBROWSER_PATH');
  /** @type {Set<DriverPage>} */
  const pages = new Set();
  return {
    async open(options) {
      const page = await openPage(driverPath, browserPath, options);
      const close = page.close;
      page.close = async () => {
        pages.delete(page);
        await close();
      };
      pages.add(page);
      return page;
    },
    async close() {
      for (const page of pages) await page.close();
    },
  };
}

/** @returns {string | undefined} Debian keeps it in a folder that is named after the machine's architecture */
function findMiniBrowser() {
  const wanted = process.env.WEBKIT_MINIBROWSER_PATH;
  if (wanted) return findProgram([wanted]);
  const folders = ['/usr/libexec', ...entries('/usr/lib')].flatMap(entries);
  const versions = folders.filter((folder) => /\/webkit(2gtk-4|gtk-6)\.\d$/.test(folder)).sort();
  return findProgram(versions.map((folder) => join(folder, 'MiniBrowser')));
}

/** @param {string} folder @returns {string[]} what is in it; nothing, if it is none */
function entries(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/**
 * GTK is told about reduced motion by a settings file in a home folder of its own, and about dark colours by a theme.
 * @param {PageOptions} options
 * @param {string} display
 */
function makeHome({ reducedMotion, colorScheme }, display) {
  const home = makeFolder();
  const lines = ['[Settings]', `gtk-enable-animations=${!reducedMotion}`];
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(join(home, 'config', version), { recursive: true });
    writeFileSync(join(home, 'config', version, 'settings.ini'), `${lines.join('\n')}\n`);
    // The tool bar's own width would keep the window from being as narrow as a phone.
    writeFileSync(
      join(home, 'config', version, 'gtk.css'),
      '* { min-width: 0; padding: 0; margin: 0; font-size: 1px; }\n',
    );
  }
  const env = {
    DISPLAY: display,
    WAYLAND_DISPLAY: '',
    GDK_BACKEND: 'x11',
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: home,
    NO_AT_BRIDGE: '1',
    GTK_A11Y: 'none',
    GSETTINGS_BACKEND: 'memory',
    GTK_THEME: colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
    // Without a GPU, canvases draw 10 to 70 times faster so (WebKitGTK 2.50).
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  return { home, env };
}

/**
 * @param {string} driverPath
 * @param {string} browserPath
 * @param {PageOptions} options
 * @returns {Promise<DriverPage>}
 */
async function openPage(driverPath, browserPath, options) {
  const display = await startDisplay(options.width + margin, options.height + margin);
  const { home, env } = makeHome(options, display.name);
  const port = await freePort();
  const driver = start(driverPath, [`--port=${port}`, '--host=127.0.0.1'], { env });
  const root = `http://127.0.0.1:${port}`;
  const release = async () => {
    await end(driver);
    await display.close();
    removeFolder(home);
  };
  try {
    await untilReady(root);
    const browserOptions = { binary: browserPath, args: ['--automation'] };
    const capabilities = {
      alwaysMatch: { 'webkitgtk:browserOptions': browserOptions, pageLoadStrategy: 'normal' },
    };
    const { sessionId } = await command(root, 'POST', '/session', { capabilities });
    return await openSession(`${root}/session/${sessionId}`, options, display, release);
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * @param {string} session address of the session
 * @param {PageOptions} options
 * @param {import('./display.js').Display} display
 * @param {() => Promise<void>} release
 * @returns {Promise<DriverPage>}
 */
async function openSession(session, options, display, release) {
  await command(session, 'POST', '/timeouts', { script: commandTimeout, pageLoad: commandTimeout });
  /** @param {string} type @param {object[]} actions @param {object} [rest] */
  const perform = (type, actions, rest = {}) =>
    command(session, 'POST', '/actions', {
      actions: [{ type, id: type + JSON.stringify(rest), actions, ...rest }],
    });
  /** @param {string} expression */
  const evaluate = (expression) =>
    command(session, 'POST', '/execute/async', {
      script: `const done = arguments[arguments.length - 1]; ${expression}.then(done);`,
      args: [],
    });
  await fitWindow(session, evaluate, options);
  return {
    goto: (url) => command(session, 'POST', '/url', { url }),
    evaluate,
    async pointer(pointerType, steps) {
      const actions = steps.flatMap(({ type, x, y, ms }) => {
        /** @type {object} */
        const move = { type: 'pointerMove', duration: 0, origin: 'viewport', x, y };
        if (type === 'move') return [move];
        if (type === 'down') return [move, { type: 'pointerDown', button: 0 }];
        return type === 'up' ? [{ type: 'pointerUp', button: 0 }] : [{ type: 'pause', duration: ms }];
      });
      await perform('pointer', actions, { parameters: { pointerType } });
    },
    async keys(steps) {
      await perform('key', webdriverKeyActions(steps));
    },
    async screenshot() {
      // The driver's own screenshot hangs without DMA-BUF, so the display is read, once what is asked for is on it.
      const [x, y] = await evaluate(
        `${drawn}.then(() => [outerWidth - innerWidth, outerHeight - innerHeight])`,
      );
      return display.capture({ x: Number(x), y: Number(y), width: options.width, height: options.height });
    },
    async close() {
      await command(session, 'DELETE', '').catch(() => {});
      await release();
    },
  };
}

/**
 * The window has a tool bar, so its size is corrected until the page inside has the wanted one.
 * @param {string} session
 * @param {(expression: string) => Promise<string>} evaluate
 * @param {PageOptions} options
 */
async function fitWindow(session, evaluate, { width, height }) {
  let outer = { width, height: height + 60 };
  for (let attempt = 0; attempt < 8; attempt++) {
    await command(session, 'POST', '/window/rect', { x: 0, y: 0, ...outer });
    const inner = await evaluate('Promise.resolve([innerWidth, innerHeight])');
    const missing = { width: width - Number(inner[0]), height: height - Number(inner[1]) };
    if (missing.width === 0 && missing.height === 0) return;
    outer = { width: outer.width + missing.width, height: outer.height + missing.height };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKit's window cannot be made ${width} × ${height}`);
}

/** @param {string} root */
async function untilReady(root) {
  const deadline = Date.now() + startTimeout;
  for (;;) {
    try {
      const status = await command(root, 'GET', '/status', undefined, 2000);
      if (status.ready) return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * One WebDriver command.
 * @param {string} root
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {string} path
 * @param {object} [body]
 * @param {number} [timeout] ms
 * @returns {Promise<any>}
 */
async function command(root, method, path, body, timeout = commandTimeout + 2000) {
  const response = await fetch(root + path, {
    method,
    body: body && JSON.stringify(body),
    headers: { 'content-type': 'application/json', connection: 'close' },
    signal: AbortSignal.timeout(timeout),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}
