import { formatCpp } from './cpp.js';
import { prepare } from './prepare.js';
import { main, mustRun, npmProgram } from './run.js';

await main(async () => {
  await prepare('test');
  await mustRun(npmProgram('biome'), ['check', '--write', '.']);
  await formatCpp();
});
