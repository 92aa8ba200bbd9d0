import { formatJsonLine } from '../../protocol/encoding/format-json-line.ts'
import type { Verdict } from '../../protocol/ports/task-suite.ts'
import type { ErrorGrade } from './grades.ts'

/** Longest answer that is read, in UTF-16 units. */
const MAX_ANSWER_LENGTH = 4096
/** How much of a wrong value a message repeats, in UTF-16 units. */
const MAX_QUOTED_LENGTH = 120

/** An answer's members, without a prototype: a key that was not written is `undefined`. */
export type Answer = Readonly<Record<string, unknown>>

/** What is wrong with one member of an answer. */
export interface Complaint {
  field: string
  /** What an explicit service says. */
  explicit: string
  /** What a vague service says: no value that this request asks for, and no rule. */
  vague: string
  /** What came of the value, where that says more than the value itself. */
  outcome?: string
}

/** What {@link judgeAnswer} judges by. */
export interface AnswerRules {
  keys: readonly string[]
  grade: ErrorGrade
  /** What is wrong with an answer, at most one complaint a key; nothing when it is accepted. */
  check(answer: Answer): readonly Complaint[]
}

/**
 * Judges an answer as a service would: reads it as a JSON object of at most 4096 characters, names each wrong member
 * and, by the service's grade, why. A silent service only refuses: neither message nor fields tell what was wrong.
 */
export function judgeAnswer(text: string, { keys, grade, check }: AnswerRules): Verdict {
  const answer = parseAnswer(text)
  const complaints = answer === undefined ? [] : check(answer)
  const success = answer !== undefined && complaints.length === 0
  const wrong = new Set(complaints.map(({ field }) => field))
  const isCorrect = (key: string): boolean =>
    success || (answer !== undefined && grade !== 'silent' && !wrong.has(key))
  const fields = Object.fromEntries(keys.map((key) => [key, isCorrect(key)]))
  if (success) return { success, fields, message: '' }
  if (answer === undefined)
    return {
      success,
      fields,
      message: 'the answer is not a JSON object of at most 4096 characters',
    }
  if (grade === 'silent') return { success, fields, message: 'refused' }
  const said = complaints.map((complaint) => complain(complaint, answer[complaint.field], grade))
  return { success, fields, message: said.join('; ') }
}

function parseAnswer(text: string): Answer | undefined {
  if (text.length > MAX_ANSWER_LENGTH) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { __proto__: null, ...value }
      : undefined
  } catch {
    return undefined
  }
}

function complain(
  { field, explicit, vague, outcome }: Complaint,
  value: unknown,
  grade: 'explicit' | 'vague',
): string {
  const got = value === undefined ? 'missing' : (outcome ?? `got ${quoteValue(value)}`)
  return `${field}: ${grade === 'explicit' ? explicit : vague} (${got})`
}

/** A value of an answer as JSON on one line, in part when it is long. */
export function quoteValue(value: unknown): string {
  if (typeof value === 'string') {
    return value.length <= MAX_QUOTED_LENGTH
      ? formatJsonLine(value)
      : formatJsonLine(`${value.slice(0, MAX_QUOTED_LENGTH)}…`)
  }
  const json = formatJsonLine(value)
  return json.length <= MAX_QUOTED_LENGTH ? json : `${json.slice(0, MAX_QUOTED_LENGTH)}…`
}
