import type { Teaching } from '../../common/grades.ts'
import type { Subject, SubjectFacts } from '../subjects.ts'

/** One kind of undocumented convention for the values of a parameter. */
export interface RuleKind<S extends Subject> {
  /** Stable name, e.g. `date-day-month-dash`. */
  id: string
  subject: S
  teaching: Teaching
  /** What services call a parameter under this rule, where the template's own name would mislead: `zone`. */
  parameter?: string
  /** The one accepted value. Compared as text, so a number may also arrive as a string. */
  accepted(facts: SubjectFacts[S]): string | number
  /** For rules that several calls teach: which case a value belongs to. Instances cycle through the cases. */
  caseOf?(facts: SubjectFacts[S]): string
  /** What an explicit service answers after the parameter's name; for `several` it speaks of the value at hand only. */
  explicit(facts: SubjectFacts[S]): string
  /** What a vague service answers: a hint from which alone the rule does not follow. */
  vague: string
  /** The true rule, to stand after "write PARAMETER"; its example value occurs in no request. */
  rule: string
}

/** A rule kind of any subject. */
export type AnyRuleKind = { [S in Subject]: RuleKind<S> }[Subject]
