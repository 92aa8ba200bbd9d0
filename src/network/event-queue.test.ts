import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createEventQueue } from './event-queue.ts'

test.prop([fc.array(fc.record({ atMs: fc.nat(20), cancelled: fc.boolean() }))], { numRuns: 200 })(
  'events come in order of time, then of arrival, and cancelled ones not at all',
  (planned) => {
    const queue = createEventQueue()
    for (const [index, { atMs, cancelled }] of planned.entries()) {
      const event = queue.push(atMs, () => happened.push(index))
      event.cancelled = cancelled
    }
    const happened: number[] = []
    for (let event = queue.pop(); event !== undefined; event = queue.pop()) event.run()
    const expected = planned
      .map((event, index) => ({ ...event, index }))
      .filter(({ cancelled }) => !cancelled)
      .sort((a, b) => a.atMs - b.atMs || a.index - b.index)
      .map(({ index }) => index)
    expect(happened).toEqual(expected)
    expect(queue.nextMs()).toBeUndefined()
  },
)
