import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { applyPatch, parsePointer } from './apply-patch.ts'
import { isSameJson } from './json.ts'

describe('applyPatch', () => {
  test.each([
    ['adds a member', { a: 1 }, [{ op: 'add', path: '/b', value: 2 }], { a: 1, b: 2 }],
    ['overwrites a member by adding it', { a: 1 }, [{ op: 'add', path: '/a', value: 2 }], { a: 2 }],
    [
      'inserts an element',
      { a: [1, 3] },
      [{ op: 'add', path: '/a/1', value: 2 }],
      { a: [1, 2, 3] },
    ],
    ['appends by a dash', { a: [1] }, [{ op: 'add', path: '/a/-', value: 2 }], { a: [1, 2] }],
    ['appends by the length', { a: [1] }, [{ op: 'add', path: '/a/1', value: 2 }], { a: [1, 2] }],
    ['removes an element', { a: [1, 2, 3] }, [{ op: 'remove', path: '/a/1' }], { a: [1, 3] }],
    ['removes a member', { a: 1, b: 2 }, [{ op: 'remove', path: '/a' }], { b: 2 }],
    ['replaces by null', { a: 1 }, [{ op: 'replace', path: '/a', value: null }], { a: null }],
    ['replaces all', { a: 1 }, [{ op: 'replace', path: '', value: [] }], []],
    [
      'moves',
      { a: { b: 1 }, c: {} },
      [{ op: 'move', from: '/a/b', path: '/c/d' }],
      { a: {}, c: { d: 1 } },
    ],
    ['moves within a list', [1, 2, 3], [{ op: 'move', from: '/0', path: '/2' }], [2, 3, 1]],
    ['moves onto itself', { a: 1 }, [{ op: 'move', from: '/a', path: '/a' }], { a: 1 }],
    ['copies', { a: [1] }, [{ op: 'copy', from: '/a', path: '/b' }], { a: [1], b: [1] }],
    [
      'tests',
      { a: { x: 1, y: 2 } },
      [{ op: 'test', path: '/a', value: { y: 2, x: 1 } }],
      { a: { x: 1, y: 2 } },
    ],
    [
      'unescapes',
      { 'a/b': 1, '~': 2 },
      [
        { op: 'remove', path: '/a~1b' },
        { op: 'remove', path: '/~0' },
      ],
      {},
    ],
    ['takes an empty name', { '': 1 }, [{ op: 'replace', path: '/', value: 2 }], { '': 2 }],
    [
      'goes on where it was',
      { a: [] },
      [
        { op: 'add', path: '/a/-', value: {} },
        { op: 'add', path: '/a/0/b', value: 1 },
      ],
      { a: [{ b: 1 }] },
    ],
  ])('%s', (_, document, operations, expected) => {
    const before = structuredClone(document)
    expect(applyPatch(document, operations)).toEqual({ document: expected })
    expect(document).toEqual(before)
  })

  test.each([
    ['an unknown operation', { op: 'set', path: '/a', value: 1 }, 'op'],
    ['an operation that is none', 7, 'op'],
    ['a path that is no pointer', { op: 'add', path: 'a', value: 1 }, 'path'],
    ['a wrong escape', { op: 'add', path: '/~2', value: 1 }, 'path'],
    ['a missing value', { op: 'add', path: '/b' }, 'value'],
    ['a member that is not there', { op: 'replace', path: '/b', value: 1 }, 'path'],
    ['an element beyond the end', { op: 'add', path: '/list/3', value: 1 }, 'path'],
    ['an index with a zero in front', { op: 'add', path: '/list/01', value: 1 }, 'path'],
    ['a negative index', { op: 'remove', path: '/list/-1' }, 'path'],
    ['the place behind the last, removed', { op: 'remove', path: '/list/-' }, 'path'],
    ['the document, removed', { op: 'remove', path: '' }, 'path'],
    ['a place inside a number', { op: 'add', path: '/a/b', value: 1 }, 'path'],
    ['a source that is not there', { op: 'copy', from: '/b', path: '/c' }, 'from'],
    ['a missing source', { op: 'move', path: '/c' }, 'from'],
    ['a move into itself', { op: 'move', from: '/list', path: '/list/0' }, 'path'],
    ['a test that fails', { op: 'test', path: '/a', value: '1' }, 'value'],
    ['a member of the prototype', { op: 'remove', path: '/toString' }, 'path'],
  ])('%s is refused', (_, operation, field) => {
    const document = { a: 1, list: [1, 2] }
    expect(applyPatch(document, [operation])).toMatchObject({ field })
  })

  test('a refused operation undoes the ones before it', () => {
    const operations = [
      { op: 'remove', path: '/a' },
      { op: 'remove', path: '/a' },
    ]
    expect(applyPatch({ a: 1 }, operations)).not.toHaveProperty('document')
  })

  test('a member called __proto__ is a member like any other', () => {
    const result = applyPatch({}, [{ op: 'add', path: '/__proto__', value: { evil: 1 } }])
    expect(JSON.stringify(result)).toBe('{"document":{"__proto__":{"evil":1}}}')
    expect(Object.hasOwn(Object.prototype, 'evil')).toBe(false)
  })

  const pointers = fc
    .array(fc.constantFrom('a', 'list', '0', '1', '-', '', '~0', '__proto__'), { maxLength: 4 })
    .map((tokens) => tokens.map((token) => `/${token}`).join(''))
  const operations = fc.record({
    op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test'),
    path: pointers,
    from: pointers,
    value: fc.jsonValue({ maxDepth: 2 }),
  })
  test.prop([fc.array(operations, { maxLength: 4 })])(
    'no patch throws or changes the document it is given',
    (patch) => {
      const document = { a: { list: [1] }, list: [{ a: 1 }, 2] }
      const before = JSON.stringify(document)
      applyPatch(document, patch)
      expect(JSON.stringify(document)).toBe(before)
    },
  )
})

describe('parsePointer', () => {
  test.each([
    ['', []],
    ['/', ['']],
    ['/a/0', ['a', '0']],
    ['/~01', ['~1']],
    ['a', undefined],
    ['/~', undefined],
    [7, undefined],
  ])('%j', (pointer, tokens) => {
    expect(parsePointer(pointer)).toEqual(tokens)
  })
})

describe('isSameJson', () => {
  test.prop([fc.jsonValue(), fc.jsonValue()])('says what sorted JSON says', (left, right) => {
    const sort = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sort)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .map(([name, inner]) => [name, sort(inner)] as const)
                .toSorted(([a], [b]) => (a < b ? -1 : 1)),
            )
          : value
    const text = (value: unknown) => JSON.stringify(sort(value))
    expect(isSameJson(left, right)).toBe(text(left) === text(right))
    expect(isSameJson(left, JSON.parse(JSON.stringify(left)))).toBe(true)
  })
})
