import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './scripts/programs.js';

/** Vitest 4 keeps a failed browser test's picture beside the test unless told otherwise. */
const screenshotFailures = false;

/** Figures bring the rows of the settings. */
const setupFiles = ['web/figures/index.js'];

/**
 * A test that is skipped is a failure, unless names were chosen.
 * @type {import('vitest/reporters').Reporter & { pattern?: RegExp }}
 */
const noSkips = {
  onInit({ config }) {
    this.pattern = config.testNamePattern;
  },
  onTestRunEnd(modules) {
    const skipped = this.pattern ? [] : modules.flatMap(({ children }) => [...children.allTests('skipped')]);
    for (const { fullName } of skipped) process.stderr.write(`skipped: ${fullName}\n`);
    if (skipped.length > 0) process.exitCode = 1;
  },
};

export default defineConfig({
  test: {
    allowOnly: false,
    reporters: ['default', noSkips],
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'node', include: ['tests/unit/**/*.test.js'], environment: 'node', setupFiles },
      },
      {
        optimizeDeps: { include: ['chart.js'] },
        test: {
          name: 'chromium',
          include: ['tests/browser/**/*.test.js'],
          testTimeout: 20_000,
          setupFiles,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures,
            viewport: { width: 1024, height: 768 },
            provider: playwright({
              launchOptions: { executablePath: findChromium(), args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['tests/browsers/**/*.test.js'],
          environment: 'node',
          fileParallelism: false,
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
