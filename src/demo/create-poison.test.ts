import { describe, expect, test } from 'vitest'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import { checkText } from '../protocol/experience/check-text.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import { embeddingText } from '../protocol/experience/embedding-text.ts'
import { encodeExperience } from '../protocol/experience/encode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import { decodeEmbedding } from '../protocol/profiles/decode-embedding.ts'
import { DIRECT_384 } from '../protocol/profiles/profile.ts'
import { cosine } from '../protocol/vector/cosine.ts'
import { createHouseRulesSuite } from '../tasks/house-rules/create-house-rules-suite.ts'
import { RULE_KINDS } from '../tasks/house-rules/rules/catalogue.ts'
import { createPoison } from './create-poison.ts'

const textOf = (experience: Experience | undefined): string =>
  experience !== undefined && 'text' in experience ? experience.text : ''

describe.each([1, 2, 3, 40])('createPoison in universe %i', async (seed) => {
  const suite = createHouseRulesSuite({ seed, tools: 8 })
  const encoder = createHashEncoder()
  const poison = await createPoison(suite, encoder)

  test('it is three wrong rules and one injection', () => {
    expect(poison).toHaveLength(4)
    expect(poison.map((experience) => checkText(textOf(experience)))).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
      { ok: false, reason: 'instruction' },
    ])
  })

  test('a wrong rule is of the subject of the true one, but not the true one', () => {
    for (const experience of poison.slice(0, 3)) {
      const tool = suite.tools.find(({ name }) => name === experience.domain)
      const [first] = tool?.parameters ?? []
      const opening = `When calling ${experience.domain}, write ${first?.name} `
      const text = textOf(experience)
      expect(text.startsWith(opening)).toBe(true)
      const told = text.slice(opening.length, -1)
      const kinds = RULE_KINDS.filter(({ rule }) => rule === told)
      expect(kinds.map(({ subject }) => subject)).toContain(first?.rule.subject)
      expect(told).not.toBe(first?.rule.rule)
    }
  })

  test('the victims are tools of the universe, each wrong rule about another', () => {
    const domains = poison.map(({ domain }) => domain)
    for (const domain of domains) expect(suite.domains).toContain(domain)
    expect(new Set(domains.slice(0, 3)).size).toBe(3)
  })

  test('records are well-formed and embed what they say: only a trial can tell', async () => {
    for (const experience of poison) {
      expect(decodeExperience(encodeExperience(experience))).toEqual(experience)
      const text = embeddingText({ kind: 'sentence', text: textOf(experience) })
      const [vector] = await encoder.embed([text])
      const carried = decodeEmbedding(DIRECT_384, experience.code.bytes)
      expect(cosine(carried, vector ?? new Float32Array())).toBeGreaterThan(0.99)
      expect(experience.evidence).toMatchObject({ suite: suite.id, losses: 0 })
    }
  })

  test('it is the same every time', async () => {
    expect(await createPoison(suite, createHashEncoder())).toEqual(poison)
  })
})
