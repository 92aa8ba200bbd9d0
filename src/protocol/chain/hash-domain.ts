import type { Hex } from '../ports/ledger.ts'
import { hashText, hashWords } from './hash-words.ts'

/** Whom a signature is for: worthless on another chain and for another contract. */
export interface SigningDomain {
  name: string
  version: string
  /** EIP-155 chain id. */
  chainId: number
  /** The contract that checks the signature. */
  verifyingContract: Hex
}

/** Where a signature is checked. */
export type DomainPlace = Pick<SigningDomain, 'chainId' | 'verifyingContract'>

const DOMAIN_TYPEHASH = hashText(
  'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)',
)

/** Domain of verdicts: the dispute court. */
export function courtDomain(place: DomainPlace): SigningDomain {
  return { name: 'DSO Court', version: '1', ...place }
}

/** Domain of cosignatures: the oracle of aggregates. */
export function oracleDomain(place: DomainPlace): SigningDomain {
  return { name: 'DSO Aggregates', version: '1', ...place }
}

/** Domain of what a submitter or voter signs: the registry. */
export function registryDomain(place: DomainPlace): SigningDomain {
  return { name: 'DSO', version: '1', ...place }
}

/** EIP-712 domain separator. @throws DsoError `FORMAT_INVALID` for what is no chain id or address */
export function hashDomain({ name, version, chainId, verifyingContract }: SigningDomain): Hex {
  return hashWords([DOMAIN_TYPEHASH, hashText(name), hashText(version), chainId, verifyingContract])
}
