import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'

/** One leaf that stands in both entries. */
export interface CopyOpening {
  olderIndex: number
  /** Binary CID of the record. */
  cid: Hex
  path: readonly Hex[]
  olderPath: readonly Hex[]
}

/** The claim that was opened, and one leaf for each place of readDrawnPlaces. */
export interface ShownCopy {
  caseId: bigint
  payload: Hex
  openings: readonly CopyOpening[]
}

/**
 * Shows the drawn leaves of a copy; the draw is known for 256 blocks.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`DrawUnknown`, `OpeningCountInvalid`, `LeafNotProven`, `ProofMismatch`)
 */
export async function showCopy(
  session: ChainSession,
  court: Hex,
  { caseId, payload, openings }: ShownCopy,
  options?: CallOptions,
): Promise<void> {
  const args = [caseId, payload, openings] as const
  const call = { abi: disputeCourtAbi, functionName: 'showCopy', args } as const
  await session.write({ address: court, ...call }, options)
}
