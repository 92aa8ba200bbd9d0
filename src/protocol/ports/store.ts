import type { LearningStore } from './learning-store.ts'
import type { LedgerCursor } from './ledger.ts'
import type { LibraryStore } from './library-store.ts'
import type { ModeStore } from './mode-store.ts'

/** Where a received or own experience stands on this node. */
export type RecordStatus = 'own' | 'quarantined' | 'usable' | 'refused'

/** An experience as this node holds it. */
export interface ExperienceRecord {
  /** CIDv1 of the experience's canonical bytes. */
  cid: string
  /** Canonical dag-cbor bytes; the fields below are derived from them. */
  bytes: Uint8Array
  /** What the experience is about. */
  domain: string
  /** Registry entry it came with; undefined before publication. */
  entryId: bigint | undefined
  status: RecordStatus
  /** Why it is refused, a stable code; undefined otherwise. */
  reason: string | undefined
  /** The vector that travelled, decoded, in the profile's dimension. */
  embedding: Float32Array
}

/** A found record with its cosine to the query. */
export interface SearchHit {
  record: ExperienceRecord
  /** Cosine in [-1, 1]. */
  score: number
}

/** A record found by its words. */
export interface TextHit {
  record: ExperienceRecord
  /** BM25 with k1 = 1.2 and b = 0.75, > 0; comparable within one search only. */
  score: number
}

/**
 * A node's durable memory. What a method has acknowledged survives a crash at any later point.
 * Implementations: SQLite, memory.
 */
export interface Store extends LearningStore, LibraryStore, ModeStore {
  /** Inserts records or replaces their status, entry and reason; one transaction. */
  saveRecords(records: readonly ExperienceRecord[]): Promise<void>
  /** One record; undefined when it is not here. */
  getRecord(cid: string): Promise<ExperienceRecord | undefined>
  /** Records that match every given filter, in order of CID. */
  listRecords(filter?: {
    status?: RecordStatus
    domain?: string
    entryId?: bigint
  }): Promise<ExperienceRecord[]>
  /** The `limit` records nearest to `query` by cosine, best first, ties by CID; exact. */
  searchRecords(
    query: Float32Array,
    filter: { status?: RecordStatus; domain?: string; limit: number },
  ): Promise<SearchHit[]>
  /**
   * The `limit` records that share most with the words of `query`, best first, ties by CID: BM25 over domain, sentence and
   * example, in statistics of all records. A query is words and nothing else: no operator in it is ever executed. No word
   * in it, no hit.
   * @throws DsoError `OPTION_INVALID` for the limit
   */
  searchText(
    query: string,
    filter: { status?: RecordStatus; domain?: string; limit: number },
  ): Promise<TextHit[]>

  /**
   * Appends one signed operation to its author's feed.
   * @throws DsoError `OPERATION_OUT_OF_ORDER` unless seq follows the feed's head; appending a known one is harmless
   */
  appendOperation(operation: {
    cid: string
    author: string
    seq: number
    prev: string | undefined
    bytes: Uint8Array
  }): Promise<void>
  /** Highest seq and its CID by author (Ed25519 key as 64 lower-case hex characters). */
  listHeads(): Promise<{ author: string; seq: number; cid: string }[]>
  /** Operations of a feed from `fromSeq` on, at most `limit`, in order. */
  listOperations(
    author: string,
    fromSeq: number,
    limit: number,
  ): Promise<{ cid: string; seq: number; bytes: Uint8Array }[]>

  /** Chain position up to which events are handled. */
  getCursor(): Promise<LedgerCursor | undefined>
  /** Keeps the position for the next start. */
  saveCursor(cursor: LedgerCursor): Promise<void>

  /** Closes files. Idempotent. */
  close(): Promise<void>
}
