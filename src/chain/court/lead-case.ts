import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Makes an upheld case the one that decides, after the one before it was stopped. Anybody may.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`CannotLead`)
 */
export async function leadCase(
  session: ChainSession,
  court: Hex,
  caseId: bigint,
  options?: CallOptions,
): Promise<void> {
  const call = { abi: disputeCourtAbi, functionName: 'lead', args: [caseId] } as const
  await session.write({ address: court, ...call }, options)
}
