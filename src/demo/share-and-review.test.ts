import { describe, expect, test } from 'vitest'
import { stubAgent, stubNetwork } from '../../test/fixtures/demo-agents.ts'
import { createHashEncoder } from '../../test/fixtures/hash-encoder.ts'
import { createSharingChain, makeExperience } from '../../test/fixtures/sharing.ts'
import { encodeHex } from '../protocol/encoding/encode-hex.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { ExperienceRecord } from '../protocol/ports.ts'
import { createHouseRulesSuite } from '../tasks/house-rules/create-house-rules-suite.ts'
import type { DemoAgent } from './open-agents.ts'
import { shareAndReview } from './share-and-review.ts'

const AI = 10n ** 18n
const NAMES = ['agent-1', 'agent-2', 'agent-3', 'poisoner'] as const
const suite = createHouseRulesSuite({ seed: 1, tools: 3 })

interface World {
  /** Syncs that agent 2 needs before it holds anything. */
  syncsNeeded?: number
  /** Who has nothing to publish. */
  silent?: string
}

/** Three honest agents whose trials find honest entries good and the poisoner's bad, all on one chain in memory. */
async function setUp({ syncsNeeded = 1, silent }: World = {}) {
  const chain = createSharingChain()
  const log: string[] = []
  const authors = new Map<bigint, string>()
  const poison: Experience[] = []
  const syncs = new Map<string, number>()
  const experience = await makeExperience()
  const record: ExperienceRecord = {
    cid: 'record',
    bytes: new Uint8Array(),
    domain: experience.domain,
    entryId: undefined,
    status: 'quarantined',
    reason: undefined,
    embedding: new Float32Array(),
  }
  const agents: DemoAgent[] = []
  for (const [index, name] of NAMES.entries()) {
    const submit = async () => {
      const merkleRoot = encodeHex(new Uint8Array(32).fill(index + 1))
      const entryId = await agent.ledger.submit({ merkleRoot, cid: `cid-${name}`, schema: 1n })
      authors.set(entryId, name)
      log.push(`${name} publishes ${entryId}`)
      const records = [`record-${name}`]
      return { entryId, cid: `cid-${name}`, records, blockBytes: 100, announcementBytes: 10 }
    }
    const agent = stubAgent(chain, index, {
      name,
      node: {
        publish: async () => (name === silent ? undefined : await submit()),
        publishUnchecked: async (experiences) => {
          poison.push(...experiences)
          return await submit()
        },
        sync: async () => {
          log.push(`${name} syncs`)
          syncs.set(name, (syncs.get(name) ?? 0) + 1)
        },
        listEntryRecords: async (entryId) => {
          const needed = name === 'agent-2' ? syncsNeeded : 1
          return (syncs.get(name) ?? 0) < needed ? [] : [{ ...record, entryId }]
        },
        review: async (entryId) => {
          log.push(`${name} reviews ${entryId}`)
          const score = authors.get(entryId) === 'poisoner' ? 0 : 900
          await agent.ledger.voteQuality(entryId, score)
          const challenged = score === 0 && name === 'agent-1'
          if (challenged) await agent.ledger.challenge(entryId)
          return { entryId, score, records: [], voted: true, challenged }
        },
      },
    })
    await agent.ledger.stake(100n * AI)
    agents.push(agent)
  }
  const events: string[] = []
  const share = async (signal?: AbortSignal) =>
    await shareAndReview(stubNetwork(chain, agents), suite, createHashEncoder(), {
      signal,
      onEvent: (stage, agent, event, detail) =>
        events.push(`${stage}: ${agent} ${event}, ${detail}`),
    })
  return { share, agents, log, poison, events, syncs }
}

describe('shareAndReview', () => {
  test('everybody publishes before anybody receives, and receives before anybody reviews', async () => {
    const { share, log } = await setUp()
    await share()
    const order = log.map((line) => line.split(' ')[1])
    expect(order.lastIndexOf('publishes')).toBeLessThan(order.indexOf('syncs'))
    expect(
      order.slice(0, order.indexOf('reviews')).filter((what) => what === 'syncs'),
    ).toHaveLength(4)
  })

  test('everybody but its author reviews an entry; the poisoner votes 0 on all others unseen', async () => {
    const { share, log } = await setUp()
    const entries = await share()
    const found = entries.map(({ author, reviews, hostileScore }) => [
      author.name,
      reviews.map(({ voter, review }) => [voter, review.score]),
      hostileScore,
    ])
    const by = (score: number, ...voters: string[]) => voters.map((voter) => [voter, score])
    expect(found).toEqual([
      ['agent-1', by(900, 'agent-2', 'agent-3'), 0],
      ['agent-2', by(900, 'agent-1', 'agent-3'), 0],
      ['agent-3', by(900, 'agent-1', 'agent-2'), 0],
      ['poisoner', by(0, 'agent-1', 'agent-2', 'agent-3'), undefined],
    ])
    expect(log.filter((line) => line.startsWith('poisoner reviews'))).toEqual([])
  })

  test('a majority of honest votes keeps good entries, and the poisoner alone loses its bond', async () => {
    const { share, agents } = await setUp()
    const entries = await share()
    expect(entries.map(({ quality, slashedWei }) => [quality, slashedWei])).toEqual([
      [900, 0n],
      [900, 0n],
      [900, 0n],
      [0, 25n * AI],
    ])
    const last = await agents[0]?.ledger.getEntry(entries[3]?.entryId ?? 0n)
    expect(last?.status).toBe('slashed')
  })

  test('all nodes learn of the settlement', async () => {
    const { share, syncs } = await setUp()
    await share()
    expect(Object.fromEntries(syncs)).toEqual(Object.fromEntries(NAMES.map((name) => [name, 2])))
  })

  test('who lacks an entry asks again, but not for ever', async () => {
    const late = await setUp({ syncsNeeded: 3 })
    await late.share()
    expect(late.syncs.get('agent-2')).toBe(3 + 1)
    const never = await setUp({ syncsNeeded: Number.POSITIVE_INFINITY })
    await never.share()
    expect(never.syncs.get('agent-2')).toBe(5 + 1)
  })

  test('who learnt nothing publishes nothing, and reviews all the same', async () => {
    const { share } = await setUp({ silent: 'agent-2' })
    const entries = await share()
    expect(entries.map(({ author }) => author.name)).toEqual(['agent-1', 'agent-3', 'poisoner'])
    expect(entries[0]?.reviews.map(({ voter }) => voter)).toEqual(['agent-2', 'agent-3'])
  })

  test('what the poisoner publishes is its poison, past its own gate', async () => {
    const { share, poison } = await setUp()
    await share()
    expect(poison).toHaveLength(4)
    expect(poison.every(({ evidence }) => evidence.suite === suite.id)).toBe(true)
  })

  test('each step is told once, in order', async () => {
    const { share, events } = await setUp({ silent: 'agent-3' })
    await share()
    expect(events).toEqual([
      'sharing: agent-1 shard published, entry 1, 1 experiences',
      'sharing: agent-2 shard published, entry 2, 1 experiences',
      'sharing: poisoner shard published, entry 3, 1 experiences',
      'review: agent-2 voted 900 on entry 1, by agent-1',
      'review: agent-3 voted 900 on entry 1, by agent-1',
      'review: agent-1 voted 900 on entry 2, by agent-2',
      'review: agent-3 voted 900 on entry 2, by agent-2',
      'review: agent-1 voted 0 on entry 3, by poisoner, challenged',
      'review: agent-2 voted 0 on entry 3, by poisoner',
      'review: agent-3 voted 0 on entry 3, by poisoner',
      'settlement: agent-1 entry final, entry 1, quality 900',
      'settlement: agent-2 entry final, entry 2, quality 900',
      'settlement: poisoner bond slashed, entry 3, quality 0',
    ])
  })
})
