import { DsoError } from '../../protocol/errors.ts'
import type { Random } from '../../protocol/ports.ts'
import { pick, shuffle } from '../common/draws.ts'
import { type ErrorGrade, type Teaching, createGrader } from '../common/grades.ts'
import { RULE_KINDS } from './rules/catalogue.ts'
import type { AnyRuleKind } from './rules/rule-kind.ts'
import type { Subject } from './subjects.ts'
import { TOOL_TEMPLATES, type ToolTemplate } from './tools.ts'

/** A parameter with its house rule. */
export interface RuledParameter {
  name: string
  /** Where wordings mention it. */
  slot: string
  rule: AnyRuleKind
}

/** A tool of a universe. */
export interface Tool {
  name: string
  parameters: readonly RuledParameter[]
  wordings: readonly string[]
  grade: ErrorGrade
  /** What it takes to learn the tool: the hardest of its rules. */
  teaching: Teaching
}

/** What {@link createUniverse} needs. */
export interface UniverseOptions {
  random: Random
  /** Number of tools, 1 to the number of templates. */
  tools: number
}

/**
 * Draws the tools of a universe: a third whose characteristic rule needs several examples, a quarter that a model may
 * guess, the others learnt from one working call; error grades mixed within each sort. Same random source, same tools.
 *
 * @throws DsoError `OPTION_INVALID` for a number of tools out of range
 */
export function createUniverse({ random, tools }: UniverseOptions): Tool[] {
  if (!Number.isInteger(tools) || tools < 1 || tools > TOOL_TEMPLATES.length) {
    throw new DsoError('OPTION_INVALID', { details: { tools, most: TOOL_TEMPLATES.length } })
  }
  const templates = shuffle(random, TOOL_TEMPLATES)
  const chosen: { template: ToolTemplate; teaching: Teaching }[] = []
  for (const teaching of teachingPlan(tools)) {
    const index = templates.findIndex((template) => canTeach(template, teaching))
    const [template] = templates.splice(index < 0 ? 0 : index, 1)
    if (template !== undefined) chosen.push({ template, teaching })
  }
  const gradeOf = createGrader(random)
  return shuffle(
    random,
    chosen.map(({ template, teaching }) => {
      const parameters = template.parameters.map(({ name: slot, subject }, index) => {
        const rule = pickRule(random, subject, index === 0 ? teaching : secondary(random, teaching))
        return { name: rule.parameter ?? slot, slot, rule }
      })
      return {
        name: template.name,
        parameters,
        wordings: template.wordings,
        // Counted as one convention: a second rule is mostly plain.
        grade: gradeOf(teaching, 1),
        teaching: hardestOf(parameters),
      }
    }),
  )
}

/** Whether a template can carry a rule of this sort; for a guessable tool every parameter must be guessable. */
function canTeach({ parameters: [first, ...others] }: ToolTemplate, teaching: Teaching): boolean {
  const subjects = teaching === 'guessable' ? [first, ...others] : [first]
  return subjects.every(({ subject }) => kindsOf(subject, teaching).length > 0)
}

/** Not always what was planned: some subjects lack a rule that is as easy as wanted. */
function hardestOf(parameters: readonly RuledParameter[]): Teaching {
  const sorts = new Set(parameters.map(({ rule }) => rule.teaching))
  return sorts.has('several') ? 'several' : sorts.has('single') ? 'single' : 'guessable'
}

function teachingPlan(tools: number): Teaching[] {
  const several = Math.round(tools / 3)
  const guessable = Math.round(tools / 4)
  return Array.from({ length: tools }, (_, index) =>
    index < several ? 'several' : index < several + guessable ? 'guessable' : 'single',
  )
}

/** Second parameters are mostly plain, so that few tools have two rules to learn. */
function secondary(random: Random, teaching: Teaching): Teaching {
  if (teaching !== 'single') return 'guessable'
  return random.next() < 0.2 ? 'single' : 'guessable'
}

function kindsOf(subject: Subject, teaching: Teaching): AnyRuleKind[] {
  return RULE_KINDS.filter((kind) => kind.subject === subject && kind.teaching === teaching)
}

function pickRule(random: Random, subject: Subject, wanted: Teaching): AnyRuleKind {
  for (const teaching of [wanted, 'guessable', 'single', 'several'] as const) {
    const kinds = kindsOf(subject, teaching)
    if (kinds.length > 0) return pick(random, kinds)
  }
  throw new RangeError(`no rule for ${subject}`)
}
