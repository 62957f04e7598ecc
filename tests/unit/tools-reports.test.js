import { describe, expect, test } from 'vitest';
import { problemOf, readCTest, readVitest } from '../../scripts/reports.js';

/** @param {{ name?: string, status: string, tests: [string, string][] }[]} files */
const vitestReport = (files) =>
  JSON.stringify({
    testResults: files.map(({ name = 'a.test.js', status, tests }) => ({
      name,
      status,
      assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
    })),
  });

describe("Vitest's report", () => {
  test('is fine when every test passed', () => {
    const outcome = readVitest(vitestReport([{ status: 'passed', tests: [['one', 'passed']] }]));
    expect(outcome).toEqual({ total: 1, failed: 0, skipped: [] });
    expect(problemOf(outcome)).toBeUndefined();
  });

  test('names tests that are skipped or still to do', () => {
    const tests = /** @type {[string, string][]} */ ([
      ['one', 'passed'],
      ['two', 'skipped'],
      ['three', 'todo'],
    ]);
    expect(problemOf(readVitest(vitestReport([{ status: 'passed', tests }])))).toBe('skipped: two, three');
  });

  test('tells of a file whose tests are all skipped, and of one that does not load', () => {
    const outcome = readVitest(
      vitestReport([
        { status: 'passed', tests: [['one', 'passed']] },
        { name: 'empty.test.js', status: 'passed', tests: [] },
        { name: 'broken.test.js', status: 'failed', tests: [] },
      ]),
    );
    expect(problemOf(outcome)).toBe('1 of 1 failed; skipped: empty.test.js');
  });

  test('is no success when nothing ran', () => {
    expect(problemOf(readVitest('{"testResults":[]}'))).toBe('no test ran');
  });
});

describe("CTest's report", () => {
  /** @param {string} status */
  const reportWith = (status) =>
    `<testsuite name="(empty)"\n\ttests="2"\n>\n` +
    `<testcase name="Sum.Adds" classname="Sum.Adds" time="0" status="run">\n</testcase>\n` +
    `<testcase name="Sum.Wraps" classname="Sum.Wraps" time="0" status="${status}">\n</testcase>\n</testsuite>`;

  test('is fine when every test ran', () => {
    expect(problemOf(readCTest(reportWith('run')))).toBeUndefined();
  });

  test('counts what failed', () => {
    expect(problemOf(readCTest(reportWith('fail')))).toBe('1 of 2 failed');
  });

  test.each(['notrun', 'disabled'])('names a test that is %s', (status) => {
    expect(problemOf(readCTest(reportWith(status)))).toBe('skipped: Sum.Wraps');
  });
});
