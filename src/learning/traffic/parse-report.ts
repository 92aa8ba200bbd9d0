import { z } from 'zod'
import { countUtf8Bytes } from '../../protocol/encoding/count-utf8-bytes.ts'
import { DsoError } from '../../protocol/errors.ts'
import type { AttemptRecord } from '../../protocol/ports.ts'
import { nameField } from '../../protocol/schema/fields.ts'
import { parseValue } from '../../protocol/schema/parse-value.ts'

/** Most bytes of UTF-8 of each text of a report. */
export const REPORT_LIMITS = { task: 8192, answer: 16_384, message: 2048 } as const

/** Most attempts of a report. */
const MAX_ATTEMPTS = 16

/** One answer of an agent, in the order in which they were made. */
export interface ReportedAttempt {
  /** What the agent answered: JSON, or any text; at most 16 KiB. */
  answer: string
  /** Whether it was accepted. Default: what the report says for the last one, false for those that were followed by another. */
  passed?: boolean
  /** What the environment, a test or a person said to it; at most 2 KiB. */
  message?: string
  /** Which parts of the answer were right, by name; at most 64. */
  fields?: Readonly<Record<string, boolean>>
}

/** What became of a task, as an agent reports it. One of `passed` and `reward`. */
export interface OutcomeReport {
  /** What `recall` returned. */
  recallId: string
  /** The task's text, at most 8 KiB. */
  task: string
  /** 1…16. */
  attempts: readonly ReportedAttempt[]
  /** Whether the last answer was accepted. */
  passed?: boolean
  /** 0…1; 1 is accepted, 0 is not, anything between is neither. */
  reward?: number
  /** Name of the model that did the task; printable ASCII, at most 128 characters. */
  model: string
}

/** A report that was found in order. */
export interface ParsedReport {
  recallId: string
  task: string
  model: string
  attempts: AttemptRecord[]
  /** 0…1000. From `passed`: 1000 at the first attempt, halved with each further one; 0 if none was accepted. */
  reward: number
}

const text = z.string().refine((value) => value.isWellFormed(), 'expected well-formed Unicode')
const fields = z
  .record(nameField(64), z.boolean())
  .refine((value) => Object.keys(value).length <= 64, 'expected at most 64 fields')
const attempt = z.strictObject({
  answer: text,
  passed: z.boolean().exactOptional(),
  message: text.exactOptional(),
  fields: fields.exactOptional(),
})
const report: z.ZodType<OutcomeReport> = z.strictObject({
  recallId: z.string().regex(/^[0-9a-f]{32}$/),
  task: text.min(1),
  attempts: z.array(attempt).min(1).max(MAX_ATTEMPTS),
  passed: z.boolean().exactOptional(),
  reward: z
    .custom<number>((value) => typeof value === 'number', 'expected a number')
    .exactOptional(),
  model: nameField(128),
})

/**
 * Checks what an agent reports. Agents are not trusted: nothing of a report is used before all of it is in order.
 *
 * @throws DsoError `FORMAT_INVALID` with the path of the fault (both or none of passed and reward, and a last attempt that
 * contradicts them, included), `BYTES_TOO_LONG` with the field, `REWARD_OUT_OF_RANGE`
 */
export function parseReport(value: unknown): ParsedReport {
  checkSizes(value)
  const { recallId, task, attempts, passed, reward, model } = parseValue(report, value, 'outcome')
  if ((passed === undefined) === (reward === undefined)) {
    refuse('passed', 'expected exactly one of passed and reward')
  }
  if (reward !== undefined && !(reward >= 0 && reward <= 1)) {
    throw new DsoError('REWARD_OUT_OF_RANGE', { details: { field: 'reward', value: reward } })
  }
  const said = passed ?? { 0: false, 1: true }[reward ?? 0.5]
  const last = attempts.length - 1
  const told = attempts[last]?.passed
  if (said !== undefined && told !== undefined && told !== said) {
    refuse(`attempts.${last}.passed`, 'contradicts the outcome')
  }
  const records = attempts.map(
    (each, index): AttemptRecord => ({
      answer: each.answer,
      // Who tries again was not accepted before.
      passed: each.passed ?? (index === last ? said : false),
      message: each.message ?? '',
      fields: { ...each.fields },
    }),
  )
  const earned = said === true ? 1 / 2 ** last : 0
  return { recallId, task, model, attempts: records, reward: Math.round(1000 * (reward ?? earned)) }
}

/** Before anything reads the texts: a megabyte costs no more than its length. */
function checkSizes(value: unknown): void {
  const given = toObject(value)
  checkSize('task', given['task'], REPORT_LIMITS.task)
  const attempts = given['attempts']
  if (!Array.isArray(attempts) || attempts.length > MAX_ATTEMPTS) return
  for (const [index, each] of attempts.entries()) {
    const { answer, message } = toObject(each)
    checkSize(`attempts.${index}.answer`, answer, REPORT_LIMITS.answer)
    checkSize(`attempts.${index}.message`, message, REPORT_LIMITS.message)
  }
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function checkSize(field: string, value: unknown, most: number): void {
  if (typeof value !== 'string') return
  const bytes = value.length > most ? value.length : countUtf8Bytes(value)
  if (bytes > most) throw new DsoError('BYTES_TOO_LONG', { details: { field, bytes, most } })
}

function refuse(path: string, reason: string): never {
  throw new DsoError('FORMAT_INVALID', { details: { format: 'outcome', path, reason } })
}
