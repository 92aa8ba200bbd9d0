import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { TextOperation } from '../library/read-operations.ts'
import { type DraftLibrary, EMPTY_DRAFT, applyDraft } from './apply-draft.ts'
import { reconcileOperations, sourcesOf } from './reconcile-operations.ts'

const add = (text: string): TextOperation => ({ op: 'add', text })
const libraryOf = (...texts: string[]): DraftLibrary => applyDraft(EMPTY_DRAFT, texts.map(add))
const textsOf = ({ lessons }: DraftLibrary) => lessons.map(({ text }) => text)
const cidOf = ({ lessons }: DraftLibrary, text: string) =>
  lessons.find((lesson) => lesson.text === text)?.cid ?? ''
const example = { input: 'Do 7, please.', output: '{"weight":7000}' }

describe('applyDraft', () => {
  test('adds, rewrites in place, merges and deletes', () => {
    const library = libraryOf('A.', 'B.', 'C.', 'D.')
    const [a, b, c, d] = library.lessons.map(({ cid }) => cid) as [string, string, string, string]
    const next = applyDraft(library, [
      { op: 'merge', from: [a, c], text: 'AC.' },
      { op: 'update', from: b, text: 'B2.' },
      add('E.'),
      { op: 'delete', cid: d },
      { op: 'keep', cid: b },
    ])
    expect(textsOf(next)).toEqual(['AC.', 'B2.', 'E.'])
    expect(next.version?.parent).toBe(library.version?.id)
  })

  test('a sentence that is there already is not there twice', () => {
    const library = libraryOf('A.', 'B.')
    expect(applyDraft(library, [add('A.')])).toBe(library)
    const update: TextOperation = { op: 'update', from: cidOf(library, 'B.'), text: 'A.' }
    expect(textsOf(applyDraft(library, [update]))).toEqual(['A.'])
  })

  test('no step makes no version', () => {
    expect(applyDraft(EMPTY_DRAFT, [])).toBe(EMPTY_DRAFT)
    expect(applyDraft(EMPTY_DRAFT, [{ op: 'keep', cid: 'x' }])).toBe(EMPTY_DRAFT)
  })

  test('steps that say a sentence do not delete it', () => {
    const library = libraryOf('A.')
    const steps: TextOperation[] = [add('A.'), { op: 'delete', cid: cidOf(library, 'A.') }]
    expect(applyDraft(library, steps)).toBe(library)
  })

  test('steps that say a sentence do not replace it', () => {
    const library = libraryOf('A.')
    const update: TextOperation = { op: 'update', from: cidOf(library, 'A.'), text: 'B.' }
    expect(new Set(textsOf(applyDraft(library, [add('A.'), update])))).toEqual(
      new Set(['A.', 'B.']),
    )
    expect(new Set(textsOf(applyDraft(library, [update, add('A.')])))).toEqual(
      new Set(['A.', 'B.']),
    )
  })

  test('a rewrite keeps the example, also where its sentence was there without one', () => {
    const { version } = libraryOf('x', 'y')
    const [first = '', second = ''] = version?.experiences ?? []
    const library: DraftLibrary = {
      version,
      lessons: [
        { cid: first, text: 'A.', example },
        { cid: second, text: 'B.' },
      ],
    }
    const rewritten = applyDraft(library, [{ op: 'update', from: first, text: 'A2.' }])
    expect(rewritten.lessons).toMatchObject([{ text: 'A2.', example }, { text: 'B.' }])
    const folded = applyDraft(library, [{ op: 'update', from: first, text: 'B.' }])
    expect(folded.lessons).toMatchObject([{ text: 'B.', example }])
  })

  test('a lesson that is an example alone can get its sentence', () => {
    const { version } = libraryOf('x')
    const [cid = ''] = version?.experiences ?? []
    const steps: TextOperation[] = [{ op: 'update', from: cid, text: 'A.' }]
    const { lessons } = applyDraft({ version, lessons: [{ cid, example }] }, steps)
    expect(lessons).toMatchObject([{ text: 'A.', example }])
  })

  const texts = fc.constantFrom('A.', 'B.', 'C.', 'D.')
  const before = fc.uniqueArray(texts).map((list) => libraryOf(...list))
  const cids = texts.map((text) => cidOf(libraryOf(text), text))
  const steps = fc
    .array(
      fc.oneof(
        texts.map(add),
        fc.record({ op: fc.constant('update' as const), from: cids, text: texts }),
        cids.map((cid): TextOperation => ({ op: 'delete', cid })),
      ),
      { maxLength: 5 },
    )
    .map(reconcileOperations)

  test.prop([before, steps])(
    'what no step names stays, and nothing is there twice',
    (library, list) => {
      const next = applyDraft(library, list)
      const named = new Set(list.flatMap(sourcesOf))
      const kept = library.lessons.filter(({ cid }) => !named.has(cid)).map(({ cid }) => cid)
      expect(next.lessons.map(({ cid }) => cid)).toEqual(expect.arrayContaining(kept))
      expect(new Set(textsOf(next)).size).toBe(next.lessons.length)
      expect(next.lessons.map(({ cid }) => cid)).toEqual(next.version?.experiences ?? [])
    },
  )
})
