import { bytesToHex } from '@noble/hashes/utils.js'
import { DsoError } from '../protocol/errors.ts'
import type { EncodedOperation } from '../protocol/operation/create-operation.ts'
import { decodeOperation } from '../protocol/operation/decode-operation.ts'
import type { MessageVerdict, Store } from '../protocol/ports.ts'

/**
 * Takes an operation from a peer into its author's feed: `reject` what is invalid for everyone, `ignore` what does not
 * follow what this node holds, which may be its own lag.
 *
 * @throws DsoError what the store throws: a full disk is not the peer's fault
 */
export async function takeOperation(bytes: Uint8Array, store: Store): Promise<MessageVerdict> {
  const decoded = tryDecode(bytes)
  if (decoded === undefined) return 'reject'
  const { author, seq, prev } = decoded.operation
  const place = { author: bytesToHex(author), seq, prev: prev?.toString() }
  try {
    await store.appendOperation({ cid: decoded.cid.toString(), ...place, bytes })
    return 'accept'
  } catch (error) {
    if (DsoError.is(error, 'OPERATION_OUT_OF_ORDER')) return 'ignore'
    throw error
  }
}

function tryDecode(bytes: Uint8Array): EncodedOperation | undefined {
  try {
    return decodeOperation(bytes)
  } catch (error) {
    if (DsoError.is(error)) return undefined
    throw error
  }
}
