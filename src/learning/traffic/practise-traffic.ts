import type { CallOptions, EpisodeRecord, LanguageModel, Task } from '../../protocol/ports.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { gainLowerBound } from '../../protocol/statistics/gain-lower-bound.ts'
import { type FormTrial, type GateOutcome, chooseForm } from '../gate/choose-form.ts'
import type { GateRule } from '../gate/gate-rule.ts'
import { type DomainEvidence, gatherEvidence } from '../gather-evidence.ts'
import { mergeLessons } from '../library/merge-lessons.ts'
import type { MemoryItem } from '../memory.ts'
import { type Proposals, proposeLessons } from '../propose-lessons.ts'
import { clusterEpisodes, type ClusterEpisodesOptions } from './cluster-episodes.ts'
import { toTrafficGroups, type ToTrafficGroupsOptions } from './to-traffic-groups.ts'

/** What practice on traffic may be told. */
export interface PractiseTrafficOptions
  extends CallOptions,
    ClusterEpisodesOptions,
    ToTrafficGroupsOptions {
  /** Domains that are practised on. Default all that the traffic has. */
  domains?: readonly string[]
  /** What a form has to prove. Default sequential with an error of 0.1. */
  rule?: GateRule
  /**
   * Whether the answers of users may become worked examples, which are shared as they are. Default false: only sentences
   * are learnt.
   */
  examples?: boolean
  /** Whether the model is also asked about whole groups. Default false. */
  groupPrompt?: boolean
  /** Tasks that must be solved with what is learnt about their domain, whatever the average. Default none. */
  pinned?: readonly Task[]
  /** Share of the held-out cases that the gate does not see either, 0…1: for a guard. Default 0. */
  fresh?: number
}

/** How sure one may be of a lesson that was not proved. */
export interface Uncertainty {
  /** P(gain > 0) from the cases that could be judged; ½ where none could. */
  probability: number
  /** Lower 95 % bound of the gain in per mille; −1000 where nothing could be judged. */
  gainLower: number
  /** Cases on which both with and without it could be judged. */
  judged: number
  /** Cases that there are. */
  cases: number
}

/** Where a lesson from traffic stands. */
export type TrafficStanding =
  | { decision: 'accepted'; chosen: FormTrial }
  /** Neither proved nor refuted: no prompt sees it until more is known. */
  | { decision: 'candidate'; memory: readonly MemoryItem[]; uncertainty: Uncertainty }
  /** `nothing-to-contrast`: no failed answer; otherwise as the gate says. */
  | {
      decision: 'refused'
      reason: 'nothing-to-contrast' | Extract<GateOutcome, { decision: 'refused' }>['reason']
    }

/** What practice on one cluster of traffic led to. */
export interface TrafficPractice {
  domain: string
  evidence: DomainEvidence
  proposals: Proposals
  /** Held-out cases of the gate. */
  cases: number
  /** Held-out cases that nothing has seen. */
  fresh: readonly Task[]
  standing: TrafficStanding
}

const RULE: GateRule = { kind: 'sequential', error: 0.1 }

/**
 * Learns from what agents really did, without a task suite: episodes are grouped, failed answers contrasted with accepted
 * ones, and what is proposed goes through the same gate. Its cases are tasks of the traffic that practice did not see, and
 * they count only where an answer can be judged; a lesson that could not be tried enough stays a candidate.
 *
 * @throws DsoError `OPTION_INVALID`, and what the model throws
 */
export async function practiseTraffic(
  episodes: readonly EpisodeRecord[],
  model: LanguageModel,
  options: PractiseTrafficOptions = {},
): Promise<TrafficPractice[]> {
  const { domains, rule = RULE, examples = false, groupPrompt = false } = options
  const { pinned = [], fresh: share = 0 } = options
  const call: CallOptions = { signal: options.signal, onProgress: options.onProgress }
  const practices: TrafficPractice[] = []
  for (const cluster of clusterEpisodes(episodes, options)) {
    if (domains?.includes(cluster.domain) === false) continue
    const { domain, practice, cases: heldOut } = toTrafficGroups(cluster, options)
    const fresh = heldOut.filter((task) => isFresh(task, share))
    const cases = heldOut.filter((task) => !isFresh(task, share))
    const pins = pinned.filter((task) => task.domain === domain)
    const evidence = gatherEvidence(domain, practice)
    const nothing = evidence.fields.length === 0
    const proposals = nothing
      ? { lessons: [], refused: [] }
      : await proposeLessons(evidence, model, { groupPrompt, ...call })
    // Examples are people's own words: where they may not be shared they must not win at the gate either.
    const shown = examples ? evidence : { ...evidence, worked: [] }
    const gate =
      nothing || cases.length === 0
        ? undefined
        : await chooseForm(shown, proposals.lessons, model, {
            tasks: cases,
            threshold: 0.8,
            rule,
            ...(pins.length === 0 ? {} : { pinned: pins }),
            ...call,
          })
    const standing = nothing
      ? ({ decision: 'refused', reason: 'nothing-to-contrast' } as const)
      : standingOf(gate, mergeLessons(domain, proposals.lessons), cases.length)
    practices.push({ domain, evidence, proposals, cases: cases.length, fresh, standing })
  }
  return practices
}

/** It follows from the task alone, so that a case that was tried once is never fresh later. */
function isFresh({ id }: Task, share: number): boolean {
  return share > 0 && createSeededRandom(`dso/traffic/fresh/1/${id}`).next() < share
}

function standingOf(
  gate: GateOutcome | undefined,
  proposed: readonly MemoryItem[],
  cases: number,
): TrafficStanding {
  if (gate?.decision === 'accepted') return { decision: 'accepted', chosen: gate.chosen }
  const [best] = (gate?.tried ?? []).toSorted((a, b) => b.probability - a.probability)
  const memory = best?.memory ?? proposed
  if (memory.length === 0) return { decision: 'refused', reason: 'nothing-proposed' }
  const refuted = best !== undefined && best.probability < 0.5
  if (gate !== undefined && (gate.reason !== 'not-proved' || refuted)) {
    return { decision: 'refused', reason: gate.reason }
  }
  const { n: judged, wins, losses } = best?.result ?? { n: 0, wins: 0, losses: 0 }
  const gainLower = judged === 0 ? -1000 : gainLowerBound({ tasks: judged, wins, losses })
  const probability = best?.probability ?? 0.5
  return { decision: 'candidate', memory, uncertainty: { probability, gainLower, judged, cases } }
}
