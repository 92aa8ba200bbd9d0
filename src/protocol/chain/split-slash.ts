import { checkUint } from './check-uint.ts'
import { checkWithin } from './check-within.ts'

/** Where the money of a slash goes. */
export interface SlashingProfile {
  /** Share that is burned, in per mille, 500 … 1000: slashing oneself must not pay. */
  burnShare: number
  /** Share that the challenger earns, in per mille, 0 … 1000 − burnShare. The insurance takes what the two leave. */
  bountyShare: number
  /** Most that a challenger earns, in wei. */
  bountyCapWei: bigint
}

/** The parts of a slash; they sum to what was lost. */
export interface SlashParts {
  burnedWei: bigint
  /** To the challenger. */
  bountyWei: bigint
  /** To the insurance. */
  pooledWei: bigint
}

const MOST_WEI = (1n << 96n) - 1n

/** Half burned, half to the challenger without a limit: seed A §7.2 with σ = 0.5. */
export const SEED_SLASHING: SlashingProfile = {
  burnShare: 500,
  bountyShare: 500,
  bountyCapWei: MOST_WEI,
}

/** Half burned, at most 15 % to the challenger and never more than a fixed bounty, the rest to the insurance. */
export function hardenSlashing(fixedBountyWei: bigint): SlashingProfile {
  checkUint('fixedBountyWei', fixedBountyWei, 96)
  return { burnShare: 500, bountyShare: 150, bountyCapWei: fixedBountyWei }
}

/**
 * Splits what a submitter loses, as the registry does: the insurance and the bounty are rounded down, and everything that
 * finds no taker is burned, the bounty above its cap and that of a case without a challenger included.
 *
 * @throws DsoError `FORMAT_INVALID` for shares out of their bounds
 */
export function splitSlash(
  lostWei: bigint,
  profile: SlashingProfile,
  hasChallenger: boolean,
): SlashParts {
  const { burnShare, bountyShare, bountyCapWei } = profile
  checkUint('lostWei', lostWei, 96)
  checkWithin('burnShare', burnShare, 500, 1000)
  checkWithin('bountyShare', bountyShare, 0, 1000 - burnShare)
  const pooledWei = (lostWei * BigInt(1000 - burnShare - bountyShare)) / 1000n
  const share = hasChallenger ? (lostWei * BigInt(bountyShare)) / 1000n : 0n
  const bountyWei = share < bountyCapWei ? share : bountyCapWei
  return { burnedWei: lostWei - pooledWei - bountyWei, bountyWei, pooledWei }
}

/** What an entry below the floor loses of its bond: `lowQualityShare` per mille, rounded up, against the slashed. */
export function lowQualityLoss(bondWei: bigint, lowQualityShare: number): bigint {
  checkWithin('lowQualityShare', lowQualityShare, 0, 1000)
  return (bondWei * BigInt(lowQualityShare) + 999n) / 1000n
}
