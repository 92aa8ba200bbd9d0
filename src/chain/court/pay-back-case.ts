import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Gives the bonds of a case back that are not needed any more. Anybody may.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`PhaseRuns`, `WrongPhase`, `AlreadyPaid`)
 */
export async function payBackCase(
  session: ChainSession,
  court: Hex,
  caseId: bigint,
  options?: CallOptions,
): Promise<void> {
  const call = { abi: disputeCourtAbi, functionName: 'payBack', args: [caseId] } as const
  await session.write({ address: court, ...call }, options)
}
