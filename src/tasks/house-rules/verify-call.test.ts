import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import type { ErrorGrade } from '../common/grades.ts'
import type { Tool } from './create-universe.ts'
import { type DrawnParameter, drawCall } from './draw-call.ts'
import { RULE_KINDS } from './rules/catalogue.ts'
import { verifyCall } from './verify-call.ts'

const GRADES: readonly ErrorGrade[] = ['explicit', 'vague', 'silent']
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/

const weight: DrawnParameter = {
  name: 'weight',
  mention: '4 kg',
  accepted: 4000,
  case: undefined,
  explicit: 'expected the weight in grams',
  vague: 'out of range',
}
const country: DrawnParameter = {
  name: 'country',
  mention: 'France',
  accepted: 'FRA',
  case: undefined,
  explicit: 'expected the three-letter code',
  vague: 'must be three capital letters',
}
const parcel = [weight, country]
const call = (fields: Record<string, unknown>) => JSON.stringify(fields)

/** One drawn value of every kind of rule. */
const drawn = RULE_KINDS.map((rule) => {
  const tool: Tool = {
    name: 'x',
    parameters: [{ name: 'field', slot: 'field', rule }],
    wordings: ['{field}'],
    grade: 'explicit',
    teaching: rule.teaching,
  }
  return { id: rule.id, parameters: drawCall(tool, createSeededRandom(rule.id)).parameters }
})

/** Values near an accepted one that no service takes for it. */
function neighboursOf(accepted: string | number): unknown[] {
  const wrapped = [[accepted], { value: accepted }, null, true, '', ' ', [], {}]
  if (typeof accepted === 'number') {
    const hex = Number.isInteger(accepted) ? [`0x${accepted.toString(16)}`] : []
    const near = [accepted + 1, -accepted, accepted * 10, `${accepted}x`, `${accepted}e0`, '1e999']
    return [...wrapped, ...near, ...hex]
  }
  const cases = [accepted.toLowerCase(), accepted.toUpperCase()].filter((text) => text !== accepted)
  return [
    ...wrapped,
    ...cases,
    `${accepted}x`,
    ` ${accepted}`,
    `${accepted} `,
    accepted.slice(1),
    0,
  ]
}

describe('verifyCall', () => {
  test.each(drawn)('takes the accepted value of $id and nothing near it', ({ parameters }) => {
    const [{ accepted } = weight] = parameters
    for (const grade of GRADES) {
      const verdict = verifyCall(call({ field: accepted }), parameters, grade)
      expect(verdict).toEqual({ success: true, fields: { field: true }, message: '' })
      for (const value of neighboursOf(accepted)) {
        const refused = verifyCall(call({ field: value }), parameters, grade)
        expect(refused.success, `${JSON.stringify(value)} for ${accepted}`).toBe(false)
        expect(refused.fields).toEqual({ field: false })
        expect(refused.message).not.toBe('')
      }
    }
  })

  test.prop([fc.jsonValue()])('takes no other value', (value) => {
    const same = value === 4000 || (typeof value === 'string' && Number(value) === 4000)
    fc.pre(!same)
    expect(verifyCall(call({ weight: value }), [weight], 'vague').success).toBe(false)
    expect(verifyCall(call({ country: value }), [country], 'vague').success).toBe(value === 'FRA')
  })

  test('a number may arrive as text, and digits as a number', () => {
    const digits = { ...country, accepted: '20240115' }
    expect(verifyCall('{"weight":"4000"}', [weight], 'vague').success).toBe(true)
    expect(verifyCall('{"weight":4000.0}', [weight], 'vague').success).toBe(true)
    expect(verifyCall('{"country":20240115}', [digits], 'vague').success).toBe(true)
  })

  test('an explicit service says what it expects of every wrong parameter, and what it got', () => {
    expect(verifyCall(call({ weight: 4, country: 'fr' }), parcel, 'explicit')).toEqual({
      success: false,
      fields: { weight: false, country: false },
      message:
        'weight: expected the weight in grams (got 4); country: expected the three-letter code (got "fr")',
    })
  })

  test('a vague service names the parameter and hints; a right one is not spoken of', () => {
    expect(verifyCall(call({ country: 'FRA' }), parcel, 'vague')).toEqual({
      success: false,
      fields: { weight: false, country: true },
      message: 'weight: out of range (missing)',
    })
  })

  test.prop([fc.oneof(fc.constant(4000), fc.jsonValue()), fc.jsonValue()])(
    'a silent service tells nothing but whether the whole call was accepted',
    (first, second) => {
      const verdict = verifyCall(call({ weight: first, country: second }), parcel, 'silent')
      fc.pre(!verdict.success)
      expect(verdict).toEqual(verifyCall(call({ weight: 0, country: '' }), parcel, 'silent'))
      expect(verdict).toEqual({
        success: false,
        fields: { weight: false, country: false },
        message: 'refused',
      })
    },
  )

  test('a silent service calls every parameter right when it accepts', () => {
    const verdict = verifyCall(call({ weight: 4000, country: 'FRA' }), parcel, 'silent')
    expect(verdict).toEqual({ success: true, fields: { weight: true, country: true }, message: '' })
  })
})

describe('a hostile answer', () => {
  const pieces = '{ } [ ] " : , \\ \\u d800 0 -1 1e999 4000 FRA weight country null true __proto__'
  const alphabet = [...pieces.split(' '), ' ', '\n', '\u2028', '\ud800', '{"weight":', '"country":']

  test('is a failed attempt and never an exception: 10,000 texts', () => {
    const random = createSeededRandom('verify-call/fuzz')
    for (let run = 0; run < 10_000; run++) {
      const length = random.integer(24)
      const answer = Array.from({ length }, () => alphabet[random.integer(alphabet.length)]).join(
        '',
      )
      const verdict = verifyCall(answer, parcel, GRADES[run % 3] ?? 'vague')
      expect(verdict.success).toBe(false)
      expect(Object.keys(verdict.fields)).toEqual(['weight', 'country'])
      expect(verdict.message).toMatch(/\S/)
      expect(verdict.message).not.toMatch(LINE_BREAK)
    }
  })

  test.each([
    ['nothing', ''],
    ['an array', '[4000,"FRA"]'],
    ['a text', '"FRA"'],
    ['null', 'null'],
    ['deep arrays', '['.repeat(4000)],
    ['deep objects', '{"weight":'.repeat(400) + '1' + '}'.repeat(400)],
    ['fields of a prototype', '{"__proto__":{"weight":4000,"country":"FRA"}}'],
    ['fields of a constructor', '{"constructor":{"prototype":{"weight":4000}}}'],
    ['two objects', '{"weight":4000,"country":"FRA"}{}'],
  ])('%s is refused', (_, answer) => {
    for (const grade of GRADES) {
      const { success, fields } = verifyCall(answer, parcel, grade)
      expect({ success, fields }).toEqual({
        success: false,
        fields: { weight: false, country: false },
      })
    }
    expect(Object.hasOwn(Object.prototype, 'weight')).toBe(false)
  })

  test.each(['', '[4000]', 'null', '"FRA"', '7', '{'])('%s is said to be no object', (answer) => {
    const { message } = verifyCall(answer, parcel, 'explicit')
    expect(message).toBe('the call is not a JSON object')
  })

  test('is read up to 4096 characters', () => {
    const accepted = call({ weight: 4000, country: 'FRA' })
    expect(verifyCall(accepted.padEnd(4096), parcel, 'vague').success).toBe(true)
    expect(verifyCall(accepted.padEnd(4097), parcel, 'vague').success).toBe(false)
    expect(verifyCall(accepted.padEnd(1e6), parcel, 'vague').message).not.toMatch(/ {9}/)
  })

  test.prop([fc.string({ unit: 'binary', minLength: 100, maxLength: 3000 })])(
    'is repeated in a message on one line and in part only',
    (value) => {
      const answer = call({ country: value })
      const { message } = verifyCall(answer, [country], 'vague')
      const bare = verifyCall('{}', [country], 'vague').message
      expect(message.length).toBeLessThan(bare.length + 6 * 121 + 10)
      expect(message).not.toMatch(LINE_BREAK)
    },
  )

  test('a long value is cut where the message says so', () => {
    const { message } = verifyCall(call({ country: 'A'.repeat(500) }), [country], 'vague')
    expect(message).toBe(`country: must be three capital letters (got "${'A'.repeat(120)}…")`)
  })
})
