import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Split, Task } from '../../protocol/ports.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { createHouseRulesSuite } from './create-house-rules-suite.ts'
import { drawCall } from './draw-call.ts'
import type { RuledParameter, Tool } from './create-universe.ts'
import { TOOL_TEMPLATES } from './tools.ts'

const SPLITS: readonly Split[] = ['practice', 'validation', 'test']
const ALL = 1000
const seeds = fc.nat({ max: 1_000_000 })
const FEW_RUNS = { numRuns: 8 }

function everyTask(suite: ReturnType<typeof createHouseRulesSuite>): Task[] {
  return suite.domains.flatMap((domain) =>
    SPLITS.flatMap((split) => suite.listTasks(domain, split, ALL)),
  )
}
const show = async ({ id, domain, head, request, keys, verify }: Task) => {
  const { message } = await verify('{}')
  return { id, domain, head, request, keys, message }
}
const showAll = async (suite: ReturnType<typeof createHouseRulesSuite>) =>
  await Promise.all(everyTask(suite).map(show))

/** Every code that a mapping can ask for. */
function codesOf(tool: Tool, { name }: RuledParameter): Set<string | number> {
  const random = createSeededRandom(tool.name)
  const drawn = Array.from({ length: 200 }, () => drawCall(tool, random).parameters)
  const accepted = drawn.flat().filter((parameter) => parameter.name === name)
  return new Set(accepted.map((parameter) => parameter.accepted))
}

describe('createHouseRulesSuite', () => {
  test.prop([seeds], FEW_RUNS)('the same seed gives the same suite, in any order', async (seed) => {
    const suite = createHouseRulesSuite({ seed, tools: 6 })
    const again = createHouseRulesSuite({ seed, tools: 6 })
    for (const domain of again.domains.toReversed()) again.listTasks(domain, 'test', 1)
    expect(again.id).toBe(suite.id)
    expect(again.domains).toEqual(suite.domains)
    expect(await showAll(again)).toEqual(await showAll(suite))
  })

  test('another seed gives another suite', () => {
    const [one, two] = [1, 2].map((seed) =>
      createHouseRulesSuite({ seed, tools: TOOL_TEMPLATES.length }),
    )
    expect(one?.id).not.toBe(two?.id)
    expect(one?.domains).not.toEqual(two?.domains)
    const requests = (domain: string, suite = one) =>
      suite?.listTasks(domain, 'practice', ALL).map(({ request }) => request)
    for (const domain of one?.domains ?? [])
      expect(requests(domain, one)).not.toEqual(requests(domain, two))
  })

  test.prop([seeds], FEW_RUNS)('no request stands in two splits, or twice in one', (seed) => {
    const suite = createHouseRulesSuite({ seed, tools: TOOL_TEMPLATES.length })
    for (const domain of suite.domains) {
      const decks = SPLITS.map((split) => suite.listTasks(domain, split, ALL))
      const requests = decks.flat().map(({ request }) => request)
      expect(new Set(requests).size).toBe(requests.length)
      for (const deck of decks) expect(deck.length).toBeGreaterThanOrEqual(30)
    }
  })

  test.prop([seeds], FEW_RUNS)(
    'every split meets every case in its first 8 tasks',
    async (seed) => {
      const suite = createHouseRulesSuite({ seed, tools: 30 })
      const mappings = suite.tools.flatMap((tool) =>
        tool.parameters.flatMap((parameter) =>
          parameter.rule.teaching === 'several' ? [{ tool, parameter }] : [],
        ),
      )
      expect(mappings.length).toBeGreaterThanOrEqual(10)
      for (const { tool, parameter } of mappings) {
        const codes = codesOf(tool, parameter)
        for (const split of SPLITS) {
          const met = new Set<string | number>()
          for (const { verify } of suite.listTasks(tool.name, split, 8)) {
            for (const code of codes) {
              const { fields } = await verify(JSON.stringify({ [parameter.name]: code }))
              if (fields[parameter.name] === true) met.add(code)
            }
          }
          expect(met, `${tool.name} ${parameter.rule.id} ${split}`).toEqual(codes)
        }
      }
    },
  )

  test('a longer list begins with the shorter one', () => {
    const suite = createHouseRulesSuite({ seed: 3, tools: 4 })
    for (const domain of suite.domains) {
      const ids = suite.listTasks(domain, 'test', 9).map(({ id }) => id)
      expect(ids).toHaveLength(9)
      expect(suite.listTasks(domain, 'test', 4).map(({ id }) => id)).toEqual(ids.slice(0, 4))
    }
  })

  test('a task shows the tool, the names of its parameters and the request, and no rule', () => {
    const suite = createHouseRulesSuite({ seed: 5, tools: TOOL_TEMPLATES.length })
    const tasks = everyTask(suite)
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length)
    for (const { id, domain, head, request, keys } of tasks) {
      const tool = suite.tools.find(({ name }) => name === domain)
      expect(keys).toEqual(tool?.parameters.map(({ name }) => name))
      expect(head).toBe(`Tool: ${domain}(${keys.join(', ')})`)
      expect(id.startsWith(`${domain}/`)).toBe(true)
      expect(request).not.toMatch(/[\n{}]/)
      for (const { rule } of tool?.parameters ?? []) expect(request).not.toContain(rule.rule)
    }
  })

  test("an empty call is refused in the manner of the tool's grade", async () => {
    const suite = createHouseRulesSuite({ seed: 7, tools: 24 })
    for (const { name, grade, parameters } of suite.tools) {
      const [task] = suite.listTasks(name, 'practice', 1)
      const message = (await task?.verify('{}'))?.message ?? ''
      const pattern = {
        explicit: /: expected .* \(missing\)/,
        vague: /\(missing\)/,
        silent: /^refused$/,
      }
      expect(message).toMatch(pattern[grade])
      if (grade === 'vague') expect(message.startsWith(`${parameters[0]?.name}: `)).toBe(true)
    }
  })

  test('the truth about a tool is told as one sentence with every rule', () => {
    const suite = createHouseRulesSuite({ seed: 9, tools: 12 })
    for (const { name, parameters } of suite.tools) {
      const truth = suite.describeRules(name)
      expect(truth.startsWith(`When calling ${name}, write `)).toBe(true)
      for (const parameter of parameters)
        expect(truth).toContain(`write ${parameter.name} ${parameter.rule.rule}`)
    }
  })

  test('an unknown tool is an error', () => {
    const suite = createHouseRulesSuite({ seed: 9, tools: 2 })
    expect(() => suite.listTasks('no.tool', 'test', 1)).toThrow(RangeError)
  })
})
