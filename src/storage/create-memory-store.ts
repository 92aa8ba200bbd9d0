import { DsoError } from '../protocol/errors.ts'
import type { LedgerCursor } from '../protocol/ports/ledger.ts'
import type { ExperienceRecord, Store } from '../protocol/ports/store.ts'
import { memoryLibrary } from './memory-library.ts'
import { createMemoryLearning } from './memory-learning.ts'
import { memoryModes } from './memory-modes.ts'
import { recordWords } from './record-words.ts'
import { checkFollows, checkRecord } from './store-checks.ts'
import { createTextIndex, type TextIndex } from './text-index.ts'
import { tokenizeText } from './tokenize-text.ts'
import { checkCount, createVectorIndex } from './vector-index.ts'

interface StoredOperation {
  cid: string
  seq: number
  bytes: Uint8Array
}

/**
 * A {@link Store} that lives and dies with the process, for simulations and tests. It behaves as the SQLite store
 * does, refusals and orders included.
 *
 * Methods of a closed store reject with DsoError `STORE_CLOSED`.
 */
export function createMemoryStore(): Store {
  const records = new Map<string, ExperienceRecord>()
  const index = createVectorIndex()
  let texts: TextIndex | undefined
  const feeds = new Map<string, StoredOperation[]>()
  const operations = new Set<string>()
  let cursor: LedgerCursor | undefined
  let closed = false

  const checkOpen = () => {
    if (closed) throw new DsoError('STORE_CLOSED')
  }
  const find = (cid: string) => {
    const record = records.get(cid)
    return record && copyRecord(record)
  }

  return {
    ...memoryLibrary(checkOpen),
    ...memoryModes(checkOpen),
    async saveRecords(given) {
      for (const record of given) checkRecord(record)
      checkOpen()
      for (const record of given) {
        const { status, entryId, reason } = record
        const known = records.get(record.cid)
        const kept =
          known === undefined ? copyRecord(record) : { ...known, status, entryId, reason }
        records.set(record.cid, kept)
        index.set(kept)
        texts?.set({ ...kept, words: recordWords(kept) })
      }
    },
    async getRecord(cid) {
      checkOpen()
      return find(cid)
    },
    async listRecords({ status, domain, entryId } = {}) {
      checkOpen()
      return [...records.values()]
        .filter((record) => status === undefined || record.status === status)
        .filter((record) => domain === undefined || record.domain === domain)
        .filter((record) => entryId === undefined || record.entryId === entryId)
        .sort((a, b) => compareText(a.cid, b.cid))
        .map(copyRecord)
    },
    async searchRecords(query, filter) {
      checkOpen()
      return index.search(query, filter).flatMap(({ cid, score }) => {
        const record = find(cid)
        return record === undefined ? [] : [{ record, score }]
      })
    },
    async searchText(query, filter) {
      checkCount('limit', filter.limit)
      checkOpen()
      texts ??= loadTexts(records.values())
      return texts.search(tokenizeText(query), filter).flatMap(({ cid, score }) => {
        const record = find(cid)
        return record === undefined ? [] : [{ record, score }]
      })
    },
    ...createMemoryLearning(checkOpen),
    async appendOperation({ cid, author, seq, prev, bytes }) {
      checkOpen()
      if (operations.has(cid)) return
      const feed = feeds.get(author) ?? []
      checkFollows(feed.at(-1), { author, seq, prev })
      feed.push({ cid, seq, bytes: bytes.slice() })
      feeds.set(author, feed)
      operations.add(cid)
    },
    async listHeads() {
      checkOpen()
      return [...feeds]
        .flatMap(([author, feed]) => {
          const head = feed.at(-1)
          return head === undefined ? [] : [{ author, seq: head.seq, cid: head.cid }]
        })
        .sort((a, b) => compareText(a.author, b.author))
    },
    async listOperations(author, fromSeq, limit) {
      checkCount('fromSeq', fromSeq)
      checkCount('limit', limit)
      checkOpen()
      return (feeds.get(author) ?? [])
        .filter(({ seq }) => seq >= fromSeq)
        .slice(0, limit)
        .map(({ cid, seq, bytes }) => ({ cid, seq, bytes: bytes.slice() }))
    },
    async getCursor() {
      checkOpen()
      return cursor && { ...cursor }
    },
    async saveCursor({ block, logIndex, hash }) {
      checkOpen()
      cursor = { block, logIndex, ...(hash === undefined ? {} : { hash }) }
    },
    async close() {
      closed = true
    },
  }
}

function loadTexts(records: Iterable<ExperienceRecord>): TextIndex {
  const texts = createTextIndex()
  for (const record of records) texts.set({ ...record, words: recordWords(record) })
  return texts
}

function copyRecord(record: ExperienceRecord): ExperienceRecord {
  const { cid, domain, entryId, status, reason } = record
  const bytes = record.bytes.slice()
  return { cid, bytes, domain, entryId, status, reason, embedding: record.embedding.slice() }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
