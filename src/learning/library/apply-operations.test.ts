import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { LibraryVersion } from '../../protocol/ports.ts'
import { type LibraryOperation, applyOperations } from './apply-operations.ts'

const library = (...experiences: string[]): LibraryVersion =>
  applyOperations(
    undefined,
    experiences.map((cid) => ({ op: 'add', cid })),
  )
const after = (parent: LibraryVersion, ...operations: LibraryOperation[]) =>
  applyOperations(parent, operations).experiences

const cids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const operations: fc.Arbitrary<LibraryOperation> = fc.oneof(
  cids.map((cid) => ({ op: 'add' as const, cid })),
  cids.map((cid) => ({ op: 'delete' as const, cid })),
  cids.map((cid) => ({ op: 'keep' as const, cid })),
  fc.record({ op: fc.constant('update' as const), from: cids, cid: cids }),
  fc.record({
    op: fc.constant('merge' as const),
    from: fc.array(cids, { maxLength: 3 }),
    cid: cids,
  }),
)
const libraries = fc.uniqueArray(cids).map((list) => library(...list))
/** The experiences that an operation replaces. */
const fromOf = (operation: LibraryOperation): string[] =>
  'from' in operation ? [operation.from].flat() : []

describe('applyOperations', () => {
  test('add appends, delete removes, keep leaves', () => {
    const parent = library('a', 'b')
    expect(after(parent, { op: 'add', cid: 'c' })).toEqual(['a', 'b', 'c'])
    expect(after(parent, { op: 'delete', cid: 'a' })).toEqual(['b'])
    expect(after(parent, { op: 'keep', cid: 'a' })).toEqual(['a', 'b'])
  })

  test('an update stands where its predecessor stood', () => {
    expect(after(library('a', 'b', 'c'), { op: 'update', from: 'b', cid: 'x' })).toEqual([
      'a',
      'x',
      'c',
    ])
  })

  test('a merge stands where the first of its predecessors stood', () => {
    const merge: LibraryOperation = { op: 'merge', from: ['d', 'b'], cid: 'x' }
    expect(after(library('a', 'b', 'c', 'd'), merge)).toEqual(['a', 'x', 'c'])
  })

  test('a replacement that was there already is not there twice', () => {
    const update: LibraryOperation = { op: 'update', from: 'c', cid: 'a' }
    expect(after(library('a', 'b', 'c'), update)).toEqual(['b', 'a'])
  })

  test.prop([libraries, fc.array(operations)])(
    'no experience stands in a library twice',
    (parent, list) => {
      const { experiences } = applyOperations(parent, list)
      expect(new Set(experiences).size).toBe(experiences.length)
    },
  )

  test.prop([libraries, operations])(
    'an operation applied twice changes nothing more',
    (parent, operation) => {
      const once = applyOperations(parent, [operation])
      expect(applyOperations(parent, [operation, operation])).toEqual(once)
      expect(applyOperations(once, [operation])).toBe(once)
    },
  )

  test.prop([libraries, operations])(
    'what an operation does not name keeps its order',
    (parent, operation) => {
      const named = new Set([operation.cid, ...fromOf(operation)])
      const rest = (list: readonly string[]) => list.filter((cid) => !named.has(cid))
      expect(rest(after(parent, operation))).toEqual(rest(parent.experiences))
    },
  )

  test.prop([libraries, operations])(
    'what the library lacks is left alone',
    (parent, operation) => {
      const known = 'from' in operation ? fromOf(operation) : [operation.cid]
      fc.pre(operation.op !== 'add' && !known.some((cid) => parent.experiences.includes(cid)))
      expect(applyOperations(parent, [operation])).toBe(parent)
    },
  )

  test.prop([libraries, fc.array(operations)])(
    'the same steps give the same version, which names its parent',
    (parent, list) => {
      const version = applyOperations(parent, list)
      expect(applyOperations({ ...parent }, list).id).toBe(version.id)
      const changed = version.experiences.join() !== parent.experiences.join()
      expect(version.parent).toBe(changed ? parent.id : parent.parent)
      expect(version.id).toMatch(/^[0-9a-f]{64}$/)
    },
  )

  test('a version is named by its parent, its contents and their order', () => {
    const ids = [
      library(),
      library('a', 'b'),
      library('b', 'a'),
      applyOperations(library('a'), [{ op: 'add', cid: 'b' }]),
    ].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
  })
})
