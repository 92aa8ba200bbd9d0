import { deriveVoteSalt, VOTE_SALT_TYPES } from '../../protocol/chain/derive-vote-salt.ts'
import { registryDomain } from '../../protocol/chain/hash-domain.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { Hex } from '../../protocol/ports.ts'
import type { ChainSession } from '../open-session.ts'

/**
 * Salt of this account's sealed votes in one epoch, from a signature that only its wallet can make. Whoever lost the disk
 * derives it again; nothing has to be kept.
 *
 * @throws DsoError `SIGNATURE_INVALID` for a wallet that signs the same message differently: it could not open its votes
 */
export async function deriveSalt(
  session: ChainSession,
  registry: Hex,
  epoch: bigint,
): Promise<Hex> {
  const place = { chainId: session.chainId, verifyingContract: registry }
  const request = {
    domain: registryDomain(place),
    types: VOTE_SALT_TYPES,
    primaryType: 'VoteSalt',
    message: { epoch },
  }
  const signature = await session.sign(request)
  if ((await session.sign(request)) !== signature) {
    throw new DsoError('SIGNATURE_INVALID', { details: { account: session.account } })
  }
  return deriveVoteSalt({ place, epoch, voter: session.account, signature })
}
