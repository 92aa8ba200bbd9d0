import { keccak_256 } from '@noble/hashes/sha3.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { encodeHex } from '../encoding/encode-hex.ts'
import type { Hex } from '../ports/ledger.ts'
import { encodeWords, type Word } from './encode-words.ts'

/** keccak256(abi.encode(…)) of static values. @throws DsoError `FORMAT_INVALID` as encodeWords does */
export function hashWords(words: readonly Word[]): Hex {
  return encodeHex(keccak_256(encodeWords(words)))
}

/** keccak256 of a text's UTF-8 bytes: domain tags and type hashes. */
export function hashText(text: string): Hex {
  return encodeHex(keccak_256(utf8ToBytes(text)))
}
