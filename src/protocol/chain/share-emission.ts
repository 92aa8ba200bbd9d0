import { checkUint } from './check-uint.ts'

/** An epoch's emission and how it is shared. */
export interface ShareEmissionOptions {
  /** Units to share. */
  emission: bigint
  /** Reward R of each identity; what is below zero counts as zero. */
  rewards: readonly bigint[]
  /** Most that one identity takes, in per mille of the emission. Default 100. */
  capPerMille?: number
}

/** What is paid, in the order of the rewards, and what the next epoch gets in addition. */
export interface EmissionShares {
  payouts: bigint[]
  /** What caps and roundings leave; the whole emission where nobody earned anything. */
  carried: bigint
}

/**
 * Shares an emission in proportion to max(0, R), each share rounded down and capped. Nothing is created: payouts and what
 * is carried over sum to the emission.
 *
 * @throws DsoError `FORMAT_INVALID` for a negative emission
 */
export function shareEmission(options: ShareEmissionOptions): EmissionShares {
  const { emission, rewards, capPerMille = 100 } = options
  checkUint('emission', emission, 128)
  const positive = rewards.map((reward) => (reward > 0n ? reward : 0n))
  const sum = positive.reduce((all, reward) => all + reward, 0n)
  if (sum === 0n) return { payouts: rewards.map(() => 0n), carried: emission }
  const most = (emission * BigInt(capPerMille)) / 1000n
  const payouts = positive.map((reward) => {
    const share = (emission * reward) / sum
    return share < most ? share : most
  })
  return { payouts, carried: emission - payouts.reduce((all, payout) => all + payout, 0n) }
}
