import type { Teaching } from '../common/grades.ts'
import type { JsonValue } from '../sandbox/sandbox-result.ts'

/** What a convention is about; a function is asked for under the conventions of its topic only. */
export type Topic =
  | 'position'
  | 'rounding'
  | 'errors'
  | 'order'
  | 'range'
  | 'shape'
  | 'letters'
  | 'joining'
  | 'dates'
  | 'days'
  | 'arguments'
  | 'share'

/**
 * An undocumented convention for functions: how their results differ from the plain ones, or how they take their
 * arguments. The functions in it refer to nothing outside themselves: their source text goes into reference solutions.
 */
export interface Convention {
  /** Stable name, e.g. `position-from-one`. */
  id: string
  topic: Topic
  /** `guessable`: what most people would do anyway. */
  teaching: Teaching
  /** The result by this convention, from the plain result and the plain arguments. */
  after?(result: JsonValue, args: readonly JsonValue[]): JsonValue
  /** The arguments as callers pass them, from the plain ones and their names. */
  pack?(args: readonly JsonValue[], names: readonly string[]): JsonValue[]
  /** Undoes `pack`. */
  unpack?(given: readonly JsonValue[], names: readonly string[]): JsonValue[]
  /** The rule, to stand after "write code ". */
  rule: string
  /** What an explicit service says. */
  explicit: string
  /** What a vague service says: a hint from which alone the rule does not follow. */
  vague: string
}
