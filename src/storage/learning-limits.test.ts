import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { makeEpisode, makeRecall } from '../../test/compliance/learning-store.ts'
import { temporaryFolders } from '../../test/temporary-folders.ts'
import type { LearningStore } from '../protocol/ports/learning-store.ts'
import { createMemoryLearning } from './memory-learning.ts'
import { STORE_KIND, STORE_MIGRATIONS } from './migrations.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { createSqliteLearning } from './sqlite-learning.ts'

const makeFolder = temporaryFolders()
const LIMITS = { recalls: 3, episodes: 2 }
let database: OpenDatabase | undefined
afterEach(() => database?.close())

describe.each<[string, () => LearningStore]>([
  ['memory', () => createMemoryLearning(() => {}, LIMITS)],
  [
    'SQLite',
    () => {
      const path = join(makeFolder(), 'store.sqlite')
      database = openDatabase({ path, kind: STORE_KIND, migrations: STORE_MIGRATIONS })
      return createSqliteLearning(database, path, LIMITS)
    },
  ],
])('what is kept in %s', (_, create) => {
  test('the newest recalls stay, and one that is forgotten cannot be reported on', async () => {
    const store = create()
    for (const number of [0, 1, 2, 3]) await store.saveRecall(makeRecall(number))
    expect(await store.getRecall(makeRecall(0).id)).toBeUndefined()
    expect(await store.getRecall(makeRecall(1).id)).toBeDefined()
    await expect(store.saveEpisode(makeEpisode(0), [])).toRejectDso('RECALL_UNKNOWN')
  })

  test('the newest episodes stay, the credit of all, and none can be reported again', async () => {
    const store = create()
    const credit = {
      cid: 'a',
      model: 'm',
      with: { trials: 1, rewards: 1000 },
      without: { trials: 0, rewards: 0 },
    }
    for (const number of [1, 2, 3]) {
      await store.saveRecall(makeRecall(number))
      await store.saveEpisode(makeEpisode(number), [credit])
    }
    expect(await store.listEpisodes()).toEqual([makeEpisode(2), makeEpisode(3)])
    expect(await store.listCredits('m', ['a'])).toMatchObject([{ with: { trials: 3 } }])
    await expect(store.saveEpisode(makeEpisode(1), [credit])).toRejectDso('OUTCOME_REPEATED')
  })
})
