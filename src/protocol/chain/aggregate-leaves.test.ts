import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { aggregateLeaves } from './aggregate-leaves.ts'
import { chooseOpenings } from './choose-openings.ts'
import { findQuality } from './find-quality.ts'
import { type LaneRule, leafBytes, readLeaf, writeLeaf } from './lane-leaf.ts'

const SCORES: LaneRule = { kind: 'scores', leafCount: 1, lanes: 3 }
const SIGNS: LaneRule = { kind: 'signs', leafCount: 2, lanes: 11 }

const rule = fc.record({
  kind: fc.constantFrom('signs' as const, 'scores' as const),
  leafCount: fc.integer({ min: 1, max: 3 }),
  lanes: fc.integer({ min: 1, max: 20 }),
})

const page = rule.chain((found) => {
  const value = fc.nat({ max: found.kind === 'signs' ? 1 : 1000 })
  const row = fc.array(value, { minLength: found.lanes, maxLength: found.lanes })
  const leaves = fc.array(row, { minLength: found.leafCount, maxLength: found.leafCount })
  return fc.record({
    rule: fc.constant(found),
    members: fc.array(fc.record({ leaves, weight: fc.bigInt(1n, (1n << 56n) - 1n) }), {
      minLength: 1,
      maxLength: 9,
    }),
  })
})

describe('a leaf', () => {
  test.prop([page])('is read back as it was written', ({ rule: found, members }) => {
    for (const values of members[0]!.leaves) {
      const leaf = writeLeaf(found, values)
      expect(leaf).toHaveLength(leafBytes(found))
      expect(readLeaf(found, leaf)).toEqual(values)
    }
  })

  test('holds bit j of byte k as lane 8k + j, and scores with the high byte first', () => {
    const lit = Array.from({ length: 11 }, (_, lane) => Number(lane === 0 || lane === 9))
    expect([...writeLeaf(SIGNS, lit)]).toEqual([1, 2])
    expect([...writeLeaf(SCORES, [1000, 0, 258])]).toEqual([3, 232, 0, 0, 1, 2])
  })

  test.each([
    ['a short leaf', SCORES, [0, 1, 0, 2, 0]],
    ['a score above 1000', SCORES, [3, 233, 0, 0, 0, 0]],
    ['a bit after the last lane', SIGNS, [0, 8]],
  ])('%s is refused', (_, found, bytes) => {
    expect(() => readLeaf(found, Uint8Array.from(bytes))).toThrowDso('FORMAT_INVALID')
  })

  test.each([[[1, 2]], [[1, 2, 1001]], [[1, 2, -1]], [[1, 2, 0.5]]])(
    'values %j are refused',
    (values) => {
      expect(() => writeLeaf(SCORES, values)).toThrowDso('FORMAT_INVALID')
    },
  )
})

describe('aggregateLeaves', () => {
  test.prop([page])('is in each lane what a tally of the members decides', (drawn) => {
    const { rule: found, members } = drawn
    const weights = members.map(({ weight }) => weight)
    const leaves = aggregateLeaves({
      rule: found,
      members: members.map(({ leaves: rows }) => rows.map((row) => writeLeaf(found, row))),
      weights,
    })
    const total = weights.reduce((sum, weight) => sum + weight, 0n)
    for (const [leaf, bytes] of leaves.entries()) {
      for (const [lane, claimed] of readLeaf(found, bytes).entries()) {
        const values = members.map(({ leaves: rows }) => rows[leaf]![lane]!)
        const votes = values.map((score, member) => ({ score, weight: weights[member]! }))
        const floors = { participationBps: 0, agreementDelta: 1000, agreementBps: 0 }
        expect(claimed).toBe(findQuality({ votes, supply: total, ...floors }).median)
        // What is right cannot be refuted, and what is wrong can.
        expect(chooseOpenings({ values, weights, total, claimed })).toBeUndefined()
        const wrong = { values, weights, total, claimed: claimed === 0 ? 1 : claimed - 1 }
        expect(chooseOpenings(wrong)).toBeDefined()
      }
    }
  })

  const leaf = writeLeaf(SCORES, [1, 2, 3])

  test('nobody’s weight decides nothing', () => {
    const empty = { rule: SCORES, members: [[leaf]], weights: [0n] }
    expect(() => aggregateLeaves(empty)).toThrowDso('MEDIAN_EMPTY')
    const none = { rule: SCORES, members: [], weights: [] }
    expect(() => aggregateLeaves(none)).toThrowDso('MEDIAN_EMPTY')
  })

  test('members without all their leaves, or without weights, are refused', () => {
    const short = { rule: { ...SCORES, leafCount: 2 }, members: [[leaf]], weights: [1n] }
    expect(() => aggregateLeaves(short)).toThrowDso('LENGTH_MISMATCH')
    const unweighed = { rule: SCORES, members: [[leaf], [leaf]], weights: [1n] }
    expect(() => aggregateLeaves(unweighed)).toThrowDso('LENGTH_MISMATCH')
  })
})
