import { DsoError } from '../protocol/errors.ts'

/** Whether a contract refused with the error of this name. */
export function isRefusal(error: unknown, reason: string): error is DsoError {
  return DsoError.is(error, 'TRANSACTION_REVERTED') && error.details['reason'] === reason
}
