import { expect, test } from 'vitest'
import type {
  CreditRecord,
  EpisodeRecord,
  RecallRecord,
} from '../../src/protocol/ports/learning-store.ts'
import type { ExperienceRecord, Store } from '../../src/protocol/ports/store.ts'
import { encodeExperience } from '../../src/protocol/experience/encode-experience.ts'

/** What every store promises about words, recalls, episodes and credit. `store` gives an empty one a test. */
export function testLearningStore(store: () => Store): void {
  testWords(store)
  testRecalls(store)
  testEpisodes(store)
}

/** Every call there is, for the test that a closed store refuses them. */
export function callsOnLearning(store: Store): Promise<unknown>[] {
  return [
    store.searchText('a', { limit: 1 }),
    store.saveRecall(makeRecall(0)),
    store.getRecall(makeRecall(0).id),
    store.saveEpisode(makeEpisode(0), []),
    store.listEpisodes(),
    store.listCredits('m', ['a']),
  ]
}

const idOf = (number: number) => number.toString(16).padStart(32, '0')

/** Recall number `number`. */
export function makeRecall(number: number, fields: Partial<RecallRecord> = {}): RecallRecord {
  const offered = [
    { cid: 'a', injected: true },
    { cid: 'b', injected: false },
  ]
  return { id: idOf(number), task: 'Do it.', domain: 'tool', model: 'm', offered, ...fields }
}

/** The episode of recall number `number`. */
export function makeEpisode(number: number, fields: Partial<EpisodeRecord> = {}): EpisodeRecord {
  return {
    recallId: idOf(number),
    task: 'Do it.',
    domain: 'tool',
    model: 'm',
    attempts: [
      { answer: '{"a":1}', passed: false, message: 'a: too small', fields: { a: false } },
      { answer: '{"a":2}', passed: undefined, message: '', fields: {} },
    ],
    reward: 500,
    embedding: Float32Array.of(0.5, -1e-40),
    ...fields,
  }
}

const credit = (
  cid: string,
  rewards: number,
  fields: Partial<CreditRecord> = {},
): CreditRecord => ({
  cid,
  model: 'm',
  with: { trials: 1, rewards },
  without: { trials: 0, rewards: 0 },
  ...fields,
})

function spoken(
  cid: string,
  text: string,
  fields: Partial<ExperienceRecord> = {},
): ExperienceRecord {
  const bytes = encodeExperience({
    v: 1,
    kind: 'sentence',
    text,
    domain: 'a',
    code: { profile: 'direct-384', bytes: new Uint8Array(388) },
    evidence: { suite: 'toy/1', tasks: 1, wins: 1, losses: 0, gainLower: 0 },
    model: 'm',
  })
  const embedding = Float32Array.of(1, 0)
  const own = { status: 'own', entryId: undefined, reason: undefined } as const
  return { cid, bytes, domain: 'a', embedding, ...own, ...fields }
}

function testWords(store: () => Store): void {
  const search = async (query: string, filter: object = {}) =>
    (await store().searchText(query, { limit: 10, ...filter })).map(({ record, score }) => [
      record.cid,
      Number(score.toPrecision(9)),
    ])
  /** BM25 of a word that `holders` of `n` texts hold, once in a text `share` times as long as the average. */
  const bm25 = (n: number, holders: number, share: number) =>
    (Math.log((n - holders + 0.5) / (holders + 0.5)) * 2.2) / (1 + 1.2 * (0.25 + 0.75 * share))

  test('words find texts by BM25, best first', async () => {
    await store().saveRecords([
      spoken('one', 'Send money abroad as cents.'),
      spoken('two', 'Send parcels as grams, never as kilograms.'),
      spoken('three', 'Write dates as numbers.'),
      spoken('four', 'Nothing of it.'),
      spoken('five', 'Nor of that.'),
    ])
    // With the domain: 6, 8, 5, 4 and 4 words, 5.4 on average.
    const abroad = Number(bm25(5, 1, 6 / 5.4).toPrecision(9))
    expect(await search('money')).toEqual([['one', abroad]])
    expect(await search('MONEY, money!')).toEqual([['one', abroad]])
    const both = Number((bm25(5, 2, 6 / 5.4) + bm25(5, 1, 6 / 5.4)).toPrecision(9))
    expect(await search('send money')).toEqual([
      ['one', both],
      ['two', Number(bm25(5, 2, 8 / 5.4).toPrecision(9))],
    ])
    expect(await search('send money', { limit: 1 })).toEqual([['one', both]])
    expect(await search('send money', { limit: 0 })).toEqual([])
    expect(await search('elsewhere')).toEqual([])
  })

  test('equal texts come by CID, and only those that match the filter', async () => {
    await store().saveRecords([
      spoken('c', 'Pay in cents.'),
      spoken('a', 'Pay in cents.', { status: 'usable' }),
      spoken('b', 'Pay in cents.', { domain: 'other' }),
      spoken('d', 'Ship.'),
      spoken('e', 'Ship.'),
      spoken('f', 'Ship.'),
      spoken('g', 'Ship.'),
    ])
    const cids = async (filter: object) => (await search('cents', filter)).map(([cid]) => cid)
    expect(await cids({})).toEqual(['a', 'b', 'c'])
    expect(await cids({ status: 'own' })).toEqual(['b', 'c'])
    expect(await cids({ domain: 'other' })).toEqual(['b'])
    expect(await cids({ domain: 'other', status: 'usable' })).toEqual([])
    await store().saveRecords([spoken('b', 'Pay in cents.', { status: 'usable' })])
    expect(await cids({ status: 'usable' })).toEqual(['a', 'b'])
  })

  test('a search sees what was saved after an earlier search, each text once', async () => {
    expect(await search('cents')).toEqual([])
    await store().saveRecords([spoken('a', 'Pay in cents.')])
    await store().saveRecords([spoken('a', 'Pay in cents.'), spoken('b', 'Ship.')])
    expect(await search('cents')).toHaveLength(1)
  })

  test('an example is found by both its parts, what is no experience by its domain', async () => {
    const example = { input: 'Ship 7 kg.', output: '{"weight":7000}' }
    const bytes = encodeExperience({
      v: 1,
      kind: 'example',
      example,
      domain: 'parcel.ship',
      code: { profile: 'direct-384', bytes: new Uint8Array(388) },
      evidence: { suite: 'toy/1', tasks: 1, wins: 1, losses: 0, gainLower: 0 },
      model: 'm',
    })
    await store().saveRecords([
      spoken('a', 'x', { bytes, domain: 'parcel.ship' }),
      spoken('b', 'x', { bytes: Uint8Array.of(1, 2, 3), domain: 'room.book' }),
      spoken('c', 'Otherwise.'),
    ])
    for (const [word, cid] of [
      ['kg', 'a'],
      ['7000', 'a'],
      ['parcel', 'a'],
      ['book', 'b'],
    ] as const) {
      expect((await search(word)).map(([found]) => found)).toEqual([cid])
    }
  })

  test.each([
    ['"', 'a quote'],
    ['*', 'a star'],
    ['cents OR (', 'an open bracket'],
    ['cents" OR "ship', 'a closed quote'],
    ['NEAR(cents pay)', 'a function'],
    ['words:cents', 'a column'],
    ['-cents ^pay {a b}:', 'signs'],
    ["'; DROP TABLE records; --", 'SQL'],
    ['\0cents\n', 'a control'],
    ['half a pair: \ud83d cents', 'half a character'],
  ])('%j is words: no operator is executed', async (query) => {
    await store().saveRecords([
      spoken('a', 'Pay in cents.'),
      ...['b', 'c', 'd'].map((cid) => spoken(cid, 'Ship.')),
    ])
    const found = (await search(query)).map(([cid]) => cid)
    const words: readonly string[] = query.toLowerCase().match(/[a-z]+/g) ?? []
    const hits = (text: string[]) => text.some((word) => words.includes(word))
    expect(found.includes('a')).toBe(hits(['a', 'pay', 'in', 'cents']))
    expect(found.includes('b')).toBe(hits(['a', 'ship']))
  })

  test('a query of a million characters is answered, an impossible limit refused', async () => {
    await store().saveRecords([spoken('a', 'Pay in cents.')])
    expect(await search(`cents ${'other '.repeat(200_000)}`)).toHaveLength(1)
    for (const limit of [-1, 1.5, Number.NaN]) {
      await expect(store().searchText('a', { limit })).toRejectDso('OPTION_INVALID')
    }
  })
}

function testRecalls(store: () => Store): void {
  test('a recall comes back as it was saved', async () => {
    const recall = makeRecall(1, { task: "a'b\0c\n☃", domain: undefined })
    await store().saveRecall(recall)
    expect(await store().getRecall(recall.id)).toEqual(recall)
    expect(await store().getRecall(idOf(2))).toBeUndefined()
  })

  test('an id is taken once', async () => {
    await store().saveRecall(makeRecall(1))
    await expect(store().saveRecall(makeRecall(1, { task: 'Other.' }))).toRejectDso(
      'FORMAT_INVALID',
    )
    expect(await store().getRecall(idOf(1))).toMatchObject({ task: 'Do it.' })
  })

  test.each([
    ['an id that is none', { id: 'x' }],
    ['half a character', { task: '\ud83d' }],
    ['half a character in a CID', { offered: [{ cid: '\ud83d', injected: true }] }],
  ])('%s is refused', async (_, fields) => {
    await expect(store().saveRecall(makeRecall(1, fields))).toRejectDso('FORMAT_INVALID')
  })
}

function testEpisodes(store: () => Store): void {
  test('episodes come back in the order of saving, all or by domain', async () => {
    const episodes = [
      makeEpisode(1),
      makeEpisode(2, { domain: undefined, reward: 0, embedding: new Float32Array(0) }),
      makeEpisode(3, { domain: 'other', reward: 1000 }),
    ]
    for (const number of [3, 2, 1]) await store().saveRecall(makeRecall(number))
    for (const episode of episodes) await store().saveEpisode(episode, [])
    expect(await store().listEpisodes()).toEqual(episodes)
    expect(await store().listEpisodes({ domain: 'other' })).toEqual([episodes[2]])
    expect(await store().listEpisodes({ domain: 'none' })).toEqual([])
  })

  test('credits add up by experience and model', async () => {
    for (const number of [1, 2, 3]) await store().saveRecall(makeRecall(number))
    const without = {
      with: { trials: 0, rewards: 0 },
      without: { trials: 1, rewards: 250 },
    }
    await store().saveEpisode(makeEpisode(1), [credit('b', 1000), credit('a', 500)])
    await store().saveEpisode(makeEpisode(2), [credit('b', 0), credit('a', 0, without)])
    await store().saveEpisode(makeEpisode(3), [credit('b', 1000, { model: 'n' })])
    expect(await store().listCredits('m', ['c', 'b', 'a', 'b'])).toEqual([
      { ...credit('a', 500), without: { trials: 1, rewards: 250 } },
      { ...credit('b', 0), with: { trials: 2, rewards: 1000 } },
    ])
    expect(await store().listCredits('n', ['a', 'b'])).toEqual([credit('b', 1000, { model: 'n' })])
    expect(await store().listCredits('nobody', ['a'])).toEqual([])
  })

  test('an outcome is reported once, and a refused one adds nothing', async () => {
    await store().saveRecall(makeRecall(1))
    await expect(store().saveEpisode(makeEpisode(2), [credit('a', 1)])).toRejectDso(
      'RECALL_UNKNOWN',
    )
    await store().saveEpisode(makeEpisode(1), [credit('a', 1000)])
    const again = store().saveEpisode(makeEpisode(1, { reward: 0 }), [credit('a', 1000)])
    await expect(again).toRejectDso('OUTCOME_REPEATED')
    expect(await store().listEpisodes()).toEqual([makeEpisode(1)])
    expect(await store().listCredits('m', ['a'])).toEqual([credit('a', 1000)])
  })

  test('of two reports at once one is taken', async () => {
    await store().saveRecall(makeRecall(1))
    const both = [1, 2].map(async () => await store().saveEpisode(makeEpisode(1), [credit('a', 9)]))
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status)
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await store().listCredits('m', ['a'])).toEqual([credit('a', 9)])
  })

  test.each([
    ['a reward above 1000', { reward: 1001 }, 'SCORE_OUT_OF_RANGE'],
    ['a reward between numbers', { reward: 0.5 }, 'SCORE_OUT_OF_RANGE'],
    ['no attempt', { attempts: [] }, 'FORMAT_INVALID'],
    ['half a character', { task: '\ud83d' }, 'FORMAT_INVALID'],
    ['a vector with NaN', { embedding: Float32Array.of(Number.NaN) }, 'VALUE_NOT_FINITE'],
  ] as const)('%s is refused', async (_, fields, code) => {
    await store().saveRecall(makeRecall(1))
    await expect(store().saveEpisode(makeEpisode(1, fields), [])).toRejectDso(code)
    expect(await store().listEpisodes()).toEqual([])
    await store().saveEpisode(makeEpisode(1), [])
  })

  test.each([
    ['more reward than trials allow', { with: { trials: 1, rewards: 1001 } }, 'SCORE_OUT_OF_RANGE'],
    ['half a trial', { with: { trials: 0.5, rewards: 0 } }, 'FORMAT_INVALID'],
    ['a negative reward', { without: { trials: 1, rewards: -1 } }, 'SCORE_OUT_OF_RANGE'],
  ] as const)('credit with %s is refused', async (_, fields, code) => {
    await store().saveRecall(makeRecall(1))
    await expect(store().saveEpisode(makeEpisode(1), [credit('a', 0, fields)])).toRejectDso(code)
    expect(await store().listEpisodes()).toEqual([])
  })

  test('what a caller does to its own copies changes nothing', async () => {
    await store().saveRecall(makeRecall(1))
    const episode = makeEpisode(1)
    await store().saveEpisode(episode, [])
    episode.embedding.fill(9)
    const [read] = await store().listEpisodes()
    read?.embedding.fill(8)
    expect(await store().listEpisodes()).toEqual([makeEpisode(1)])
  })
}
