import type { CID } from 'multiformats/cid'
import { CODEC_NUMBERS, computeCid } from '../protocol/encoding/compute-cid.ts'
import { isSupportedCid } from '../protocol/encoding/is-supported-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import { type BlockCodec, MAX_BLOCK_BYTES } from '../protocol/ports/block-store.ts'

/** @throws DsoError `BLOCK_TOO_LARGE` */
export function checkBlockSize(bytes: Uint8Array): void {
  if (bytes.length > MAX_BLOCK_BYTES) {
    throw new DsoError('BLOCK_TOO_LARGE', {
      details: { bytes: bytes.length, limit: MAX_BLOCK_BYTES },
    })
  }
}

/** The text under which a block is kept. @throws DsoError `CID_INVALID` for a CID this protocol never writes */
export function blockName(cid: CID): string {
  if (!isSupportedCid(cid)) throw new DsoError('CID_INVALID', { details: { cid: String(cid) } })
  return cid.toString()
}

/**
 * Hands on the bytes if they are the block that the CID names.
 * @param source who held them, for the details
 * @throws DsoError `BLOCK_CORRUPT`
 */
export function checkBlock(bytes: Uint8Array, cid: CID, source: string): Uint8Array {
  const codec: BlockCodec = cid.code === CODEC_NUMBERS.raw ? 'raw' : 'dag-cbor'
  if (bytes.length > MAX_BLOCK_BYTES || !computeCid(bytes, codec).equals(cid)) {
    throw new DsoError('BLOCK_CORRUPT', {
      details: { cid: cid.toString(), source, bytes: bytes.length },
    })
  }
  return bytes
}
