import type { EntryReview } from '../sharing/review-entry.ts'
import type { PractiseStage } from '../learning/practise-domain.ts'
import type { ReportedOutcome } from './report-outcome.ts'

/**
 * What a node tells, noun first. Fields are facts; texts, prompts and keys never appear. What comes from the registry is
 * told at least once: again after a crash, `entry-missing` at every sync, `entry-settled` also when a good entry turns up
 * after its settlement.
 */
export interface NodeEvents {
  'practice-stage': [{ domain: string; stage: PractiseStage }]
  'experience-accepted': [{ domain: string; cid: string }]
  'outcome-reported': [ReportedOutcome]
  'shard-published': [{ entryId: bigint; cid: string; records: number }]
  'entry-announced': [{ entryId: bigint; from: string }]
  'entry-quarantined': [{ entryId: bigint; records: number; refused: number }]
  'entry-refused': [{ entryId: bigint; reason: string }]
  'entry-missing': [{ entryId: bigint; cid: string }]
  'entry-reviewed': [EntryReview]
  /** Blocks were replaced: so many records lost their entries before the registry was read anew. */
  'registry-replaced': [{ records: number }]
  'entry-settled': [
    { entryId: bigint; quality: number | undefined; usable: number; slashed: boolean },
  ]
}
