import { spawn } from 'node:child_process'

const MESSAGE_CHARACTERS = 2000

/**
 * Runs a program to its end, with nothing to read and its output thrown away.
 *
 * @throws Error with the end of what it wrote to stderr when it fails, or cannot be started
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, signal }: { cwd: string; signal?: AbortSignal | undefined },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let messages = ''
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      // npm and pip are scripts on Windows, which only a shell starts; no argument here needs quoting.
      shell: process.platform === 'win32',
      ...(signal === undefined ? {} : { signal }),
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      messages = (messages + text).slice(-MESSAGE_CHARACTERS)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(messages.trim() || `${command} ended with ${code}`))
    })
  })
}
