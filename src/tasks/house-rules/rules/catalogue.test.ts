import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../../protocol/statistics/create-seeded-random.ts'
import type { Tool } from '../create-universe.ts'
import { type DrawnParameter, drawCall } from '../draw-call.ts'
import { SUBJECTS } from '../subjects.ts'
import { RULE_KINDS } from './catalogue.ts'
import type { AnyRuleKind } from './rule-kind.ts'

const DRAWS = 300

/** Many drawn values of one kind of rule. */
function drawMany(rule: AnyRuleKind): DrawnParameter[] {
  const random = createSeededRandom(`catalogue/${rule.id}`)
  const tool: Tool = {
    name: 'x',
    parameters: [{ name: 'field', slot: 'field', rule }],
    wordings: ['{field}'],
    grade: 'vague',
    teaching: rule.teaching,
  }
  return Array.from({ length: DRAWS }, () => drawCall(tool, random).parameters[0]).filter(
    (parameter) => parameter !== undefined,
  )
}

/** Whether `part` stands in `text` as words of its own. */
function mentions(text: string, part: string | number): boolean {
  const escaped = String(part).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\w.])${escaped}(?![\\w]|\\.\\d)`).test(text)
}

/** The example value of a rule's sentence, and the words of the request that it stands for. */
function exampleOf({ rule }: AnyRuleKind): string[] {
  const match = /e\.g\. (.+?)(?: for (.+))?$/.exec(rule)
  return match === null ? [] : match.slice(1).filter((part) => part !== undefined)
}

const withExample = RULE_KINDS.filter((kind) => exampleOf(kind).length > 0)
const several = RULE_KINDS.filter(({ teaching }) => teaching === 'several')
const others = RULE_KINDS.filter(({ teaching }) => teaching !== 'several')

describe('the catalogue of rules', () => {
  test('has at least 24 kinds, each under a name of its own', () => {
    expect(RULE_KINDS.length).toBeGreaterThanOrEqual(24)
    expect(new Set(RULE_KINDS.map(({ id }) => id)).size).toBe(RULE_KINDS.length)
  })

  test('has a rule for every subject and kinds of every sort', () => {
    expect(new Set(RULE_KINDS.map(({ subject }) => subject))).toEqual(
      new Set(Object.keys(SUBJECTS)),
    )
    expect(new Set(RULE_KINDS.map(({ teaching }) => teaching)).size).toBe(3)
  })

  test('at least a third of the subjects has a rule that only several calls teach', () => {
    const subjects = new Set(several.map(({ subject }) => subject))
    expect(subjects.size * 3).toBeGreaterThanOrEqual(Object.keys(SUBJECTS).length)
  })

  test('every rule that one call teaches shows an example, unless it asks for a constant', () => {
    const without = others.filter((kind) => exampleOf(kind).length === 0)
    expect(without.map(({ subject }) => subject)).toEqual(without.map(() => 'consent'))
  })
})

describe.each(withExample)('the sentence of $id', (kind) => {
  test('shows an example that no request mentions and no call needs', () => {
    for (const { mention, accepted } of drawMany(kind)) {
      for (const part of exampleOf(kind)) {
        expect(mentions(mention, part), `${part} in ${mention}`).toBe(false)
        expect(mentions(String(accepted), part), `${part} in ${accepted}`).toBe(false)
      }
    }
  })
})

describe.each(others)('the messages of $id', (kind) => {
  test('name no value that a request mentions', () => {
    for (const { mention, explicit, vague } of drawMany(kind)) {
      if (mention === '') continue
      expect(mentions(explicit, mention), `${mention} in ${explicit}`).toBe(false)
      expect(mentions(vague, mention), `${mention} in ${vague}`).toBe(false)
    }
  })

  test('say what is expected where they are explicit, and never just the accepted value where vague', () => {
    for (const { accepted, explicit, vague } of drawMany(kind)) {
      expect(explicit).toMatch(/^expected \S/)
      // A list of choices may hold it, as it does for mappings; a constant can only be told as it is.
      const isListed = /^must be one of .+, /.test(vague)
      expect(!isListed && mentions(vague, accepted), `${accepted} in ${vague}`).toBe(false)
      expect(kind.subject !== 'consent' && mentions(explicit, accepted)).toBe(false)
    }
  })

  test('belong to a rule whose value is not the words of the request, unless it can be guessed', () => {
    if (kind.teaching === 'guessable') return
    for (const { mention, accepted } of drawMany(kind)) expect(String(accepted)).not.toBe(mention)
  })

  test('belong to a rule without cases', () => {
    expect(kind.caseOf).toBeUndefined()
  })
})

describe.each(several)('the mapping $id', (kind) => {
  const drawn = drawMany(kind)
  const codes = new Set(drawn.map(({ accepted }) => accepted))

  test('has cases, each with one code', () => {
    expect(codes.size).toBeGreaterThan(1)
    const codeOf = new Map<string | undefined, string | number>()
    for (const parameter of drawn) {
      expect(parameter.case).toBeDefined()
      expect(codeOf.get(parameter.case) ?? parameter.accepted).toBe(parameter.accepted)
      codeOf.set(parameter.case, parameter.accepted)
    }
    expect(codeOf.size).toBe(codes.size)
  })

  test('is told by an explicit service one value at a time', () => {
    for (const { accepted, explicit, mention } of drawn) {
      expect(explicit).toMatch(/^expected \S/)
      expect([...codes].filter((code) => mentions(explicit, code))).toEqual([accepted])
      expect(mentions(explicit, mention)).toBe(false)
    }
  })

  test('is told by a vague service as the list of its codes', () => {
    expect([...codes].filter((code) => !mentions(kind.vague, code))).toEqual([])
    for (const { mention } of drawn) expect(mentions(kind.vague, mention)).toBe(false)
  })

  test('is told in full by its sentence', () => {
    expect([...codes].filter((code) => !mentions(kind.rule, code))).toEqual([])
  })
})
