import { describe, expect, test } from 'vitest'
import { PARCEL, ROOM, type ToyTool, toyTask } from '../../test/fixtures/toy-tools.ts'
import type { Group } from './collect-group.ts'
import { gatherEvidence } from './gather-evidence.ts'

/** A group whose episodes gave these answers, each judged by the task. */
function group(tool: ToyTool, value: number, episodes: readonly object[][]): Group {
  const task = toyTask(tool, value)
  const played = episodes.map((answers) => {
    const attempts = answers.map((fields) => {
      const answer = JSON.stringify(fields)
      return { answer, verdict: task.verify(answer), promptTokens: 1 }
    })
    const isSolved = attempts.at(-1)?.verdict.success === true
    return { task, memory: [], attempts, reward: isSolved ? 1 / 2 ** (attempts.length - 1) : 0 }
  })
  return { task, episodes: played, hasSpread: true }
}
/** The same, played with an accepted call in the prompt. */
const guided = ({ episodes, ...rest }: Group): Group => {
  const memory = [{ example: { input: 'Do 9, please.', output: '{"weight":9000}' } }]
  return { ...rest, episodes: episodes.map((episode) => ({ ...episode, memory })) }
}
const inputsOf = (calls: readonly { input: string }[]) => calls.map(({ input }) => input)

describe('gatherEvidence', () => {
  test('contrasts refused with accepted calls', () => {
    const evidence = gatherEvidence('parcel.ship', [
      group(PARCEL, 4, [[{ weight: 4 }, { weight: 4000 }], [{ weight: 40 }]]),
    ])
    const worked = [{ input: 'Do 4, please.', output: '{"weight":4000}' }]
    const message = (got: number) => `weight: out of range (got ${got})`
    expect(evidence).toEqual({
      domain: 'parcel.ship',
      signature: 'parcel.ship(weight)',
      fields: [
        {
          field: 'weight',
          refused: [
            { input: 'Do 4, please.', output: '{"weight":4}', message: message(4) },
            { input: 'Do 4, please.', output: '{"weight":40}', message: message(40) },
          ],
          worked,
        },
      ],
      worked,
      messages: [message(4), message(40)],
      firstAttemptRate: 0,
    })
  })

  test('calls that repaired a refusal come first, the others after them, each request once', () => {
    const { worked } = gatherEvidence('parcel.ship', [
      group(PARCEL, 1, [[{ weight: 1000 }]]),
      group(PARCEL, 2, [[{ weight: 2000 }], [{ weight: 2 }, { weight: 2000 }]]),
      group(PARCEL, 3, [[{ weight: 3 }, { weight: 3000 }], [{ weight: 3000 }]]),
    ])
    expect(inputsOf(worked)).toEqual(['Do 2, please.', 'Do 3, please.', 'Do 1, please.'])
  })

  test('a refused call and a message are kept once', () => {
    const wrong = { weight: 5 }
    const { fields, messages } = gatherEvidence('parcel.ship', [
      group(PARCEL, 4, [[wrong, wrong], [wrong]]),
      group(PARCEL, 5, [[wrong]]),
    ])
    expect(fields[0]?.refused).toHaveLength(1)
    expect(messages).toHaveLength(1)
  })

  test('only parameters that were wrong count, in the order of the tool', () => {
    const { fields } = gatherEvidence('room.book', [
      group(ROOM, 1, [[{ room: 'R-1', floor: 1 }]]),
      group(ROOM, 2, [[{ room: 2, floor: '2F' }]]),
    ])
    expect(fields.map(({ field, refused }) => [field, inputsOf(refused)])).toEqual([
      ['room', ['Do 2, please.']],
      ['floor', ['Do 1, please.']],
    ])
    const floorOnly = gatherEvidence('room.book', [
      group(ROOM, 1, [
        [
          { room: 'R-1', floor: 1 },
          { room: 'R-1', floor: '1F' },
        ],
      ]),
    ])
    expect(floorOnly.fields.map(({ field }) => field)).toEqual(['floor'])
  })

  test('what was right in a refused call teaches its own parameter, and is no accepted call', () => {
    const { fields, worked } = gatherEvidence('room.book', [
      group(ROOM, 1, [[{ room: 'R-1', floor: 1 }]]),
      group(ROOM, 2, [[{ room: 2, floor: '2F' }]]),
    ])
    expect(worked).toEqual([])
    expect(fields.map((field) => field.worked)).toEqual([
      [{ input: 'Do 1, please.', output: '{"room":"R-1"}' }],
      [{ input: 'Do 2, please.', output: '{"floor":"2F"}' }],
    ])
  })

  test('an accepted call stands before what was right in a refused one', () => {
    const { fields } = gatherEvidence('room.book', [
      group(ROOM, 1, [
        [
          { room: 1, floor: '1F' },
          { room: 'R-1', floor: '1F' },
        ],
      ]),
      group(ROOM, 2, [[{ room: 'R-2', floor: 2 }]]),
    ])
    expect(fields[0]?.worked.map(({ output }) => output)).toEqual([
      '{"room":"R-1","floor":"1F"}',
      '{"room":"R-2"}',
    ])
  })

  test('the first-attempt rate counts episodes without memory', () => {
    const rate = gatherEvidence('parcel.ship', [
      group(PARCEL, 4, [[{ weight: 4000 }], [{ weight: 4 }, { weight: 4000 }], [{ weight: 4 }]]),
      group(PARCEL, 5, [[{ weight: 5000 }]]),
      guided(group(PARCEL, 6, [[{ weight: 6000 }]])),
    ]).firstAttemptRate
    expect(rate).toBe(0.5)
  })

  test('no practice is no evidence', () => {
    expect(gatherEvidence('parcel.ship', [])).toEqual({
      domain: 'parcel.ship',
      signature: 'parcel.ship',
      fields: [],
      worked: [],
      messages: [],
      firstAttemptRate: 0,
    })
  })
})
