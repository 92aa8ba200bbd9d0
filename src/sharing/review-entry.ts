import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { CallOptions, ExperienceRecord, Ledger } from '../protocol/ports.ts'
import { scoreTrial, type TrialCounts } from './score-trial.ts'

/**
 * Tries the experiences of one domain, all together, against no memory on tasks of the suite that they name; null when
 * this node cannot try them, because it has no such suite or domain.
 */
export type TrialRunner = (
  domain: string,
  experiences: readonly Experience[],
  entryId: bigint,
  options: CallOptions,
) => Promise<TrialCounts | null>

/** What {@link reviewEntry} needs. */
export interface ReviewPorts {
  ledger: Ledger
  runTrial: TrialRunner
}

/** What {@link reviewEntry} decides by. */
export interface ReviewOptions extends CallOptions {
  /** Below this quality in per mille the reviewer also challenges the entry. */
  challengeBelow: number
}

/** A reviewer's finding about one record. */
export interface RecordReview {
  cid: string
  domain: string
  /** 0…1000; null when this node could not try it. */
  score: number | null
  counts: TrialCounts | null
}

/** A reviewer's finding about an entry. */
export interface EntryReview {
  entryId: bigint
  /** The vote: the mean of the records' scores, 0…1000; null when nothing could be judged, and no vote was cast. */
  score: number | null
  records: RecordReview[]
  challenged: boolean
}

/**
 * The validator's part (seed A §6.3): each domain of the entry gets a paired trial in quarantine; refused records count
 * as 0 without one. The mean is voted on chain; an entry below the floor is also challenged.
 */
export async function reviewEntry(
  entryId: bigint,
  records: readonly ExperienceRecord[],
  { ledger, runTrial }: ReviewPorts,
  { challengeBelow, ...call }: ReviewOptions,
): Promise<EntryReview> {
  const reviews: RecordReview[] = records
    .filter(({ status }) => status === 'refused')
    .map(({ cid, domain }) => ({ cid, domain, score: 0, counts: null }))
  const waiting = Map.groupBy(
    records.filter(({ status }) => status !== 'refused'),
    ({ domain }) => domain,
  )
  for (const [domain, group] of waiting) {
    const experiences = group.map(({ bytes }) => decodeExperience(bytes))
    const counts = await runTrial(domain, experiences, entryId, call)
    const score = counts === null ? null : scoreTrial(counts)
    for (const { cid } of group) reviews.push({ cid, domain, score, counts })
  }
  const judged = reviews.flatMap(({ score }) => (score === null ? [] : [score]))
  if (judged.length === 0) return { entryId, score: null, records: reviews, challenged: false }
  const score = Math.round(judged.reduce((sum, value) => sum + value, 0) / judged.length)
  await ledger.voteQuality(entryId, score, call)
  const challenged = score < challengeBelow && (await challengeFirst(entryId, ledger, call))
  return { entryId, score, records: reviews, challenged }
}

/** Challenges unless somebody already has; only the first challenger can earn the bounty. */
async function challengeFirst(
  entryId: bigint,
  ledger: Ledger,
  call: CallOptions,
): Promise<boolean> {
  const entry = await ledger.getEntry(entryId)
  if (entry === undefined || entry.challenger !== undefined) return false
  await ledger.challenge(entryId, call)
  return true
}
