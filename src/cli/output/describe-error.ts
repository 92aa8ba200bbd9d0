import { inspect } from 'node:util'
import { DsoError } from '../../protocol/errors.ts'
import type { Painter } from '../../report/text/create-painter.ts'

/** What stands where DSO has no code: a fault that nobody foresaw. */
const UNFORESEEN_CODE = 'UNFORESEEN'
const UNFORESEEN_HINT =
  'This is a defect of DSO. Please report it with the output of the same command under DSO_DEBUG=1.'

/** An error as the reader of `--json` gets it. */
export interface ErrorView {
  code: string
  message: string
  /** Messages of what lies underneath, the nearest first. */
  causes: string[]
  hint: string
  /** Path of the documentation, relative to the repository. */
  docs: string | undefined
}

/** The parts of an error that help: what happened, why, and what to do. */
export function viewError(error: unknown): ErrorView {
  const message = messageOf(error)
  const causes = causesOf(error)
  if (!DsoError.is(error)) {
    return { code: UNFORESEEN_CODE, message, causes, hint: UNFORESEEN_HINT, docs: undefined }
  }
  return { code: error.code, message, causes, hint: error.hint, docs: error.docsPath }
}

/** An error for a terminal; with `stack` what a developer needs comes last. */
export function describeError(
  error: unknown,
  { paint, stack }: { paint: Painter; stack: boolean },
): string {
  const { code, message, causes, hint, docs } = viewError(error)
  const lines = [
    `${paint('bad', 'Error')} ${paint('strong', code)}`,
    `  ${message}`,
    ...causes.map((cause) => `  Cause: ${cause}`),
    `  ${paint('good', 'What to do:')} ${hint}`,
    ...(docs === undefined ? [] : [`  ${paint('faint', `More: ${docs}`)}`]),
    ...(stack && error instanceof Error ? ['', error.stack ?? ''] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** Anything may be thrown; what is not an error is shown as a developer would see it. */
function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : inspect(thrown)
}

const MAX_CAUSES = 3
const MAX_CAUSE_LENGTH = 300

function causesOf(error: unknown): string[] {
  const causes = new Set<string>()
  let thrown = error
  for (let depth = 0; depth < MAX_CAUSES; depth++) {
    if (!(thrown instanceof Error) || thrown.cause === undefined) break
    thrown = thrown.cause
    const [line = ''] = messageOf(thrown).trim().split('\n')
    if (line !== '') causes.add(line.slice(0, MAX_CAUSE_LENGTH))
  }
  return [...causes]
}
