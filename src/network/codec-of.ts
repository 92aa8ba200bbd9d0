import type { CID } from 'multiformats/cid'
import { CODEC_NUMBERS } from '../protocol/encoding/compute-cid.ts'
import { isSupportedCid } from '../protocol/encoding/is-supported-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import type { BlockCodec } from '../protocol/ports/block-store.ts'

/**
 * The codec that a CID names.
 * @throws DsoError `CID_INVALID` when this protocol does not write such CIDs
 */
export function codecOf(cid: CID): BlockCodec {
  if (!isSupportedCid(cid)) throw new DsoError('CID_INVALID', { details: { cid: cid.toString() } })
  return cid.code === CODEC_NUMBERS.raw ? 'raw' : 'dag-cbor'
}
