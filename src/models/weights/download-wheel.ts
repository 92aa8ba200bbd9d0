import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The ways to call pip, the first that exists is used. */
export const PIP_COMMANDS: readonly (readonly string[])[] = [
  ['python3', '-m', 'pip'],
  ['pip3'],
  ['python', '-m', 'pip'],
]

const MESSAGE_BYTES = 4096

/**
 * Downloads the wheel of one package version into an empty folder, without its dependencies and without running
 * anything of it. The pip client decides where from.
 *
 * @returns the path of the wheel
 */
export async function downloadWheel(
  name: string,
  version: string,
  {
    folder,
    commands,
    signal,
  }: {
    folder: string
    commands: readonly (readonly string[])[]
    signal?: AbortSignal | undefined
  },
): Promise<string> {
  const tail = [
    'download',
    '--quiet',
    '--no-input',
    '--no-cache-dir',
    '--disable-pip-version-check',
    '--no-deps',
    '--only-binary=:all:',
    '-d',
    folder,
    `${name}==${version}`,
  ]
  let missing: unknown
  for (const [command, ...head] of commands) {
    if (command === undefined) continue
    try {
      await run(command, [...head, ...tail], signal)
      const wheel = (await readdir(folder)).find((file) => file.endsWith('.whl'))
      if (wheel === undefined) throw new Error(`pip left no wheel of ${name}`)
      return join(folder, wheel)
    } catch (error) {
      if (!isAbsent(error)) throw error
      missing = error
    }
  }
  throw new Error('pip is not installed', { cause: missing })
}

function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    (error as NodeJS.ErrnoException).code === 'ENOENT' || /No module named pip/.test(error.message)
  )
}

async function run(
  command: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let messages = ''
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      messages = (messages + text).slice(-MESSAGE_BYTES)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(lastLines(messages) || `${command} ended with ${code}`))
    })
  })
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-2).join(' ')
}
