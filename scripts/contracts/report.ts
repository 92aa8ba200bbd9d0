import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ROOT } from './find-forge.ts'
import { hashSolidity, listSolidity } from './hash-sources.ts'

const covered = z.strictObject({ hit: z.int(), found: z.int() })

const format = z.strictObject({
  profile: z.enum(['short', 'long']),
  /** {@link hashTestedSources} when it was measured. */
  sources: z.string(),
  /** {@link hashInputs} when it was measured. */
  inputs: z.string(),
  /** Whether nothing was wrong with any part that was run. */
  passed: z.boolean(),
  seconds: z.number(),
  tests: z.strictObject({
    tests: z.int(),
    fuzz: z.int(),
    invariants: z.int(),
    leastFuzzRuns: z.int().nullable(),
    leastInvariantCalls: z.int().nullable(),
    invariantCalls: z.int(),
    skipped: z.int(),
    failures: z.array(z.string()),
  }),
  attacks: z.array(
    z.strictObject({
      name: z.string(),
      onTheVictim: z.int(),
      onOurs: z.int(),
      stopped: z.boolean(),
    }),
  ),
  gas: z.record(z.string(), z.int()).optional(),
  sizes: z.record(z.string(), z.int()).optional(),
  coverage: z
    .strictObject({
      line: covered,
      branch: covered,
      function: covered,
      missed: z.array(
        z.strictObject({
          file: z.string(),
          line: z.int(),
          what: z.enum(['line', 'branch', 'function']),
          text: z.string(),
          reason: z.string().nullable(),
        }),
      ),
    })
    .optional(),
  /** Claims about the libraries; absent where the solver is not installed. */
  proofs: z.strictObject({ proved: z.int(), unproved: z.array(z.string()) }).optional(),
  /** Cases that the TypeScript tests counted, by name; absent where these tests failed or were not run. */
  cases: z.record(z.string(), z.int()).optional(),
})

/** What a run of `npm run test:contracts` found. Parts that were not run are absent. */
export type ContractsReport = z.infer<typeof format>

/** How much a run tries. */
export type Profile = ContractsReport['profile']

/** Where a profile's report lies: the long one is committed, the short one is not. */
function reportPath(profile: Profile): string {
  const folder = profile === 'long' ? 'contracts/reports' : 'node_modules/.cache/contracts'
  return path.join(ROOT, folder, `${profile}.json`)
}

/** Hash of all Solidity of this repository: a report speaks of these sources and tests only. */
export function hashTestedSources(): string {
  return hashSolidity(listSolidity('contracts'))
}

/** Writes a report. */
export function writeReport(report: ContractsReport): string {
  const file = reportPath(report.profile)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(format.parse(report), null, 2)}\n`)
  return file
}

/** The last report of a profile; undefined where there is none. @throws zod's error for a damaged one */
export function readReport(profile: Profile): ContractsReport | undefined {
  const file = reportPath(profile)
  return existsSync(file) ? format.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}
