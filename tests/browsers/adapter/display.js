import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findXvfb } from '../../../scripts/programs.js';
import { encodePng } from './png.js';
import { end, makeFolder, needProgram, removeFolder, start, within } from './processes.js';

/** @typedef {Awaited<ReturnType<typeof startDisplay>>} Display */

/**
 * Starts an X server without a screen, whose pixels can be read.
 * @param {number} width px
 * @param {number} height px
 */
export async function startDisplay(width, height) {
  const path = needProgram(findXvfb(), 'Xvfb', 'XVFB_PATH');
  const folder = makeFolder();
  const screen = ['-screen', '0', `${width}x${height}x24`, '-fbdir', folder];
  const child = start(path, ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = async () => {
    await end(child);
    removeFolder(folder);
  };
  const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const number = new Promise((resolve, reject) => {
    let text = '';
    pipe.on('data', (data) => {
      text += data;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before it had a display`)));
  });
  try {
    return {
      name: `:${await within(number, 20000, 'starting Xvfb')}`,
      /**
       * @param {{ x: number, y: number, width: number, height: number }} area
       * @returns {Buffer} what it shows, as PNG
       */
      capture: (area) => cut(readFileSync(join(folder, 'Xvfb_screen0')), area),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Cuts an area out of Xvfb's frame buffer, which is an X window dump: a big-endian header, a colour map, and rows of
 * pixels of 4 bytes, blue first.
 * @param {Buffer} dump
 * @param {{ x: number, y: number, width: number, height: number }} area
 */
function cut(dump, { x, y, width, height }) {
  const field = (/** @type {number} */ index) => dump.readUInt32BE(4 * index);
  const [headerSize, bitsPerPixel, bytesPerLine, colors] = [field(0), field(11), field(12), field(19)];
  if (bitsPerPixel !== 32) throw new Error(`the display has ${bitsPerPixel} bits a pixel, not 32`);
  const first = headerSize + 12 * colors;
  const rgb = Buffer.alloc(3 * width * height);
  let to = 0;
  for (let row = y; row < y + height; row++) {
    let from = first + row * bytesPerLine + 4 * x;
    for (let column = 0; column < width; column++) {
      rgb[to++] = /** @type {number} */ (dump[from + 2]);
      rgb[to++] = /** @type {number} */ (dump[from + 1]);
      rgb[to++] = /** @type {number} */ (dump[from]);
      from += 4;
    }
  }
  return encodePng(width, height, rgb);
}
