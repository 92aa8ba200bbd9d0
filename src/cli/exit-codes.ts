import type { ErrorCode } from '../protocol/error-codes.ts'
import { DsoError } from '../protocol/errors.ts'

/** What a finished command tells its caller. An interrupted one ends with 128 + the signal's number: 130 by Ctrl-C. */
export const EXIT = { ok: 0, fault: 1, usage: 2, notReady: 3 } as const

/** Faults of what was typed. */
const USAGE: readonly ErrorCode[] = [
  'OPTION_INVALID',
  'WEIGHTS_UNKNOWN',
  'SUITE_UNKNOWN',
  'CID_INVALID',
]

/** Faults of what is not there (yet): the same command works once it is. */
const NOT_READY: readonly ErrorCode[] = [
  'NODE_TOO_OLD',
  'RUNTIME_MISSING',
  'WEIGHTS_UNREACHABLE',
  'WEIGHTS_CORRUPT',
  'ENDPOINT_UNREACHABLE',
  'CHAIN_UNREACHABLE',
  'DATA_FOLDER_LOCKED',
  'AGENT_UNKNOWN',
  'BUDGET_REACHED',
]

/** The exit code that an error stands for. */
export function exitCodeOf(error: unknown): number {
  if (!DsoError.is(error)) return EXIT.fault
  if (USAGE.includes(error.code)) return EXIT.usage
  return NOT_READY.includes(error.code) ? EXIT.notReady : EXIT.fault
}
