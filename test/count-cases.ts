import { appendFileSync } from 'node:fs'

/** How much a test run tries: `long` where `DSO_TEST_PROFILE` says so. */
export const TEST_PROFILE = process.env['DSO_TEST_PROFILE'] === 'long' ? 'long' : 'short'

/** What is counted: comparisons of TypeScript with Solidity, and played sequences of the model with their steps. */
export type CountedCases = 'differential-cases' | 'model-sequences' | 'model-steps'

/**
 * Tells `npm run test:contracts` how many cases a test has tried and found right. Elsewhere nothing happens.
 *
 * @param cases counts add up over all tests of a run
 */
export function countCases(name: CountedCases, cases: number): void {
  const file = process.env['DSO_CASE_COUNTS']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, cases })}\n`)
}
