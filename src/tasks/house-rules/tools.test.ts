import { describe, expect, test } from 'vitest'
import { findRefusal } from '../../protocol/experience/text-rules.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { createUniverse } from './create-universe.ts'
import { drawCall } from './draw-call.ts'
import { RULE_KINDS } from './rules/catalogue.ts'
import { TOOL_TEMPLATES } from './tools.ts'

/** Consent is never spoken of: the service wants it, the request does not mention it. */
const spoken = ({ subject }: { subject: string }) => subject !== 'consent'

describe.each(TOOL_TEMPLATES)('the template of $name', ({ name, parameters, wordings }) => {
  test('can name a domain, and its parameters can be keys', () => {
    expect(name).toMatch(/^[a-z]+\.[a-z_]+$/)
    for (const parameter of parameters) expect(parameter.name).toMatch(/^[a-z_]+$/)
  })

  test('has no wording that breaks a rule for the texts that are shared', () => {
    const plain = wordings.map((wording) => wording.replaceAll(/[{}]/g, ''))
    expect(plain.filter(findRefusal)).toEqual([])
  })

  test('has several wordings, each of which mentions every parameter once', () => {
    expect(new Set(wordings).size).toBeGreaterThanOrEqual(3)
    const expected = parameters.filter(spoken).map((parameter) => parameter.name)
    for (const wording of wordings) {
      const slots = [...wording.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const own = slots.filter((slot) => slot !== 'topic' && slot !== 'company')
      expect(new Set(own)).toEqual(new Set(expected))
      expect(new Set(slots).size).toBe(slots.length)
    }
  })
})

test('templates have names of their own', () => {
  expect(new Set(TOOL_TEMPLATES.map(({ name }) => name)).size).toBe(TOOL_TEMPLATES.length)
})

test('a drawn request holds every mention and no open slot', () => {
  const random = createSeededRandom('tools')
  const tools = createUniverse({ random, tools: TOOL_TEMPLATES.length })
  for (const tool of tools) {
    for (let draw = 0; draw < 50; draw++) {
      const { request, parameters } = drawCall(tool, random)
      expect(request).not.toMatch(/[{}\n]|undefined|NaN/)
      expect(request.charAt(0)).toBe(request.charAt(0).toUpperCase())
      for (const { mention } of parameters)
        expect(request.toLowerCase()).toContain(mention.toLowerCase())
    }
  }
})

test('every template and every kind of rule can be drawn', () => {
  const templates = new Set<string>()
  const kinds = new Set<string>()
  for (let seed = 0; seed < 150; seed++) {
    for (const tool of createUniverse({ random: createSeededRandom(seed), tools: 12 })) {
      templates.add(tool.name)
      for (const { rule } of tool.parameters) kinds.add(rule.id)
    }
  }
  expect(templates).toEqual(new Set(TOOL_TEMPLATES.map(({ name }) => name)))
  expect(kinds).toEqual(new Set(RULE_KINDS.map(({ id }) => id)))
})
