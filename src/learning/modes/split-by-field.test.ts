import { describe, expect, test } from 'vitest'
import { toyGroup } from '../../../test/fixtures/toy-groups.ts'
import { ROOM } from '../../../test/fixtures/toy-tools.ts'
import { gatherEvidence } from '../gather-evidence.ts'
import { splitByField } from './split-by-field.ts'

const evidence = gatherEvidence('room.book', [
  toyGroup(ROOM, 4, [
    [
      { room: 4, floor: 4 },
      { room: 'R-4', floor: '4F' },
    ],
  ]),
])
const split = (...sentences: string[]) => splitByField(sentences, evidence)
const opening = 'When calling room.book, write'

describe('splitByField', () => {
  test('sorts sentences by the parameter that they open with', () => {
    const { lessons, general } = split(
      `${opening} floor as nnF.`,
      `${opening} room as R-nn.`,
      `${opening} rooms as you like.`,
      'When asked politely, be polite.',
    )
    expect(lessons.map(({ field }) => field)).toEqual(['floor', 'room'])
    expect(general).toEqual([`${opening} rooms as you like.`, 'When asked politely, be polite.'])
  })

  test('an example that was refused is refused, its rule is not', () => {
    const text = `${opening} room with its prefix, e.g. 4 for room 4.`
    const { lessons, refused } = split(text)
    expect(lessons).toEqual([
      { field: 'room', mode: 'group', text: `${opening} room with its prefix.` },
    ])
    expect(refused).toEqual([{ field: 'room', mode: 'group', text, reason: 'copies-failure' }])
  })

  test('where nothing but the example was said, nothing is left', () => {
    expect(split(`${opening} room, e.g. 4.`)).toMatchObject({ lessons: [], general: [] })
  })

  test('a sentence about no parameter must not copy a failure of any', () => {
    const { general, refused } = split('When in doubt, write more, e.g. 4 for four.')
    expect(general).toEqual(['When in doubt, write more.'])
    expect(refused).toHaveLength(1)
  })
})
