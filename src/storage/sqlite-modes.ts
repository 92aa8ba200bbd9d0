import type { ModeCountRecord, ModeStore } from '../protocol/ports/mode-store.ts'
import { checkModeCounts, compareModeCounts } from './mode-counts.ts'
import type { OpenDatabase } from './open-database.ts'

/** The modes' part of the SQLite store. */
export function sqliteModes({ connection, run, transact }: OpenDatabase): ModeStore {
  const insert = connection.prepare(
    `INSERT OR REPLACE INTO mode_counts (model, name, mode, run, domain, proposals, accepted, calls)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const selectAll = connection.prepare(
    'SELECT * FROM mode_counts WHERE (:model IS NULL OR model = :model)',
  )
  return {
    async saveModeCounts(counts) {
      checkModeCounts(counts)
      transact(() => {
        for (const { model, name, mode, run: led, domain, proposals, accepted, calls } of counts) {
          insert.run(model, name, mode, led, domain, proposals, accepted, calls)
        }
      })
    },
    async listModeCounts({ model } = {}) {
      return run(() =>
        selectAll
          .all({ model: model ?? null })
          .map((row) => ({ ...(row as unknown as ModeCountRecord) }))
          .sort(compareModeCounts),
      )
    },
  }
}
