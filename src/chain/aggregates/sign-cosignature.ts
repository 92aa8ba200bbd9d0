import { COSIGNATURE_TYPES } from '../../protocol/chain/hash-cosignature.ts'
import { oracleDomain } from '../../protocol/chain/hash-domain.ts'
import type { Hex } from '../../protocol/ports.ts'
import type { SignedBy } from '../court/case.ts'
import type { ChainSession } from '../open-session.ts'
import { signCompact } from '../sign-compact.ts'
import { readAggregate } from './read-aggregate.ts'

/** Signs that an aggregate is right, which shortens its window. Nothing is sent. */
export async function signCosignature(
  session: ChainSession,
  oracle: Hex,
  { id, expiry }: { id: bigint; expiry: number },
): Promise<SignedBy> {
  const { setHash, root, proposedAt } = await readAggregate(session, oracle, id)
  const place = { chainId: session.chainId, verifyingContract: oracle }
  return await signCompact(session, {
    domain: oracleDomain(place),
    types: COSIGNATURE_TYPES,
    primaryType: 'Cosignature',
    message: { id, setHash, root, snapshot: proposedAt - 1, expiry },
  })
}
