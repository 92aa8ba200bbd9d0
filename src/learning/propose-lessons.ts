import type { CallOptions, CompletionRequest, LanguageModel } from '../protocol/ports.ts'
import { copiesFailure, withoutExample } from './copied-example.ts'
import { countValues, coverValues } from './cover-values.ts'
import type { DomainEvidence, FieldEvidence } from './gather-evidence.ts'
import { countUtf8Bytes } from '../protocol/encoding/count-utf8-bytes.ts'
import { MAX_TEXT_WORDS } from '../protocol/experience/check-text.ts'
import { MAX_TEXT_BYTES, type WorkedExample } from '../protocol/experience/experience.ts'
import { keepComplaint, keepField } from './prompts/focus-on-field.ts'
import { groupPrompt } from './prompts/group-prompt.ts'
import {
  type LessonTarget,
  type RefusedCall,
  contrastPairPrompt,
  lessonOpening,
  workingCallsPrompt,
} from './prompts/lesson-prompts.ts'

/** How a sentence came about. */
export type LessonMode = 'contrast-pair' | 'working-calls' | 'group'

/** A sentence about one parameter, proposed by the model and not yet proved. */
export interface ProposedLesson {
  field: string
  mode: LessonMode
  text: string
}

/** A proposal that is refused without a trial; one that copies a failure may be right without its example. */
export interface RefusedLesson extends ProposedLesson {
  /** `too-long`: above 32 words or 400 bytes; `copies-failure`: its example value stands in a refused call; `unfinished`: cut off. */
  reason: 'too-long' | 'copies-failure' | 'unfinished'
}

/** What {@link proposeLessons} found. */
export interface Proposals {
  lessons: ProposedLesson[]
  refused: RefusedLesson[]
}

/** What {@link proposeLessons} may be told. */
export interface ProposeLessonsOptions extends CallOptions {
  /** Whether the model is also asked about the whole group at once; for models that can take it. Default false. */
  groupPrompt?: boolean
}

/** Calls shown to the model: enough to cover four cases, few enough to be read. */
const MAX_WORKED = 8

/**
 * Has the model contrast what failed with what worked, a parameter at a time (contrast pair), and, where accepted
 * calls show several values, compare what worked (working calls); models that can take it also see the whole group.
 * Which mode yields is for the gate to measure: every proposal is tried there.
 */
export async function proposeLessons(
  evidence: DomainEvidence,
  model: LanguageModel,
  { groupPrompt: wholeGroup = false, ...options }: ProposeLessonsOptions = {},
): Promise<Proposals> {
  const [drafts, grouped] = await Promise.all([
    Promise.all(
      evidence.fields.flatMap((field) =>
        requestsFor(evidence, field).map(async ({ mode, target, request }): Promise<Draft> => {
          const { text, finish } = await model.complete(request, options)
          const sentence = tidy(`${lessonOpening(target)}${text}`)
          return { lesson: { field: field.field, mode, text: sentence }, finish, field }
        }),
      ),
    ),
    wholeGroup ? draftFromGroup(evidence, model, options) : [],
  ])
  const proposals: Proposals = { lessons: [], refused: [] }
  for (const { lesson, finish, field } of [...drafts, ...grouped]) {
    const reason = finish === 'length' ? 'unfinished' : objection(lesson.text, field)
    if (reason !== undefined) proposals.refused.push({ ...lesson, reason })
    let { text } = lesson
    if (reason === 'copies-failure') {
      text = withoutExample(text)
      if (text === `${lessonOpening({ ...evidence, field: lesson.field })}.`) continue
    } else if (reason !== undefined) continue
    if (!proposals.lessons.some((known) => known.text === text))
      proposals.lessons.push({ ...lesson, text })
  }
  return proposals
}

interface Draft {
  lesson: ProposedLesson
  finish: 'stop' | 'length'
  field: FieldEvidence
}

/** One call for all parameters; a value that is empty or no text is no proposal. */
async function draftFromGroup(
  evidence: DomainEvidence,
  model: LanguageModel,
  options: CallOptions,
): Promise<Draft[]> {
  if (evidence.fields.length === 0) return []
  const { text, finish } = await model.complete(groupPrompt(evidence), options)
  const rules = parseObject(text)
  return evidence.fields.flatMap((field) => {
    const rule = rules[field.field]
    if (typeof rule !== 'string' || rule.trim() === '') return []
    const target = { domain: evidence.domain, signature: evidence.signature, field: field.field }
    const sentence = tidy(`${lessonOpening(target)} ${withoutOpening(rule, field.field)}`)
    return [
      { lesson: { field: field.field, mode: 'group' as const, text: sentence }, finish, field },
    ]
  })
}

/** Some models repeat the words that they were asked to complete. */
function withoutOpening(rule: string, field: string): string {
  const trimmed = rule.trim()
  const opening = `write ${field} `
  return trimmed.startsWith(opening) ? trimmed.slice(opening.length) : trimmed
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function requestsFor(
  { domain }: DomainEvidence,
  all: FieldEvidence,
): { mode: LessonMode; target: LessonTarget; request: CompletionRequest }[] {
  const field = focus(all)
  const target = { domain, signature: `${domain}(${field.field})`, field: field.field }
  const out: { mode: LessonMode; target: LessonTarget; request: CompletionRequest }[] = []
  const [refused] = field.refused
  if (refused !== undefined) {
    const repair = field.worked.find(({ input }) => input === refused.input) ?? field.worked[0]
    const worked =
      repair === undefined
        ? []
        : [repair, ...field.worked.filter((call) => call !== repair).slice(0, 1)]
    out.push({
      mode: 'contrast-pair',
      target,
      request: contrastPairPrompt(target, [refused], worked),
    })
  }
  const varied = coverValues(field.worked, field.field, MAX_WORKED)
  if (countValues(varied, field.field) > 1 && varied.length > 2) {
    out.push({ mode: 'working-calls', target, request: workingCallsPrompt(target, varied) })
  }
  return out
}

/** The same evidence without the other parameters, which small models take for part of the rule. */
function focus({ field, refused, worked }: FieldEvidence): FieldEvidence {
  const keep = <T extends WorkedExample>(call: T): T => ({
    ...call,
    output: keepField(call.output, field) ?? call.output,
  })
  const complaint = (call: RefusedCall): RefusedCall => ({
    ...keep(call),
    message: keepComplaint(call.message, field),
  })
  return { field, refused: refused.map(complaint), worked: worked.map(keep) }
}

function tidy(text: string): string {
  const line = text.split('\n')[0]?.trim().replaceAll(/\s+/g, ' ').normalize('NFC') ?? ''
  return line.endsWith('.') ? line : `${line}.`
}

/** Mechanical refusals: what the holdout need not waste calls on. */
function objection(text: string, field: FieldEvidence): RefusedLesson['reason'] | undefined {
  const tooLong = text.split(' ').length > MAX_TEXT_WORDS || countUtf8Bytes(text) > MAX_TEXT_BYTES
  if (tooLong) return 'too-long'
  return copiesFailure(text, field) ? 'copies-failure' : undefined
}
