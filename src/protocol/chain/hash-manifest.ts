import type { Hex } from '../ports/ledger.ts'
import { checkUint } from './check-uint.ts'
import { type DomainPlace, registryDomain } from './hash-domain.ts'
import { hashTypedData } from './hash-typed-data.ts'

/** What a submitter signs about a shard: one root for each nonce. Two roots for one nonce are a fault. */
export interface Manifest {
  schema: bigint
  nonce: bigint
  merkleRoot: Hex
}

/** EIP-712 type of {@link Manifest}, for wallets. */
export const MANIFEST_TYPES = {
  Manifest: [
    { name: 'schema', type: 'uint64' },
    { name: 'nonce', type: 'uint64' },
    { name: 'merkleRoot', type: 'bytes32' },
  ],
} as const

/** Digest that a submitter signs: `manifestDigest` of the judge. @throws DsoError `FORMAT_INVALID` */
export function hashManifest(place: DomainPlace, { schema, nonce, merkleRoot }: Manifest): Hex {
  for (const [field, value] of Object.entries({ schema, nonce })) checkUint(field, value, 64)
  return hashTypedData(registryDomain(place), 'Manifest', MANIFEST_TYPES.Manifest, [
    schema,
    nonce,
    merkleRoot,
  ])
}
