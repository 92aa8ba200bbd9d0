import { describe, expect, test } from 'vitest'
import { createScriptedModel } from '../models/scripted/create-scripted-model.ts'
import type { LanguageModel } from '../protocol/ports.ts'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import { createHouseRulesSuite } from '../tasks/house-rules/create-house-rules-suite.ts'
import { type DrawnParameter, drawCall } from '../tasks/house-rules/draw-call.ts'
import { rotateMemory } from './baselines/rotate-memory.ts'
import { evaluateMemory } from './evaluate-memory.ts'
import type { MemoryItem } from './memory.ts'
import { type DomainPractice, practiseDomain } from './practise-domain.ts'

const SEED = 8
const suite = createHouseRulesSuite({ seed: SEED, tools: 16 })
const toolOf = (domain: string) => suite.tools.find(({ name }) => name === domain)

/** What each request asks for, drawn from the stream that the suite deals out. */
const truth = new Map<string, readonly DrawnParameter[]>()
for (const tool of suite.tools) {
  const random = createSeededRandom(`house-rules/1/${SEED}/${tool.name}`)
  for (let draw = 0; draw < 480; draw++) {
    const { request, parameters } = drawCall(tool, random)
    truth.set(`${tool.name} ${request}`, parameters)
  }
}

/**
 * An agent that writes what the request says, unless its prompt holds the parameter's rule; told of an error that says
 * more than "refused", it finds the accepted value; asked for a lesson, it knows the true rule.
 */
const model: LanguageModel = createScriptedModel({
  answer: ({ format, turns }) => {
    const prompt = turns.at(-1)?.text ?? ''
    if (format.kind === 'text') {
      const [, domain = '', field] = /calling (\S+), write (\S+)/.exec(format.prefill ?? '') ?? []
      const known = toolOf(domain)?.parameters.find(({ name }) => name === field)
      return ` ${known?.rule.rule}.`
    }
    const [, domain = '', request] = /^Tool: ([\w.]+)[^]*\nRequest: (.+)/.exec(prompt) ?? []
    const drawn = truth.get(`${domain} ${request}`)
    if (drawn === undefined) throw new RangeError(`no request ${request} to ${domain}`)
    const isTold = / service wants: (?!refused)/.test(prompt)
    const answers = drawn.map(({ name, accepted, mention }, index) => {
      const rule = toolOf(domain)?.parameters[index]?.rule.rule
      return [name, isTold || prompt.includes(`write ${name} ${rule}`) ? accepted : mention]
    })
    return JSON.stringify(Object.fromEntries(answers))
  },
})

const practices: DomainPractice[] = []
for (const domain of suite.domains) {
  const settings = { practiceTasks: 4, groupSize: 2, attempts: 2, temperature: 0.8, seed: 1 }
  practices.push(
    await practiseDomain(suite, domain, model, {
      ...settings,
      validationTasks: 8,
      gateThreshold: 0.8,
    }),
  )
}
const learnt = new Map<string, readonly MemoryItem[]>(
  practices.map(({ domain, gate }) => [
    domain,
    gate.decision === 'accepted' ? gate.chosen.memory : [],
  ]),
)
const memoryOf = (domain: string) => learnt.get(domain) ?? []

describe('practice on the house rules', () => {
  test.each(practices)('$domain is learnt, unless it needed no learning', ({ gate }) => {
    const expected =
      gate.baselineSolved === gate.n
        ? { decision: 'refused', reason: 'nothing-to-gain' }
        : { decision: 'accepted', chosen: { solved: gate.n, result: { losses: 0 } } }
    expect(gate).toMatchObject(expected)
  })

  test('a silent service leaves nothing to contrast but the refusals', () => {
    const silent = practices.filter(({ domain }) => toolOf(domain)?.grade === 'silent')
    expect(silent.length).toBeGreaterThan(0)
    for (const { evidence, domain } of silent) {
      expect(evidence.messages).toEqual(['refused'])
      expect(evidence.fields.map(({ field }) => field)).toEqual(
        toolOf(domain)?.parameters.map(({ name }) => name),
      )
    }
  })

  test('what was learnt holds on test tasks; memory of other tools does not help', async () => {
    const tasks = suite.domains.flatMap((domain) => suite.listTasks(domain, 'test', 8))
    const solvedUnder = async (memory: (domain: string) => readonly MemoryItem[]) => {
      const scores = await evaluateMemory(tasks, model, { memoryOf: memory, attempts: 1 })
      return scores.filter(({ success }) => success).length
    }
    const placebo = rotateMemory(suite.domains, memoryOf)
    const none = await solvedUnder(() => [])
    expect(await solvedUnder(memoryOf)).toBe(tasks.length)
    expect(none).toBeLessThan(tasks.length / 2)
    expect(await solvedUnder((domain) => placebo.get(domain) ?? [])).toBe(none)
  })

  test('the truth as the suite tells it does as well', async () => {
    const tasks = suite.domains.flatMap((domain) => suite.listTasks(domain, 'test', 2))
    const oracle = (domain: string) => [{ text: suite.describeRules(domain) }]
    const scores = await evaluateMemory(tasks, model, { memoryOf: oracle, attempts: 1 })
    expect(scores.filter(({ success }) => !success)).toEqual([])
  })
})
