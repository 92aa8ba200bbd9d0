import { parseSignature, signatureToCompactSignature } from 'viem'
import type { SignedBy } from './court/case.ts'
import type { ChainSession, SignRequest } from './open-session.ts'

/** Signs and gives the signature in the compact form of ERC-2098, which the contracts take. */
export async function signCompact(session: ChainSession, request: SignRequest): Promise<SignedBy> {
  const signature = parseSignature(await session.sign(request))
  const { r, yParityAndS: vs } = signatureToCompactSignature(signature)
  return { signer: session.account, signature: { r, vs } }
}
