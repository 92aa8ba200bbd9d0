import { describe, expect, test } from 'vitest'
import { PARCEL, ROOM, type ToyTool, toyTask } from '../../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import type { DomainEvidence } from '../gather-evidence.ts'
import type { LessonMode, ProposedLesson } from '../propose-lessons.ts'
import { type Form, type GateOutcome, chooseForm } from './choose-form.ts'

/** What the memory in a prompt holds, by the marks that the lessons of these tests carry. */
interface Seen {
  value: number
  holds: (mark: string) => boolean
  example: boolean
  examples: number
  verifier: boolean
}
/** Which parameters an agent gets right; `true` is all of them. */
type Skill = (seen: Seen) => boolean | Readonly<Record<string, boolean>>

const lesson = (
  field: string,
  mark: string,
  mode: LessonMode = 'contrast-pair',
): ProposedLesson => ({
  field,
  mode,
  text: `When calling T, write ${field} ${mark}.`,
})

interface Setting {
  tool?: ToyTool
  lessons?: readonly ProposedLesson[]
  general?: readonly string[]
  /** Whether practice led to an accepted call, and to a refusal. */
  worked?: boolean
  /** Further accepted calls, each with a value of its own. */
  further?: number
  refused?: boolean
  tasks?: number
  threshold?: number
}

async function decide(skill: Skill, setting: Setting = {}) {
  const { tool = PARCEL, lessons = [], worked = false, further = 0, refused = false } = setting
  const { tasks: count = 6, threshold = 0.8, general } = setting
  let calls = 0
  const model = createScriptedModel({
    answer: ({ turns }) => {
      calls++
      const prompt = turns[0]?.text ?? ''
      const value = Number(/Request: Do (\d+)/.exec(prompt)?.[1])
      const right = skill({
        value,
        holds: (mark) => prompt.includes(` ${mark}`),
        example: prompt.includes(' was accepted with '),
        examples: prompt.split(' was accepted with ').length - 1,
        verifier: prompt.includes('When calling T: '),
      })
      const answers = tool.fields.map(({ name, accepted }) => [
        name,
        right === true || (right !== false && right[name] === true) ? accepted(value) : 'wrong',
      ])
      return JSON.stringify(Object.fromEntries(answers))
    },
  })
  const example = { input: 'Do 99, please.', output: '{"weight":99000}' }
  const more = Array.from({ length: further }, (_, index) => ({
    input: `Do ${100 + index}, please.`,
    output: JSON.stringify({ weight: 1000 * (100 + index) }),
  }))
  const evidence: DomainEvidence = {
    domain: 'T',
    signature: 'T',
    fields: tool.fields.map(({ name }) => ({ field: name, refused: [], worked: [] })),
    worked: worked ? [example, ...more] : [],
    messages: refused ? ['weight: wrong (got 4)'] : [],
    firstAttemptRate: 0,
  }
  const tasks = Array.from({ length: count }, (_, value) => toyTask(tool, value))
  const options = { tasks, threshold, ...(general === undefined ? {} : { general }) }
  const outcome = await chooseForm(evidence, lessons, model, options)
  return { outcome, calls, example }
}
const formsOf = ({ tried }: GateOutcome): Form[] => tried.map(({ form }) => form)
const chosenOf = (outcome: GateOutcome) =>
  outcome.decision === 'accepted' ? outcome.chosen : undefined
const reasonOf = (outcome: GateOutcome) =>
  outcome.decision === 'refused' ? outcome.reason : undefined

describe('chooseForm accepts', () => {
  test('a useful lesson, with what it was measured to gain', async () => {
    const good = lesson('weight', 'well')
    const { outcome } = await decide(({ holds }) => holds('well'), { lessons: [good] })
    expect(outcome).toMatchObject({ decision: 'accepted', baselineSolved: 0, n: 6 })
    expect(chosenOf(outcome)).toEqual({
      form: 'sentence',
      memory: [{ text: good.text }],
      solved: 6,
      result: { n: 6, wins: 6, losses: 0 },
      probability: 1 - 1 / 128,
      lessons: [good.text],
    })
  })

  test.each<[string, Skill, Form]>([
    ['sentence and example alike', () => true, 'both'],
    ['the example better beside no sentence', ({ holds }) => !holds('well'), 'example'],
    ['the sentence better beside no example', ({ example }) => !example, 'sentence'],
    [
      'both together more than either',
      ({ example, holds, value }) => (example && holds('well')) || value < 3,
      'both',
    ],
    ["only the verifier's words", ({ verifier }) => verifier, 'verifier'],
  ])('the form that solves most: %s', async (_, skill, form) => {
    // Without memory every task fails, whatever the skill.
    const memorised: Skill = (seen) =>
      (seen.example || seen.verifier || seen.holds('well')) && skill(seen)
    const setting = { lessons: [lesson('weight', 'well')], worked: true, refused: true }
    const { outcome, example } = await decide(memorised, setting)
    expect(chosenOf(outcome)?.form).toBe(form)
    const hasExample = chosenOf(outcome)?.memory.some((item) => item.example === example)
    expect(hasExample).toBe(form === 'both' || form === 'example')
  })

  test('a form that is proved before one that solves more but is not', async () => {
    // The sentence gains six tasks and loses three (P = .83); the example gains two and loses none (P = .875).
    const skill: Skill = ({ value, example, holds }) => {
      if (example && holds('well')) return false
      if (holds('well')) return value >= 3 && value < 16
      return value < (example ? 12 : 10)
    }
    const setting = { lessons: [lesson('weight', 'well')], worked: true, tasks: 20 }
    const strict = await decide(skill, { ...setting, threshold: 0.85 })
    expect(chosenOf(strict.outcome)).toMatchObject({ form: 'example', solved: 12 })
    const lax = await decide(skill, { ...setting, threshold: 0.8 })
    expect(chosenOf(lax.outcome)).toMatchObject({ form: 'sentence', solved: 13 })
  })
})

describe('chooseForm refuses', () => {
  test('a useless lesson', async () => {
    const { outcome } = await decide(({ value }) => value === 0, {
      lessons: [lesson('weight', 'well')],
    })
    expect(outcome).toMatchObject({ reason: 'not-proved', baselineSolved: 1, n: 6 })
  })

  test('a useless lesson at the lowest threshold, too', async () => {
    const setting = { lessons: [lesson('weight', 'well')], worked: true, threshold: 0.5 }
    expect(reasonOf((await decide(() => false, setting)).outcome)).toBe('not-proved')
  })

  test('a harmful lesson', async () => {
    const { outcome } = await decide(({ holds, value }) => !holds('well') && value > 1, {
      lessons: [lesson('weight', 'well')],
    })
    expect(reasonOf(outcome)).toBe('not-proved')
    expect(outcome.tried[0]?.result).toEqual({ n: 6, wins: 0, losses: 4 })
  })

  test('more correct parts where fewer calls are accepted for them', async () => {
    const { outcome } = await decide(
      ({ holds, value }) => (holds('well') ? { room: true } : value < 2),
      { tool: ROOM, lessons: [lesson('room', 'well')], tasks: 9 },
    )
    expect(outcome.tried[0]).toMatchObject({ solved: 0, result: { wins: 7, losses: 2 } })
    expect(reasonOf(outcome)).toBe('not-proved')
  })

  test('one win, which may be chance', async () => {
    const { outcome } = await decide(({ holds, value }) => holds('well') && value === 1, {
      lessons: [lesson('weight', 'well')],
    })
    expect(reasonOf(outcome)).toBe('not-proved')
  })

  test('without a trial where everything is solved already', async () => {
    const { outcome, calls } = await decide(() => true, { lessons: [lesson('weight', 'well')] })
    expect(outcome).toEqual({
      decision: 'refused',
      reason: 'nothing-to-gain',
      tried: [],
      baselineSolved: 6,
      n: 6,
    })
    expect(calls).toBe(6)
  })

  test('where nothing was learnt', async () => {
    const { outcome, calls } = await decide(() => false)
    expect(outcome).toMatchObject({ reason: 'nothing-proposed', tried: [] })
    expect(calls).toBe(6)
  })

  test('where there is nothing to try it on', async () => {
    const { outcome, calls } = await decide(() => false, {
      tasks: 0,
      lessons: [lesson('weight', 'well')],
    })
    expect(reasonOf(outcome)).toBe('nothing-to-gain')
    expect(calls).toBe(0)
  })
})

describe('chooseForm tries', () => {
  test('every form once, and the verifier where none was perfect', async () => {
    const setting = { lessons: [lesson('weight', 'well')], worked: true, refused: true }
    const weak = await decide(() => false, setting)
    // The sentence did not help, so there is nothing to combine.
    expect(formsOf(weak.outcome)).toEqual(['sentence', 'example', 'verifier'])
    const strong = await decide(({ holds }) => holds('well'), setting)
    expect(formsOf(strong.outcome)).toEqual(['sentence', 'both'])
  })

  test('several examples where one is not enough, at most four, beside the sentences if any', async () => {
    const setting = { worked: true, further: 6, lessons: [lesson('weight', 'well')] }
    const alone = await decide(({ examples }) => examples > 1, setting)
    expect(formsOf(alone.outcome)).toEqual(['sentence', 'example', 'example'])
    expect(chosenOf(alone.outcome)?.memory.map(({ example }) => example?.input)).toEqual([
      'Do 99, please.',
      'Do 100, please.',
      'Do 101, please.',
      'Do 102, please.',
    ])
    const beside: Skill = ({ examples, holds, value }) =>
      holds('well') && (examples > 1 || value < 3)
    const { outcome } = await decide(beside, setting)
    expect(formsOf(outcome)).toEqual(['sentence', 'example', 'both', 'both'])
    expect(chosenOf(outcome)?.memory).toHaveLength(4)
    expect(chosenOf(outcome)?.memory[0]?.text).toBe(setting.lessons[0]?.text)
  })

  test('no second sentence where the first is perfect', async () => {
    const lessons = [lesson('weight', 'well'), lesson('weight', 'poorly', 'working-calls')]
    const { outcome } = await decide(({ holds }) => holds('well'), { lessons })
    expect(formsOf(outcome)).toEqual(['sentence'])
  })

  test('the second sentence where the first is not, and keeps the better one', async () => {
    const lessons = [lesson('weight', 'poorly'), lesson('weight', 'well', 'working-calls')]
    const { outcome } = await decide(({ holds }) => holds('well'), { lessons, worked: true })
    expect(formsOf(outcome)).toEqual(['sentence', 'sentence', 'both'])
    expect(chosenOf(outcome)?.memory[0]?.text).toBe(lessons[1]?.text)
  })
})

describe('chooseForm judges parameter by parameter', () => {
  const tool = ROOM

  test('a good sentence is not lost beside a harmful one', async () => {
    const lessons = [lesson('room', 'well'), lesson('floor', 'poorly')]
    const skill: Skill = ({ holds }) => ({ room: holds('well'), floor: !holds('poorly') })
    const { outcome } = await decide(skill, { tool, lessons })
    expect(chosenOf(outcome)).toMatchObject({ solved: 6, memory: [{ text: lessons[0]?.text }] })
    expect(formsOf(outcome)).toEqual(['sentence', 'sentence'])
  })

  test('the best of each parameter are put together and tried together', async () => {
    const lessons = [
      lesson('room', 'well'),
      lesson('room', 'worse', 'working-calls'),
      lesson('floor', 'worst'),
      lesson('floor', 'better', 'working-calls'),
    ]
    const skill: Skill = ({ holds }) => ({ room: holds('well'), floor: holds('better') })
    const { outcome } = await decide(skill, { tool, lessons })
    expect(outcome.tried.map(({ solved }) => solved)).toEqual([0, 0, 6])
    expect(chosenOf(outcome)?.memory).toEqual([
      { text: 'When calling T, write room well; write floor better.' },
    ])
  })

  test('a set that was tried is not tried again', async () => {
    const lessons = [
      lesson('room', 'worse'),
      lesson('room', 'well', 'working-calls'),
      lesson('floor', 'better'),
    ]
    const skill: Skill = ({ holds }) => ({ room: holds('well'), floor: holds('better') })
    const { outcome } = await decide(skill, { tool, lessons })
    expect(outcome.tried.map(({ solved }) => solved)).toEqual([0, 6])
  })

  test('a sentence without effect on its own parameter is dropped', async () => {
    const lessons = [lesson('room', 'well'), lesson('floor', 'anyhow')]
    const skill: Skill = ({ holds }) => ({ room: holds('well'), floor: true })
    const { outcome } = await decide(skill, { tool, lessons, worked: true })
    const both = outcome.tried.find(({ form }) => form === 'both')
    expect(both?.memory.map(({ text }) => text)).toEqual([lessons[0]?.text])
  })
})

describe('sentences about no single parameter', () => {
  const general = ['Think first.', 'Weigh it well.', 'Be quick.']

  test('are tried each by itself, and the one that helps ships', async () => {
    const { outcome } = await decide(({ holds }) => holds('it well'), { general })
    expect(outcome.tried.map(({ memory }) => memory)).toEqual([
      [{ text: 'Think first.' }],
      [{ text: 'Weigh it well.' }],
    ])
    expect(chosenOf(outcome)).toMatchObject({ form: 'sentence', lessons: ['Weigh it well.'] })
  })

  test('one that gains something is tried beside an example, too', async () => {
    const skill: Skill = ({ holds, example, value }) => holds('it well') && (example || value < 3)
    const { outcome, example } = await decide(skill, { general, worked: true })
    expect(formsOf(outcome)).toEqual(['sentence', 'sentence', 'both'])
    expect(chosenOf(outcome)?.memory).toEqual([{ text: 'Weigh it well.', example }])
  })

  test('are not tried where a lesson about a parameter solves everything', async () => {
    const good = lesson('weight', 'well')
    const { outcome } = await decide(({ holds }) => holds('well'), { general, lessons: [good] })
    expect(chosenOf(outcome)?.lessons).toEqual([good.text])
    expect(outcome.tried).toHaveLength(1)
  })

  test('more than eight are not tried', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `Think ${index}.`)
    const { outcome, calls } = await decide(() => false, { general: many })
    expect(reasonOf(outcome)).toBe('not-proved')
    expect(calls).toBe(6 + 8 * 6)
  })
})

test('a form says which proposals are in it', async () => {
  const lessons = [lesson('room', 'well'), lesson('floor', 'ill'), lesson('floor', 'fine')]
  const skill: Skill = ({ holds }) => ({ room: holds('well'), floor: holds('fine') })
  const { outcome } = await decide(skill, { tool: ROOM, lessons, worked: true })
  expect(chosenOf(outcome)?.lessons).toEqual([lessons[0]?.text, lessons[2]?.text])
  const plain = await decide(({ example }) => example, { worked: true, refused: true })
  expect(chosenOf(plain.outcome)).not.toHaveProperty('lessons')
})
