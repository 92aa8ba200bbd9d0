import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import type { AttemptRecord, EpisodeRecord, Task, Verdict } from '../../protocol/ports.ts'
import type { Group } from '../collect-group.ts'
import { toGroup } from '../collect-group.ts'
import type { Episode } from '../run-episode.ts'
import type { EpisodeCluster } from './cluster-episodes.ts'
import {
  normaliseTask,
  PLAIN_ANSWER,
  toAnswerLine,
  toAnswerObject,
  toPromptLine,
} from './traffic-text.ts'

/** Judges an answer to a task of real traffic, where something can; undefined where it cannot. */
export type TrafficVerifier = (
  task: { domain: string; task: string },
  answer: string,
) => Verdict | undefined | Promise<Verdict | undefined>

/** How traffic is read. */
export interface ToTrafficGroupsOptions {
  /** Judges answers that nobody reported on. */
  verify?: TrafficVerifier | undefined
  /** Share of tasks that practice does not see, 0…1. Default ⅓. */
  heldOut?: number
}

/** What one cluster has for practice and for the gate. */
export interface TrafficGroups {
  domain: string
  /** What the contrast stage reads. */
  practice: Group[]
  /** The gate's cases: other tasks of the cluster. */
  cases: Task[]
}

const UNJUDGED: Verdict = { success: false, fields: {}, message: '', unjudged: true }

/**
 * Turns episodes into what practice on a suite yields: tasks, groups of attempts with verdicts, and held-out cases. Which
 * tasks are held out follows from their texts alone, so a retry never stands on both sides.
 *
 * A case judges an answer by what was reported of the very same answer to it, or by the verifier; otherwise it is
 * unjudged, which the gate counts neither as success nor as failure.
 */
export function toTrafficGroups(
  { domain, tasks }: EpisodeCluster,
  { verify, heldOut = 1 / 3 }: ToTrafficGroupsOptions = {},
): TrafficGroups {
  const keys = keysOf(tasks.flat())
  const practice: Group[] = []
  const cases: Task[] = []
  for (const episodes of tasks) {
    const task = toTask(domain, keys, episodes, verify)
    const text = normaliseTask(episodes[0]?.task ?? '')
    const draw = createSeededRandom(`dso/traffic/1/${domain}/${text}`).next()
    if (draw < heldOut) cases.push(task)
    else
      practice.push(
        toGroup(
          task,
          episodes.map((episode) => toEpisode(task, episode, episodes)),
        ),
      )
  }
  return { domain, practice, cases }
}

function toTask(
  domain: string,
  keys: readonly string[],
  episodes: readonly EpisodeRecord[],
  verify: TrafficVerifier | undefined,
): Task {
  const text = episodes[0]?.task ?? ''
  const recorded = verdictsOf(episodes)
  return {
    id: `${domain}/${normaliseTask(text)}`,
    domain,
    head: `Tool: ${domain}(${keys.join(', ')})`,
    request: toPromptLine(text),
    keys,
    verify: async (answer) =>
      recorded.get(toAnswerLine(answer)) ??
      (await verify?.({ domain, task: text }, answer)) ??
      UNJUDGED,
  }
}

/** What was reported, by answer; an answer of which both was said is unjudged. */
function verdictsOf(episodes: readonly EpisodeRecord[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  for (const attempt of episodes.flatMap(({ attempts }) => attempts)) {
    const line = toAnswerLine(attempt.answer)
    const verdict = toVerdict(attempt, episodes)
    const known = verdicts.get(line)
    if (verdict.unjudged === true) continue
    const agrees = known === undefined || known.success === verdict.success
    verdicts.set(line, agrees ? verdict : UNJUDGED)
  }
  return verdicts
}

function toEpisode(task: Task, episode: EpisodeRecord, all: readonly EpisodeRecord[]): Episode {
  const attempts = episode.attempts.map((attempt) => ({
    answer: toAnswerLine(attempt.answer),
    verdict: toVerdict(attempt, all),
    promptTokens: 0,
  }))
  return { task, memory: [], attempts, reward: episode.reward / 1000 }
}

function toVerdict(attempt: AttemptRecord, all: readonly EpisodeRecord[]): Verdict {
  if (attempt.passed === undefined) return UNJUDGED
  const message = attempt.passed ? '' : toPromptLine(attempt.message)
  const fields =
    Object.keys(attempt.fields).length > 0 ? attempt.fields : compareFields(attempt, all)
  return { success: attempt.passed, fields, message }
}

/**
 * Which parts of a refused answer were wrong, where nobody said: those in which it differs from the answer to the same task
 * that was accepted. Without one, the parts that the message names; else nobody knows.
 */
function compareFields(
  attempt: AttemptRecord,
  all: readonly EpisodeRecord[],
): Record<string, boolean> {
  const given = toAnswerObject(attempt.answer)
  const names = Object.keys(given)
  if (attempt.passed === true) return Object.fromEntries(names.map((name) => [name, true]))
  const accepted = all.flatMap(({ attempts }) => attempts).findLast(({ passed }) => passed === true)
  if (accepted !== undefined) {
    const right = toAnswerObject(accepted.answer)
    const either = new Set([...names, ...Object.keys(right)])
    return Object.fromEntries(
      [...either].map((name) => [
        name,
        JSON.stringify(given[name]) === JSON.stringify(right[name]),
      ]),
    )
  }
  if (names.length === 1) return { [names[0]!]: false }
  const words = new Set(attempt.message.split(/[^\p{L}\p{N}_]+/u))
  return Object.fromEntries(names.filter((name) => words.has(name)).map((name) => [name, false]))
}

/** Most parts of an answer that lessons are about. */
const MAX_KEYS = 16

/** The parts of the answers, those of accepted ones first; only names that may stand in a prompt. */
function keysOf(episodes: readonly EpisodeRecord[]): string[] {
  const attempts = episodes.flatMap((episode) => episode.attempts)
  const accepted = attempts.filter(({ passed }) => passed === true)
  const keys = new Set(
    [...accepted, ...attempts]
      .flatMap(({ answer }) => Object.keys(toAnswerObject(answer)))
      .filter((key) => /^[\p{L}\p{N}_.-]{1,64}$/u.test(key)),
  )
  return keys.size === 0 ? [PLAIN_ANSWER] : [...keys].slice(0, MAX_KEYS)
}
