import { parseArgs } from 'node:util';
import { runCommand } from './run.js';
import { Failure, isScript, main, say } from './tools.js';

/** Where the page is served when nobody says otherwise. */
export const defaultPort = 4173;

/**
 * The port that is asked for: `--port`, else `PORT`, else the default.
 * @param {readonly string[]} args the command line, without node and script
 * @param {Record<string, string | undefined>} env
 * @returns {{ port: number, wanted: boolean }} `wanted` says that somebody named it
 * @throws {Failure} when it is no port, or an argument is unknown
 */
export function parsePort(args, env) {
  const given = portArgument(args, env) ?? (env.PORT || undefined);
  if (given === undefined) return { port: defaultPort, wanted: false };
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (port >= 1 && port <= 65_535) return { port, wanted: true };
  throw new Failure(`port must be a whole number from 1 to 65535, got ${given.slice(0, 40)}`);
}

/**
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined}
 */
function portArgument(args, env) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, install: { type: 'boolean' } },
      allowPositionals: true,
    });
    // Of `npm start --port 8080`, without two dashes between, npm takes the name and leaves the number.
    const fromNpm = env.npm_config_port === 'true' ? positionals.shift() : env.npm_config_port;
    if (positionals.length > 0) throw new Error(`Unknown argument ${positionals[0]}`);
    return values.port ?? fromNpm;
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new Failure(`${message}\nUsage: npm start -- [--port 8080] [--install]`);
  }
}

if (isScript(import.meta.url)) {
  await main(async () => {
    const { port, wanted } = parsePort(process.argv.slice(2), process.env);
    await runCommand('build');
    // It needs npm's packages, which a fresh clone has only now.
    const { serve } = await import('./serve.js');
    const { address } = await serve(port, wanted);
    if (!address.includes(`:${port}/`)) say(`Port ${port} is busy.`);
    say(`Ropescope is at ${address} (Ctrl-C ends it)`);
    process.exitCode = 0;
  });
}
