import { DsoError } from '../protocol/errors.ts'
import type { CreditRecord, EpisodeRecord, RecallRecord } from '../protocol/ports/learning-store.ts'
import { checkFinite } from './vector-index.ts'

/** @throws DsoError `FORMAT_INVALID` unless a store could give it back unchanged */
export function checkRecall({ id, task, domain, model, offered }: RecallRecord): void {
  if (!/^[0-9a-f]{32}$/.test(id)) refuse('id', 'not 32 lower-case hex characters')
  checkTexts({ task, domain, model })
  for (const [index, { cid }] of offered.entries()) checkTexts({ [`offered.${index}.cid`]: cid })
}

/** @throws DsoError `FORMAT_INVALID`, `SCORE_OUT_OF_RANGE`, `VALUE_NOT_FINITE` */
export function checkEpisode(episode: EpisodeRecord, credits: readonly CreditRecord[]): void {
  const { task, domain, model, attempts, reward, embedding } = episode
  checkTexts({ task, domain, model })
  if (attempts.length === 0) refuse('attempts', 'none')
  for (const [index, { answer, message, fields }] of attempts.entries()) {
    checkTexts({ [`attempts.${index}.answer`]: answer, [`attempts.${index}.message`]: message })
    for (const name of Object.keys(fields)) checkTexts({ [`attempts.${index}.fields`]: name })
  }
  checkReward('reward', reward)
  checkFinite(embedding)
  for (const { cid, with: used, without } of credits) {
    checkTexts({ cid })
    for (const { trials, rewards } of [used, without]) {
      if (!Number.isSafeInteger(trials) || trials < 0) refuse('credits.trials', 'not a count')
      if (!Number.isSafeInteger(rewards) || rewards < 0 || rewards > 1000 * trials) {
        throw new DsoError('SCORE_OUT_OF_RANGE', { details: { field: 'credits.rewards', rewards } })
      }
    }
  }
}

function checkReward(field: string, reward: number): void {
  if (!Number.isInteger(reward) || reward < 0 || reward > 1000) {
    throw new DsoError('SCORE_OUT_OF_RANGE', { details: { field, reward } })
  }
}

function checkTexts(fields: Readonly<Record<string, string | undefined>>): void {
  for (const [field, text] of Object.entries(fields)) {
    // A lone surrogate has no UTF-8 form.
    if (text?.isWellFormed() === false) refuse(field, 'not well-formed Unicode')
  }
}

function refuse(field: string, reason: string): never {
  throw new DsoError('FORMAT_INVALID', { details: { field, reason } })
}
