/**
 * What a test runner's report says.
 * @typedef {{ total: number, failed: number, skipped: string[] }} Outcome `skipped` names every test that did not run
 */

/**
 * Reads Vitest's JSON report.
 * @param {string} text
 * @returns {Outcome}
 */
export function readVitest(text) {
  /** @type {{ testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} */
  const report = JSON.parse(text);
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const files = report.testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  return {
    total: tests.length,
    failed:
      tests.filter(({ status }) => status === 'failed').length +
      files.filter(({ status }) => status === 'failed').length,
    skipped: [
      ...tests
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map(({ fullName }) => fullName),
      ...files.filter(({ status }) => status !== 'failed').map(({ name }) => name),
    ],
  };
}

/**
 * Reads CTest's JUnit report.
 * @param {string} text
 * @returns {Outcome}
 */
export function readCTest(text) {
  const tests = [...text.matchAll(/<testcase\b([^>]*)>/g)].map(([, attributes = '']) => ({
    name: /\bname="([^"]*)"/.exec(attributes)?.[1] ?? '',
    status: /\bstatus="([^"]*)"/.exec(attributes)?.[1] ?? '',
  }));
  return {
    total: tests.length,
    failed: tests.filter(({ status }) => status === 'fail').length,
    skipped: tests.filter(({ status }) => status !== 'run' && status !== 'fail').map(({ name }) => name),
  };
}

/**
 * What is wrong with an outcome, in words.
 * @param {Outcome} outcome
 * @returns {string | undefined}
 */
export function problemOf({ total, failed, skipped }) {
  if (total === 0) return 'no test ran';
  const problems = [];
  if (failed > 0) problems.push(`${failed} of ${total} failed`);
  if (skipped.length > 0) problems.push(`skipped: ${skipped.join(', ')}`);
  return problems.length > 0 ? problems.join('; ') : undefined;
}
