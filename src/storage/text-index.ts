import type { RecordStatus } from '../protocol/ports/store.ts'
import { checkCount } from './vector-index.ts'

/** Distinct words of a query that are searched for, the first ones. */
const MAX_QUERY_WORDS = 64

// Okapi BM25 as FTS5 computes it, https://www.sqlite.org/fts5.html#the_bm25_function
const K1 = 1.2
const B = 0.75
/** What a word counts that stands in half of all texts or more. */
const LEAST_WEIGHT = 1e-6

interface TextRow {
  cid: string
  domain: string
  status: RecordStatus
  words: ReadonlyMap<string, number>
  length: number
}

interface TextFilter {
  status?: RecordStatus
  domain?: string
  limit: number
}

/** An exact index of words in memory. */
export interface TextIndex {
  /** Adds a text, or replaces the status of a known one; the first text of a CID stays. */
  set(row: { cid: string; domain: string; status: RecordStatus; words: readonly string[] }): void
  /**
   * The texts that share most with the words, best first, ties by CID.
   * @throws DsoError `OPTION_INVALID` for the limit
   */
  search(words: readonly string[], filter: TextFilter): { cid: string; score: number }[]
}

/** Makes an empty index. Scores equal those of SQLite's FTS5 with its default weights. */
export function createTextIndex(): TextIndex {
  const rows = new Map<string, TextRow>()
  let length = 0
  return {
    set({ cid, domain, status, words }) {
      const known = rows.get(cid)
      if (known !== undefined) {
        known.status = status
        return
      }
      const counts = new Map<string, number>()
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
      rows.set(cid, { cid, domain, status, words: counts, length: words.length })
      length += words.length
    },
    search(given, filter) {
      checkCount('limit', filter.limit)
      const all = [...rows.values()]
      const average = length / all.length
      const terms = queryWords(given).map((word) => {
        const holders = all.filter(({ words }) => words.has(word)).length
        const weight = Math.log((all.length - holders + 0.5) / (holders + 0.5))
        return { word, weight: weight <= 0 ? LEAST_WEIGHT : weight }
      })
      const scoreOf = ({ words, length: size }: TextRow): number => {
        let score = 0
        for (const { word, weight } of terms) {
          const count = words.get(word) ?? 0
          score += weight * ((count * (K1 + 1)) / (count + K1 * (1 - B + (B * size) / average)))
        }
        return score
      }
      return all
        .filter(({ status }) => filter.status === undefined || status === filter.status)
        .filter(({ domain }) => filter.domain === undefined || domain === filter.domain)
        .filter(({ words }) => terms.some(({ word }) => words.has(word)))
        .map((row) => ({ cid: row.cid, score: scoreOf(row) }))
        .toSorted((a, b) => b.score - a.score || (a.cid < b.cid ? -1 : 1))
        .slice(0, filter.limit)
    },
  }
}

/** The words of a query, each once. */
export function queryWords(words: readonly string[]): string[] {
  return [...new Set(words)].slice(0, MAX_QUERY_WORDS)
}
