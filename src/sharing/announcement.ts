import { z } from 'zod'
import { decodeCanonical } from '../protocol/encoding/decode-canonical.ts'
import { encodeCanonical } from '../protocol/encoding/encode-canonical.ts'
import { DsoError } from '../protocol/errors.ts'
import type { MessageVerdict } from '../protocol/ports.ts'

/** What is gossiped about a new entry: a hint that saves a poll. The registry alone is believed. */
export interface Announcement {
  v: 1
  /** Number of the entry, as decimal text. */
  entry: string
  /** CIDv1 of the shard operation. */
  cid: string
}

/** Most bytes of an encoded announcement. */
export const MAX_ANNOUNCEMENT_BYTES = 256

const format = z.strictObject({
  v: z.literal(1),
  entry: z.string().regex(/^[1-9]\d{0,18}$/),
  cid: z.string().min(8).max(96),
})

/** Canonical bytes of an announcement. */
export function encodeAnnouncement(announcement: Announcement): Uint8Array {
  return encodeCanonical(announcement)
}

/**
 * Reads an announcement from a stranger.
 * @throws DsoError `BYTES_TOO_LONG`, `CBOR_NOT_CANONICAL`, `FORMAT_INVALID`
 */
export function decodeAnnouncement(bytes: Uint8Array): Announcement {
  const parsed = format.safeParse(decodeCanonical(bytes, { maxBytes: MAX_ANNOUNCEMENT_BYTES }))
  if (!parsed.success) throw new DsoError('FORMAT_INVALID', { cause: parsed.error })
  return parsed.data
}

/** Announcements are hints: what is well-formed is relayed, and the registry decides what is true. */
export function checkAnnouncement(bytes: Uint8Array): MessageVerdict {
  try {
    decodeAnnouncement(bytes)
    return 'accept'
  } catch (error) {
    if (DsoError.is(error)) return 'reject'
    throw error
  }
}
