import { expect } from 'vitest'
import type { ErrorCode } from '../src/protocol/error-codes.ts'
import { DsoError } from '../src/protocol/errors.ts'

interface DsoMatchers<R> {
  /** Passes when the function throws a DsoError of this code. */
  toThrowDso(code: ErrorCode): R
  /** Passes when the promise rejects with a DsoError of this code. */
  toRejectDso(code: ErrorCode): Promise<R>
}

declare module 'vitest' {
  // oxlint-disable-next-line no-explicit-any, no-unused-vars -- the signature of the interface merged into
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends DsoMatchers<R> {}
}

function outcome(error: unknown, code: ErrorCode) {
  return {
    pass: DsoError.is(error, code),
    message: () =>
      `expected a DsoError ${code}, got ${error === undefined ? 'no error' : String(error)}`,
  }
}

expect.extend({
  toThrowDso(run: () => unknown, code: ErrorCode) {
    try {
      run()
    } catch (error) {
      return outcome(error, code)
    }
    return outcome(undefined, code)
  },
  async toRejectDso(promise: Promise<unknown>, code: ErrorCode) {
    return await promise.then(
      () => outcome(undefined, code),
      (error: unknown) => outcome(error, code),
    )
  },
})
