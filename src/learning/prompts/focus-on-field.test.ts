import { expect, test } from 'vitest'
import { keepComplaint, keepField } from './focus-on-field.ts'

test.each([
  ['{"room":7,"floor":"2F"}', '{"room":7}'],
  ['{"room":null}', '{"room":null}'],
  ['{"floor":"2F"}', undefined],
  ['null', undefined],
  ['room 7', undefined],
])('of %s only %s is about the room', (answer, kept) => {
  expect(keepField(answer, 'room')).toBe(kept)
})

test.each([
  ['room: prefix missing (got 7); floor: capitals (got "2f")', 'floor: capitals (got "2f")'],
  ['the call is not a JSON object', 'the call is not a JSON object'],
  ['room: prefix missing; see floor: plan', 'room: prefix missing; see floor: plan'],
])('%s says of the floor: %s', (message, kept) => {
  expect(keepComplaint(message, 'floor')).toBe(kept)
})
