import { describe, expect, test } from 'vitest'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import type { DomainEvidence } from '../gather-evidence.ts'
import { proposeLessons } from '../propose-lessons.ts'
import { groupPrompt } from './group-prompt.ts'

const worked = [{ input: 'Ship 4 kg.', output: '{"weight":4000}' }]
const refused = [
  { input: 'Ship 9 kg.', output: '{"weight":9}', message: 'weight: out of range (got 9)' },
  { input: 'Ship 4 kg.', output: '{"weight":4}', message: 'weight: out of range (got 4)' },
]
const evidence: DomainEvidence = {
  domain: 'parcel.ship',
  signature: 'parcel.ship(weight)',
  fields: [{ field: 'weight', refused, worked }],
  worked,
  messages: [],
  firstAttemptRate: 0,
}

describe('groupPrompt', () => {
  test('shows a request once, with what was refused and what was accepted, contrasts first', () => {
    const { turns, format } = groupPrompt(evidence)
    const [, first, second] = (turns[0]?.text ?? '').split('Request ')
    expect(first).toBe(
      '"Ship 4 kg."\n- {"weight":4} → refused: weight: out of range (got 4)\n- {"weight":4000} → accepted\n',
    )
    expect(second).toContain('"Ship 9 kg."')
    expect(format).toEqual({ kind: 'object', keys: ['weight'] })
  })

  test('is asked only where it is wanted, and its rules become proposals of their own', async () => {
    const model = createScriptedModel({
      answer: ({ format }) =>
        format.kind === 'object'
          ? '{"weight":"write weight in grams, e.g. 72000 for 72 kg"}'
          : ' in kilos.',
    })
    const without = await proposeLessons(evidence, model)
    expect(without.lessons.map(({ mode }) => mode)).toEqual(['contrast-pair'])
    const { lessons } = await proposeLessons(evidence, model, { groupPrompt: true })
    expect(lessons.find(({ mode }) => mode === 'group')?.text).toBe(
      'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.',
    )
  })

  test('an answer that is no object loses nothing but itself', async () => {
    const model = createScriptedModel({
      answer: ({ format }) => (format.kind === 'object' ? 'no idea' : ' in grams.'),
    })
    const { lessons } = await proposeLessons(evidence, model, { groupPrompt: true })
    expect(lessons.map(({ mode }) => mode)).toEqual(['contrast-pair'])
  })
})
