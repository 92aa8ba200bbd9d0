import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { CONTRADICTIONS, makeItem, WORDINGS } from '../../../test/fixtures/library-items.ts'
import {
  changeLibrary,
  type LibraryChange,
  type LibraryProposal,
  type LibraryState,
} from './change-library.ts'
import type { LibraryItem } from './library-item.ts'

const RUN = { run: 'run' }
const EMPTY: LibraryState = { version: undefined, items: [], pinned: new Set() }
const add = (item: LibraryItem): LibraryProposal => ({ op: 'add', item, why: 'gate' })
const holding = (items: readonly LibraryItem[], pinned: string[] = []): LibraryState => ({
  ...changeLibrary(EMPTY, items.map(add), RUN),
  pinned: new Set(pinned),
})
const cids = ({ version }: LibraryChange) => version.experiences

const [a, b, c] = ['a', 'b', 'c'].map((cid) => makeItem({ cid })) as [
  LibraryItem,
  LibraryItem,
  LibraryItem,
]

describe('changeLibrary', () => {
  test('add, update, merge, delete and keep do what they say, and the journal says why', () => {
    const state = holding([a, b, c])
    const x = makeItem({ cid: 'x' })
    const y = makeItem({ cid: 'y' })
    const change = changeLibrary(
      state,
      [
        { op: 'update', from: 'a', item: x, why: 'better' },
        { op: 'keep', cid: 'b', why: 'still right' },
        { op: 'merge', from: ['b', 'c'], item: y, why: 'one thought' },
        { op: 'delete', cid: 'x', why: 'harms' },
      ],
      RUN,
    )
    expect(cids(change)).toEqual(['y'])
    expect(change.items).toEqual([y])
    expect(change.journal).toMatchObject([
      { op: 'update', cid: 'x', from: ['a'], why: 'better', evidence: x.evidence, run: 'run' },
      { op: 'keep', cid: 'b', from: [], why: 'still right' },
      { op: 'merge', cid: 'y', from: ['b', 'c'], why: 'one thought' },
      { op: 'delete', cid: 'x', from: [], why: 'harms' },
    ])
    expect(new Set(change.journal.map(({ version }) => version))).toEqual(
      new Set([change.version.id]),
    )
    expect(change.version.parent).toBe(state.version?.id)
  })

  test('five facts in three wordings each end as five, in whatever order', () => {
    const order = WORDINGS.flatMap((group) => [...group])
    for (const items of [
      order,
      order.toReversed(),
      [0, 1, 2].flatMap((i) => WORDINGS.map((g) => g[i]!)),
    ]) {
      const change = changeLibrary(EMPTY, items.map(add), RUN)
      expect(change.items).toHaveLength(5)
      expect(new Set(change.items.map(({ cid }) => cid.slice(0, 6))).size).toBe(5)
    }
  })

  test('of two wordings the better proved one stays, whichever came first', () => {
    const [weak, strong] = [WORDINGS[0]![0]!, { ...WORDINGS[0]![1]!, evidence: a.evidence }]
    const weaker = { ...weak, evidence: { ...a.evidence, gainLower: a.evidence.gainLower - 1 } }
    const late = changeLibrary(holding([weaker]), [add(strong)], RUN)
    expect(cids(late)).toEqual([strong.cid])
    expect(late.journal).toMatchObject([{ op: 'update', cid: strong.cid, from: [weaker.cid] }])
    const early = changeLibrary(holding([strong]), [add(weaker)], RUN)
    expect(cids(early)).toEqual([strong.cid])
    expect(early.refused).toMatchObject([{ reason: 'duplicate' }])
    expect(early.journal).toMatchObject([{ op: 'keep', cid: strong.cid, from: [weaker.cid] }])
  })

  test('what contradicts is kept apart however near it lies, and reported', () => {
    const facts = WORDINGS.map((group) => group[0]!)
    const change = changeLibrary(EMPTY, [...facts, ...CONTRADICTIONS].map(add), RUN)
    expect(change.items).toHaveLength(10)
    expect(change.conflicts.map(({ used, setAside }) => [used, setAside])).toEqual(
      facts.map(({ cid }, fact) => [cid, [CONTRADICTIONS[fact]!.cid]]),
    )
  })

  test('nothing touches a pinned item, and another wording of it is not taken in', () => {
    const [pinned, other] = [
      WORDINGS[0]![0]!,
      { ...WORDINGS[0]![1]!, evidence: makeItem({ cid: 'z', wins: 9 }).evidence },
    ]
    const state = holding([pinned, a], [pinned.cid])
    const x = makeItem({ cid: 'x' })
    const change = changeLibrary(
      state,
      [
        { op: 'delete', cid: pinned.cid, why: 'w' },
        { op: 'merge', from: [pinned.cid, 'a'], item: x, why: 'w' },
        { op: 'update', from: pinned.cid, item: other, why: 'w' },
      ],
      { ...RUN, caps: { maxItems: 1 } },
    )
    expect(cids(change)).toEqual([pinned.cid])
    expect(change.refused.map(({ reason }) => reason)).toEqual(['pinned', 'duplicate'])
  })

  test('an update of what is not there adds; deleting or keeping it is refused', () => {
    const change = changeLibrary(
      holding([a]),
      [
        { op: 'update', from: 'gone', item: b, why: 'w' },
        { op: 'delete', cid: 'gone', why: 'w' },
        { op: 'keep', cid: 'gone', why: 'w' },
      ],
      RUN,
    )
    expect(cids(change)).toEqual(['a', 'b'])
    expect(change.refused.map(({ reason }) => reason)).toEqual(['unknown', 'unknown'])
  })

  test('the caps hold: the least proved go first, of equals the later', () => {
    const items = [3, 1, 2, 1, 5].map((wins, i) => makeItem({ cid: `i${i}`, wins }))
    const byItems = changeLibrary(EMPTY, items.map(add), { ...RUN, caps: { maxItems: 3 } })
    expect(cids(byItems)).toEqual(['i0', 'i2', 'i4'])
    expect(byItems.journal.slice(-2)).toMatchObject([
      { op: 'delete', cid: 'i3', why: 'cap-items' },
      { op: 'delete', cid: 'i1', why: 'cap-items' },
    ])
    const tokens = items[0]!.tokens * 2
    const byTokens = changeLibrary(EMPTY, items.map(add), { ...RUN, caps: { maxTokens: tokens } })
    expect(cids(byTokens)).toEqual(['i0', 'i4'])
  })

  test('what is too long by itself or has no usable embedding is refused', () => {
    const long = makeItem({ cid: 'l', text: Array.from({ length: 33 }, () => 'so').join(' ') })
    const heavy = makeItem({ cid: 'h', text: 'x'.repeat(7000) })
    const broken = makeItem({ cid: 'n', embedding: Float32Array.of(Number.NaN) })
    const change = changeLibrary(holding([a]), [long, heavy, broken].map(add), RUN)
    expect(cids(change)).toEqual(['a'])
    expect(change.refused.map(({ reason }) => reason)).toEqual([
      'too-long',
      'too-long',
      'embedding',
    ])
  })

  test('caps without sense are refused', () => {
    expect(() => changeLibrary(EMPTY, [], { run: 'r', caps: { maxItems: 0 } })).toThrowDso(
      'OPTION_INVALID',
    )
    expect(() =>
      changeLibrary(EMPTY, [], { run: 'r', caps: { maxTokens: Number.NaN } }),
    ).toThrowDso('OPTION_INVALID')
  })

  const pool = [...WORDINGS.flat(), ...CONTRADICTIONS, a, b, c]
  const anItem = fc.constantFrom(...pool)
  const aCid = fc.constantFrom(...pool.map(({ cid }) => cid), 'gone')
  const why = fc.constant('w')
  const proposal: fc.Arbitrary<LibraryProposal> = fc.oneof(
    fc.record({ op: fc.constant('add' as const), item: anItem, why }),
    fc.record({ op: fc.constant('update' as const), from: aCid, item: anItem, why }),
    fc.record({
      op: fc.constant('merge' as const),
      from: fc.array(aCid, { maxLength: 3 }),
      item: anItem,
      why,
    }),
    fc.record({ op: fc.constantFrom('delete' as const, 'keep' as const), cid: aCid, why }),
  )

  test.prop([fc.array(proposal, { maxLength: 12 }), fc.uniqueArray(aCid, { maxLength: 3 })])(
    'whatever is proposed: every loss is named in the journal, pins stay, the caps hold, again changes nothing',
    (proposals, pins) => {
      const state = holding(pool.slice(0, 8), pins)
      const options = { run: 'r', caps: { maxItems: 9 } }
      const change = changeLibrary(state, proposals, options)
      const lost = state.version!.experiences.filter((cid) => !cids(change).includes(cid))
      const named = new Set(
        change.journal.flatMap(({ op, cid, from }) => (op === 'delete' ? [cid ?? ''] : [...from])),
      )
      expect(lost.filter((cid) => !named.has(cid))).toEqual([])
      expect(lost.filter((cid) => pins.includes(cid))).toEqual([])
      expect(change.items.length).toBeLessThanOrEqual(9)
      expect(change.items.map(({ cid }) => cid)).toEqual(cids(change))
      expect(changeLibrary(state, proposals, options).version).toEqual(change.version)
    },
  )
})
