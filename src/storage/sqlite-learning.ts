import { DsoError } from '../protocol/errors.ts'
import {
  type EpisodeRecord,
  LEARNING_LIMITS,
  type LearningLimits,
  type LearningStore,
  type RecallRecord,
} from '../protocol/ports/learning-store.ts'
import { checkEpisode, checkRecall } from './learning-checks.ts'
import type { OpenDatabase } from './open-database.ts'
import { bytesToVector, vectorToBytes } from './vector-bytes.ts'

interface RecallRow {
  id: string
  task: string
  domain: string | null
  model: string
  offered: string
}

interface EpisodeRow {
  recall_id: string
  task: string
  domain: string | null
  model: string
  attempts: string
  reward: number
  embedding: Uint8Array
}

interface CreditRow {
  with_trials: number
  with_rewards: number
  without_trials: number
  without_rewards: number
}

/** The {@link LearningStore} part of an SQLite store. */
export function createSqliteLearning(
  database: OpenDatabase,
  path: string,
  limits: LearningLimits = LEARNING_LIMITS,
): LearningStore {
  return {
    ...recallMethods(database, limits.recalls),
    ...episodeMethods(database, path, limits.episodes),
    ...creditMethods(database),
  }
}

function recallMethods(
  { connection, run, transact }: OpenDatabase,
  kept: number,
): Pick<LearningStore, 'saveRecall' | 'getRecall'> {
  const select = connection.prepare('SELECT * FROM recalls WHERE id = ?')
  const insert = connection.prepare(
    'INSERT INTO recalls (id, task, domain, model, offered) VALUES (?, ?, ?, ?, ?) RETURNING position',
  )
  const forget = connection.prepare('DELETE FROM recalls WHERE position <= ?')
  return {
    async saveRecall(recall) {
      checkRecall(recall)
      const { id, task, domain, model, offered } = recall
      transact(() => {
        if (select.get(id) !== undefined) {
          throw new DsoError('FORMAT_INVALID', { details: { field: 'id', reason: 'taken' } })
        }
        const row = insert.get(id, task, domain ?? null, model, JSON.stringify(offered))
        forget.run(Number(row?.['position']) - kept)
      })
    },
    async getRecall(id): Promise<RecallRecord | undefined> {
      return run(() => {
        const row = select.get(id) as RecallRow | undefined
        if (row === undefined) return undefined
        const { task, domain, model } = row
        const offered = JSON.parse(row.offered) as RecallRecord['offered']
        return { id, task, domain: domain ?? undefined, model, offered }
      })
    },
  }
}

function episodeMethods(
  { connection, run, transact }: OpenDatabase,
  path: string,
  kept: number,
): Pick<LearningStore, 'saveEpisode' | 'listEpisodes'> {
  const selectRecall = connection.prepare('SELECT reported FROM recalls WHERE id = ?')
  const markReported = connection.prepare('UPDATE recalls SET reported = 1 WHERE id = ?')
  const insert = connection.prepare(
    `INSERT INTO episodes (recall_id, task, domain, model, attempts, reward, embedding)
     VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING position`,
  )
  const forget = connection.prepare('DELETE FROM episodes WHERE position <= ?')
  const addCredit = connection.prepare(
    `INSERT INTO credits (cid, model, with_trials, with_rewards, without_trials, without_rewards)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (model, cid) DO UPDATE SET
       with_trials = with_trials + excluded.with_trials, with_rewards = with_rewards + excluded.with_rewards,
       without_trials = without_trials + excluded.without_trials,
       without_rewards = without_rewards + excluded.without_rewards`,
  )
  const selectAll = connection.prepare(
    'SELECT * FROM episodes WHERE (:domain IS NULL OR domain = :domain) ORDER BY position',
  )
  const toEpisode = (row: unknown): EpisodeRecord => {
    const { recall_id, task, domain, model, attempts, reward, embedding } = row as EpisodeRow
    const vector = bytesToVector(embedding)
    if (vector === undefined) {
      throw new DsoError('STORE_CORRUPT', { details: { path, recallId: recall_id } })
    }
    return {
      recallId: recall_id,
      task,
      domain: domain ?? undefined,
      model,
      attempts: (JSON.parse(attempts) as EpisodeRecord['attempts']).map((attempt) => ({
        ...attempt,
        // JSON has no undefined.
        passed: attempt.passed ?? undefined,
      })),
      reward,
      embedding: vector,
    }
  }
  return {
    async saveEpisode(episode, credits) {
      checkEpisode(episode, credits)
      const { recallId, task, domain, model, attempts, reward, embedding } = episode
      transact(() => {
        const recall = selectRecall.get(recallId)
        if (recall === undefined) throw new DsoError('RECALL_UNKNOWN', { details: { recallId } })
        if (recall['reported'] === 1) {
          throw new DsoError('OUTCOME_REPEATED', { details: { recallId } })
        }
        markReported.run(recallId)
        const vector = vectorToBytes(embedding)
        const row = insert.get(
          recallId,
          task,
          domain ?? null,
          model,
          JSON.stringify(attempts),
          reward,
          vector,
        )
        forget.run(Number(row?.['position']) - kept)
        for (const credit of credits) {
          const { with: used, without } = credit
          const counts = [used.trials, used.rewards, without.trials, without.rewards]
          addCredit.run(credit.cid, credit.model, ...counts)
        }
      })
    },
    async listEpisodes({ domain } = {}) {
      return run(() => selectAll.all({ domain: domain ?? null }).map(toEpisode))
    },
  }
}

function creditMethods({ connection, run }: OpenDatabase): Pick<LearningStore, 'listCredits'> {
  const select = connection.prepare('SELECT * FROM credits WHERE model = ? AND cid = ?')
  return {
    async listCredits(model, cids) {
      return run(() =>
        [...new Set(cids)].toSorted().flatMap((cid) => {
          const row = select.get(model, cid) as CreditRow | undefined
          if (row === undefined) return []
          return [
            {
              cid,
              model,
              with: { trials: row.with_trials, rewards: row.with_rewards },
              without: { trials: row.without_trials, rewards: row.without_rewards },
            },
          ]
        }),
      )
    },
  }
}
