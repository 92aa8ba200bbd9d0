import { describe, expect, test } from 'vitest'
import { retryDelay, waitFor } from './retry-delay.ts'

const NOW = Date.UTC(2031, 0, 1)

describe('retryDelay', () => {
  test.each([
    [0, undefined, 500],
    [3, undefined, 4000],
    [20, undefined, 60_000],
    [0, '3', 3000],
    [0, '999999', 60_000],
    [0, new Date(NOW + 9000).toUTCString(), 9000],
    [0, new Date(NOW - 9000).toUTCString(), 0],
    [1, 'soon', 1000],
  ])('attempt %i with Retry-After %s waits %i ms', (attempt, retryAfter, expected) => {
    expect(retryDelay(attempt, retryAfter, NOW)).toBe(expected)
  })
})

describe('waitFor', () => {
  test('an abort ends the wait with its reason', async () => {
    const reason = new Error('enough')
    const controller = new AbortController()
    const waiting = waitFor(60_000, controller.signal)
    controller.abort(reason)
    await expect(waiting).rejects.toBe(reason)
  })

  test('it ends by itself', async () => {
    await expect(waitFor(0, undefined)).resolves.toBeUndefined()
  })
})
