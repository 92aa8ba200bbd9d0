import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { untilInterrupted } from './until-interrupted.ts'

/** Work that stops only when it is told to, on a clock that is moved by hand. */
function start(onAbort: (signal: AbortSignal) => unknown = ({ reason }) => reason as unknown) {
  const source = new EventEmitter()
  const clock = { ms: 0 }
  const exits: number[] = []
  const stops: number[] = []
  const done = untilInterrupted(
    async (signal) => {
      const { promise, reject } = Promise.withResolvers<never>()
      signal.addEventListener('abort', () => reject(onAbort(signal)))
      return await promise
    },
    {
      source,
      nowMs: () => clock.ms,
      exit: (code) => exits.push(code),
      onStop: () => stops.push(clock.ms),
    },
  )
  return { source, clock, exits, stops, done }
}

describe('untilInterrupted', () => {
  test('a signal aborts the work, which then counts as interrupted', async () => {
    const { source, done, exits, stops } = start()
    source.emit('SIGINT')
    await expect(done).rejects.toMatchObject({ name: 'Interrupted', exitCode: 130 })
    expect(exits).toEqual([])
    expect(stops).toHaveLength(1)
  })

  test('SIGTERM ends with 143', async () => {
    const { source, done } = start()
    source.emit('SIGTERM')
    await expect(done).rejects.toMatchObject({ exitCode: 143 })
  })

  test('what breaks while it is being stopped is not told as a fault', async () => {
    const { source, done } = start(() => new Error('the chain process ended'))
    source.emit('SIGINT')
    await expect(done).rejects.toMatchObject({ name: 'Interrupted' })
  })

  test('the same signal within half a second counts once, a later one leaves at once', async () => {
    const { source, clock, exits, stops, done } = start()
    source.emit('SIGINT')
    clock.ms = 499
    source.emit('SIGINT')
    expect(exits).toEqual([])
    clock.ms = 500
    source.emit('SIGINT')
    expect(exits).toEqual([130])
    expect(stops).toHaveLength(1)
    await expect(done).rejects.toMatchObject({ exitCode: 130 })
  })

  test('results and faults pass through, and nobody listens afterwards', async () => {
    const source = new EventEmitter()
    await expect(untilInterrupted(async () => 7, { source })).resolves.toBe(7)
    const fault = new Error('x')
    await expect(
      untilInterrupted(async () => await Promise.reject(fault), { source }),
    ).rejects.toBe(fault)
    expect(source.eventNames()).toEqual([])
  })
})
