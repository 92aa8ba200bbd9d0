import { ERROR_CATALOGUE, type ErrorCode } from './error-codes.ts'

const MARKER = Symbol.for('dso.error')

/** What a {@link DsoError} may carry beside its code. */
export interface DsoErrorOptions {
  /** Fields that name the offending value. Never a secret, never a prompt. */
  details?: Readonly<Record<string, unknown>>
  /** The fault underneath, kept for logs. */
  cause?: unknown
}

/**
 * The one error type of DSO: a stable code, typed details, the cause, and what to do.
 * Expected outcomes are small unions instead; a `DsoError` is a fault or a refused input.
 *
 * @example
 * try { await node.start() } catch (error) {
 *   if (DsoError.is(error, 'DATA_FOLDER_LOCKED')) console.error(error.hint)
 * }
 */
export class DsoError extends Error {
  override readonly name = 'DsoError'
  /** Stable identifier; tests and callers compare this, never the message. */
  readonly code: ErrorCode
  /** Fields that name the offending value. */
  readonly details: Readonly<Record<string, unknown>>
  /** What the reader can do about it, one sentence. */
  readonly hint: string
  readonly [MARKER] = true

  constructor(code: ErrorCode, options: DsoErrorOptions = {}) {
    const { summary, hint } = ERROR_CATALOGUE[code]
    const details = options.details ?? {}
    super(`${summary}${describe(details)}`, { cause: options.cause })
    this.code = code
    this.details = details
    this.hint = hint
  }

  /** Where the documentation of this code stands, relative to the repository. */
  get docsPath(): string {
    return `docs/reference/errors.md#${this.code.toLowerCase().replaceAll('_', '-')}`
  }

  /** Whether `error` is a DsoError (of `code`, if given), across duplicate installations of the package. */
  static is(error: unknown, code?: ErrorCode): error is DsoError {
    if (typeof error !== 'object' || error === null || !(MARKER in error)) return false
    return code === undefined || (error as DsoError).code === code
  }
}

function describe(details: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(details).map(([name, value]) => `${name}: ${show(value)}`)
  return fields.length === 0 ? '' : ` (${fields.join(', ')})`
}

function show(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return String(value)
}
