import { CommanderError } from 'commander'
import { createProgram } from './create-program.ts'
import { EXIT, exitCodeOf } from './exit-codes.ts'
import { describeError, viewError } from './output/describe-error.ts'
import { lookOf, writeMessage } from './output/terminal.ts'
import { Interrupted } from './until-interrupted.ts'

/**
 * Runs one command line. Nothing is thrown: what went wrong is said on stderr.
 *
 * @param args what was typed after `dso`
 * @returns the exit code; a command that ended well but found something missing has set the process's own
 */
export async function runCli(args: readonly string[]): Promise<number> {
  const program = createProgram()
  if (args.length === 0) {
    program.outputHelp()
    return EXIT.ok
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
    return EXIT.ok
  } catch (error) {
    // Commander has said what is wrong by itself; help and version end this way too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    const json = args.includes('--json')
    if (error instanceof Interrupted) {
      const text = 'Stopped. What was finished is kept: the same command resumes there.'
      writeMessage(json ? JSON.stringify({ event: 'interrupted', text }) : text)
      return error.exitCode
    }
    writeMessage(json ? toJsonLine(error) : toText(error))
    return exitCodeOf(error)
  }
}

function toJsonLine(error: unknown): string {
  return JSON.stringify({ event: 'error', ...viewError(error) })
}

function toText(error: unknown): string {
  const { paint } = lookOf(process.stderr)
  return describeError(error, { paint, stack: process.env['DSO_DEBUG'] === '1' })
}
