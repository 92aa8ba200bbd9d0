import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { TextOperation } from '../library/read-operations.ts'
import { reconcileOperations, sourcesOf } from './reconcile-operations.ts'

const cids = fc.constantFrom('a', 'b', 'c', 'd')
const texts = fc.constantFrom('When 1.', 'When 2.', 'When 3.')
const steps: fc.Arbitrary<TextOperation[]> = fc.array(
  fc.oneof(
    texts.map((text) => ({ op: 'add' as const, text })),
    fc.record({ op: fc.constant('update' as const), from: cids, text: texts }),
    fc.record({
      op: fc.constant('merge' as const),
      from: fc.uniqueArray(cids, { minLength: 2 }),
      text: texts,
    }),
    cids.map((cid) => ({ op: 'delete' as const, cid })),
    cids.map((cid) => ({ op: 'keep' as const, cid })),
  ),
  { maxLength: 8 },
)
const textsOf = (list: readonly TextOperation[]) =>
  new Set(list.flatMap((step) => ('text' in step ? step.text : [])))

describe('reconcileOperations', () => {
  test('equal sentences are one, in the place of all that they replace', () => {
    expect(
      reconcileOperations([
        { op: 'add', text: 'When 1.' },
        { op: 'update', from: 'a', text: 'When 1.' },
        { op: 'update', from: 'b', text: 'When 1.' },
      ]),
    ).toEqual([{ op: 'merge', from: ['a', 'b'], text: 'When 1.' }])
  })

  test('a second rewrite of one lesson is an addition', () => {
    expect(
      reconcileOperations([
        { op: 'update', from: 'a', text: 'When 1.' },
        { op: 'update', from: 'a', text: 'When 2.' },
      ]),
    ).toEqual([
      { op: 'update', from: 'a', text: 'When 1.' },
      { op: 'add', text: 'When 2.' },
    ])
  })

  test('of a deletion and a rewrite the rewrite does both', () => {
    expect(
      reconcileOperations([
        { op: 'delete', cid: 'a' },
        { op: 'update', from: 'a', text: 'When 1.' },
        { op: 'delete', cid: 'b' },
        { op: 'delete', cid: 'b' },
        { op: 'keep', cid: 'c' },
      ]),
    ).toEqual([
      { op: 'update', from: 'a', text: 'When 1.' },
      { op: 'delete', cid: 'b' },
    ])
  })

  test.prop([steps])('no proposed sentence is lost, and no lesson goes twice', (list) => {
    const settled = reconcileOperations(list)
    expect(textsOf(settled)).toEqual(textsOf(list))
    const gone = settled.flatMap(sourcesOf)
    expect(new Set(gone).size).toBe(gone.length)
    expect(new Set(gone)).toEqual(new Set(list.flatMap(sourcesOf)))
  })

  test.prop([steps])('settled steps are settled', (list) => {
    const settled = reconcileOperations(list)
    expect(reconcileOperations(settled)).toEqual(settled)
  })
})
