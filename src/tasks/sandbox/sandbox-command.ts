import { existsSync } from 'node:fs'
import { parse } from 'node:path'
import { execPath } from 'node:process'
import { childProgram } from './child-program.ts'
import { contextProgram } from './context-program.ts'
import type { SandboxLimits } from './sandbox-limits.ts'

/** How a process is started. */
export interface SandboxCommand {
  file: string
  args: readonly string[]
  /** A folder that says nothing about the caller. */
  cwd: string
  /** The whole environment. */
  env: Readonly<Record<string, string>>
}

const SHELL = '/bin/sh'

/**
 * The command line of a Node that may reach nothing: no files, processes, threads, addons or inspector (permission model
 * without a grant), no code from text and no machine code made at run time (which also ends WebAssembly), built-ins that
 * cannot be changed, one thread, an empty environment. Where there is a shell it also sets what the kernel enforces:
 * processor time, memory, and no byte written to any file.
 *
 * @param program source text that the process runs
 */
export function sandboxCommand(limits: SandboxLimits, program = PROGRAM): SandboxCommand {
  const node = [
    '--permission',
    '--frozen-intrinsics',
    '--disallow-code-generation-from-strings',
    '--jitless',
    '--single-threaded',
    '--v8-pool-size=0',
    '--no-addons',
    '--no-warnings',
    `--max-old-space-size=${limits.heapMiB}`,
    '--max-semi-space-size=4',
    '--eval',
    program,
  ]
  const { root: cwd } = parse(execPath)
  // One zone everywhere: a date must not mean something else on another machine.
  const env = { TZ: 'UTC' }
  if (!existsSync(SHELL)) return { file: execPath, args: node, cwd, env }
  const bounds = [
    '-c 0',
    '-f 0',
    `-S -t ${limits.cpuSeconds}`,
    `-H -t ${limits.cpuSeconds + 1}`,
    `-d ${limits.dataMiB * 1024}`,
  ]
  // A bound that this system lacks, or already holds more tightly, is passed over.
  const script = bounds.map((bound) => `ulimit ${bound} 2>/dev/null; `).join('')
  // What a shell adds to the environment by itself goes again.
  const start = `${script}unset PWD OLDPWD SHLVL; exec "$0" "$@"`
  return { file: SHELL, args: ['-c', start, execPath, ...node], cwd, env }
}

const CONTEXT_SOURCE = `'use strict';(${String(contextProgram)})()`
const PROGRAM = `'use strict';(${String(childProgram)})(${JSON.stringify(CONTEXT_SOURCE)})`
