import { courtDomain } from '../../protocol/chain/hash-domain.ts'
import { VERDICT_TYPES } from '../../protocol/chain/hash-verdict.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'
import type { ChainSession } from '../open-session.ts'
import { signCompact } from '../sign-compact.ts'
import type { SignedBy } from './case.ts'
import { readCase } from './read-case.ts'

/** What a juror decides. */
export interface JurorVote {
  caseId: bigint
  /** Whether the fault is found. */
  upheld: boolean
  /** Unix second until which the signature holds. */
  expiry: number
}

/**
 * Signs a verdict in the present round of a case, as the court hashes it. Nothing is sent.
 *
 * @throws DsoError `OPTION_INVALID` for a case that jurors are not asked about
 */
export async function signVerdict(
  session: ChainSession,
  court: Hex,
  { caseId, upheld, expiry }: JurorVote,
): Promise<SignedBy> {
  const { kind, round, proof, challenger, snapshot, phase } = await readCase(session, court, caseId)
  if (phase !== 'voting') throw new DsoError('OPTION_INVALID', { details: { case: phase } })
  const place = { chainId: session.chainId, verifyingContract: court }
  const decided = { caseId, kind, round, evidenceHash: proof, upheld }
  return await signCompact(session, {
    domain: courtDomain(place),
    types: VERDICT_TYPES,
    primaryType: 'Verdict',
    message: { ...decided, challenger, snapshot, expiry },
  })
}
