import type { Random } from '../../protocol/ports.ts'
import type { Tool } from './create-universe.ts'
import type { AnyRuleKind, RuleKind } from './rules/rule-kind.ts'
import { pick } from '../common/draws.ts'
import { type Subject, SUBJECTS, type SubjectFacts } from './subjects.ts'
import { COMPANIES, TOPICS } from './word-lists.ts'

/** What one parameter of one request must be. */
export interface DrawnParameter {
  name: string
  mention: string
  accepted: string | number
  /** Case of a rule that several calls teach; undefined otherwise. */
  case: string | undefined
  /** What an explicit service says about it. */
  explicit: string
  vague: string
}

/** A request with the values it asks for. */
export interface DrawnCall {
  request: string
  parameters: readonly DrawnParameter[]
}

/** Draws one request to a tool and the accepted value of each parameter. */
export function drawCall(tool: Tool, random: Random): DrawnCall {
  const words: Record<string, string> = {
    topic: pick(random, TOPICS),
    company: pick(random, COMPANIES),
  }
  const parameters = tool.parameters.map(({ name, slot, rule }) => {
    const parameter = drawParameter(name, rule, random)
    words[slot] = parameter.mention
    return parameter
  })
  const request = pick(random, tool.wordings).replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => words[name] ?? '',
  )
  return { request: request.charAt(0).toUpperCase() + request.slice(1), parameters }
}

function drawParameter(name: string, rule: AnyRuleKind, random: Random): DrawnParameter {
  // The union of rule kinds is correlated with its subject's facts; TypeScript sees that only through a type parameter.
  return drawRuled(name, rule as RuleKind<Subject>, random)
}

function drawRuled<S extends Subject>(
  name: string,
  rule: RuleKind<S>,
  random: Random,
): DrawnParameter {
  const source = SUBJECTS[rule.subject]
  const facts: SubjectFacts[S] = source.draw(random)
  return {
    name,
    mention: source.mention(facts),
    accepted: rule.accepted(facts),
    case: rule.caseOf?.(facts),
    explicit: rule.explicit(facts),
    vague: rule.vague,
  }
}
