import {
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  ExecutionRevertedError,
  InsufficientFundsError,
} from 'viem'
import { DsoError } from '../protocol/errors.ts'

/**
 * The DsoError for a fault of a chain call: `TRANSACTION_REVERTED` with the contract's error in `details.reason` and its
 * values in `details.arguments` where the contract refused, `CHAIN_MISMATCH` where there is no contract to ask,
 * `CHAIN_UNREACHABLE` where no answer or no usable one came.
 */
export function mapChainError(error: unknown): DsoError {
  if (DsoError.is(error)) return error
  if (error instanceof BaseError) {
    const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
    if (reverted instanceof ContractFunctionRevertedError) {
      const reason = reverted.data?.errorName ?? reverted.reason ?? reverted.signature ?? 'unknown'
      const values = reverted.data?.args?.map(String) ?? []
      const details = values.length === 0 ? { reason } : { reason, arguments: values }
      return new DsoError('TRANSACTION_REVERTED', { details, cause: error })
    }
    if (error.walk((cause) => cause instanceof ContractFunctionZeroDataError) !== null) {
      return new DsoError('CHAIN_MISMATCH', { details: { found: 'no contract' }, cause: error })
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
