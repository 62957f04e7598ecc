import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { digest, hashedEncodings, hashedSteps, hashes } from './training-hashes.js';

const native = fileURLToPath(new URL('../../build/native/ropescope-train', import.meta.url));

/** @param {readonly string[]} args */
const command = (args) => spawnSync(native, args, { encoding: 'utf8' });

describe('the native command', () => {
  test.each([
    ['lookBack=abc', 'lookBack must be an integer from 1 to 255, got abc'],
    ['lookBack=', 'lookBack must be an integer from 1 to 255, got '],
    ['dimensions=65', 'dimensions must be an integer from 1 to 64, got 65'],
    ['length=2.5', 'length must be an integer from 2 to 256, got 2.5'],
    ['seed=-1', 'seed must be an integer from 0 to 4294967295, got -1'],
    ['steps=1e12', 'steps must be an integer from 0 to 1000000, got 1e12'],
    ['momentum=1', 'momentum must be a number from 0 to 0.999'],
    ['share=nan', 'share must be a number from 1e-300 to 1, got nan'],
    ['encoding=foo', 'encoding must be learned, sinusoidal, rotary or none, got foo'],
    ['optimiser=', 'optimiser must be adam or momentum, got '],
    ['lookBack', 'an argument must be name=value, got lookBack'],
    ['pace=1', 'a name must be steps or an option of core.trainer, got pace'],
    ['lookBack=64', 'the training must be one with lookBack below length'],
  ])('refuses %s, and says what is allowed', (argument, message) => {
    const { status, stdout, stderr } = command(['run', argument]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  test('takes what the core takes', () => {
    const { status, stdout, stderr } = command([
      'run',
      'encoding=rotary',
      'dimensions=8',
      'share=0.5',
      'steps=3',
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ status: 0, steps: 3 });
  });

  test.each(hashes)(
    'gives the digest of seed $seed, looking $lookBack back',
    async ({ lookBack, seed, hash }) => {
      const lists = hashedEncodings.flatMap((encoding) => {
        const args = [`encoding=${encoding}`, `lookBack=${lookBack}`, `seed=${seed}`, `steps=${hashedSteps}`];
        const { losses, testLosses } = JSON.parse(command(['run', ...args]).stdout);
        return [losses, testLosses];
      });
      expect(await digest(lists)).toBe(hash);
    },
  );

  test('tells how it is used', () => {
    for (const args of [[], ['walk'], ['table', '10', '20']]) {
      const { status, stderr } = command(args);
      expect(status).toBe(2);
      expect(stderr).toContain('ropescope-train run [name=value …]');
    }
  });
});
