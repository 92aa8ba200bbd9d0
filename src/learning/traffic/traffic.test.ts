import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createHashEncoder } from '../../../test/fixtures/hash-encoder.ts'
import { createSlotAttacks } from '../../../test/fixtures/slot-attacks.ts'
import { PARCEL, createToyAgent } from '../../../test/fixtures/toy-tools.ts'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import type { AttemptRecord, EpisodeRecord } from '../../protocol/ports.ts'
import { contrastPairPrompt } from '../prompts/lesson-prompts.ts'
import { gatherEvidence } from '../gather-evidence.ts'
import { clusterEpisodes } from './cluster-episodes.ts'
import { practiseTraffic } from './practise-traffic.ts'
import { toTrafficGroups } from './to-traffic-groups.ts'
import { normaliseTask, toAnswerLine, toPromptLine } from './traffic-text.ts'

const encoder = createHashEncoder()
let number = 0

const attempt = (answer: string, passed?: boolean, message = ''): AttemptRecord => ({
  answer,
  passed,
  message,
  fields: {},
})

async function episode(
  task: string,
  attempts: readonly AttemptRecord[],
  domain: string | undefined = PARCEL.domain,
): Promise<EpisodeRecord> {
  const [embedding] = await encoder.embed([task])
  const recallId = (number++).toString(16).padStart(32, '0')
  const reward = attempts.at(-1)?.passed === true ? 1000 / 2 ** (attempts.length - 1) : 0
  return { recallId, task, domain, model: 'm', attempts, reward, embedding: embedding! }
}

/** An agent first sends kilograms, is refused, and sends grams. */
const repaired = async (kg: number) =>
  await episode(`Do ${kg}, please.`, [
    attempt(`{"weight": ${kg}}`, false, `weight: out of range (got ${kg})`),
    attempt(`{"weight": ${kg * 1000}}`, true),
  ])
const allRepaired = async (count: number) =>
  await Promise.all(Array.from({ length: count }, async (_, index) => await repaired(index + 2)))

describe('texts from traffic', () => {
  test('an answer is the same however it is written', () => {
    expect(toAnswerLine('{ "b": [1, {"d":2,"c":3}], "a": "x" }')).toBe(
      '{"a":"x","b":[1,{"c":3,"d":2}]}',
    )
    expect(toAnswerLine(' forty-two\n')).toBe('{"answer":"forty-two"}')
    expect(toAnswerLine('[1]')).toBe('{"answer":"[1]"}')
    expect(toAnswerLine('{"__proto__":{"a":1}}')).toBe('{"__proto__":{"a":1}}')
  })

  test('tasks that differ in case and blanks are one task', () => {
    expect(normaliseTask(' Ship\n7  KG. ')).toBe(normaliseTask('ship 7 kg.'))
    expect(normaliseTask('Ship 7 kg.')).not.toBe(normaliseTask('Ship 8 kg.'))
  })

  test('5,000 attacks make one line that closes no quote in a prompt', () => {
    const faults = createSlotAttacks(5000, 'traffic').filter((text) => {
      const line = toPromptLine(text)
      const call = { input: line, output: toAnswerLine(text), message: line }
      const target = { signature: 'T(a)', domain: 'T', field: 'a' }
      const prompt = contrastPairPrompt(target, [call], [call]).turns.at(-1)?.text ?? ''
      const isHeld =
        /^Tool: T\(a\)\nFailed: request "[^"\n]*" call \{[^\n]*\} error: [^"\n]*\nWorked: request "[^"\n]*" call \{[^\n]*\}$/
      return !isHeld.test(prompt) || /\p{Cf}|\p{Co}|<|\[(?!\d)/u.test(line) || line.length > 400
    })
    expect(faults).toEqual([])
  })
})

describe('clusterEpisodes', () => {
  test('tasks of a domain that are alike stand together, retries of one task in one place', async () => {
    const clusters = clusterEpisodes([
      await repaired(3),
      await repaired(4),
      await episode('do 3,  PLEASE.', [attempt('x', true)]),
      await episode('Quarterly revenue of northern shops', [attempt('x', true)], 'sales.report'),
    ])
    expect(clusters.map(({ domain, tasks }) => [domain, tasks.map((same) => same.length)])).toEqual(
      [
        ['parcel.ship', [2, 1]],
        ['sales.report', [1]],
      ],
    )
  })

  test('without a domain only the words tell: alike or not, under a name of their own', async () => {
    const of = async (task: string) => ({
      ...(await episode(task, [attempt('x', true)])),
      domain: undefined,
    })
    const clusters = clusterEpisodes([
      await of('Ship the parcel of 7 kg to Rome'),
      await of('Ship the parcel of 9 kg to Rome'),
      await of('Who wrote this poem?'),
    ])
    expect(clusters.map(({ tasks }) => tasks.length)).toEqual([2, 1])
    expect(clusters[0]?.domain).toMatch(/^traffic\/[0-9a-f]{8}$/)
    expect(clusters[0]?.domain).not.toBe(clusters[1]?.domain)
    expect(clusterEpisodes([])).toEqual([])
  })

  test('a similarity that is none is refused', () => {
    expect(() => clusterEpisodes([], { similarity: 2 })).toThrowDso('OPTION_INVALID')
    expect(() => clusterEpisodes([], { similarityInDomain: Number.NaN })).toThrowDso(
      'OPTION_INVALID',
    )
  })
})

describe('toTrafficGroups', () => {
  const groupsOf = (episodes: EpisodeRecord[], heldOut: number, options = {}) => {
    const [cluster] = clusterEpisodes(episodes)
    return toTrafficGroups(cluster!, { heldOut, ...options })
  }

  test('becomes the same evidence as practice on a suite', async () => {
    const { practice } = groupsOf([await repaired(4), await repaired(5)], 0)
    const evidence = gatherEvidence(PARCEL.domain, practice)
    const refusedCall = (kg: number) => ({
      input: `Do ${kg}, please.`,
      output: `{"weight":${kg}}`,
      message: `weight: out of range (got ${kg})`,
    })
    const worked = [4, 5].map((kg) => ({
      input: `Do ${kg}, please.`,
      output: `{"weight":${kg}000}`,
    }))
    expect(evidence).toEqual({
      domain: 'parcel.ship',
      signature: 'parcel.ship(weight)',
      fields: [{ field: 'weight', refused: [refusedCall(4), refusedCall(5)], worked }],
      worked,
      messages: [4, 5].map((kg) => `weight: out of range (got ${kg})`),
      firstAttemptRate: 0,
    })
  })

  test('which parts were wrong follows from the accepted answer to the same task', async () => {
    const { practice } = groupsOf(
      [
        await episode('Book room 4.', [attempt('{"room":4,"floor":"1F","x":1}', false)]),
        await episode('Book room 4.', [attempt('{"room":"R-4","floor":"1F"}', true)]),
      ],
      0,
    )
    expect(practice).toHaveLength(1)
    expect(practice[0]?.task.keys).toEqual(['room', 'floor', 'x'])
    expect(practice[0]?.episodes[0]?.attempts[0]?.verdict.fields).toEqual({
      room: false,
      floor: true,
      x: false,
    })
  })

  test('without one, from the message or what was reported; what nobody judged is no evidence', async () => {
    const told = { ...attempt('{"a":1,"b":2}', false), fields: { b: false } }
    const { practice } = groupsOf(
      [
        await episode('Do one.', [attempt('{"a":1,"b":2}', false, 'a is too small')]),
        await episode('Do two.', [told]),
        await episode('Do three.', [attempt('{"a":1,"b":2}', false, 'no')]),
        await episode('Do four.', [attempt('{"a":1,"b":2}')]),
      ],
      0,
    )
    const verdicts = practice.map(({ episodes }) => episodes[0]?.attempts[0]?.verdict)
    expect(verdicts.map((verdict) => verdict?.fields)).toEqual([{ a: false }, { b: false }, {}, {}])
    expect(verdicts.map((verdict) => verdict?.unjudged)).toEqual([
      undefined,
      undefined,
      undefined,
      true,
    ])
    expect(gatherEvidence('parcel.ship', practice).messages).toEqual(['a is too small', 'no'])
  })

  test('a case knows the answers that were reported of, and no others', async () => {
    const { cases, practice } = groupsOf([await repaired(4)], 1)
    expect(practice).toEqual([])
    const verify = async (answer: string) => await cases[0]?.verify(answer)
    expect(await verify('{"weight":4000}')).toMatchObject({ success: true })
    expect(await verify('{ "weight": 4 }')).toMatchObject({
      success: false,
      fields: { weight: false },
    })
    expect(await verify('{"weight":44}')).toMatchObject({ success: false, unjudged: true })
    expect(await verify('nonsense')).toMatchObject({ unjudged: true })
  })

  test('an answer of which both was said is unjudged', async () => {
    const contradictory = [
      await episode('Do 4, please.', [attempt('{"weight":4}', true)]),
      await episode('Do 4, please.', [attempt('{"weight":4}', false)]),
    ]
    const { cases } = groupsOf(contradictory, 1)
    expect(await cases[0]?.verify('{"weight":4}')).toMatchObject({ unjudged: true })
  })

  test('a verifier judges what was not reported of', async () => {
    const { cases } = groupsOf([await repaired(4)], 1, {
      verify: ({ task }: { task: string }, answer: string) =>
        answer === '{"weight":44}' && task === 'Do 4, please.'
          ? { success: true, fields: {}, message: '' }
          : undefined,
    })
    expect(await cases[0]?.verify('{"weight":44}')).toMatchObject({ success: true })
    expect(await cases[0]?.verify('{"weight":45}')).toMatchObject({ unjudged: true })
  })

  test('a retry never stands on both sides, and about a third is held out', async () => {
    const episodes = [...(await allRepaired(90)), ...(await allRepaired(90))]
    const { practice, cases } = groupsOf(episodes, 1 / 3)
    const practised = new Set(practice.map(({ task }) => task.request))
    expect(cases.some(({ request }) => practised.has(request))).toBe(false)
    expect(practice.length + cases.length).toBe(90)
    expect(cases.length).toBeGreaterThan(18)
    expect(cases.length).toBeLessThan(42)
  })

  test.prop(
    [
      fc.array(
        fc.tuple(fc.string({ unit: 'binary' }), fc.option(fc.boolean(), { nil: undefined })),
        { minLength: 1, maxLength: 5 },
      ),
    ],
    { numRuns: 50 },
  )('whatever was answered becomes tasks that judge whatever is answered', async (answers) => {
    const attempts = answers.map(([answer, passed]) => attempt(answer, passed))
    const { cases } = groupsOf([await episode('Do 4, please.', attempts)], 1)
    for (const [answer] of answers) {
      expect(await cases[0]?.verify(answer)).toHaveProperty('success')
    }
  })
})

describe('practiseTraffic', () => {
  const model = createScriptedModel({ answer: createToyAgent([PARCEL], { repairs: false }) })

  test('learns without a task suite what a third of the traffic proves', async () => {
    const [practice, ...others] = await practiseTraffic(await allRepaired(36), model)
    expect(others).toEqual([])
    expect(practice?.standing.decision).toBe('accepted')
    const { standing } = practice!
    if (standing.decision !== 'accepted') return
    expect(standing.chosen.memory).toEqual([
      { text: 'When calling parcel.ship, write weight in grams, e.g. 72000 for 72 kg.' },
    ])
    const { n, wins, losses } = standing.chosen.result
    expect([wins, losses]).toEqual([n, 0])
    expect(practice?.cases).toBeGreaterThanOrEqual(n)
  })

  test('a lesson without effect is not learnt', async () => {
    const deaf = createScriptedModel({
      answer: createToyAgent([PARCEL], { heeds: false, repairs: false }),
    })
    const [practice] = await practiseTraffic(await allRepaired(36), deaf)
    expect(practice?.standing).toMatchObject({
      decision: 'candidate',
      uncertainty: { probability: 0.5 },
    })
  })

  test('a lesson that does harm is refused', async () => {
    const confused = createScriptedModel({
      answer: (request) => {
        if (request.format.kind === 'text') return createToyAgent([PARCEL])(request)
        const prompt = request.turns[0]?.text ?? ''
        const value = Number(/Do (\d+)/.exec(prompt)?.[1])
        return `{"weight":${prompt.includes('Notes') ? value : value * 1000}}`
      },
    })
    const [practice] = await practiseTraffic(await allRepaired(36), confused)
    expect(practice?.standing).toMatchObject({ decision: 'refused' })
  })

  test('where no answer can be judged it stays a candidate, and says how little is known', async () => {
    const vague = createScriptedModel({
      answer: (request) =>
        request.format.kind === 'text' ? ' in grams.' : '{"weight":"as nobody ever wrote it"}',
    })
    const [practice] = await practiseTraffic(await allRepaired(36), vague)
    expect(practice?.standing).toMatchObject({
      decision: 'candidate',
      memory: [{ text: 'When calling parcel.ship, write weight in grams.' }],
      uncertainty: { probability: 0.5, gainLower: -1000, judged: 0, cases: practice?.cases },
    })
  })

  test('with too few cases nothing is tried, and the lesson is a candidate', async () => {
    let calls = 0
    const counted = createScriptedModel({
      answer: (request) => {
        if (request.format.kind === 'object') calls++
        return createToyAgent([PARCEL])(request)
      },
    })
    const [practice] = await practiseTraffic(await allRepaired(3), counted, { heldOut: 0 })
    expect(practice?.standing).toMatchObject({
      decision: 'candidate',
      uncertainty: { judged: 0, cases: 0, probability: 0.5 },
    })
    expect(calls).toBe(0)
  })

  test('without a failure there is nothing to contrast, and nothing is asked', async () => {
    const silent = createScriptedModel({ answer: () => undefined })
    const accepted = [await episode('Do 4, please.', [attempt('{"weight":4000}', true)])]
    const [practice] = await practiseTraffic(accepted, silent, { heldOut: 0 })
    expect(practice?.standing).toEqual({ decision: 'refused', reason: 'nothing-to-contrast' })
    expect(await practiseTraffic([], silent)).toEqual([])
    expect(await practiseTraffic(accepted, silent, { domains: ['other'] })).toEqual([])
  })

  test('the answers of users become examples only where that is allowed', async () => {
    const imitator = createScriptedModel({
      answer: createToyAgent([PARCEL], { repairs: false, heeds: false, imitates: true }),
    })
    const episodes = await allRepaired(60)
    const [closed] = await practiseTraffic(episodes, imitator)
    expect(closed?.standing.decision).toBe('candidate')
    const [open] = await practiseTraffic(episodes, imitator, { examples: true })
    expect(open?.standing).toMatchObject({ decision: 'accepted', chosen: { form: 'example' } })
  })
})
