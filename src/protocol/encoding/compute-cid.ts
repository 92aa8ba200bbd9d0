import { sha256 } from '@noble/hashes/sha2.js'
import { CID } from 'multiformats/cid'
import { create } from 'multiformats/hashes/digest'
import type { BlockCodec } from '../ports/block-store.ts'

/** The multicodec number of each block codec. */
export const CODEC_NUMBERS = { raw: 0x55, 'dag-cbor': 0x71 } as const satisfies Record<
  BlockCodec,
  number
>

/** The multicodec number of sha2-256, the only hash in use. */
export const SHA2_256 = 0x12

/**
 * The id of a block: CIDv1 of the sha2-256 of its bytes. Synchronous, so that pure code can name content.
 *
 * @param bytes the whole block
 * @param codec how the bytes are to be read; it is part of the id
 */
export function computeCid(bytes: Uint8Array, codec: BlockCodec): CID {
  return CID.createV1(CODEC_NUMBERS[codec], create(SHA2_256, sha256(bytes)))
}
