import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'

/** A leaf with all that its root binds. */
export interface PublishedLeaf {
  /** Number of leaves. */
  count: number
  index: number
  /** First four bytes of the leaf's CID. */
  codec: Hex
  path: readonly Hex[]
  /** The block's bytes. */
  payload: Hex
}

/**
 * Publishes a leaf that a case asks for, or one that shows that there is no such leaf. Anybody may.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`NotRequested`, `LeafNotProven`, `WrongPhase`, `PhaseOver`)
 */
export async function publishLeaf(
  session: ChainSession,
  court: Hex,
  { caseId, leaf }: { caseId: bigint; leaf: PublishedLeaf },
  options?: CallOptions,
): Promise<void> {
  const args = [caseId, leaf] as const
  const call = { abi: disputeCourtAbi, functionName: 'publishLeaf', args } as const
  await session.write({ address: court, ...call }, options)
}
