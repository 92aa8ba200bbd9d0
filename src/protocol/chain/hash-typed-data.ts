import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { decodeHex } from '../encoding/decode-hex.ts'
import { encodeHex } from '../encoding/encode-hex.ts'
import type { Hex } from '../ports/ledger.ts'
import { hashDomain, type SigningDomain } from './hash-domain.ts'
import { hashText, hashWords } from './hash-words.ts'
import type { Word } from './encode-words.ts'

/** A field of a structure, in the form in which wallets take it. */
export interface TypedField {
  name: string
  type: string
}

/** EIP-712 digest of a structure of static fields: keccak256(0x1901 ‖ domain separator ‖ struct hash). */
export function hashTypedData(
  domain: SigningDomain,
  typeName: string,
  fields: readonly TypedField[],
  values: readonly Word[],
): Hex {
  const signature = `${typeName}(${fields.map(({ type, name }) => `${type} ${name}`).join()})`
  const struct = hashWords([hashText(signature), ...values])
  const parts = [hashDomain(domain), struct].map((hash) => decodeHex(hash, 32))
  return encodeHex(keccak_256(concatBytes(Uint8Array.of(0x19, 0x01), ...parts)))
}
