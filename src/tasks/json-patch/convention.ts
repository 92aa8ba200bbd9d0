import type { Random } from '../../protocol/ports/random.ts'
import type { Teaching } from '../common/grades.ts'
import type { PatchOperation } from './apply-patch.ts'
import type { Area } from './areas.ts'
import type { Json } from './json.ts'

/** A document as a request shows it. */
export type Document = Readonly<Record<string, Json>>

/** A change that is asked for. */
export interface DrawnChange {
  document: Document
  /** What the request asks for, e.g. `put "lamp" at the end of tags`. */
  wish: string
  /** A patch that the house accepts. */
  operations: readonly PatchOperation[]
  literals: readonly (string | number)[]
  case?: string
  /** What an explicit service says about this change only. */
  explicit?: string
}

/** An undocumented convention of a service that takes patches. */
export interface PatchConvention {
  /** Stable name, e.g. `newest-first`. */
  id: string
  teaching: Teaching
  /** Members of an answer: those of one operation, or `patch` for a list of operations. */
  keys: readonly string[]
  /** The member that the convention is about. */
  field: string
  draw(random: Random, area: Area): DrawnChange
  /** Whether the house takes an operation at all; all unless given. */
  allows?(operation: PatchOperation): boolean
  /** The document as the house keeps it, where that differs from what a request shows. */
  keep?(document: Document): unknown
  /** What the house takes an operation for, where that differs from the RFC. */
  read?(operation: PatchOperation): PatchOperation
  explicit: string
  vague: string
  /** The truth, to stand after "write FIELD ". */
  rule: string
}
