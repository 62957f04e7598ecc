import { checks } from './checks.js';
import { prepare } from './prepare.js';
import { main } from './run.js';
import { runSteps } from './steps.js';

await main(async () => {
  await prepare('test');
  return runSteps(checks);
});
