import { buildCore } from './build-core.js';
import { checkCppFormat } from './cpp.js';
import { mustRun, npmProgram, root } from './run.js';

/**
 * What can be judged without running the project. Types need the core, since its glue's types are made with it.
 * @type {readonly import('./steps.js').Step[]}
 */
export const checks = [
  {
    name: 'Format and lint of JavaScript and CSS',
    run: () => mustRun(npmProgram('biome'), ['check', '--error-on-warnings', '.']),
  },
  { name: 'Format of C++', run: checkCppFormat },
  {
    name: 'Import order',
    run: () => mustRun(process.execPath, [`${root}scripts/import-order.js`]),
  },
  { name: 'The core as WebAssembly', run: buildCore },
  { name: 'Types', run: () => mustRun(npmProgram('tsc'), ['-p', '.']) },
];
