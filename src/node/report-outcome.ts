import { creditOutcome } from '../learning/credit/credit-outcome.ts'
import { type OutcomeReport, parseReport } from '../learning/traffic/parse-report.ts'
import { DsoError } from '../protocol/errors.ts'
import type { CallOptions, Encoder, Store } from '../protocol/ports.ts'

/** What a report led to. */
export interface ReportedOutcome {
  recallId: string
  /** 0…1000. */
  reward: number
  /** Experiences whose credit changed: those that were found for the task. */
  credited: number
}

/**
 * Takes in what became of a task: its episode is kept for practice, and whatever was found for it is credited, for the
 * model that did it. Once a recall; both in one transaction.
 *
 * @throws DsoError `FORMAT_INVALID`, `BYTES_TOO_LONG`, `REWARD_OUT_OF_RANGE`, `RECALL_UNKNOWN`, `OUTCOME_REPEATED`, and what
 * the encoder throws; nothing is kept then
 */
export async function reportOutcome(
  report: OutcomeReport,
  { store, encoder }: { store: Store; encoder: Encoder },
  call: CallOptions = {},
): Promise<ReportedOutcome> {
  const { recallId, task, model, attempts, reward } = parseReport(report)
  const recall = await store.getRecall(recallId)
  // Before the encoder is asked: a stranger's id costs nothing.
  if (recall === undefined) throw new DsoError('RECALL_UNKNOWN', { details: { recallId } })
  const [embedding] = await encoder.embed([task], call)
  if (embedding === undefined) throw new RangeError('an encoder returns one vector a text')
  const { domain, offered } = recall
  const credits = creditOutcome({ offered, model, reward })
  await store.saveEpisode({ recallId, task, domain, model, attempts, reward, embedding }, credits)
  return { recallId, reward, credited: credits.length }
}
