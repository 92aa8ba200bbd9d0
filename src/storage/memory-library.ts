import type {
  JournalEntry,
  LibraryCandidate,
  LibraryStore,
  LibraryVersion,
} from '../protocol/ports/library-store.ts'
import { checkCandidates, checkLibrary } from './store-checks.ts'

/**
 * The library's part of the memory store.
 * @param checkOpen throws once the store is closed
 */
export function memoryLibrary(checkOpen: () => void): LibraryStore {
  const versions = new Map<string, LibraryVersion>()
  const journal = new Map<string, JournalEntry>()
  const pinned = new Set<string>()
  const candidates = new Map<string, LibraryCandidate>()
  let newest: string | undefined

  return {
    async getLibrary(id = newest) {
      checkOpen()
      const version = id === undefined ? undefined : versions.get(id)
      return version && { ...version, experiences: [...version.experiences] }
    },
    async saveLibrary({ id, parent, experiences }, entries = []) {
      checkLibrary({ id, parent, experiences }, entries)
      checkOpen()
      versions.set(id, { id, parent, experiences: [...experiences] })
      newest = id
      for (const entry of entries) {
        const { version, op, cid, from, run } = entry
        const key = JSON.stringify([version, op, cid ?? '', from, run])
        if (!journal.has(key)) journal.set(key, structuredClone(entry))
      }
    },
    async listJournal({ version } = {}) {
      checkOpen()
      return [...journal.values()]
        .filter((entry) => version === undefined || entry.version === version)
        .map((entry) => structuredClone(entry))
    },
    async setPinned(cid, value) {
      checkOpen()
      if (value) pinned.add(cid)
      else pinned.delete(cid)
    },
    async listPinned() {
      checkOpen()
      return [...pinned].sort(compareText)
    },
    async saveCandidates(given) {
      checkCandidates(given)
      checkOpen()
      const before = candidates.size
      for (const candidate of given) {
        if (!candidates.has(candidate.id)) candidates.set(candidate.id, structuredClone(candidate))
      }
      return candidates.size - before
    },
    async listCandidates({ domain } = {}) {
      checkOpen()
      return [...candidates.values()]
        .filter((candidate) => domain === undefined || candidate.domain === domain)
        .sort((a, b) => compareText(a.id, b.id))
        .map((candidate) => structuredClone(candidate))
    },
    async removeCandidates(ids) {
      checkOpen()
      for (const id of ids) candidates.delete(id)
    },
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
