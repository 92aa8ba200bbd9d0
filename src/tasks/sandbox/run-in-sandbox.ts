import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import { DsoError } from '../../protocol/errors.ts'
import type { CallOptions } from '../../protocol/ports.ts'
import { readAnswer } from './read-answer.ts'
import { sandboxCommand } from './sandbox-command.ts'
import { completeLimits, type SandboxLimits } from './sandbox-limits.ts'
import type { JsonValue, SandboxFailure, SandboxResult } from './sandbox-result.ts'
import { startChild } from './start-child.ts'

/** One call of a function that the code defines at its top level. */
export interface SandboxCall {
  /** An identifier. */
  name: string
  args: readonly JsonValue[]
}

/** What {@link runInSandbox} needs. */
export interface SandboxOptions {
  /** A script in JavaScript, run in sloppy mode, without any module, timer or object of Node. */
  code: string
  /** Made one after the other, in one realm. */
  calls: readonly SandboxCall[]
  limits?: Partial<SandboxLimits>
}

/** Every process has memory of its own, so not more of them at once than processors. */
const turns = new PQueue({ concurrency: availableParallelism() })

/**
 * Runs model-written JavaScript in a process of its own and calls its functions. Whatever the code does is a result,
 * never an exception; nothing of one run is visible to the next.
 *
 * What holds it: a realm with no object of Node in it; around that a Node without files, processes, threads, addons or
 * inspector, without names, and without a way to make code from text; around that the process's limits. Nothing forbids
 * the process a socket: the code merely has nothing that opens one, so a flaw in V8 itself is beyond this.
 *
 * @throws DsoError `SANDBOX_FAILED` when the process cannot be started, `OPTION_INVALID` for a limit out of range or a
 * function name that is none
 */
export async function runInSandbox(
  { code, calls, limits }: SandboxOptions,
  { signal }: CallOptions = {},
): Promise<SandboxResult> {
  const complete = completeLimits(limits)
  const unnamed = calls.find(({ name }) => !isName(name))
  if (unnamed !== undefined) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'calls', name: unnamed.name } })
  }
  signal?.throwIfAborted()
  if (Buffer.byteLength(code) > complete.codeBytes) {
    return refuse('syntax', `longer than ${complete.codeBytes} bytes`)
  }
  // `import()` is answered by Node itself, in objects of its own realm. A keyword cannot be written with escapes and no
  // code is made from text, so its absence here is its absence.
  if (/\bimport\b/.test(code)) return refuse('syntax', 'import is not available')
  const request = {
    code,
    calls: calls.map(({ name, args }) => ({ name, args: JSON.stringify(args) })),
    wallMs: complete.wallMs,
    room: complete.outputBytes,
  }
  const command = sandboxCommand(complete)
  const exit = await turns.add(
    async () => await startChild(command, request, { limits: complete, signal }),
    signal === undefined ? {} : { signal },
  )
  return readAnswer(exit, calls.length)
}

function refuse(reason: SandboxFailure, message: string): SandboxResult {
  return { ok: false, reason, message }
}

/** Names in ASCII; a reserved word finds no function. */
function isName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name.length <= 64
}
