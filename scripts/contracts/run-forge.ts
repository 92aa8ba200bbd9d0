import { spawn } from 'node:child_process'
import { findForge, forgeEnvironment, ROOT } from './find-forge.ts'
import { type ForgeReport, parseForgeReport } from './forge-report.ts'

/** How {@link runForge} runs. */
export interface RunForgeOptions {
  /** Project folder. @defaultValue the repository */
  cwd?: string
  /** Added to the environment. */
  env?: Readonly<Record<string, string>>
  /** Milliseconds after which forge and all its children are killed. */
  timeoutMs?: number
  /** Shows what forge writes to stderr as it comes. */
  echo?: boolean
}

/** How a run of forge ended. */
export interface ForgeRun {
  /** Exit code; null where it was killed. */
  status: number | null
  stdout: string
  stderr: string
  timedOut: boolean
  milliseconds: number
}

/** Runs forge to its end and keeps what it wrote. @throws Error when it cannot be started */
export async function runForge(
  args: readonly string[],
  { cwd = ROOT, env = {}, timeoutMs, echo = false }: RunForgeOptions = {},
): Promise<ForgeRun> {
  const begin = performance.now()
  // A group of its own, so that the compiler that forge started ends with it.
  const detached = process.platform !== 'win32'
  const child = spawn(findForge(), args, {
    cwd,
    env: forgeEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  })
  const end = () => killGroup(child.pid, detached)
  process.once('exit', end)
  let timedOut = false
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true
          end()
        }, timeoutMs)
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  child.stdout.on('data', (bytes: Buffer) => written.stdout.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => {
    written.stderr.push(bytes)
    if (echo) process.stderr.write(bytes)
  })
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve(code))
    })
    return {
      status,
      stdout: Buffer.concat(written.stdout).toString('utf8'),
      stderr: Buffer.concat(written.stderr).toString('utf8'),
      timedOut,
      milliseconds: performance.now() - begin,
    }
  } finally {
    clearTimeout(timer)
    process.removeListener('exit', end)
  }
}

/**
 * What a run with `--json` reported; nothing where it ended well without a report, for then no test fitted its arguments.
 *
 * @throws Error when forge gave no report, with what it said
 */
export function readForgeRun({
  status,
  stdout,
  stderr,
}: Pick<ForgeRun, 'status' | 'stdout' | 'stderr'>): ForgeReport {
  try {
    return parseForgeReport(stdout)
  } catch (cause) {
    if (status === 0) return {}
    throw new Error(`forge gave no results:\n${stdout || stderr}`, { cause })
  }
}

function killGroup(pid: number | undefined, isGroup: boolean): void {
  if (pid === undefined) return
  try {
    process.kill(isGroup ? -pid : pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
