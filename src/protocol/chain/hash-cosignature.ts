import type { Hex } from '../ports/ledger.ts'
import { checkUint } from './check-uint.ts'
import { type DomainPlace, oracleDomain } from './hash-domain.ts'
import { hashTypedData } from './hash-typed-data.ts'

/** What jurors sign under an aggregate to shorten its window. */
export interface Cosignature {
  /** The aggregate. */
  id: bigint
  setHash: Hex
  /** Root of the aggregate. */
  root: Hex
  /** Unix second of the jurors' weights: the one before the proposal. */
  snapshot: number
  /** Unix second until which the signature holds. */
  expiry: number
}

/** EIP-712 type of {@link Cosignature}, for wallets. */
export const COSIGNATURE_TYPES = {
  Cosignature: [
    { name: 'id', type: 'uint256' },
    { name: 'setHash', type: 'bytes32' },
    { name: 'root', type: 'bytes32' },
    { name: 'snapshot', type: 'uint48' },
    { name: 'expiry', type: 'uint48' },
  ],
} as const

/** Digest that a juror signs: `cosignatureDigest` of the oracle. @throws DsoError `FORMAT_INVALID` */
export function hashCosignature(place: DomainPlace, cosignature: Cosignature): Hex {
  const { id, setHash, root, snapshot, expiry } = cosignature
  for (const [field, value] of Object.entries({ snapshot, expiry })) {
    checkUint(field, BigInt(value), 48)
  }
  const fields = COSIGNATURE_TYPES.Cosignature
  return hashTypedData(oracleDomain(place), 'Cosignature', fields, [
    id,
    setHash,
    root,
    snapshot,
    expiry,
  ])
}
