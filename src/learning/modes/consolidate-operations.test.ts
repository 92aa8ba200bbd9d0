import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createStageModel } from '../../../test/fixtures/stage-model.ts'
import type { TextOperation } from '../library/read-operations.ts'
import { CONSOLIDATION_PROMPT_VERSION, consolidateOperations } from './consolidate-operations.ts'
import { slotKeys } from './operation-slots.ts'
import { reconcileOperations } from './reconcile-operations.ts'

const known = [
  { cid: 'a', text: 'When a.' },
  { cid: 'b', text: 'When b.' },
  { cid: 'c', text: 'When c.' },
]
const proposed: TextOperation[] = [
  { op: 'add', text: 'When 0.' },
  { op: 'update', from: 'a', text: 'When 1.' },
  { op: 'add', text: 'When 2.' },
  { op: 'delete', cid: 'b' },
]

/** One opening a version. */
const SHOWN: Readonly<Record<number, string>> = {
  1: [
    'Lessons that are known, with what is proposed for them:',
    '[G0] "When a."',
    '- [P1] update G0: "When 1."',
    '[G1] "When b."',
    '- [P3] delete G1',
    '[G2] "When c."',
    'New lessons that are proposed:',
    '[P0] add: "When 0."',
    '[P2] add: "When 2."',
  ].join('\n'),
}

/** What comes of an answer whose slots hold these steps. */
async function consolidate(edits: readonly [string, string, string?][], deletes = true) {
  const keys = slotKeys(edits.length)
  const values = edits.flatMap(([operation, id, lesson = '']) => [operation, id, lesson])
  const consolidation = Object.fromEntries(keys.map((key, index) => [key, values[index]]))
  const { model } = createStageModel({ consolidation })
  return await consolidateOperations(proposed, known, model, { deletes })
}

describe('consolidateOperations', () => {
  test('shows every lesson with what is proposed for it, then what is new', async () => {
    const { model, prompts, asked } = createStageModel({ consolidation: {} })
    await consolidateOperations(proposed, known, model)
    expect(prompts('consolidation')[0]?.split('\n\n')[0]).toBe(SHOWN[CONSOLIDATION_PROMPT_VERSION])
    expect(asked('consolidation')[0]?.format).toEqual({ kind: 'object', keys: slotKeys(4) })
  })

  test('an empty answer leaves everything as it was proposed', async () => {
    expect(await consolidate([])).toEqual({ operations: proposed, skipped: 0 })
  })

  test.each<[string, [string, string, string?][], TextOperation[]]>([
    [
      'proposals that say the same become one',
      [['merge', 'P0, P2', 'When 0 or 2.']],
      [
        { op: 'add', text: 'When 0 or 2.' },
        { op: 'update', from: 'a', text: 'When 1.' },
        { op: 'delete', cid: 'b' },
      ],
    ],
    [
      'a proposal merged with a lesson takes its place',
      [['merge', 'P0 G2', 'When 0 or c.']],
      [
        { op: 'update', from: 'c', text: 'When 0 or c.' },
        { op: 'update', from: 'a', text: 'When 1.' },
        { op: 'add', text: 'When 2.' },
        { op: 'delete', cid: 'b' },
      ],
    ],
    [
      'two lessons become one, with what was pending on them',
      [['merge', 'G0 G2 P1', 'When a, c or 1.']],
      [
        { op: 'merge', from: ['a', 'c'], text: 'When a, c or 1.' },
        { op: 'add', text: 'When 0.' },
        { op: 'add', text: 'When 2.' },
        { op: 'delete', cid: 'b' },
      ],
    ],
    [
      'a proposal is reworded in its place',
      [['update', 'P1', 'When one.']],
      [
        { op: 'update', from: 'a', text: 'When one.' },
        { op: 'add', text: 'When 0.' },
        { op: 'add', text: 'When 2.' },
        { op: 'delete', cid: 'b' },
      ],
    ],
    [
      'a proposal is struck out and its lesson stays',
      [
        ['delete', 'P3'],
        ['delete', 'P0'],
      ],
      [
        { op: 'update', from: 'a', text: 'When 1.' },
        { op: 'add', text: 'When 2.' },
      ],
    ],
    [
      'a lesson is struck out with what was pending on it',
      [['delete', 'G0']],
      [
        { op: 'add', text: 'When 0.' },
        { op: 'add', text: 'When 2.' },
        { op: 'delete', cid: 'a' },
        { op: 'delete', cid: 'b' },
      ],
    ],
  ])('%s', async (_, edits, operations) => {
    const result = await consolidate(edits)
    expect(result.skipped).toBe(0)
    expect(new Set(result.operations)).toEqual(new Set(operations))
  })

  test.each<[string, [string, string, string?][]]>([
    ['what is not there', [['merge', 'P0 P9', 'When x.']]],
    ['something new', [['add', '', 'When x.']]],
    ['another wording of a deletion', [['update', 'P3', 'When x.']]],
    ['no step', [['fly', 'P0', 'When x.']]],
  ])('%s is no edit', async (_, edits) => {
    expect(await consolidate(edits)).toEqual({ operations: proposed, skipped: 1 })
  })

  test('nothing is edited twice', async () => {
    const { operations, skipped } = await consolidate([
      ['delete', 'P0'],
      ['update', 'P0', 'When x.'],
    ])
    expect(operations).toEqual(proposed.slice(1))
    expect(skipped).toBe(1)
  })

  test('where nothing may be struck out, only merges remove', async () => {
    const { operations, skipped } = await consolidate(
      [
        ['delete', 'G2'],
        ['merge', 'P0 P2', 'When 0 or 2.'],
      ],
      false,
    )
    expect(skipped).toBe(1)
    expect(operations).toContainEqual({ op: 'add', text: 'When 0 or 2.' })
    expect(operations).not.toContainEqual({ op: 'delete', cid: 'c' })
  })

  test('one proposal costs no call', async () => {
    const { model, calls } = createStageModel({})
    const [first] = proposed
    const { operations } = await consolidateOperations([first!, first!], known, model)
    expect(operations).toEqual([first])
    expect(calls()).toBe(0)
  })

  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constantFrom('add', 'delete', 'merge', 'update', 'keep', 'P9', 'G9', 'P0G0', 'When x.'),
  )
  test.prop([fc.dictionary(fc.constantFrom(...slotKeys(4)), value)], { numRuns: 500, seed: 5 })(
    'random answers that name nothing lose nothing',
    async (answer) => {
      const named = Object.values(answer).some((text) => /\b[pg][0-3]\b/i.test(text))
      fc.pre(!named)
      const { model } = createStageModel({ consolidation: answer })
      const { operations } = await consolidateOperations(proposed, known, model)
      expect(operations).toEqual(reconcileOperations(proposed))
    },
  )
})
