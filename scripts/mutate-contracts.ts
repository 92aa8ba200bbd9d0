import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { hashForgeInputs } from './contracts/hash-inputs.ts'
import { hashSolidity, listSolidity, readSolidity } from './contracts/hash-sources.ts'
import { createImportGraph } from './contracts/import-graph.ts'
import { hashTestedSources } from './contracts/report.ts'
import { chooseTests } from './mutation/choose-tests.ts'
import { createWorkspace, type Workspace } from './mutation/create-workspace.ts'
import { judgeMutant } from './mutation/judge-mutant.ts'
import { listMutants, type Mutant, sampleMutants } from './mutation/list-mutants.ts'
import {
  readReasons,
  summariseMutants,
  type Verdict,
  writeMutantsReport,
} from './mutation/mutants-report.ts'
import { OPERATORS } from './mutation/mutation-operators.ts'
import { analyseSources } from './mutation/solidity-ast.ts'
import { openVerdicts } from './mutation/verdict-store.ts'

const HELP = `Puts one small mistake at a time into copies of the contracts and asks whether the tests notice.
The sources are never touched. A stopped run goes on where it was; what a change did not concern is not tested again.

Usage: npm run mutate:contracts -- [options]

  --count N          mutants to test: the first N of an order that stays the same (default: 400)
  --file TEXT        only those in sources whose path contains this text; writes no report
  --operators LIST   of ${OPERATORS.join(', ')} (default: all); writes no report
  --seconds N        time for one mutant, compilation included; more counts as killed (default: 300, and at least
                     three times what all tests take without a mutant)
  --jobs N           mutants at a time (default: half of the cores)
  --list             prints what would be tested and tests nothing

Writes contracts/reports/mutants.json. contracts/survivors.json says why mutants survive, by id.
Exit codes: 0 at least 95 % killed and every survivor explained · 1 otherwise.`

const LEAST_SHARE = 0.95
/** Milliseconds that a mutant has in any case. */
const LEAST_MS = 300_000

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const { values } = parseArgs({
  options: {
    count: { ...text, default: '400' },
    file: text,
    operators: text,
    seconds: text,
    jobs: { ...text, default: String(Math.max(1, Math.floor(availableParallelism() / 2))) },
    list: flag,
    help: { ...flag, short: 'h' },
  },
})

// A stopped run leaves no copies behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

if (values.help === true) console.log(HELP)
else process.exitCode = (await mutateContracts()) ? 0 : 1

async function mutateContracts(): Promise<boolean> {
  const files = listSolidity('contracts')
  const texts = new Map(files.map((file) => [file, readSolidity(file)]))
  const graph = createImportGraph(texts)
  const sources = analyseSources(
    new Map([...texts].filter(([file]) => file.startsWith('contracts/src/'))),
  )
  const all = listMutants(sources)
  const mutants = sampleMutants(
    all.filter(({ file }) => values.file === undefined || file.includes(values.file)),
    { count: wholeNumber('count'), operators: readOperators() },
  )
  if (values.list === true) {
    for (const { id, file, line, operator, diff } of mutants) {
      console.log(`${id} ${file}:${line} ${operator}\n${diff}`)
    }
    say(`${mutants.length} of ${all.length} mutants`)
    return true
  }
  const tests = files.filter(
    (file) => file.endsWith('.t.sol') && !file.startsWith('contracts/test/gas/'),
  )
  const everything = `${hashTestedSources()} ${hashForgeInputs()}`
  const verdicts = openVerdicts({ graph, everything })
  const judged = new Map<string, Verdict>()
  for (const mutant of mutants) {
    const verdict = verdicts.find(mutant)
    if (verdict !== undefined) judged.set(mutant.id, verdict)
  }
  const waiting = mutants
    .filter(({ id }) => !judged.has(id))
    // One file after the other: less is compiled anew.
    .toSorted((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1))
  say(`${mutants.length} of ${all.length} mutants, ${judged.size} judged before`)
  const bytesOf = new Map(sources.map(({ file, bytes }) => [file, bytes]))
  const choices = new Map(
    [...new Set(waiting.map(({ file }) => file))].map((file) => [
      file,
      chooseTests(file, tests, graph),
    ]),
  )
  const needed = [...choices.values()].flatMap(({ first, rest }) => [...first, ...rest])
  const before = hashSolidity(files)
  await inParallel(waiting, [...new Set(needed)], async (mutant, workspace, wholeMs) => {
    const verdict = await judgeMutant(mutant, {
      workspace,
      bytes: bytesOf.get(mutant.file) ?? Buffer.of(),
      tests: choices.get(mutant.file) ?? { first: [], rest: [] },
      timeoutMs:
        values.seconds === undefined
          ? Math.max(LEAST_MS, 3 * wholeMs)
          : 1000 * wholeNumber('seconds'),
    })
    judged.set(mutant.id, verdict)
    verdicts.save(mutant, verdict)
    say(
      `${judged.size}/${mutants.length} ${verdict.outcome} ${mutant.file}:${mutant.line} ${verdict.by ?? ''}`,
    )
  })
  if (hashSolidity(listSolidity('contracts')) !== before)
    throw new Error('the sources changed during the run')
  return conclude(mutants, judged, all.length)
}

/** Gives each mutant to one of a few copies; each copy must pass its tests before anything is broken in it. */
async function inParallel(
  mutants: readonly Mutant[],
  tests: readonly string[],
  judge: (mutant: Mutant, workspace: Workspace, wholeMs: number) => Promise<void>,
): Promise<void> {
  const queue = [...mutants]
  const work = async () => {
    using workspace = createWorkspace()
    const whole = await workspace.runTests(tests)
    if (whole.outcome !== 'passed') {
      throw new Error(`the tests fail without any mutant: ${whole.by ?? whole.output}`)
    }
    say(`the tests pass in ${Math.round(whole.milliseconds / 1000)} s`)
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await judge(next, workspace, whole.milliseconds)
    }
  }
  const jobs = Math.min(wholeNumber('jobs'), mutants.length)
  await Promise.all(Array.from({ length: jobs }, work))
}

function conclude(
  mutants: readonly Mutant[],
  judged: ReadonlyMap<string, Verdict>,
  generated: number,
): boolean {
  const pairs = mutants.flatMap((mutant) => {
    const verdict = judged.get(mutant.id)
    return verdict === undefined ? [] : [{ mutant, verdict }]
  })
  const about = { sources: hashTestedSources(), generated }
  const report = summariseMutants(pairs, about, readReasons())
  for (const { file, line, operator, diff, reason } of report.survived) {
    say(`survived ${file}:${line} ${operator}${reason === null ? '' : ` (${reason})`}\n${diff}`)
  }
  const valid = report.tested - report.invalid
  say(`${report.killed} of ${valid} killed, ${(100 * report.killedShare).toFixed(1)} %`)
  // A part of the mutants says nothing about all of them.
  if (values.file === undefined && values.operators === undefined) {
    say(`Report  ${writeMutantsReport(report)}`)
  }
  return report.killedShare >= LEAST_SHARE && report.survived.every(({ reason }) => reason !== null)
}

function readOperators() {
  const named = values.operators?.split(',')
  const unknown = named?.find((name) => !(OPERATORS as readonly string[]).includes(name))
  if (unknown !== undefined) throw new RangeError(`no operator ${unknown}`)
  return OPERATORS.filter((operator) => named === undefined || named.includes(operator))
}

function wholeNumber(name: 'count' | 'seconds' | 'jobs'): number {
  const value = Number(values[name])
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`--${name}: no whole number above 0`)
  return value
}

/** Data go to stdout, everything else to stderr. */
function say(message: string): void {
  process.stderr.write(`${message}\n`)
}
