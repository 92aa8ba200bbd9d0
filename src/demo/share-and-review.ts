import type { CallOptions, Encoder } from '../protocol/ports.ts'
import type { EntryReview } from '../sharing/review-entry.ts'
import type { HouseRulesSuite } from '../tasks/house-rules/create-house-rules-suite.ts'
import { createPoison } from './create-poison.ts'
import { type DemoAgent, type DemoNetwork, VOTING_WINDOW_SECONDS } from './open-agents.ts'

/** One entry's way through the network. */
export interface SharedEntry {
  entryId: bigint
  author: DemoAgent
  /** CIDs of its records, in order. */
  records: readonly string[]
  blockBytes: number
  announcementBytes: number
  /** Reviews by voter's name, in the order of the agents. */
  reviews: { voter: string; review: EntryReview }[]
  /** The poisoner's vote; undefined on its own entry. */
  hostileScore: number | undefined
  /** Final quality in per mille; undefined when nobody voted. */
  quality: number | undefined
  slashedWei: bigint
}

/** What {@link shareAndReview} reports on the way. */
export interface ShareOptions extends CallOptions {
  onEvent: (
    stage: 'sharing' | 'review' | 'settlement',
    agent: string | undefined,
    event: string,
    detail: string,
  ) => void
}

/** Tries before a node that lacks an entry is given up; each asks every connected peer. */
const SYNC_TRIES = 5

/**
 * Publish, fetch, verify, try, vote, settle: the protocol's part of the run, on the real chain and real sockets.
 * The poisoner publishes too, and votes 0 on everybody else.
 */
export async function shareAndReview(
  { chain, agents }: DemoNetwork,
  suite: HouseRulesSuite,
  encoder: Encoder,
  { onEvent, ...call }: ShareOptions,
): Promise<SharedEntry[]> {
  const entries = await publishAll(agents, suite, encoder, call)
  for (const { author, entryId, records } of entries) {
    onEvent(
      'sharing',
      author.name,
      'shard published',
      `entry ${entryId}, ${records.length} experiences`,
    )
  }
  for (const agent of agents) await receiveAll(agent, entries, call)

  for (const entry of entries) {
    for (const agent of agents.filter((other) => other !== entry.author)) {
      if (agent.role === 'poisoner') {
        entry.hostileScore = 0
        await agent.ledger.voteQuality(entry.entryId, 0, call)
        continue
      }
      const review = await agent.node.review(entry.entryId, call)
      entry.reviews.push({ voter: agent.name, review })
      const challenge = review.challenged ? ', challenged' : ''
      onEvent(
        'review',
        agent.name,
        `voted ${review.score ?? 'not'} on entry ${entry.entryId}`,
        `by ${entry.author.name}${challenge}`,
      )
    }
  }

  await chain.increaseTime(VOTING_WINDOW_SECONDS + 1)
  for (const entry of entries) {
    const settler = agents.find((agent) => agent !== entry.author && agent.role === 'honest')
    if (settler === undefined) throw new RangeError('a demo has at least two honest agents')
    await settler.ledger.finalise(entry.entryId, call)
    const final = await settler.ledger.getEntry(entry.entryId)
    entry.quality = final?.quality
    if (final?.status === 'slashed') entry.slashedWei = final.bondWei
    onEvent(
      'settlement',
      entry.author.name,
      final?.status === 'slashed' ? 'bond slashed' : 'entry final',
      `entry ${entry.entryId}, quality ${final?.quality ?? 'none'}`,
    )
  }
  for (const { node } of agents) await node.sync(call)
  return entries
}

async function publishAll(
  agents: readonly DemoAgent[],
  suite: HouseRulesSuite,
  encoder: Encoder,
  call: CallOptions,
): Promise<SharedEntry[]> {
  const entries: SharedEntry[] = []
  for (const author of agents) {
    const published =
      author.role === 'honest'
        ? await author.node.publish(call)
        : await author.node.publishUnchecked(await createPoison(suite, encoder), call)
    if (published === undefined) continue
    const { entryId, records, blockBytes, announcementBytes } = published
    const outcome = { reviews: [], hostileScore: undefined, quality: undefined, slashedWei: 0n }
    entries.push({ entryId, author, records, blockBytes, announcementBytes, ...outcome })
  }
  return entries
}

/** Follows the registry until every entry of the others is here; what no peer has given by then is reported as missing. */
async function receiveAll(
  agent: DemoAgent,
  entries: readonly SharedEntry[],
  call: CallOptions,
): Promise<void> {
  const wanted = entries.filter(({ author }) => author !== agent)
  for (let attempt = 0; attempt < SYNC_TRIES; attempt++) {
    await agent.node.sync(call)
    const held = await Promise.all(
      wanted.map(async ({ entryId }) => await agent.node.listEntryRecords(entryId)),
    )
    if (held.every((records) => records.length > 0)) return
  }
}
