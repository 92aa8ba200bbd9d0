import { checkUint } from './check-uint.ts'

/** The four shares of a receipt; they sum to it. */
export interface RevenueShares {
  /** Half, and what does not divide. */
  treasury: bigint
  /** A quarter, rounded down. */
  contributors: bigint
  /** 15 %, rounded down. */
  operators: bigint
  /** A tenth, rounded down. */
  research: bigint
}

/**
 * Splits a fee by seed B §8.3: 50 % treasury, 25 % contributors, 15 % node operators, 10 % research. The same as `split` of
 * contracts/src/RevenueSplitter.sol.
 *
 * @throws DsoError `FORMAT_INVALID` unless the amount is in 0 … 2^256 − 1
 */
export function splitRevenue(amount: bigint): RevenueShares {
  checkUint('amount', amount, 256)
  const contributors = (amount * 2500n) / 10_000n
  const operators = (amount * 1500n) / 10_000n
  const research = (amount * 1000n) / 10_000n
  return {
    treasury: amount - contributors - operators - research,
    contributors,
    operators,
    research,
  }
}
