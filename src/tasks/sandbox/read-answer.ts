import type { ChildAnswer } from './child-program.ts'
import type { CallOutcome, JsonValue, SandboxFailure, SandboxResult } from './sandbox-result.ts'
import type { ChildExit } from './start-child.ts'

/** Longest message that is handed on, in UTF-16 units. */
const MAX_MESSAGE = 200

/** Signals by which a process dies of its own memory, whatever the system calls it. */
const CRASHES: readonly (string | null)[] = [
  'SIGABRT',
  'SIGTRAP',
  'SIGILL',
  'SIGSEGV',
  'SIGBUS',
  'SIGKILL',
]
/** The same as exit codes, where there are no signals. */
const CRASH_CODES: readonly (number | null)[] = [134, 0x80000003, 0xc0000005, 0xc0000409]

/** Judges how a sandbox process ended: its answer, if it gave exactly one and nothing else, or why there is none. */
export function readAnswer(exit: ChildExit, calls: number): SandboxResult {
  const { lines, clean, code, signal, killedFor } = exit
  if (killedFor === 'output') return fail('output', 'the results are too large')
  if (killedFor === 'timeout' || signal === 'SIGXCPU') return fail('timeout', 'it did not end')
  if (CRASHES.includes(signal) || CRASH_CODES.includes(code)) {
    return fail('memory', `the process died of it (${signal ?? code})`)
  }
  const [line, ...more] = lines
  if (code !== 0 || !clean || line === undefined || more.length > 0) {
    return fail('malformed', 'the process ended without an answer')
  }
  const answer = JSON.parse(line) as ChildAnswer
  if ('reason' in answer) {
    const reason = answer.reason === 'missing' ? 'malformed' : answer.reason
    return fail(reason, answer.message)
  }
  if (answer.outcomes.length !== calls) return fail('malformed', 'it answered another question')
  return { ok: true, results: answer.outcomes.map(readOutcome) }
}

function readOutcome(text: string): CallOutcome {
  const rest = text.slice(1)
  if (text.startsWith('v')) return { kind: 'value', value: JSON.parse(rest) as JsonValue }
  const message = shorten(rest)
  return text.startsWith('t') ? { kind: 'threw', message } : { kind: 'not-json', message }
}

function fail(reason: SandboxFailure, message: string): SandboxResult {
  return { ok: false, reason, message: shorten(message) }
}

function shorten(text: string): string {
  return text.length <= MAX_MESSAGE ? text : `${text.slice(0, MAX_MESSAGE)}…`
}
