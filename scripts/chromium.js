import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from './programs.js';
import { serve } from './serve.js';

/**
 * Serves the built site to a Chromium without a window, as long as the work lasts.
 * @template T
 * @param {(browser: import('playwright').Browser, address: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inChromium(work) {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
  try {
    return await work(browser, server.address);
  } finally {
    await browser.close();
    await server.close();
  }
}
