import type { z } from 'zod'
import { DsoError } from '../protocol/errors.ts'
import { decodeCanonical } from '../protocol/encoding/decode-canonical.ts'

/**
 * Decodes a frame of canonical dag-cbor that came from a peer.
 *
 * @throws DsoError `PEER_MISBEHAVED` when it is longer than `maxBytes`, not canonical, or not of this form
 */
export function decodeFrame<T>(schema: z.ZodType<T>, bytes: Uint8Array, maxBytes: number): T {
  try {
    return schema.parse(decodeCanonical(bytes, { maxBytes }))
  } catch (cause) {
    throw new DsoError('PEER_MISBEHAVED', { details: { reason: 'malformed frame' }, cause })
  }
}
