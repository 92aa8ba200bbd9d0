import { exitCodeOf } from '../src/cli/exit-codes.ts'
import { describeError } from '../src/cli/output/describe-error.ts'
import { lookOf, writeData, writeMessage } from '../src/cli/output/terminal.ts'
import { Interrupted } from '../src/cli/until-interrupted.ts'
import type { Bench } from './bench.ts'
import { UsageError } from './usage-error.ts'

/** The benches by name; a bench's code is loaded only when it is asked for. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  demo: async () => (await import('./demo.ts')).DEMO_BENCH,
  learning: async () => (await import('./learning.ts')).LEARNING_BENCH,
  codecs: async () => (await import('./codecs.ts')).CODECS_BENCH,
  search: async () => (await import('./search.ts')).SEARCH_BENCH,
  aggregate: async () => (await import('./aggregate.ts')).AGGREGATE_BENCH,
  attacks: async () => (await import('./attacks.ts')).ATTACKS_BENCH,
  contracts: async () => (await import('./contracts.ts')).CONTRACTS_BENCH,
}

const USAGE = 2

/**
 * Runs one command line of `npm run bench`. Nothing is thrown: what went wrong is said on stderr.
 *
 * @param args what was typed after `npm run bench --`
 * @returns 0 when every measured goal was met, 1 when one was not or something failed, 2 for wrong usage, 3 when
 * something is missing, 130 when interrupted
 */
export async function runBench([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    writeData(await describeBenches())
    return 0
  }
  const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
  if (load === undefined) {
    writeMessage(`There is no bench named ${JSON.stringify(name)}.\n\n${await describeBenches()}`)
    return USAGE
  }
  const bench = await load()
  if (args.includes('--help') || args.includes('-h')) {
    writeData(bench.help)
    return 0
  }
  try {
    return (await bench.run(args)) ? 0 : 1
  } catch (error) {
    if (error instanceof UsageError) {
      writeMessage(`${error.message}\n\n${bench.help}`)
      return USAGE
    }
    if (error instanceof Interrupted) {
      writeMessage('Stopped. The same command goes on from here, but cannot time the run any more.')
      return error.exitCode
    }
    const { paint } = lookOf(process.stderr)
    writeMessage(describeError(error, { paint, stack: process.env['DSO_DEBUG'] === '1' }))
    return exitCodeOf(error)
  }
}

async function describeBenches(): Promise<string> {
  const names = Object.keys(BENCHES)
  const width = 2 + Math.max(...names.map((name) => name.length))
  const lines = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(width)}${(await BENCHES[name]?.())?.summary ?? ''}`),
  )
  return [
    'Measures the published figures and writes them to bench/results/.',
    '',
    'Usage: npm run bench -- NAME [options]',
    '       npm run bench -- NAME --help',
    '',
    'Benches:',
    ...lines,
  ].join('\n')
}
