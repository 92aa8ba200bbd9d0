import { listRawErrors } from '../learning/baselines/list-raw-errors.ts'
import { quoteVerifier } from '../learning/baselines/quote-verifier.ts'
import { rotateMemory } from '../learning/baselines/rotate-memory.ts'
import { evaluateMemory } from '../learning/evaluate-memory.ts'
import type { MemoryItem } from '../learning/memory.ts'
import type { DomainPractice } from '../learning/practise-domain.ts'
import { toMemoryItem } from '../learning/prior/to-memory-item.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { CallOptions, ExperienceRecord, LanguageModel } from '../protocol/ports.ts'
import type { HouseRulesSuite } from '../tasks/house-rules/create-house-rules-suite.ts'
import type { DemoAgent } from './open-agents.ts'
import type { SharedEntry } from './share-and-review.ts'

/** The arms of the final test, in the order of the table. */
export const ARMS = {
  none: 'no experience',
  own: 'own only',
  shared: 'own + shared',
  clean: 'own + shared, no poisoner',
  unverified: 'own + shared, unverified',
  placebo: 'shuffled experiences (placebo)',
  'raw-errors': 'raw error messages',
  template: 'template: copied error',
  'one-shot': 'one working call',
  oracle: 'oracle hints',
} as const

/** Name of an arm. */
export type Arm = keyof typeof ARMS

/** How one agent did on one task under one arm. */
export interface ArmScore {
  arm: Arm
  agent: string
  domain: string
  taskId: string
  /** Whether the agent practised on the tool. */
  own: boolean
  success: boolean
  reward: number
  calls: number
  promptTokens: number
}

/** What {@link testArms} needs. */
export interface TestArmsOptions extends CallOptions {
  suite: HouseRulesSuite
  agents: readonly DemoAgent[]
  entries: readonly SharedEntry[]
  practices: ReadonlyMap<string, DomainPractice>
  model: LanguageModel
  /** Held-out tasks of each tool. */
  testTasks: number
  /** Least quality in per mille of an entry to be used. */
  useFrom: number
  /** Called when an arm begins. */
  onArm: (arm: Arm) => void
}

/** Arms whose episodes may retry; the others end with the first attempt. */
const RETRYING: readonly Arm[] = ['none', 'own', 'shared']

/**
 * Tests every honest agent on held-out tasks of all tools under every arm: greedy, paired, and each distinct prompt
 * asked only once, since the recorder before the model answers repeats.
 */
export async function testArms(options: TestArmsOptions): Promise<ArmScore[]> {
  const { suite, agents, model, testTasks, onArm, ...rest } = options
  const honest = agents.filter(({ role }) => role === 'honest')
  const tasks = suite.domains.flatMap((domain) => suite.listTasks(domain, 'test', testTasks))
  const memories = await Promise.all(
    honest.map(async (agent) => await gatherMemories(agent, options)),
  )
  const scores: ArmScore[] = []
  for (const arm of Object.keys(ARMS) as Arm[]) {
    onArm(arm)
    for (const [index, agent] of honest.entries()) {
      const memoryOf = (domain: string): readonly MemoryItem[] =>
        memories[index]?.[arm].get(domain) ?? []
      const attempts = RETRYING.includes(arm) ? 3 : 1
      const { signal } = rest
      for (const score of await evaluateMemory(tasks, model, { memoryOf, attempts, signal })) {
        scores.push({ arm, agent: agent.name, own: agent.tools.includes(score.domain), ...score })
      }
    }
  }
  return scores
}

type Memories = Record<Arm, ReadonlyMap<string, readonly MemoryItem[]>>

/** What an agent would have in its prompts, by arm and domain. */
async function gatherMemories(
  agent: DemoAgent,
  { suite, agents, entries, practices, useFrom }: TestArmsOptions,
): Promise<Memories> {
  const { domains } = suite
  const shared = new Map<string, readonly MemoryItem[]>()
  for (const domain of domains)
    shared.set(domain, (await agent.node.recallDomain(domain)).map(toMemoryItem))
  const sharedOf = (domain: string): readonly MemoryItem[] => shared.get(domain) ?? []
  const received = new Map<SharedEntry, ExperienceRecord[]>()
  for (const entry of entries) {
    if (entry.author !== agent)
      received.set(entry, await agent.node.listEntryRecords(entry.entryId))
  }
  const isHostile = ({ author }: SharedEntry): boolean =>
    agents.find(({ name }) => name === author.name)?.role === 'poisoner'
  const receivedOf = (domain: string, wanted: (entry: SharedEntry) => boolean): MemoryItem[] =>
    [...received]
      .filter(([entry]) => wanted(entry))
      .flatMap(([, records]) => records.filter((record) => record.domain === domain))
      .map(({ bytes }) => toMemoryItem(decodeExperience(bytes)))
  const ownOf = (domain: string): readonly MemoryItem[] =>
    agent.tools.includes(domain) ? sharedOf(domain) : []
  const byDomain = (
    of: (domain: string) => readonly MemoryItem[],
  ): Map<string, readonly MemoryItem[]> => new Map(domains.map((domain) => [domain, of(domain)]))
  const evidenceOf = (domain: string) => practices.get(domain)?.evidence

  return {
    none: new Map(),
    own: byDomain(ownOf),
    shared,
    // Without a poisoner nothing but its entry and its votes would be missing.
    clean: byDomain((domain) => [
      ...ownOf(domain),
      ...receivedOf(domain, (entry) => !isHostile(entry) && honestQuality(entry) >= useFrom),
    ]),
    unverified: byDomain((domain) => [...ownOf(domain), ...receivedOf(domain, () => true)]),
    placebo: rotateMemory(domains, sharedOf),
    'raw-errors': byDomain((domain) => {
      const evidence = evidenceOf(domain)
      return evidence === undefined ? [] : listRawErrors(evidence)
    }),
    template: byDomain((domain) => {
      const evidence = evidenceOf(domain)
      const text = evidence === undefined ? undefined : quoteVerifier(evidence)
      return text === undefined ? [] : [{ text }]
    }),
    'one-shot': byDomain((domain) => {
      const example = evidenceOf(domain)?.worked[0]
      return example === undefined ? [] : [{ example }]
    }),
    oracle: byDomain((domain) => [{ text: suite.describeRules(domain) }]),
  }
}

/** The quality an entry would have had if only honest agents had voted: their lower median, equal stakes. */
function honestQuality({ reviews }: SharedEntry): number {
  const votes = reviews
    .flatMap(({ review }) => (review.score === null ? [] : [review.score]))
    .toSorted((a, b) => a - b)
  return votes[Math.ceil(votes.length / 2) - 1] ?? 0
}
