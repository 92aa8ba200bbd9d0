import type { CallOptions } from '../../protocol/ports.ts'
import { transactBonded } from '../bonds/transact-bonded.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'
import type { CourtAt } from './commit-case.ts'

/**
 * Appeals a verdict with twice the bond of the round before; what the free deposit lacks is deposited first.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`WrongPhase`, `PhaseOver`, `ERC20InsufficientBalance`)
 */
export async function appealCase(
  session: ChainSession,
  { court, bonds }: CourtAt,
  caseId: bigint,
  options?: CallOptions,
): Promise<void> {
  const call = { abi: disputeCourtAbi, functionName: 'appeal', args: [caseId] } as const
  await session.run(
    (transact) => transactBonded(session, transact, bonds, { address: court, ...call }),
    options,
  )
}
