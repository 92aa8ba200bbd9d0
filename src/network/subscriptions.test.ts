import { expect, test, vi } from 'vitest'
import { MAX_MESSAGE_BYTES } from '../protocol/ports/gossip.ts'
import { NETWORK_LIMITS } from './limits.ts'
import { SILENT_LOG } from './network-log.ts'
import { createPeerPenalties } from './peer-penalties.ts'
import { createSubscriptions } from './subscriptions.ts'
import { SYSTEM_CLOCK } from './system-clock.ts'

const message = Uint8Array.of(1, 2, 3)

function setUp() {
  const penalties = createPeerPenalties({ clock: SYSTEM_CLOCK })
  const onTopicChange = vi.fn<(topic: string, subscribed: boolean) => void>()
  const subscriptions = createSubscriptions({ penalties, log: SILENT_LOG, onTopicChange })
  return { penalties, onTopicChange, subscriptions }
}

test('an over-long message is rejected before any validator sees it, and its sender pays', async () => {
  const { penalties, subscriptions } = setUp()
  const validator = vi.fn<() => 'accept'>(() => 'accept')
  subscriptions.add('/t', validator, () => {})
  const tooLong = new Uint8Array(MAX_MESSAGE_BYTES + 1)
  expect(await subscriptions.validate('/t', tooLong, 'a')).toBe('reject')
  expect(validator).not.toHaveBeenCalled()
  expect(penalties.points('a')).toBeGreaterThan(9)
})

test('a message that was accepted once is ignored later, one that was rejected is judged again', async () => {
  const { subscriptions } = setUp()
  const verdicts = ['ignore', 'accept'] as const
  let calls = 0
  subscriptions.add(
    '/t',
    () => verdicts[calls++] ?? 'accept',
    () => {},
  )
  expect(await subscriptions.validate('/t', message, 'a')).toBe('ignore')
  expect(await subscriptions.validate('/t', message, 'a')).toBe('accept')
  expect(await subscriptions.validate('/t', message, 'b')).toBe('ignore')
  expect(calls).toBe(2)
})

test('of two copies in validation at once only one is accepted', async () => {
  const { subscriptions } = setUp()
  subscriptions.add(
    '/t',
    async () => 'accept' as const,
    () => {},
  )
  const both = ['a', 'b'].map((from) => subscriptions.validate('/t', message, from))
  expect((await Promise.all(both)).sort()).toEqual(['accept', 'ignore'])
})

test('a validator that throws costs the sender nothing', async () => {
  const { penalties, subscriptions } = setUp()
  subscriptions.add(
    '/t',
    () => {
      throw new Error('a fault of ours')
    },
    () => {},
  )
  expect(await subscriptions.validate('/t', message, 'a')).toBe('ignore')
  expect(penalties.points('a')).toBe(0)
})

test('beyond the limit of validations in flight messages are ignored, not rejected', async () => {
  const { penalties, subscriptions } = setUp()
  const gate = Promise.withResolvers<'accept'>()
  subscriptions.add(
    '/t',
    () => gate.promise,
    () => {},
  )
  const numbered = (n: number) => Uint8Array.of(n >> 8, n & 255)
  const waiting = Array.from({ length: NETWORK_LIMITS.validationsInFlight }, (_, n) =>
    subscriptions.validate('/t', numbered(n), 'a'),
  )
  expect(await subscriptions.validate('/t', message, 'a')).toBe('ignore')
  gate.resolve('accept')
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['accept']))
  expect(await subscriptions.validate('/t', message, 'a')).toBe('accept')
  expect(penalties.points('a')).toBe(0)
})

test('two subscribers of a topic both receive, a handler that throws stops no other', () => {
  const { onTopicChange, subscriptions } = setUp()
  const received: string[] = []
  const stop = subscriptions.add(
    '/t',
    () => 'accept',
    () => {
      throw new Error('a fault of ours')
    },
  )
  const stopOther = subscriptions.add(
    '/t',
    () => 'accept',
    (_, from) => received.push(from),
  )
  subscriptions.deliver('/t', message, 'a')
  expect(received).toEqual(['a'])
  stop()
  stop()
  expect(subscriptions.topics()).toEqual(['/t'])
  stopOther()
  expect(onTopicChange.mock.calls).toEqual([
    ['/t', true],
    ['/t', false],
  ])
})
