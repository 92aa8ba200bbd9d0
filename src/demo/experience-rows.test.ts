import { describe, expect, test } from 'vitest'
import {
  acceptedGate,
  formTrial,
  makeUniverseRun,
  practiceOf,
  refusedGate,
} from '../../test/fixtures/universe-run.ts'
import type { DomainPractice } from '../learning/practise-domain.ts'
import type { WithheldReason } from '../node/practise-domains.ts'
import { experienceRows, poisonRows, rejectedProposals } from './experience-rows.ts'
import type { UniverseRun } from './run-universe.ts'
import type { SharedEntry } from './share-and-review.ts'

const AI = 10n ** 18n
const plain = (name: string): string => name
const numbered = (name: string): string => `7/${name}`

/** The run with its first entry changed. */
function withEntry(run: UniverseRun, change: Partial<SharedEntry>): UniverseRun {
  return {
    ...run,
    entries: run.entries.map((each, i) => (i === 0 ? { ...each, ...change } : each)),
  }
}

/** The run in which the first agent's practice went otherwise. */
function withPractice(
  run: UniverseRun,
  change: (domain: string, practice: DomainPractice) => DomainPractice,
): UniverseRun {
  const outcome = run.outcomes.get('agent-1')
  const [practice] = outcome?.practices ?? []
  if (outcome === undefined || practice === undefined) throw new RangeError('no practice')
  const changed = change(practice.domain, practice)
  return {
    ...run,
    practices: new Map([...run.practices, [practice.domain, changed]]),
    outcomes: new Map([...run.outcomes, ['agent-1', { ...outcome, practices: [changed] }]]),
  }
}

describe('experienceRows', async () => {
  const run = await makeUniverseRun()
  const [domain = ''] = run.suite.domains
  const first = (changed: UniverseRun) => experienceRows(changed, plain)[0]

  test('a row says what was learnt, by whom, how it was proved and what became of it', () => {
    expect(experienceRows(run, plain)).toHaveLength(2)
    expect(first(run)).toEqual({
      cid: run.entries[0]?.records[0],
      form: 'sentence',
      text: `When calling ${domain}, write date as DD-MM-YYYY.`,
      example: null,
      domain,
      author: 'agent-1',
      gate: {
        tasks: 4,
        wins: 4,
        losses: 0,
        probability: 1 - 2 ** -5,
        forms: [{ form: 'sentence', success: 1 }],
      },
      quality: 1000,
      votes: [
        { voter: 'agent-2', score: 1000 },
        { voter: 'poisoner', score: 0 },
      ],
      status: 'shared',
      reason: null,
      effect: { without: 0, with: 1, n: 2 },
    })
  })

  test('every name goes through the naming', () => {
    const [row] = experienceRows(run, numbered)
    expect(row).toMatchObject({ domain: `7/${domain}`, author: '7/agent-1' })
    expect(row?.votes.map(({ voter }) => voter)).toEqual(['7/agent-2', '7/poisoner'])
  })

  test('who could not judge has not voted', () => {
    const [entry] = run.entries
    const review = { entryId: 1n, score: null, records: [], voted: false, challenged: false }
    const reviews = [...(entry?.reviews ?? []), { voter: 'agent-3', review }]
    expect(first(withEntry(run, { reviews, hostileScore: undefined }))?.votes).toEqual([
      { voter: 'agent-2', score: 1000 },
    ])
  })

  test('what nobody else uses is rejected, with the first reason found', () => {
    const [cid = ''] = run.entries[0]?.records ?? []
    const unused = { ...run, usable: new Map() }
    expect(first({ ...unused, refusals: new Map([[cid, 'low-quality']]) })).toMatchObject({
      status: 'rejected',
      reason: 'low-quality',
    })
    expect(first({ ...unused, refusals: new Map() })).toMatchObject({
      status: 'rejected',
      reason: 'no other agent uses it',
    })
  })

  test('what was never published is private and has no quality', () => {
    expect(first({ ...run, entries: run.entries.slice(1) })).toMatchObject({
      status: 'kept-private',
      reason: 'never published',
      quality: null,
      votes: [],
    })
  })

  test('the best trial of each form is shown', () => {
    const gate = acceptedGate(
      formTrial('both', 4),
      formTrial('sentence', 1),
      formTrial('sentence', 3),
      formTrial('sentence', 2),
      formTrial('example', 0),
    )
    expect(first(withPractice(run, (of) => practiceOf(of, gate)))?.gate.forms).toEqual([
      { form: 'sentence', success: 0.75 },
      { form: 'example', success: 0 },
      { form: 'both', success: 1 },
    ])
  })

  test("a sentence in the verifier's own words is told from one that the model wrote", () => {
    const gate = acceptedGate(formTrial('verifier', 4))
    expect(first(withPractice(run, (of) => practiceOf(of, gate)))?.form).toBe('verifier')
  })

  test('an effect needs agents that did not practise on the tool', () => {
    const scores = run.scores.filter(({ own }) => own)
    expect(first({ ...run, scores })?.effect).toBeNull()
  })
})

describe('rejectedProposals', async () => {
  const run = await makeUniverseRun()
  const [domain = ''] = run.suite.domains
  const rows = (changed: UniverseRun) => rejectedProposals(changed, plain)

  test('there are none where the gate kept what was proposed', () => {
    expect(rows(run)).toEqual([])
  })

  test('what was refused without a trial says why', () => {
    const refused = [
      { field: 'date', mode: 'contrast-pair', text: 'Too long.', reason: 'too-long' },
    ] as const
    const changed = withPractice(run, (_, practice) => ({
      ...practice,
      proposals: { lessons: [], refused: [...refused] },
    }))
    expect(rows(changed)).toEqual([
      {
        agent: 'agent-1',
        domain,
        form: 'sentence',
        text: 'Too long.',
        example: null,
        reason: 'too-long: refused without a trial',
      },
    ])
  })

  test('what the gate did not find proved is listed form by form', () => {
    const example = { input: 'Ship it.', output: '{"a":1}' }
    const bare = { ...formTrial('example', 0), memory: [{ example }] }
    const both = { ...formTrial('both', 1), memory: [{ text: 'A.', example }, { text: 'B.' }] }
    const gate = refusedGate('not-proved', formTrial('sentence', 1, 'A.'), bare, both)
    const found = rows(withPractice(run, (of) => practiceOf(of, gate)))
    expect(found.map(({ form, text, example: shown }) => [form, text, shown])).toEqual([
      ['sentence', 'A.', null],
      ['example', null, example],
      ['both', 'A.', example],
    ])
    expect(found[1]?.reason).toBe('solved 0 of 4 held-out tasks, not enough to prove a gain')
  })

  test.each(['nothing-to-gain', 'nothing-proposed'] as const)('%s is no rejection', (reason) => {
    expect(rows(withPractice(run, (of) => practiceOf(of, refusedGate(reason))))).toEqual([])
  })

  /** The rows of a run in which the second agent kept something back. */
  const rowsOf = (text: string, reason: WithheldReason) => {
    const outcome = run.outcomes.get('agent-2')
    const outcomes = new Map(run.outcomes)
    const withheld = [{ domain: 'd', item: { text }, reason }]
    if (outcome !== undefined) outcomes.set('agent-2', { ...outcome, withheld })
    return rejectedProposals({ ...run, outcomes }, numbered)
  }

  test('what must not be shared is listed under its agent', () => {
    const reason = 'url: it holds a link or a host name'
    expect(rowsOf('See www.a', 'url')).toMatchObject([
      { agent: '7/agent-2', domain: '7/d', text: 'See www.a', reason },
    ])
  })

  test.each([
    ['secret-pattern', 'it holds what looks like a key, a token or a password'],
    ['instruction', 'it speaks to the reading model instead of describing the task'],
    ['secret', 'it would give away what looks like a secret'],
    ['task-text', 'it would give away words of a task'],
    ['gold-answer', 'it would give away the answer of a task'],
    ['duplicate', 'the library says so already'],
    ['dropped', 'the library has no room for it'],
    ['not-proved', 'imported, and no help on held-out tasks'],
    ['rolled-back', 'the library with it lost more than it gained'],
  ] as const)('%s is told in its own words', (reason, words) => {
    expect(rowsOf('A.', reason).map((row) => row.reason)).toEqual([`${reason}: ${words}`])
  })
})

describe('poisonRows', () => {
  test.each([4, 3])(
    'each of %i texts has its reason, the quality of the entry and a share of the one bond',
    async (texts) => {
      const rows = poisonRows(await makeUniverseRun(1, texts), plain)
      expect(rows).toHaveLength(texts)
      for (const row of rows) {
        expect(row).toMatchObject({ form: 'sentence', reason: 'slashed', quality: 0 })
        expect(row.promptsReached).toBe(0)
      }
      expect(rows.reduce((sum, { slashedWei }) => sum + BigInt(slashedWei), 0n)).toBe(25n * AI)
    },
  )

  test('what nobody voted on has no quality, and an untouched bond costs nothing', async () => {
    const run = await makeUniverseRun()
    const entries = run.entries.map((entry) => ({ ...entry, quality: undefined, slashedWei: 0n }))
    for (const row of poisonRows({ ...run, entries }, plain)) {
      expect(row).toMatchObject({ quality: null, slashedWei: '0' })
    }
  })

  test('without poison there are no rows', async () => {
    expect(poisonRows({ ...(await makeUniverseRun()), poison: [] }, plain)).toEqual([])
  })
})
