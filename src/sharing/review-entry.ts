import { DsoError } from '../protocol/errors.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { CallOptions, ExperienceRecord, Ledger, Store } from '../protocol/ports.ts'
import { scoreTrial, type TrialCounts } from './score-trial.ts'
import { isRefusedByVerdict, type VerdictRefusal } from './settle-entry.ts'

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
  store: Store
  ledger: Ledger
  runTrial: TrialRunner
}

/** What {@link reviewEntry} decides by. */
export interface ReviewOptions extends CallOptions {
  /** Below this quality in per mille the reviewer also challenges the entry. */
  challengeBelow: number
  /** Least score in per mille of a record in this node's own trial to be used (seed A §8.1: 500). */
  useFrom: number
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
  /** What this node votes: the mean of the records' scores, 0…1000; null when nothing could be judged. */
  score: number | null
  records: RecordReview[]
  /** Whether the registry holds this node's vote; not when nothing was judged, after the window, or without stake. */
  voted: boolean
  /** Whether this node is the entry's challenger. */
  challenged: boolean
}

/** Refusals of a vote that are no fault: it is too late, or this account has no say. */
const VOTE_REFUSALS = ['VotingClosed', 'EntrySettled', 'NoWeight', 'OwnEntry']

/** Refusals of a challenge that are no fault: somebody was first, it is too late, or the bond is not affordable. */
const CHALLENGE_REFUSALS = [
  'AlreadyChallenged',
  'ChallengeClosed',
  'EntrySettled',
  'ERC20InsufficientBalance',
]

/**
 * The validator's part (seed A §6.3): each domain of the entry gets a paired trial in quarantine; what screening refused
 * counts as 0 without one. The mean is voted on chain; an entry below the floor is also challenged. What failed the
 * trial is refused here, whatever the others will vote. Own experiences are not judged. A review that was interrupted
 * is made again from the start; votes and challenges that arrived count as made.
 */
export async function reviewEntry(
  entryId: bigint,
  records: readonly ExperienceRecord[],
  { store, ledger, runTrial }: ReviewPorts,
  { challengeBelow, useFrom, ...call }: ReviewOptions,
): Promise<EntryReview> {
  const strangers = records.filter(({ status }) => status !== 'own')
  const isScreenedOut = (record: ExperienceRecord): boolean =>
    record.status === 'refused' && !isRefusedByVerdict(record)
  const reviews: RecordReview[] = strangers
    .filter(isScreenedOut)
    .map(({ cid, domain }) => ({ cid, domain, score: 0, counts: null }))
  const tried = strangers.filter((record) => !isScreenedOut(record))
  for (const [domain, group] of Map.groupBy(tried, (record) => record.domain)) {
    const experiences = group.map(({ bytes }) => decodeExperience(bytes))
    const counts = await runTrial(domain, experiences, entryId, call)
    const score = counts === null ? null : scoreTrial(counts)
    for (const { cid } of group) reviews.push({ cid, domain, score, counts })
  }
  const judged = reviews.flatMap(({ score }) => (score === null ? [] : [score]))
  if (judged.length === 0) {
    return { entryId, score: null, records: reviews, voted: false, challenged: false }
  }
  const score = Math.round(judged.reduce((sum, value) => sum + value, 0) / judged.length)
  const voted = await vote(entryId, score, ledger, call)
  const challenged = score < challengeBelow && (await challengeFirst(entryId, ledger, call))
  await refuseFailed(tried, reviews, useFrom, store)
  return { entryId, score, records: reviews, voted, challenged }
}

async function vote(
  entryId: bigint,
  score: number,
  ledger: Ledger,
  call: CallOptions,
): Promise<boolean> {
  try {
    await ledger.voteQuality(entryId, score, call)
    return true
  } catch (error) {
    if (isReverted(error, ['AlreadyVoted'])) return true
    if (isReverted(error, VOTE_REFUSALS)) return false
    throw error
  }
}

/** Challenges unless somebody already has; only the first challenger can earn the bounty. */
async function challengeFirst(
  entryId: bigint,
  ledger: Ledger,
  call: CallOptions,
): Promise<boolean> {
  const challenger = (await ledger.getEntry(entryId))?.challenger
  if (challenger !== undefined) return challenger.toLowerCase() === ledger.account.toLowerCase()
  try {
    await ledger.challenge(entryId, call)
    return true
  } catch (error) {
    if (isReverted(error, CHALLENGE_REFUSALS)) return false
    throw error
  }
}

function isReverted(error: unknown, reasons: readonly string[]): boolean {
  return (
    DsoError.is(error, 'TRANSACTION_REVERTED') && reasons.includes(String(error.details['reason']))
  )
}

/** The finding outlives a restart with the record: what this node saw fail must not become usable by others' votes. */
async function refuseFailed(
  tried: readonly ExperienceRecord[],
  reviews: readonly RecordReview[],
  useFrom: number,
  store: Store,
): Promise<void> {
  const reason: VerdictRefusal = 'failed-own-trial'
  const failed = tried.filter(({ cid, status }) => {
    const score = reviews.find((review) => review.cid === cid)?.score ?? useFrom
    return score < useFrom && (status === 'quarantined' || status === 'usable')
  })
  await store.saveRecords(failed.map((record) => ({ ...record, status: 'refused', reason })))
}
