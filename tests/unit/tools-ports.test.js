import { describe, expect, test } from 'vitest';
import { defaultPort, parsePort } from '../../scripts/start.js';

describe('the port of npm start', () => {
  test('is the default when nobody names one', () => {
    expect(parsePort([], {})).toEqual({ port: defaultPort, wanted: false });
    expect(parsePort(['--install'], { PORT: '' })).toEqual({ port: defaultPort, wanted: false });
  });

  test('comes from --port before PORT', () => {
    expect(parsePort([], { PORT: '8080' })).toEqual({ port: 8080, wanted: true });
    expect(parsePort(['--port', '9000'], { PORT: '8080' })).toEqual({ port: 9000, wanted: true });
    expect(parsePort(['--port=9000'], {})).toEqual({ port: 9000, wanted: true });
  });

  test('is understood without the two dashes that npm wants', () => {
    expect(parsePort(['9000'], { npm_config_port: 'true' }).port).toBe(9000);
    expect(parsePort([], { npm_config_port: '9000' }).port).toBe(9000);
  });

  test.each(['0', '65536', '-1', '80.5', '1e3', 'ten', ''])(
    'is refused in words when it is "%s"',
    (given) => {
      expect(() => parsePort([`--port=${given}`], {})).toThrow(
        `port must be a whole number from 1 to 65535, got ${given}`,
      );
    },
  );

  test('takes no unknown argument', () => {
    expect(() => parsePort(['--prot', '80'], {})).toThrow("Unknown option '--prot'");
    expect(() => parsePort(['8080'], {})).toThrow('Unknown argument 8080');
  });
});
