import { describe, expect, test } from 'vitest'
import { createCharacterModel } from '../../../test/fixtures/character-model.ts'
import { createScriptedModel } from '../../../src/models/scripted/create-scripted-model.ts'
import type { PromptContext } from '../../../src/protocol/ports.ts'
import type { PriorExpert } from '../../../src/learning/decoding/draw-with-experts.ts'
import { writeWithExperts } from './write-with-experts.ts'

/** Says what its system text says of two parameters. */
const model = createCharacterModel(createScriptedModel({ answer: ({ system }) => system }))
const said = (values: Record<string, unknown>): PromptContext => ({
  system: JSON.stringify(values),
  turns: [{ role: 'user', text: 'Tool: a.b(x, y)' }],
})
const BASE = said({ x: 'base', y: 1 })
const options = { base: BASE, keys: ['x', 'y'], maxTokens: 20 }
const expert = (values: Record<string, unknown>, alpha: number): PriorExpert => ({
  kind: 'context',
  context: said(values),
  alpha,
})

describe('writeWithExperts', () => {
  test('without experts, or with an exponent of 0, the model speaks for itself', async () => {
    for (const experts of [[], [expert({ x: 'other', y: 2 }, 0)]]) {
      const { text, finish, completionTokens } = await writeWithExperts(model, {
        ...options,
        experts,
      })
      expect(text).toBe('{"x":"base","y":1}')
      expect(finish).toBe('stop')
      // Keys are given: ` "base"` and ` 1}` are drawn, and the comma that ends nothing is not.
      expect(completionTokens).toBe(7 + 3)
    }
  })

  test('one expert with exponent 1 is what stands in its context', async () => {
    const values = { x: 'a "quoted" word', y: -2.5 }
    const { text } = await writeWithExperts(model, { ...options, experts: [expert(values, 1)] })
    expect(text).toBe(JSON.stringify(values))
  })

  test('of two experts the one with the larger exponent decides', async () => {
    const write = async (a: number, b: number): Promise<string> => {
      const experts = [expert({ x: 'left', y: 1 }, a), expert({ x: 'right', y: 1 }, b)]
      return (await writeWithExperts(model, { ...options, experts })).text
    }
    expect(await write(0.6, 0.3)).toBe('{"x":"left","y":1}')
    expect(await write(0.3, 0.6)).toBe('{"x":"right","y":1}')
  })

  test('a value ends at its bound', async () => {
    const { text, finish } = await writeWithExperts(model, {
      ...options,
      keys: ['x'],
      experts: [],
      maxTokens: 3,
    })
    expect(text).toBe('{"x":"b"}')
    expect(finish).toBe('length')
  })
})
