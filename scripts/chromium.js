import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from './programs.js';
import { serve } from './serve.js';

/** A Chromium without a window. */
export const openChromium = () =>
  chromium.launch({ executablePath: findChromium(), args: chromiumArguments });

/**
 * Serves the built site to a Chromium without a window, as long as the work lasts.
 * @template T
 * @param {(browser: import('playwright').Browser, address: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inChromium(work) {
  const server = await serve();
  const browser = await openChromium();
  try {
    return await work(browser, server.address);
  } finally {
    await browser.close();
    await server.close();
  }
}
