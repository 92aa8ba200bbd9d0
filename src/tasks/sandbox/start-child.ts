import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { platform } from 'node:process'
import { DsoError } from '../../protocol/errors.ts'
import type { ChildRequest } from './child-program.ts'
import type { SandboxCommand } from './sandbox-command.ts'
import type { SandboxLimits } from './sandbox-limits.ts'

/** How a sandbox process ended, and what it left. */
export interface ChildExit {
  /** Lines that began with the token, without it; the first one, which says that the process was ready, is left out. */
  lines: readonly string[]
  /** Whether every byte of its output belonged to such a line. */
  clean: boolean
  /** Exit code; null when a signal ended it. */
  code: number | null
  signal: string | null
  /** Why this side ended it; undefined when it ended by itself. */
  killedFor: 'timeout' | 'output' | undefined
}

/** What {@link startChild} needs. */
export interface StartChildOptions {
  limits: SandboxLimits
  signal: AbortSignal | undefined
}

/** Time for Node to start, in milliseconds: generous, since a busy machine is no fault of the code. */
const START_MS = 60_000
/** How long after its own time limit the process is ended from outside, in milliseconds. */
const GRACE_MS = 2000
/** Bytes of framing beside the results: escapes may double or triple them, tokens and messages come on top. */
const FRAMING_BYTES = 65_536
/** How much of what Node says about a failed start is kept, in characters. */
const MAX_COMPLAINT = 1000

/**
 * Runs one sandbox process from start to end.
 *
 * @throws DsoError `SANDBOX_FAILED` when it ended before it was ready for the code
 */
export async function startChild(
  { file, args, cwd, env }: SandboxCommand,
  request: Omit<ChildRequest, 'token'>,
  { limits, signal }: StartChildOptions,
): Promise<ChildExit> {
  signal?.throwIfAborted()
  const token = randomBytes(16).toString('hex')
  const child = spawn(file, [...args], {
    cwd,
    env: { ...env },
    stdio: 'pipe',
    // A group of its own: Ctrl-C in the terminal is for the caller, who ends this process when it wants to.
    detached: platform !== 'win32',
    windowsHide: true,
    timeout: START_MS + limits.wallMs + GRACE_MS,
    killSignal: 'SIGKILL',
    ...(signal === undefined ? {} : { signal }),
  })
  const { output, complaint, killedFor, code, endSignal, fault } = await follow(child, {
    input: JSON.stringify({ ...request, token } satisfies ChildRequest),
    mostBytes: limits.outputBytes * 6 + FRAMING_BYTES,
  })
  signal?.throwIfAborted()
  const { lines, clean } = readLines(output, token)
  const [ready, ...rest] = lines
  if (ready !== 'ready') {
    const details = { exitCode: code, signal: endSignal, says: complaint.trim() }
    throw new DsoError('SANDBOX_FAILED', { details, cause: fault })
  }
  // Nobody else sends it, and the process cannot: it is the timer's.
  const late = child.killed && killedFor === undefined
  return { lines: rest, clean, code, signal: endSignal, killedFor: late ? 'timeout' : killedFor }
}

interface Followed {
  output: string
  complaint: string
  killedFor: 'output' | undefined
  code: number | null
  endSignal: string | null
  fault: unknown
}

async function follow(
  child: ChildProcessWithoutNullStreams,
  { input, mostBytes }: { input: string; mostBytes: number },
): Promise<Followed> {
  const chunks: Buffer[] = []
  let bytes = 0
  let complaint = ''
  let killedFor: 'output' | undefined
  let fault: unknown
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= mostBytes) chunks.push(chunk)
    else if (killedFor === undefined) {
      killedFor = 'output'
      child.kill('SIGKILL')
    }
  })
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => {
    complaint = (complaint + text).slice(0, MAX_COMPLAINT)
  })
  child.on('error', (error) => {
    fault = error
  })
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on('error', () => {})
  child.stdin.end(input)
  const { promise, resolve } = Promise.withResolvers<[number | null, string | null]>()
  child.once('close', (code, signal) => resolve([code, signal]))
  const [code, endSignal] = await promise
  const output = Buffer.concat(chunks).toString('utf8')
  return { output, complaint, killedFor, code, endSignal, fault }
}

function readLines(output: string, token: string): { lines: string[]; clean: boolean } {
  const all = output.split('\n')
  // A last line without its end was cut off.
  const last = all.pop()
  const own = all.filter((line) => line.startsWith(token))
  return {
    lines: own.map((line) => line.slice(token.length)),
    clean: last === '' && own.length === all.length,
  }
}
