import { bytesToHex } from '@noble/hashes/utils.js'
import type { Hex } from '../ports/ledger.ts'

/** Bytes as lower-case hex with the `0x` that chain clients expect. */
export function encodeHex(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`
}
