import { FAULTS } from '../../protocol/chain/hash-challenge.ts'
import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'
import type { Accusation } from './commit-case.ts'

/**
 * Shows the proof of this account's commitment, in a later block than the commitment.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`SameBlock`, `CommitmentMismatch`, `PhaseOver`, and what the judge finds wrong
 *   with the proof: it can be shown again in time)
 */
export async function openCase(
  session: ChainSession,
  court: Hex,
  { caseId, fault, payload, salt }: Omit<Accusation, 'entryId'> & { caseId: bigint },
  options?: CallOptions,
): Promise<void> {
  const args = [caseId, FAULTS[fault], payload, salt] as const
  const call = { abi: disputeCourtAbi, functionName: 'open', args } as const
  await session.write({ address: court, ...call }, options)
}
