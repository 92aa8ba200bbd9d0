import { expect, test } from 'vitest'
import { NETWORK_LIMITS } from './limits.ts'
import { createPeerPenalties } from './peer-penalties.ts'

const MINUTE = 60_000

function setUp() {
  const time = { nowMs: 0 }
  const penalties = createPeerPenalties({
    clock: { nowMs: () => time.nowMs, sleep: () => Promise.resolve() },
  })
  const graylisted: string[] = []
  penalties.onGraylisted((peer) => graylisted.push(peer))
  return { time, penalties, graylisted }
}

test('ten invalid messages graylist a peer, nine do not, and it is told once', () => {
  const { time, penalties, graylisted } = setUp()
  for (let i = 0; i < 9; i++) penalties.report('a', 'invalid-message')
  time.nowMs = 1_000
  expect(penalties.isGraylisted('a')).toBe(false)
  penalties.report('a', 'invalid-message')
  penalties.report('a', 'invalid-message')
  expect(penalties.isGraylisted('a')).toBe(true)
  expect(penalties.isGraylisted('b')).toBe(false)
  expect(graylisted).toEqual(['a'])
})

test('two corrupt blocks graylist a peer', () => {
  const { penalties } = setUp()
  penalties.report('a', 'corrupt-block')
  expect(penalties.isGraylisted('a')).toBe(false)
  penalties.report('a', 'corrupt-block')
  expect(penalties.isGraylisted('a')).toBe(true)
})

test('points halve every ten minutes, and the peer is let in again below a quarter, not before', () => {
  const { time, penalties, graylisted } = setUp()
  penalties.report('a', 'corrupt-block')
  penalties.report('a', 'protocol-violation')
  time.nowMs = 10 * MINUTE
  expect(penalties.points('a')).toBeCloseTo(50, 6)
  expect(penalties.isGraylisted('a')).toBe(true)
  time.nowMs = 21 * MINUTE
  expect(penalties.isGraylisted('a')).toBe(false)
  penalties.report('a', 'corrupt-block')
  penalties.report('a', 'corrupt-block')
  expect(graylisted).toEqual(['a', 'a'])
})

test('the memory is bounded and forgets the least guilty first', () => {
  const { penalties } = setUp()
  penalties.report('guilty', 'corrupt-block')
  for (let i = 0; i < NETWORK_LIMITS.rememberedPeers; i++) {
    penalties.report(`peer-${i}`, 'invalid-message')
  }
  expect(penalties.points('guilty')).toBe(50)
  expect(penalties.points('peer-0')).toBe(0)
})
