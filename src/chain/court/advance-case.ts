import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Moves a case on whose phase is over. Anybody may, so that nobody can hold a case up.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`PhaseRuns`, `WrongPhase`, `CaseUnknown`)
 */
export async function advanceCase(
  session: ChainSession,
  court: Hex,
  caseId: bigint,
  options?: CallOptions,
): Promise<void> {
  const call = { abi: disputeCourtAbi, functionName: 'advance', args: [caseId] } as const
  await session.write({ address: court, ...call }, options)
}
