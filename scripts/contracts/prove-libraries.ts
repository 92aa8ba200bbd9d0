import { spawnSync } from 'node:child_process'
import { compileStandardJson } from '../compile-solidity.ts'
import { readSolidity } from './hash-sources.ts'

/** What the model checker made of the claims. */
export interface Proofs {
  /** Claims that hold for every input. */
  proved: number
  /** `file:line message` of each claim that the solver refuted or could not decide. */
  unproved: string[]
}

/** The claims. Not among the tests: forge need not compile them. */
const FILE = 'contracts/proofs/LibraryProofs.sol'
const SOLVER = 'z3'
/** Milliseconds for one claim; those here take less than one of them. */
const MOST_MS = 60_000
/** A claim that was proved, in the compiler's numbers. */
const PROVED = '2961'
/** How its answers begin; everything else is a warning of the compiler. */
const ANSWER = 'BMC:'

interface Message {
  severity: string
  errorCode?: string
  message: string
  formattedMessage: string
  sourceLocation?: { file: string; start: number }
}

/**
 * Has the compiler's bounded model checker prove the claims about the libraries, with the solver z3.
 *
 * @returns undefined where z3 is not installed
 * @throws Error when the claims do not compile
 */
export function proveLibraries(): Proofs | undefined {
  if (spawnSync(SOLVER, ['--version']).status !== 0) return undefined
  const text = readSolidity(FILE)
  const contracts = [...text.matchAll(/^contract (\w+)/gm)].map(([, name = '']) => name)
  const input = {
    language: 'Solidity',
    sources: { [FILE]: { content: text } },
    settings: {
      evmVersion: 'cancun',
      modelChecker: {
        engine: 'bmc',
        solvers: ['smtlib2'],
        // Overflows revert, so they are no faults of their own.
        targets: ['assert', 'divByZero'],
        contracts: { [FILE]: contracts },
        showProvedSafe: true,
        showUnproved: true,
      },
    },
  }
  const output = compileStandardJson(JSON.stringify(input), askSolver)
  return readProofs((JSON.parse(output) as { errors?: Message[] }).errors ?? [])
}

/** Sums up what the compiler says. @throws Error for what is no answer of the model checker */
export function readProofs(messages: readonly Message[]): Proofs {
  const faults = messages.filter(({ severity }) => severity === 'error')
  if (faults.length > 0) throw new Error(faults.map((fault) => fault.formattedMessage).join('\n'))
  const answers = messages.filter(({ message }) => message.startsWith(ANSWER))
  const isProved = ({ errorCode }: Message) => errorCode === PROVED
  return {
    proved: answers.filter(isProved).length,
    unproved: answers
      .filter((each) => !isProved(each))
      .map(
        ({ message, sourceLocation }) =>
          `${describePlace(sourceLocation)}${message.split('\n')[0]}`,
      ),
  }
}

function describePlace(place: Message['sourceLocation']): string {
  if (place === undefined) return ''
  if (!place.file.startsWith('contracts/')) return `${place.file} `
  // The compiler counts bytes.
  const before = Buffer.from(readSolidity(place.file)).subarray(0, place.start).toString('utf8')
  return `${place.file}:${before.split('\n').length} `
}

function askSolver(query: string): { contents: string } {
  const { stdout } = spawnSync(SOLVER, ['-smt2', '-in', `-t:${MOST_MS}`], {
    input: query,
    encoding: 'utf8',
  })
  return { contents: stdout }
}
