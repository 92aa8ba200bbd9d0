import type { CID } from 'multiformats/cid'
import type { BlockCodec } from '../ports/block-store.ts'
import { CODEC_NUMBERS, SHA2_256 } from './compute-cid.ts'

/**
 * Whether a CID is one that this protocol writes: version 1, sha2-256 with its whole 32 bytes, codec raw or dag-cbor.
 *
 * @param codec when given, the only codec that is accepted
 */
export function isSupportedCid(cid: CID, codec?: BlockCodec): boolean {
  if (cid.version !== 1 || cid.multihash.code !== SHA2_256 || cid.multihash.size !== 32)
    return false
  if (codec !== undefined) return cid.code === CODEC_NUMBERS[codec]
  return cid.code === CODEC_NUMBERS.raw || cid.code === CODEC_NUMBERS['dag-cbor']
}
