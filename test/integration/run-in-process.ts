import { vi } from 'vitest'
import { runCli } from '../../src/cli/run-cli.ts'

/** What a command line left. */
export interface CliRun {
  code: number
  stdout: string
  stderr: string
}

/** Runs `dso ARGUMENTS` in this process, with these variables and no other DSO_*. One at a time. */
export async function runInProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CliRun> {
  const output = { stdout: '', stderr: '' }
  const take = (name: 'stdout' | 'stderr') =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      output[name] += String(text)
      return true
    })
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('DSO_'))) {
    vi.stubEnv(name, undefined)
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const spies = [take('stdout'), take('stderr')]
  try {
    return { code: await runCli(args), ...output }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}
