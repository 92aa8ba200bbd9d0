import { refused } from './memory-vaults.ts'
import type { RegistryParameters } from './registry-parameters.ts'

/**
 * The bounds of contracts/src/registry/ParameterRules.sol for a registry without commitments and without a vault of voters'
 * bonds.
 *
 * @throws DsoError `TRANSACTION_REVERTED` with reason `ParameterOutOfRange`
 */
export function checkParameters(p: RegistryParameters, revealSeconds: number): void {
  const bounds: readonly [value: number, low: number, high: number][] = [
    [revealSeconds, 1, 2_592_000],
    [p.challengeSeconds, 0, 2_592_000],
    [p.disputeSeconds, 0, 5_184_000],
    [p.qMin, 1, 1000],
    [p.participationBps, 0, 5000],
    [p.agreementDelta, 0, 1000],
    [p.agreementBps, 0, 10_000],
    [p.weightCapBps, 100, 10_000],
    [p.maxRolls, 0, 8],
    [p.burnShare, 500, 1000],
    [p.bountyShare, 0, 1000 - p.burnShare],
    [p.lowQualityShare, 0, 1000],
  ]
  const isWithin = bounds.every(
    ([value, low, high]) => Number.isInteger(value) && value >= low && value <= high,
  )
  const most = (1n << 96n) - 1n
  const isPaid =
    p.bondWei >= 2n && p.bondWei <= most && p.bountyCapWei >= 0n && p.bountyCapWei <= most
  if (!isWithin || !isPaid || p.voterBondWei !== 0n || p.missPenaltyWei !== 0n) {
    throw refused('ParameterOutOfRange')
  }
}
