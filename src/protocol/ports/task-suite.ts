import type { CallOptions } from './call-options.ts'

/** Which part of a suite an instance belongs to; parts are disjoint by construction. */
export type Split = 'practice' | 'validation' | 'test'

/** What a verifier found. */
export interface Verdict {
  /** Whether the attempt was accepted as a whole. */
  success: boolean
  /** Correctness of each part of the answer, by name (for a tool call: by parameter). */
  fields: Readonly<Record<string, boolean>>
  /** What the environment says to the agent; empty on success. */
  message: string
  /** True where nobody knows: neither a success nor a failure, and no evidence. Verifiers of suites always know. */
  unjudged?: true
}

/** One verifiable task. */
export interface Task {
  /** Unique within the suite. */
  id: string
  /** What a lesson about this task would be about, e.g. the tool's name: the domain of experiences. */
  domain: string
  /** What every task of the domain has in common, e.g. the tool's signature; comes before any memory in a prompt. */
  head: string
  /** What the agent is asked to do, one line, no secrets; comes last in a prompt. */
  request: string
  /** Keys of the JSON object that answers it. */
  keys: readonly string[]
  /** Longest value of one key in tokens, for answers that are more than a word; the prompt's own default otherwise. */
  answerTokens?: number
  /**
   * Judges an answer (a JSON object as text). The same text gets the same verdict; malformed text is a failed attempt,
   * never an exception. Verifiers that run the answer in a process of its own are asynchronous.
   */
  verify(answer: string, options?: Pick<CallOptions, 'signal'>): Verdict | Promise<Verdict>
}

/** A named family of tasks with verifiers and splits that cannot leak. */
export interface TaskSuite {
  /** Names suite, version and seed, e.g. `api-house-rules/1?seed=7`. */
  readonly id: string
  /** What lessons can be about, in a fixed order. */
  readonly domains: readonly string[]
  /** The first `count` tasks of a split of a domain; fewer when the generator has no more distinct ones. */
  listTasks(domain: string, split: Split, count: number): Task[]
}
