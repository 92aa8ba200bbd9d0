import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { CompletionRequest } from '../protocol/ports.ts'
import type { DomainEvidence, FieldEvidence } from './gather-evidence.ts'
import { proposeLessons } from './propose-lessons.ts'

const call = (value: number, output: number | string) => ({
  input: `Ship ${value} kg.`,
  output: JSON.stringify({ weight: output }),
})
const refusedCall = (value: number, output: number | string) => ({
  ...call(value, output),
  message: `weight: out of range (got ${JSON.stringify(output)})`,
})

function evidenceOf(...fields: FieldEvidence[]): DomainEvidence {
  const worked = fields[0]?.worked ?? []
  const signature = `parcel.ship(${fields.map(({ field }) => field).join(', ')})`
  return { domain: 'parcel.ship', signature, fields, worked, messages: [], firstAttemptRate: 0 }
}
const weight: FieldEvidence = {
  field: 'weight',
  refused: [refusedCall(4, 4), refusedCall(5, 55)],
  worked: [call(7, 7000), call(4, 4000), call(9, 9000)],
}

/** A model that says the same to everything, or what the function says; it keeps what it was asked. */
function speaker(says: string | ((request: CompletionRequest) => string)) {
  const asked: CompletionRequest[] = []
  const model = createScriptedModel({
    answer: (request) => {
      asked.push(request)
      return typeof says === 'string' ? says : says(request)
    },
  })
  return { model, asked }
}
const isContrast = ({ turns }: CompletionRequest) => turns.at(-1)?.text.includes('\nFailed: ')
const linesOf = (request: CompletionRequest | undefined) =>
  request?.turns.at(-1)?.text.split('\n') ?? []
const words = (count: number) => Array.from({ length: count }, () => 'so').join(' ')
/** Words of "When calling parcel.ship, write weight". */
const OPENING = 5

describe('proposeLessons', () => {
  test('asks for a contrast pair and for a comparison of working calls', async () => {
    const { model } = speaker((request) => (isContrast(request) ? ' in grams.' : ' times 1000'))
    expect(await proposeLessons(evidenceOf(weight), model)).toEqual({
      lessons: [
        {
          field: 'weight',
          mode: 'contrast-pair',
          text: 'When calling parcel.ship, write weight in grams.',
        },
        {
          field: 'weight',
          mode: 'working-calls',
          text: 'When calling parcel.ship, write weight times 1000.',
        },
      ],
      refused: [],
    })
  })

  test('the contrast pair shows one refusal, the call that repaired it, and one more that worked', async () => {
    const { model, asked } = speaker(' in grams.')
    await proposeLessons(evidenceOf(weight), model)
    expect(linesOf(asked.find(isContrast))).toEqual([
      'Tool: parcel.ship(weight)',
      'Failed: request "Ship 4 kg." call {"weight":4} error: weight: out of range (got 4)',
      'Worked: request "Ship 4 kg." call {"weight":4000}',
      'Worked: request "Ship 7 kg." call {"weight":7000}',
    ])
  })

  test('without a success the refusal alone is shown', async () => {
    const { model, asked } = speaker(' in grams.')
    await proposeLessons(evidenceOf({ ...weight, worked: [] }), model)
    expect(asked).toHaveLength(1)
    expect(linesOf(asked[0])).toHaveLength(2)
  })

  test('working calls are compared only where at least three show more than one value', async () => {
    const compared = async (...worked: FieldEvidence['worked'][number][]) => {
      const { model, asked } = speaker(' in grams.')
      await proposeLessons(evidenceOf({ ...weight, worked }), model)
      return asked.some((request) => !isContrast(request))
    }
    expect(await compared(call(1, 'A'), call(2, 'A'), call(3, 'A'))).toBe(false)
    expect(await compared(call(1, 'A'), call(2, 'B'))).toBe(false)
    expect(await compared(call(1, 'A'), call(2, 'B'), call(3, 'A'))).toBe(true)
  })

  test('compared calls show every value before any value again, at most eight calls', async () => {
    const outputs = ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'C', 'D', 'D']
    const worked = outputs.map((output, index) => call(index, output))
    const { model, asked } = speaker(' by case.')
    await proposeLessons(evidenceOf({ ...weight, worked }), model)
    const lines = linesOf(asked.find((request) => !isContrast(request)))
    const shown = lines.map((line) => /"weight":"(\w)"/.exec(line)?.[1]).slice(1)
    expect(shown).toEqual(['A', 'B', 'C', 'D', 'A', 'B', 'D', 'A'])
  })

  test('a sentence that both ways lead to is proposed once', async () => {
    const { model } = speaker(' in grams.')
    const { lessons, refused } = await proposeLessons(evidenceOf(weight), model)
    expect(lessons.map(({ mode }) => mode)).toEqual(['contrast-pair'])
    expect(refused).toEqual([])
  })

  test('a sentence is brought onto one tidy line', async () => {
    const { model } = speaker('  in \t grams ,  e\u0301 \nand more')
    const { lessons } = await proposeLessons(evidenceOf(weight), model)
    expect(lessons[0]?.text).toBe('When calling parcel.ship, write weight in grams , é.')
  })

  test.each([
    ['32 words', ` ${words(32 - OPENING)}.`, undefined],
    ['33 words', ` ${words(33 - OPENING)}.`, 'too-long'],
    ['401 bytes', ` ${'€'.repeat(130)}.`, 'too-long'],
    ['no end within the bound of tokens', ` ${words(80)}`, 'unfinished'],
    ['an example that was refused', ', e.g. 55 for 5 kg.', 'copies-failure'],
    ['a quoted example that was refused', ' e.g. "55".', 'copies-failure'],
    ['an example that was accepted', ' as number, e.g. 4000 for 4 kg.', undefined],
    ['a refused example that is part of an accepted one', ', e.g. 4 for 4 kg.', 'copies-failure'],
    ['a new example', ' as number, e.g. 72000 for 72 kg.', undefined],
    ['nothing but an example', ' e.g.', undefined],
  ])('%s: %s is refused as %s', async (_, text, reason) => {
    const { model } = speaker(text)
    const { lessons, refused } = await proposeLessons(evidenceOf(weight), model)
    expect(refused.map((lesson) => lesson.reason)).toEqual(
      reason === undefined ? [] : [reason, reason],
    )
    expect(lessons).toHaveLength(reason === undefined ? 1 : 0)
  })

  test('a rule whose example was refused is proposed without it', async () => {
    const { model } = speaker(' in whole grams, e.g. 55 for 5 kg.')
    const { lessons, refused } = await proposeLessons(evidenceOf(weight), model)
    expect(refused.map(({ reason }) => reason)).toEqual(['copies-failure', 'copies-failure'])
    expect(lessons.map(({ text }) => text)).toEqual([
      'When calling parcel.ship, write weight in whole grams.',
    ])
  })

  test('what is wrong with one parameter loses nothing about another', async () => {
    const country = { ...weight, field: 'country', worked: [] }
    const { model } = speaker(({ format }) =>
      format.kind === 'text' && format.prefill?.endsWith('weight') === true
        ? ` ${words(100)}`
        : ' as three letters.',
    )
    const { lessons, refused } = await proposeLessons(evidenceOf(weight, country), model)
    expect(lessons.map(({ text }) => text)).toEqual([
      'When calling parcel.ship, write country as three letters.',
    ])
    expect(refused.map(({ field, reason }) => [field, reason])).toEqual([
      ['weight', 'unfinished'],
      ['weight', 'unfinished'],
    ])
  })

  test('no evidence, no question', async () => {
    const { model, asked } = speaker(' in grams.')
    expect(await proposeLessons(evidenceOf(), model)).toEqual({ lessons: [], refused: [] })
    expect(asked).toEqual([])
  })

  test('calls that are not JSON count as one value', async () => {
    const worked = ['no', 'json', '{'].map((output) => ({ input: output, output }))
    const { model, asked } = speaker(' in grams.')
    await proposeLessons(evidenceOf({ ...weight, worked }), model)
    expect(asked).toHaveLength(1)
  })

  test('5,000 random outputs: each is proposed or refused, none throws', async () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        ' ',
        '\n',
        '\r',
        '\u2028',
        '"',
        'e.g. ',
        'e.g. "',
        ' for ',
        ', if ',
        '.',
        '55',
      ),
      fc.constantFrom(' in grams', 'When calling parcel.ship, write weight', '{"weight":', '\\'),
      fc.lorem({ maxCount: 20 }),
    )
    const outputs = fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''))
    for (const output of fc.sample(outputs, { numRuns: 2500, seed: 5 })) {
      const { model, asked } = speaker((request) => (isContrast(request) ? output : `${output}!`))
      const { lessons, refused } = await proposeLessons(evidenceOf(weight), model)
      expect(asked).toHaveLength(2)
      expect(lessons.length + refused.length).toBeGreaterThanOrEqual(1)
      for (const { text } of lessons) {
        expect(text.startsWith('When calling parcel.ship, write ')).toBe(true)
        expect(text.endsWith('.')).toBe(true)
        expect(text).not.toMatch(/[\n\r\v\f\t\u2028\u2029]/)
        expect(text.split(' ').length).toBeLessThanOrEqual(32)
      }
    }
  })
})
