/** The parts of a bond that was lost to the other side. */
export interface LostBondParts {
  /** At least half. */
  burnedWei: bigint
  toWinnerWei: bigint
}

/**
 * Splits the bond of whoever lost a challenge, an appeal or a request: half to the other side, half burned; what does not
 * divide is burned. The same as `splitLost` of contracts/src/SlashingProfiles.sol.
 */
export function splitLostBond(amountWei: bigint): LostBondParts {
  const toWinnerWei = amountWei / 2n
  return { burnedWei: amountWei - toWinnerWei, toWinnerWei }
}
