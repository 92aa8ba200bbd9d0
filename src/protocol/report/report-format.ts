import { z } from 'zod'
import { DsoError } from '../errors.ts'
import {
  COMPARISON_UNITS,
  ERROR_GRADES,
  EXPERIENCE_FORMS,
  EXPERIENCE_STATUSES,
  meetsGoal,
  type Report,
  REPORT_VERSION,
} from './report.ts'

/** Longest `report.json` that is read, in UTF-16 code units. */
export const MAX_REPORT_LENGTH = 16 * 1024 * 1024

const rate = z.number().min(0).max(1)
const points = z.number().min(-100).max(100)
const perMille = z.int().min(0).max(1000)
const count = z.int().min(0)
const amount = z.number().min(0)
const text = z.string().max(4096)
const name = z.string().min(1).max(200)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const wei = z.string().regex(/^(0|[1-9][0-9]{0,77})$/)
const namedHash = z.strictObject({ name, hash: z.string().regex(/^[0-9a-f]{64}$/) })

const content = {
  form: z.enum(EXPERIENCE_FORMS),
  text: text.nullable(),
  example: z.strictObject({ input: text, output: text }).nullable(),
}

const run = z.strictObject({
  command: text,
  options: z.array(z.strictObject({ name, value: text })),
  suite: name,
  seeds: z.array(z.int()),
  model: namedHash,
  encoder: namedHash,
  profile: name,
  thresholds: z.strictObject({
    gateProbability: rate,
    useQuality: perMille,
    slashQuality: perMille,
  }),
  agents: z.array(
    z.strictObject({ name, role: z.enum(['honest', 'poisoner']), tools: z.array(name) }),
  ),
})

const arm = z.strictObject({
  id: slug,
  label: name,
  n: count,
  success: z.strictObject({ value: rate, low: rate, high: rate }),
  meanReward: rate.nullable(),
  callsPerEpisode: amount.nullable(),
  promptTokensPerCall: amount,
  ownTools: rate.nullable(),
  foreignTools: rate.nullable(),
  difference: z
    .strictObject({ value: points, low: points, high: points, baseline: slug })
    .nullable(),
})

const comparison = z
  .strictObject({
    id: slug,
    label: name,
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    unit: z.enum(COMPARISON_UNITS),
    n: count.nullable(),
    tools: count.nullable(),
    goal: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }).nullable(),
    holds: z.boolean().nullable(),
  })
  .refine(({ low, high }) => (low === null) === (high === null), 'an interval has two bounds')
  .refine(
    ({ value, goal, holds }) => holds === (goal === null ? null : meetsGoal(value, goal)),
    'holds must say whether the value meets the goal',
  )

const tool = z.strictObject({
  name,
  owner: name.nullable(),
  errorGrade: z.enum(ERROR_GRADES),
  rules: z.array(text),
  kinds: z.array(name),
  scores: z.array(z.strictObject({ arm: slug, n: count, success: rate })),
})

const experience = z.strictObject({
  cid: name,
  domain: name,
  ...content,
  author: name,
  gate: z.strictObject({
    tasks: count,
    wins: count,
    losses: count,
    probability: rate,
    forms: z.array(z.strictObject({ form: z.enum(EXPERIENCE_FORMS), success: rate })),
  }),
  quality: perMille.nullable(),
  votes: z.array(z.strictObject({ voter: name, score: perMille })),
  status: z.enum(EXPERIENCE_STATUSES),
  reason: text.nullable(),
  effect: z.strictObject({ without: rate, with: rate, n: count }).nullable(),
})

const format = z.strictObject({
  v: z.literal(REPORT_VERSION),
  run,
  arms: z.array(arm),
  comparisons: z.array(comparison),
  tools: z.array(tool),
  experiences: z.array(experience),
  rejected: z.array(z.strictObject({ agent: name, domain: name, ...content, reason: text })),
  poison: z.array(
    z.strictObject({
      author: name,
      domain: name,
      ...content,
      reason: text,
      quality: perMille.nullable(),
      slashedWei: wei,
      promptsReached: count,
    }),
  ),
  network: z.strictObject({
    announcementBytes: count,
    blockBytesFetched: count,
    messages: count,
  }),
  chain: z.strictObject({ entries: count, votes: count, slashed: count, gasUsed: count }),
  usage: z.array(
    z.strictObject({
      stage: name,
      calls: count,
      callsReused: count,
      predictedCalls: count,
      promptTokens: count,
      completionTokens: count,
      modelSeconds: amount,
    }),
  ),
  timeline: z
    .array(
      z.strictObject({
        order: count,
        modelSeconds: amount,
        stage: name,
        agent: name.nullable(),
        event: name,
        detail: text,
      }),
    )
    .refine((events) => events.every(({ order }, index) => order === index), 'order has gaps'),
  notes: z.array(text),
}) satisfies z.ZodType<Report>

/**
 * Checks a report of unknown origin, whatever the order of its fields.
 *
 * @returns the report with its fields in the format's order
 * @throws DsoError `FORMAT_INVALID` naming the first wrong field
 */
export function checkReport(report: unknown): Report {
  const result = format.safeParse(report)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new DsoError('FORMAT_INVALID', {
    details: { field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' },
    cause: result.error,
  })
}

/**
 * Reads the text of a `report.json`.
 *
 * @throws DsoError `BYTES_TOO_LONG` above {@link MAX_REPORT_LENGTH}, `FORMAT_INVALID`
 */
export function parseReport(json: string): Report {
  if (json.length > MAX_REPORT_LENGTH) {
    throw new DsoError('BYTES_TOO_LONG', {
      details: { length: json.length, limit: MAX_REPORT_LENGTH },
    })
  }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new DsoError('FORMAT_INVALID', { details: { reason: 'not JSON' }, cause })
  }
  return checkReport(value)
}

/**
 * The text of `report.json`: fields in the format's order, two spaces of indentation, a final newline. Equal reports
 * give equal text, however they were put together.
 *
 * @throws DsoError `FORMAT_INVALID` for a report that {@link parseReport} would refuse
 */
export function formatReport(report: Report): string {
  return `${JSON.stringify(checkReport(report), null, 2)}\n`
}
