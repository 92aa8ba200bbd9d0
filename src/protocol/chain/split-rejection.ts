import type { SlashParts } from './split-slash.ts'

/** Share of a rejected proposer's bond that its refuter earns, in per mille. */
const REFUTER_SHARE = 150n

/**
 * Splits the bond of a proposer whose aggregate was refuted: half burned, rounded up, 15 % to whoever had committed to the
 * refutation, the rest to the insurance. The same as contracts/src/OracleBooks.sol.
 */
export function splitRejection(bondWei: bigint, hasRefuter: boolean): SlashParts {
  const half = bondWei / 2n
  const bountyWei = hasRefuter ? (bondWei * REFUTER_SHARE) / 1000n : 0n
  return { burnedWei: bondWei - half, bountyWei, pooledWei: half - bountyWei }
}
