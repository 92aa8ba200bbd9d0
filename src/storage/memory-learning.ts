import { DsoError } from '../protocol/errors.ts'
import {
  type CreditRecord,
  type EpisodeRecord,
  LEARNING_LIMITS,
  type LearningLimits,
  type LearningStore,
  type RecallRecord,
} from '../protocol/ports/learning-store.ts'
import { checkEpisode, checkRecall } from './learning-checks.ts'

/**
 * A {@link LearningStore} in memory.
 *
 * @param checkOpen called at the beginning of every method, after the arguments were checked
 */
export function createMemoryLearning(
  checkOpen: () => void,
  limits: LearningLimits = LEARNING_LIMITS,
): LearningStore {
  const recalls = new Map<string, RecallRecord>()
  const reported = new Set<string>()
  const episodes: EpisodeRecord[] = []
  const credits = new Map<string, Map<string, CreditRecord>>()

  return {
    async saveRecall(recall) {
      checkRecall(recall)
      checkOpen()
      if (recalls.has(recall.id)) {
        throw new DsoError('FORMAT_INVALID', { details: { field: 'id', reason: 'taken' } })
      }
      recalls.set(recall.id, structuredClone(recall))
      for (const oldest of recalls.keys()) {
        if (recalls.size <= limits.recalls) break
        recalls.delete(oldest)
        reported.delete(oldest)
      }
    },
    async getRecall(id) {
      checkOpen()
      return structuredClone(recalls.get(id))
    },
    async saveEpisode(episode, given) {
      checkEpisode(episode, given)
      checkOpen()
      const { recallId } = episode
      if (!recalls.has(recallId)) throw new DsoError('RECALL_UNKNOWN', { details: { recallId } })
      if (reported.has(recallId)) throw new DsoError('OUTCOME_REPEATED', { details: { recallId } })
      reported.add(recallId)
      episodes.push(copyEpisode(episode))
      if (episodes.length > limits.episodes) episodes.shift()
      for (const credit of given) {
        const ofModel = credits.get(credit.model) ?? new Map<string, CreditRecord>()
        credits.set(credit.model, ofModel)
        ofModel.set(credit.cid, addCredit(ofModel.get(credit.cid), credit))
      }
    },
    async listEpisodes({ domain } = {}) {
      checkOpen()
      return episodes
        .filter((episode) => domain === undefined || episode.domain === domain)
        .map(copyEpisode)
    },
    async listCredits(model, cids) {
      checkOpen()
      const ofModel = credits.get(model)
      return [...new Set(cids)].toSorted().flatMap((cid) => {
        const credit = ofModel?.get(cid)
        return credit === undefined ? [] : [structuredClone(credit)]
      })
    },
  }
}

function copyEpisode(episode: EpisodeRecord): EpisodeRecord {
  return structuredClone({ ...episode, embedding: episode.embedding.slice() })
}

function addCredit(known: CreditRecord | undefined, more: CreditRecord): CreditRecord {
  if (known === undefined) return structuredClone(more)
  const add = (arm: 'with' | 'without') => ({
    trials: known[arm].trials + more[arm].trials,
    rewards: known[arm].rewards + more[arm].rewards,
  })
  return { cid: more.cid, model: more.model, with: add('with'), without: add('without') }
}
