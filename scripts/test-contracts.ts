import { parseArgs } from 'node:util'
import { countCases } from './contracts/count-cases.ts'
import {
  APART,
  type ForgeReport,
  joinReports,
  summariseAttacks,
  summariseTests,
  TOGETHER,
} from './contracts/forge-report.ts'
import { compareGas, describeGas } from './contracts/gas-lines.ts'
import { createSuiteHash, hashInputs } from './contracts/hash-inputs.ts'
import { listSolidity } from './contracts/hash-sources.ts'
import { checkCoverage, measureCoverage } from './contracts/measure-coverage.ts'
import { measureGas, readSizes, readSnapshot, writeSnapshot } from './contracts/measure-gas.ts'
import { proveLibraries } from './contracts/prove-libraries.ts'
import { percentOf } from './contracts/read-lcov.ts'
import {
  type ContractsReport,
  hashTestedSources,
  type Profile,
  writeReport,
} from './contracts/report.ts'
import { readForgeRun, runForge } from './contracts/run-forge.ts'
import { runSuites } from './contracts/run-suites.ts'

const HELP = `Tests the contracts: forge's tests, what operations cost, what the tests reach, what can be proved of the
libraries, and how TypeScript agrees.

Usage: npm run test:contracts -- [options]

  --profile NAME      short (default; what every change runs) or long (10,000 runs of each fuzz test, 128,000 calls in
                      games after every call of which all invariants of a suite are looked at, 500 sequences of the
                      model; an hour or more, goes on where it was stopped); the long one writes contracts/reports/
  --only LIST         of tests, gas, coverage, proofs, cases; default: all but the cases, which are part of npm test as
                      well; in the long profile all
  --update-gas        replaces contracts/gas.json by what is measured now
  --json              forge's own report on stdout
  --match-path GLOB, --match-contract REGEX, --match-test REGEX
                      only these of forge's tests, and nothing else

A line of gas that costs two percent more than in contracts/gas.json fails, and so does a line of source that no test
reaches without a reason in contracts/uncovered.json. Proofs are left out where the solver z3 is not installed.`

/** Parts of a run, in their order. */
const PARTS = ['tests', 'gas', 'coverage', 'proofs', 'cases'] as const
type Part = (typeof PARTS)[number]

/** Code on chain is at most 24,576 bytes; ours stay well below. */
const MOST_BYTES = 20_000

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const { values } = parseArgs({
  options: {
    profile: { ...text, default: 'short' },
    only: text,
    'update-gas': flag,
    json: flag,
    help: { ...flag, short: 'h' },
    'match-path': text,
    'match-contract': text,
    'match-test': text,
  },
})
const filters = (['match-path', 'match-contract', 'match-test'] as const).flatMap((name) => {
  const value = values[name]
  return value === undefined ? [] : [`--${name}`, value]
})

if (values.help === true) console.log(HELP)
else process.exitCode = (await testContracts(readProfile(), readParts())) ? 0 : 1

/** Runs the parts, writes the report where the tests are one of them, and says whether all is well. */
async function testContracts(profile: Profile, parts: readonly Part[]): Promise<boolean> {
  const begin = performance.now()
  const findings: string[] = []
  const [sources, inputs] = [hashTestedSources(), hashInputs()]
  const result: Partial<ContractsReport> = { profile, sources, inputs }
  if (parts.includes('tests')) Object.assign(result, await judgeTests(profile, findings))
  if (parts.includes('gas')) Object.assign(result, await judgeGas(findings))
  if (parts.includes('coverage')) result.coverage = await judgeCoverage(findings)
  if (parts.includes('proofs')) result.proofs = judgeProofs(findings)
  if (parts.includes('cases')) {
    const cases = await countCases(profile)
    if (cases === undefined) findings.push('the TypeScript tests of the contracts failed')
    else result.cases = cases
  }
  result.seconds = Math.round((performance.now() - begin) / 1000)
  result.passed = findings.length === 0
  if (hashTestedSources() !== sources) findings.push('the sources changed during the run')
  else if (parts.includes('tests') && filters.length === 0) {
    say(`Report  ${writeReport(result as ContractsReport)}`)
  }
  for (const finding of findings) say(`failed: ${finding}`)
  return findings.length === 0
}

async function judgeTests(
  profile: Profile,
  findings: string[],
): Promise<Pick<ContractsReport, 'tests' | 'attacks'>> {
  const report = await runTests(profile)
  const tests = summariseTests(report)
  if (values.json === true) process.stdout.write(`${JSON.stringify(report)}\n`)
  findings.push(...tests.failures)
  if (tests.tests + tests.invariants === 0) findings.push('no test ran')
  say(`${tests.tests} tests (${tests.fuzz} fuzz), ${tests.invariants} invariants passed`)
  return { tests, attacks: summariseAttacks(report) }
}

/** Each invariant on its own, in the short profile; the long one plays all of a suite in one game. */
async function runTests(profile: Profile): Promise<ForgeReport> {
  say(`forge test, ${profile} profile`)
  const short = await runForge(['test', '--json', '--no-match-test', TOGETHER, ...filters], {
    echo: true,
  })
  const report = readForgeRun(short)
  if (profile === 'short' || summariseTests(report).failures.length > 0) return report
  const files = listSolidity('contracts/test').filter((file) => file.endsWith('.t.sol'))
  const long = await runSuites({
    files,
    args: ['--no-match-test', APART, ...filters],
    env: { FOUNDRY_PROFILE: 'long' },
    keyOf: createSuiteHash(),
    onDone: (file, seconds) => say(`${file}  ${Math.round(seconds)} s`),
  })
  return joinReports(report, long)
}

async function judgeGas(findings: string[]): Promise<Pick<ContractsReport, 'gas' | 'sizes'>> {
  const lines = await measureGas()
  const snapshot = readSnapshot()
  if (values['update-gas'] === true) writeSnapshot(lines)
  else findings.push(...compareGas(lines, snapshot))
  say(describeGas(lines, snapshot))
  const sizes = readSizes()
  for (const [name, size] of Object.entries(sizes)) {
    if (size > MOST_BYTES) findings.push(`${name} has ${size} bytes, more than ${MOST_BYTES}`)
  }
  return { gas: Object.fromEntries(lines.map(({ name, gas }) => [name, gas])), sizes }
}

async function judgeCoverage(findings: string[]) {
  const coverage = await measureCoverage()
  findings.push(...checkCoverage(coverage))
  const shares = (['line', 'branch', 'function'] as const).map(
    (what) => `${percentOf(coverage[what]).toFixed(2)} % by ${what}`,
  )
  say(`Coverage  ${shares.join(', ')}`)
  return coverage
}

function judgeProofs(findings: string[]): ContractsReport['proofs'] {
  const proofs = proveLibraries()
  if (proofs === undefined) say('Proofs  left out: z3 is not installed')
  else say(`Proofs  ${proofs.proved} claims proved`)
  findings.push(...(proofs?.unproved ?? []))
  return proofs
}

function readProfile(): Profile {
  const { profile } = values
  if (profile !== 'short' && profile !== 'long') throw new RangeError(`no profile ${profile}`)
  return profile
}

function readParts(): readonly Part[] {
  const { only, profile } = values
  if (filters.length > 0) return ['tests']
  if (only === undefined) return PARTS.filter((part) => profile === 'long' || part !== 'cases')
  const named = only.split(',')
  const unknown = named.find((part) => !(PARTS as readonly string[]).includes(part))
  if (unknown !== undefined) throw new RangeError(`no part ${unknown}`)
  return PARTS.filter((part) => named.includes(part))
}

/** Data go to stdout, everything else to stderr. */
function say(message: string): void {
  process.stderr.write(`${message}\n`)
}
