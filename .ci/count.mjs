/**
 * Prints `PASSED FAILED SKIPPED` of a result file: `node .ci/count.mjs vitest|forge FILE EXIT_STATUS`.
 * A run that failed without a failed test (a crash, a file that does not load) counts as one failure.
 */
import { readFileSync } from 'node:fs'

const [kind, file, status] = process.argv.slice(2)
const count = kind === 'forge' ? countForge : countVitest

let result = { passed: 0, failed: 0, skipped: 0 }
try {
  result = count(JSON.parse(readFileSync(file, 'utf8')))
} catch (error) {
  console.error(`no ${kind} results: ${error.message}`)
  result.failed = 1
}
if (status !== '0' && result.failed === 0) result.failed = 1
if (result.passed + result.failed + result.skipped === 0) result.failed = 1
console.log(result.passed, result.failed, result.skipped)

function countVitest(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countForge(report) {
  const statuses = Object.values(report).flatMap(({ test_results: results }) =>
    Object.values(results).map(({ status }) => status),
  )
  const having = (wanted) => statuses.filter((status) => status === wanted).length
  return { passed: having('Success'), failed: having('Failure'), skipped: having('Skipped') }
}
