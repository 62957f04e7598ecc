import { build } from './build.js';
import { buildNative } from './build-core.js';
import { checks } from './checks.js';
import { lintCpp } from './cpp.js';
import { prepare } from './prepare.js';
import { main } from './run.js';
import { runCTest, runVitest } from './runners.js';
import { runSteps } from './steps.js';

await main(async () => {
  await prepare('test');
  return runSteps([
    ...checks,
    { name: 'The core for this machine', run: buildNative },
    { name: 'Tests in C++', run: runCTest },
    { name: 'Lint of C++', run: lintCpp },
    { name: 'Tests in Node', run: () => runVitest('node') },
    { name: 'The site', run: build },
    // It needs npm's packages, which a fresh clone has only now.
    { name: 'Budgets', run: async () => (await import('./check-budgets.js')).checkBudgets() },
    { name: 'Tests in Chromium', run: () => runVitest('chromium') },
  ]);
});
