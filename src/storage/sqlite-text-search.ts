import type { OpenDatabase } from './open-database.ts'
import { recordWords } from './record-words.ts'
import { queryWords } from './text-index.ts'
import { tokenizeText } from './tokenize-text.ts'

/** A found row of `records`. */
export interface TextRowHit {
  cid: string
  /** BM25, > 0. */
  score: number
}

interface RecordText {
  domain: string
  bytes: Uint8Array
}

/** The words of records in an FTS5 table. Call {@link add} inside a transaction and {@link search} outside of one. */
export interface SqliteTextSearch {
  /** Keeps the words of a new record. */
  add(id: number | bigint, record: RecordText): void
  /** Best first, ties by CID. */
  search(query: string, filter: { status?: string; domain?: string; limit: number }): TextRowHit[]
}

/**
 * Word search over `records` by SQLite's FTS5. The table holds tokens, not texts, and a query is a list of quoted tokens:
 * nothing that a user writes reaches the query language.
 */
export function createSqliteTextSearch({ connection, transact }: OpenDatabase): SqliteTextSearch {
  const insert = connection.prepare('INSERT INTO record_texts (rowid, words) VALUES (?, ?)')
  // Records of a file from before there was a word index.
  const selectMissing = connection.prepare(
    `SELECT records.id AS id, domain, bytes FROM records JOIN record_bodies USING (id)
     WHERE records.id NOT IN (SELECT rowid FROM record_texts)`,
  )
  const select = connection.prepare(
    `SELECT cid, -bm25(record_texts) AS score FROM record_texts JOIN records ON records.id = record_texts.rowid
     WHERE record_texts MATCH :query AND (:status IS NULL OR status = :status) AND (:domain IS NULL OR domain = :domain)
     ORDER BY score DESC, cid LIMIT :limit`,
  )
  const add: SqliteTextSearch['add'] = (id, record) => {
    insert.run(id, recordWords(record).join(' '))
  }
  let complete = false
  return {
    add,
    search(query, { status, domain, limit }) {
      if (!complete) {
        transact(() => {
          for (const row of selectMissing.all()) {
            const { id, ...record } = row as unknown as RecordText & { id: number }
            add(id, record)
          }
        })
        complete = true
      }
      const words = queryWords(tokenizeText(query))
      if (words.length === 0 || limit === 0) return []
      return select
        .all({
          query: words.map((word) => `"${word}"`).join(' OR '),
          status: status ?? null,
          domain: domain ?? null,
          limit,
        })
        .map(({ cid, score }) => ({ cid: cid as string, score: score as number }))
    },
  }
}
