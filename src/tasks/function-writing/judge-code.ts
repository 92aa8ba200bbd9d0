import type { CallOptions, Verdict } from '../../protocol/ports.ts'
import type { ErrorGrade } from '../common/grades.ts'
import { quoteValue } from '../common/judge-answer.ts'
import { runInSandbox } from '../sandbox/run-in-sandbox.ts'
import type { CallOutcome, SandboxResult } from '../sandbox/sandbox-result.ts'
import type { Convention } from './convention.ts'
import type { DrawnFunction, TestCase } from './draw-function.ts'
import { isSameJson } from './is-same-json.ts'

/** Longest answer that is read, in UTF-16 units. */
const MAX_ANSWER_LENGTH = 4096

/** What {@link judgeCode} judges by. */
export interface CodeRules {
  fn: DrawnFunction
  convention: Convention
  grade: ErrorGrade
}

/**
 * Runs the `code` of an answer in the sandbox on the function's test cases. A refusal names a failing call (explicit:
 * with the result that was expected and the rule; vague: with a hint), never one of the hidden ones; a silent service
 * only refuses.
 *
 * @throws DsoError `SANDBOX_FAILED`
 */
export async function judgeCode(
  answer: string,
  rules: CodeRules,
  options: Pick<CallOptions, 'signal'> = {},
): Promise<Verdict> {
  const complaint = await complain(answer, rules, options)
  if (complaint === undefined) return { success: true, fields: { code: true }, message: '' }
  const message = rules.grade === 'silent' ? 'refused' : complaint
  return { success: false, fields: { code: false }, message }
}

async function complain(
  answer: string,
  rules: CodeRules,
  options: Pick<CallOptions, 'signal'>,
): Promise<string | undefined> {
  const code = readCode(answer)
  if (code === undefined) return 'the answer is not a JSON object with code as text'
  const { name, shown, hidden } = rules.fn
  const cases = [...shown, ...hidden]
  const calls = cases.map(({ args }) => ({ name, args }))
  const run = await runInSandbox({ code, calls }, options)
  if (!run.ok) return `code: ${describeFailure(run)}`
  const failed = cases.findIndex((each, index) => !isPassed(each, run.results[index]))
  if (failed < 0) return undefined
  const [test, outcome] = [cases[failed], run.results[failed]]
  if (failed >= shown.length || test === undefined || outcome === undefined) {
    return `code: ${name} fails for other arguments than those that were shown`
  }
  return `code: ${describeCase(name, test, outcome, rules)}`
}

function readCode(answer: string): string | undefined {
  if (answer.length > MAX_ANSWER_LENGTH) return undefined
  try {
    const value: unknown = JSON.parse(answer)
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'code'))
      return undefined
    const { code } = value as { code: unknown }
    return typeof code === 'string' ? code : undefined
  } catch {
    return undefined
  }
}

function isPassed({ expected }: TestCase, outcome: CallOutcome | undefined): boolean {
  return outcome?.kind === 'value' && isSameJson(outcome.value, expected)
}

function describeCase(
  name: string,
  { args, expected }: TestCase,
  outcome: CallOutcome,
  { convention, grade }: CodeRules,
): string {
  const call = `${name}(${args.map(quoteValue).join(', ')})`
  const came = describeOutcome(outcome)
  return grade === 'explicit'
    ? `${convention.explicit}: ${call} must return ${quoteValue(expected)} (it ${came})`
    : `${convention.vague}: ${call} ${came}`
}

function describeOutcome(outcome: CallOutcome): string {
  if (outcome.kind === 'value') return `returned ${quoteValue(outcome.value)}`
  if (outcome.kind === 'threw') return `threw ${quoteValue(outcome.message)}`
  return `returned ${oneLine(outcome.message)}, which is not JSON`
}

function describeFailure({ reason, message }: Extract<SandboxResult, { ok: false }>): string {
  if (reason === 'syntax') return `it does not parse: ${oneLine(message)}`
  if (reason === 'threw') return `it failed before the call: ${oneLine(message)}`
  if (reason === 'timeout') return 'it does not end'
  if (reason === 'memory') return 'it needs too much memory'
  return oneLine(message)
}

/** A message is one line of a prompt, whatever the code put into it. */
function oneLine(text: string): string {
  return quoteValue(text).slice(1, -1)
}
