import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MAX_MESSAGE_BYTES } from '../protocol/ports/gossip.ts'
import { computeMessageId } from './message-id.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('the id is the sha-256 of topic, zero byte and all bytes', () => {
  const expected = createHash('sha256').update(Buffer.from('/t\0abc')).digest('hex')
  expect(hex(computeMessageId('/t', Buffer.from('abc')))).toBe(expected)
})

test('topic and every byte count, up to the last that a message may have', () => {
  const bytes = new Uint8Array(MAX_MESSAGE_BYTES)
  const other = bytes.with(MAX_MESSAGE_BYTES - 1, 1)
  expect(hex(computeMessageId('/t', bytes))).not.toBe(hex(computeMessageId('/t', other)))
  expect(hex(computeMessageId('/t', bytes))).not.toBe(hex(computeMessageId('/u', bytes)))
})

test('no message of allowed size shares its id with a longer one', () => {
  const longest = new Uint8Array(MAX_MESSAGE_BYTES)
  const tooLong = new Uint8Array(MAX_MESSAGE_BYTES + 5)
  expect(hex(computeMessageId('/t', longest))).not.toBe(hex(computeMessageId('/t', tooLong)))
})
