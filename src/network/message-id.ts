import { createHash } from 'node:crypto'
import { MAX_MESSAGE_BYTES } from '../protocol/ports/gossip.ts'

/**
 * The id by which gossip recognises a message: sha2-256 of topic, zero byte, all bytes of the message.
 *
 * All bytes, signature included: ids count as seen before validation, so an id over less would let a forged copy that
 * comes first suppress the real message. The topic, because the same bytes in a wrong topic would suppress it too.
 * Of a message above the limit only the first bytes are hashed: whatever they are, it is refused.
 */
export function computeMessageId(topic: string, bytes: Uint8Array): Uint8Array {
  const hashed = bytes.subarray(0, MAX_MESSAGE_BYTES + 1)
  return createHash('sha256').update(topic).update('\0').update(hashed).digest()
}
