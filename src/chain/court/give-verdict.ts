import type { CallOptions, Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'
import { orderSignatures, type SignedBy } from './case.ts'
import type { JurorVote } from './sign-verdict.ts'

/**
 * Gives the verdict of a quorum of jurors, whose signatures may come in any order. Anybody may.
 *
 * @throws DsoError `TRANSACTION_REVERTED` (`QuorumMissed`, `SignerWithoutWeight`, `SignerIsParty`, `VerdictExpired`,
 *   `SignatureInvalid`, `WrongPhase`)
 */
export async function giveVerdict(
  session: ChainSession,
  court: Hex,
  { caseId, upheld, expiry, signed }: JurorVote & { signed: readonly SignedBy[] },
  options?: CallOptions,
): Promise<void> {
  const args = [caseId, upheld, expiry, orderSignatures(signed)] as const
  const call = { abi: disputeCourtAbi, functionName: 'giveVerdict', args } as const
  await session.write({ address: court, ...call }, options)
}
