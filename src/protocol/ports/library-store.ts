import type { Evidence, WorkedExample } from '../experience/experience.ts'

/** A version of a library: an ordered set of experiences. */
export interface LibraryVersion {
  /** Hash of parent and contents, hex. */
  id: string
  parent: string | undefined
  /** CIDs of the experiences, in the library's order. */
  experiences: readonly string[]
}

/** What was done to a library, or decided against. */
export type JournalOperation = 'add' | 'update' | 'delete' | 'merge' | 'keep' | 'rollback'

/** One decision about a library: what, why, on what evidence, by which run. */
export interface JournalEntry {
  /** The version that it led to. */
  version: string
  op: JournalOperation
  /** The experience that the decision was for: added, deleted, kept, or put in the place of others. */
  cid: string | undefined
  /** What it replaced, or what was not taken in for its sake. */
  from: readonly string[]
  /** A short reason; a stable code where a rule decided. */
  why: string
  /** The trial that it rests on, if any. */
  evidence: Evidence | undefined
  /** Names the run, so that the same run again is recognised. */
  run: string
}

/** Something said in an imported file: data, until this node's own gate has proved it. No prompt and no peer sees it. */
export interface LibraryCandidate {
  /** SHA-256 (hex) of what it says: the same content is the same candidate. */
  id: string
  /** What it is about; undefined where the file did not say. */
  domain: string | undefined
  text: string | undefined
  example: WorkedExample | undefined
  /** The format and the name that it had there, e.g. `youtu:G3`. */
  source: string
}

/** The part of a store that holds the library of its node. */
export interface LibraryStore {
  /** A version by its id, or the newest one; undefined when there is none. */
  getLibrary(id?: string): Promise<LibraryVersion | undefined>
  /**
   * Makes a version the newest one, with the decisions that led to it; one transaction. A decision of the same run that
   * differs in nothing but its reason and evidence is kept once.
   */
  saveLibrary(version: LibraryVersion, journal?: readonly JournalEntry[]): Promise<void>
  /** Decisions in the order in which they were saved: all, or those that led to one version. */
  listJournal(filter?: { version?: string }): Promise<JournalEntry[]>

  /** Protects an experience from caps, merges and deletions, or ends that. Idempotent. */
  setPinned(cid: string, pinned: boolean): Promise<void>
  /** CIDs of the protected experiences, sorted. */
  listPinned(): Promise<string[]>

  /** Keeps candidates; one that is known stays as it was. @returns how many were new */
  saveCandidates(candidates: readonly LibraryCandidate[]): Promise<number>
  /** Candidates in order of id: all, or those about one domain. */
  listCandidates(filter?: { domain?: string }): Promise<LibraryCandidate[]>
  /** Forgets candidates; unknown ids are harmless. */
  removeCandidates(ids: readonly string[]): Promise<void>
}
