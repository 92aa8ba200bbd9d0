import type { Random } from '../../protocol/ports/random.ts'
import type { ErrorGrade, Teaching } from './grades.ts'
import type { Answer, Complaint } from './judge-answer.ts'

/** A request with what a suite knows about it. */
export interface DrawnTask {
  /** One line, at most 400 characters, no secrets. */
  request: string
  /** An accepted answer. */
  solution: Readonly<Record<string, unknown>>
  /** The names and numbers that the request mentions: no two tasks of a domain have all of them in common. */
  literals: readonly (string | number)[]
  /** Case of a convention that several answers teach; splits meet the cases in turns. */
  case?: string
  /** What is wrong with an answer; nothing when it is accepted. Never throws. */
  check(answer: Answer): readonly Complaint[]
}

/** One tool of a suite with its undocumented conventions. */
export interface Domain {
  /** `service.action`. */
  name: string
  /** Members of an answer. */
  keys: readonly string[]
  /** What the agent may know about the tool besides its name and keys, a line each. */
  notes: readonly string[]
  /** Longest value of an answer in tokens, where that is more than a word or two. */
  answerTokens?: number
  /** What it takes to learn the hardest convention. */
  teaching: Teaching
  /** How much the service says; by default in turns. */
  grade?: ErrorGrade
  /** The conventions as sentences, each to stand after "write ". */
  rules: readonly string[]
  /** Draws a task; undefined when the draw makes none, and another may. */
  draw(random: Random): DrawnTask | undefined
}
