import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { DsoError } from '../protocol/errors.ts'
import { findAnvil } from './find-anvil.ts'

/** How the chain begins. */
export interface RunAnvilOptions {
  /** EIP-155 chain id. */
  chainId: number
  /** Unix second of the first block. */
  timestamp: number
  /** Port on 127.0.0.1; 0 takes a free one. */
  port: number
  /** Called with every line the process writes. */
  logger?: { debug(message: string): void } | undefined
  /** Aborting ends the process, until {@link RunningAnvil.release}. */
  signal?: AbortSignal | undefined
}

/** A chain without contracts and accounts, in a process of its own. */
export interface RunningAnvil extends AsyncDisposable {
  rpcUrl: string
  pid: number
  /** Resolves when the process has ended, for whatever reason. */
  exited: Promise<void>
  hasExited(): boolean
  /** From now on an abort leaves the process alone. */
  release(): void
  /** Ends the process and waits for its end. Idempotent. */
  stop(): Promise<void>
}

const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 5000
const GUARD = fileURLToPath(new URL('./dev-chain-guard.ts', import.meta.url))

/**
 * Starts anvil on 127.0.0.1. It ends with this process, however this process ends; Ctrl-C in the terminal does not reach
 * it before `stop` does.
 *
 * @throws DsoError `RUNTIME_MISSING`, `PORT_TAKEN`, `CHAIN_EXITED`, `CHAIN_UNREACHABLE`; the reason of an abort
 */
export async function runAnvil(options: RunAnvilOptions): Promise<RunningAnvil> {
  const { signal } = options
  signal?.throwIfAborted()
  const child = spawnChain(options)
  const exit = watchExit(child)
  const release = () => signal?.removeEventListener('abort', onAbort)

  async function stop(): Promise<void> {
    release()
    child.stdin.destroy()
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
    await exit.promise
    clearTimeout(timer)
  }

  function onAbort(): void {
    void stop()
  }
  signal?.addEventListener('abort', onAbort, { once: true })

  try {
    const port = await listening(child, options.logger)
    return {
      rpcUrl: `http://127.0.0.1:${port}`,
      pid: child.pid ?? 0,
      exited: exit.promise,
      hasExited: () => exit.ended,
      release,
      stop,
      [Symbol.asyncDispose]: stop,
    }
  } catch (error) {
    await stop()
    signal?.throwIfAborted()
    throw error
  }
}

function spawnChain({ port, chainId, timestamp }: RunAnvilOptions): ChildProcessWithoutNullStreams {
  const anvil = [findAnvil(), '--host', '127.0.0.1', '--port', String(port), '--no-cors']
  const genesis = ['--chain-id', String(chainId), '--timestamp', String(timestamp)]
  return spawn(process.execPath, [GUARD, ...anvil, ...genesis, '--accounts', '0'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // A process group of its own: Ctrl-C must not end the chain under a run that still wants to finish its writes.
    detached: true,
  })
}

interface Exit {
  ended: boolean
  promise: Promise<void>
}

function watchExit(child: ChildProcessWithoutNullStreams): Exit {
  const { promise, resolve } = Promise.withResolvers<void>()
  const exit: Exit = { ended: false, promise }
  const onEnd = () => {
    exit.ended = true
    resolve()
  }
  child.once('exit', onEnd)
  child.once('error', onEnd)
  child.stdin.on('error', () => undefined) // the pipe of a process that is already gone
  return exit
}

/** Waits for the line that names the port. */
async function listening(
  child: ChildProcessWithoutNullStreams,
  logger: RunAnvilOptions['logger'],
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      logger?.debug(line)
      if (said.length < 100) said.push(line)
      const port = /^Listening on 127\.0\.0\.1:(\d+)$/.exec(line.trim())?.[1]
      if (port !== undefined) resolve(Number(port))
    })
  }
  child.once('close', () => {
    const output = said.join('\n')
    reject(
      /address already in use|os error 98|os error 48|os error 10048/i.test(output)
        ? new DsoError('PORT_TAKEN', { details: { host: '127.0.0.1' } })
        : new DsoError('CHAIN_EXITED', { details: { output: output.slice(-500) } }),
    )
  })
  const timer = setTimeout(() => {
    reject(new DsoError('CHAIN_UNREACHABLE', { details: { waitedMs: START_TIMEOUT_MS } }))
  }, START_TIMEOUT_MS)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
  }
}
