import { expect, test } from 'vitest'
import { checkCoverage, type CoverageReport } from './measure-coverage.ts'

const missed = { file: 'contracts/src/A.sol', line: 7, text: 'return 0;' }
const whole: CoverageReport = {
  line: { hit: 100, found: 100 },
  branch: { hit: 98, found: 100 },
  function: { hit: 10, found: 10 },
  missed: [],
}

test('a coverage that reaches its goals is fine', () => {
  expect(checkCoverage(whole)).toEqual([])
})

test('a line that is not reached needs a reason', () => {
  const coverage: CoverageReport = {
    ...whole,
    line: { hit: 99, found: 100 },
    missed: [{ ...missed, what: 'line', reason: null }],
  }
  expect(checkCoverage(coverage)).toEqual([
    'coverage by line is 99.00 % of what has no reason, goal 100 %',
    'contracts/src/A.sol:7 is not reached (line): return 0;',
  ])
  const reason = 'no caller can get here'
  const explained = { ...coverage, missed: [{ ...missed, what: 'line' as const, reason }] }
  expect(checkCoverage(explained)).toEqual([])
})

test('too few branches are one finding', () => {
  const lost = Array.from({ length: 3 }, () => ({
    ...missed,
    what: 'branch' as const,
    reason: null,
  }))
  const coverage: CoverageReport = { ...whole, branch: { hit: 97, found: 100 }, missed: lost }
  expect(checkCoverage(coverage)).toHaveLength(1)
})
