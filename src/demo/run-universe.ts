import { join } from 'node:path'
import type { DomainPractice } from '../learning/practise-domain.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { CallOptions, Encoder } from '../protocol/ports.ts'
import type { TimelineEvent } from '../protocol/report/report.ts'
import {
  type HouseRulesSuite,
  createHouseRulesSuite,
} from '../tasks/house-rules/create-house-rules-suite.ts'
import type { DemoOptions } from './demo-options.ts'
import type { MeteredModel } from './metered-model.ts'
import { type DemoAgent, openAgents } from './open-agents.ts'
import { type DemoSettings, settingsOf, takesGroups } from './settings.ts'
import { type SharedEntry, shareAndReview } from './share-and-review.ts'
import { type ArmScore, testArms } from './test-arms.ts'
import type { PractiseOutcome } from '../node/practise-domains.ts'

/** Everything one seed's universe led to. */
export interface UniverseRun {
  seed: number
  suite: HouseRulesSuite
  settings: DemoSettings
  agents: readonly { name: string; role: DemoAgent['role']; tools: readonly string[] }[]
  outcomes: ReadonlyMap<string, PractiseOutcome>
  practices: ReadonlyMap<string, DomainPractice>
  entries: readonly SharedEntry[]
  scores: readonly ArmScore[]
  /** Block bytes that all nodes together fetched from peers. */
  bytesFetched: number
  /** Gas of every transaction since the agents were set up. */
  gasUsed: number
  /** How many other agents use a record, by CID. */
  usable: ReadonlyMap<string, number>
  /** Why no other agent uses a record, by CID: the first reason found. */
  refusals: ReadonlyMap<string, string>
  /** The poisoner's records, why they were refused, and how many prompts of verifying agents they stood in. */
  poison: readonly { bytes: Uint8Array; reason: string; promptsReached: number }[]
}

/** What {@link runUniverse} needs. */
export interface RunUniverseOptions extends CallOptions {
  seed: number
  options: DemoOptions
  model: MeteredModel
  encoder: Encoder
  /** Tells what begins: stage and, where it applies, what it works on. */
  onStage: (stage: string, detail: string) => void
  onEvent: (event: Omit<TimelineEvent, 'order' | 'modelSeconds'>) => void
}

/** One seed from an empty folder to tested agents: practise, share, review, settle, test. */
export async function runUniverse(run: RunUniverseOptions): Promise<UniverseRun> {
  const { seed, options, model, encoder, onStage, onEvent, signal } = run
  const settings = {
    ...settingsOf(options.size, seed),
    groupPrompt: takesGroups(options.source),
  }
  const suite = createHouseRulesSuite({ seed, tools: options.agents * options.toolsPerAgent })
  onStage('start', `chain and ${options.agents + 1} nodes`)
  await using network = await openAgents({
    seed,
    folder: join(options.dataFolder, 'demo', 'agents'),
    honest: options.agents,
    suite,
    model,
    encoder,
    settings,
    signal,
  })
  const { agents } = network
  const honest = agents.filter(({ role }) => role === 'honest')

  model.enter('practice')
  const outcomes = new Map<string, PractiseOutcome>()
  await Promise.all(
    honest.map(async ({ name, node, tools }) => {
      node.events.on('practice-stage', ({ domain, stage }) =>
        onStage('practice', `${name}: ${stage} of ${domain}`),
      )
      outcomes.set(name, await node.practise(tools, settings, { signal }))
    }),
  )
  const practices = new Map<string, DomainPractice>()
  for (const { name } of honest) {
    for (const practice of outcomes.get(name)?.practices ?? []) {
      practices.set(practice.domain, practice)
      const { gate } = practice
      const event =
        gate.decision === 'accepted' ? `learnt ${gate.chosen.form}` : `nothing kept: ${gate.reason}`
      onEvent({ stage: 'practice', agent: name, event, detail: practice.domain })
    }
  }

  model.enter('review')
  onStage('sharing', 'shards, registry, blocks')
  const entries = await shareAndReview(network, suite, encoder, {
    signal,
    onEvent: (stage, agent, event, detail) => {
      onStage(stage, `${agent ?? ''} ${event}`.trim())
      onEvent({ stage, agent: agent ?? null, event, detail })
    },
  })
  const stats = agents.map(({ node }) => node.fetchStats())

  model.enter('test')
  const scores = await testArms({
    suite,
    agents,
    entries,
    practices,
    model,
    testTasks: settings.testTasks,
    useFrom: settings.useFrom,
    onArm: (arm) => {
      onStage('test', arm)
      // What verifying agents really ask is looked at below; the unverified arm is what a naive agent would ask.
      model.keepPrompts(arm === 'own' || arm === 'shared')
    },
    signal,
  })
  const bytesFetched = stats.reduce((sum, stat) => sum + stat.bytesFetched, 0)
  const gasUsed = await network.gasUsed()
  model.keepPrompts(false)
  const fates = await readFates(agents, entries, model.prompts())
  return {
    seed,
    suite,
    settings,
    agents,
    outcomes,
    practices,
    entries,
    scores,
    bytesFetched,
    gasUsed,
    ...fates,
  }
}

/** What became of every published record on the nodes of the others. */
async function readFates(
  agents: readonly DemoAgent[],
  entries: readonly SharedEntry[],
  prompts: readonly string[],
): Promise<Pick<UniverseRun, 'usable' | 'refusals' | 'poison'>> {
  const usable = new Map<string, number>()
  const refusals = new Map<string, string>()
  const poison = new Map<string, { bytes: Uint8Array; reason: string; promptsReached: number }>()
  for (const entry of entries) {
    for (const agent of agents.filter(
      (other) => other !== entry.author && other.role === 'honest',
    )) {
      for (const { cid, bytes, status, reason } of await agent.node.listEntryRecords(
        entry.entryId,
      )) {
        if (status === 'usable') usable.set(cid, (usable.get(cid) ?? 0) + 1)
        else if (!refusals.has(cid)) refusals.set(cid, reason ?? status)
        if (entry.author.role !== 'poisoner') continue
        if (!poison.has(cid)) {
          poison.set(cid, {
            bytes,
            reason: reason ?? status,
            promptsReached: countPrompts(bytes, prompts),
          })
        }
      }
    }
  }
  return { usable, refusals, poison: [...poison.values()] }
}

/** Prompts that hold the record's sentence, quoted as memory is. */
function countPrompts(bytes: Uint8Array, prompts: readonly string[]): number {
  const experience = decodeExperience(bytes)
  const mark = JSON.stringify(
    experience.kind === 'example' ? experience.example.input : experience.text,
  )
  return prompts.filter((prompt) => prompt.includes(mark)).length
}
