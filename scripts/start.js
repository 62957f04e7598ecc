import { build } from './build.js';
import { parsePort } from './ports.js';
import { prepare } from './prepare.js';
import { main, say } from './run.js';
import { serve } from './serve.js';

await main(async () => {
  const { port, wanted } = parsePort(process.argv.slice(2), process.env);
  await prepare('build');
  await build();
  const server = await serve({ port, strict: wanted });
  if (server.port !== port) say(`Port ${port} is busy.`);
  say(`Ropescope is at ${server.address} (Ctrl-C ends it)`);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => process.exit(0));
  }
});
