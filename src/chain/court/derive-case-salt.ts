import { keccak256 } from 'viem'
import { courtDomain } from '../../protocol/chain/hash-domain.ts'
import { hashProof } from '../../protocol/chain/hash-challenge.ts'
import type { Hex } from '../../protocol/ports.ts'
import type { ChainSession } from '../open-session.ts'
import type { Accusation } from './commit-case.ts'

const CASE_SALT_TYPES = {
  CaseSalt: [
    { name: 'entryId', type: 'uint256' },
    { name: 'proof', type: 'bytes32' },
  ],
} as const

/**
 * Salt of an accusation, from a signature that only its challenger's wallet can make: whoever was interrupted between
 * commitment and proof derives it again. The wallet must sign deterministically (RFC 6979).
 */
export async function deriveCaseSalt(
  session: ChainSession,
  court: Hex,
  { entryId, fault, payload }: Omit<Accusation, 'salt'>,
): Promise<Hex> {
  const place = { chainId: session.chainId, verifyingContract: court }
  const signature = await session.sign({
    domain: courtDomain(place),
    types: CASE_SALT_TYPES,
    primaryType: 'CaseSalt',
    message: { entryId, proof: hashProof(fault, payload) },
  })
  return keccak256(signature)
}
