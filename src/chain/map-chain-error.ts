import {
  BaseError,
  ContractFunctionRevertedError,
  ExecutionRevertedError,
  InsufficientFundsError,
} from 'viem'
import { DsoError } from '../protocol/errors.ts'

/**
 * The DsoError for a fault of a chain call: `TRANSACTION_REVERTED` with the contract's error in `details.reason` where
 * the contract refused, `CHAIN_UNREACHABLE` where no answer or no usable one came.
 */
export function mapChainError(error: unknown): DsoError {
  if (DsoError.is(error)) return error
  if (error instanceof BaseError) {
    const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
    if (reverted instanceof ContractFunctionRevertedError) {
      const reason = reverted.data?.errorName ?? reverted.reason ?? reverted.signature ?? 'unknown'
      return new DsoError('TRANSACTION_REVERTED', { details: { reason }, cause: error })
    }
    for (const [kind, reason] of [
      [InsufficientFundsError, 'InsufficientFunds'],
      [ExecutionRevertedError, 'unknown'],
    ] as const) {
      if (error.walk((cause) => cause instanceof kind) !== null) {
        return new DsoError('TRANSACTION_REVERTED', { details: { reason }, cause: error })
      }
    }
    return new DsoError('CHAIN_UNREACHABLE', {
      details: { reason: error.shortMessage },
      cause: error,
    })
  }
  return new DsoError('CHAIN_UNREACHABLE', { cause: error })
}
