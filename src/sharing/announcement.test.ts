import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { encodeCanonical } from '../protocol/encoding/encode-canonical.ts'
import {
  type Announcement,
  checkAnnouncement,
  decodeAnnouncement,
  encodeAnnouncement,
  MAX_ANNOUNCEMENT_BYTES,
} from './announcement.ts'

const announcement: Announcement = {
  v: 1,
  entry: '7',
  cid: 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy',
}

describe('announcements', () => {
  test('what was encoded is read back, and relayed', () => {
    const bytes = encodeAnnouncement(announcement)
    expect(decodeAnnouncement(bytes)).toEqual(announcement)
    expect(checkAnnouncement(bytes)).toBe('accept')
  })

  test.each([
    ['another version', { ...announcement, v: 2 }],
    ['entry 0', { ...announcement, entry: '0' }],
    ['a leading zero', { ...announcement, entry: '07' }],
    ['a negative entry', { ...announcement, entry: '-1' }],
    ['an entry beyond 2^63', { ...announcement, entry: '9'.repeat(20) }],
    ['a field too many', { ...announcement, text: 'hello' }],
    ['a field too few', { v: 1, entry: '7' }],
    ['no map', 'hello'],
  ])('%s is rejected', (_, value) => {
    const bytes = encodeCanonical(value)
    expect(() => decodeAnnouncement(bytes)).toThrowDso('FORMAT_INVALID')
    expect(checkAnnouncement(bytes)).toBe('reject')
  })

  test('what is too long is rejected before it is read', () => {
    const bytes = new Uint8Array(MAX_ANNOUNCEMENT_BYTES + 1)
    expect(() => decodeAnnouncement(bytes)).toThrowDso('BYTES_TOO_LONG')
    expect(checkAnnouncement(bytes)).toBe('reject')
  })

  test.prop([fc.uint8Array({ maxLength: 300 })], { numRuns: 200 })(
    'no bytes make the validator throw',
    (bytes) => {
      expect(['accept', 'reject']).toContain(checkAnnouncement(bytes))
    },
  )
})
