import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/dso.mjs', import.meta.url))

/** What a finished command line left. */
export interface DsoRun {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs `dso ARGUMENTS` as a user would, in a process of its own, without the settings of this one's user. */
export async function runDso(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<DsoRun> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(DSO_|NO_COLOR|FORCE_)/.test(name),
  )
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8')
    child[name].on('data', (text: string) => {
      output[name] += text
    })
  }
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.on('error', reject)
  child.on('close', resolve)
  return { code: await promise, ...output }
}
