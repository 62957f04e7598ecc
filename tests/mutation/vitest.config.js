import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** Tests that need more than `npm start` sets up: the native build, or NumPy. */
const demanding = [
  'tests/unit/core-training.test.js',
  'tests/unit/core-training-command.test.js',
  'tests/unit/figures-exports-python.test.js',
];

/** The file that noticed the last change first, for the next change is near it; then the quickest. */
class QuickestFirst extends BaseSequencer {
  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const rank = new Map(
      files.map((file) => {
        const key = `${file.project.name}:${relative(this.ctx.config.root, file.moduleId)}`;
        const { failed = false, duration = 0 } = this.ctx.cache.getFileTestResults(key) ?? {};
        return [file, failed ? -1 : duration];
      }),
    );
    return [...files].sort((a, b) => Number(rank.get(a)) - Number(rank.get(b)));
  }
}

/** What `npm run mutate` asks whether they notice a change: the tests in Node that mutate.js names. */
export default defineConfig({
  test: {
    include: process.env.MUTATION_TESTS?.split(' ') ?? [],
    exclude: demanding,
    environment: 'node',
    setupFiles: ['web/figures/index.js'],
    // Each change is tried in a process that loads every module once.
    isolate: false,
    sequence: { sequencer: QuickestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
