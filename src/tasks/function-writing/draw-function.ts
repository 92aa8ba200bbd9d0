import type { Random } from '../../protocol/ports/random.ts'
import { pick } from '../common/draws.ts'
import type { JsonValue } from '../sandbox/sandbox-result.ts'
import { CONVENTIONS, TEMPLATES } from './catalogue.ts'
import type { Convention, Topic } from './convention.ts'
import { isSameJson } from './is-same-json.ts'
import type { FunctionTemplate } from './templates/template.ts'

/** One call that a function is judged by. */
export interface TestCase {
  args: readonly JsonValue[]
  expected: JsonValue
}

/** A function to write and what judges it. */
export interface DrawnFunction {
  name: string
  /** One line, no convention. */
  request: string
  /** The words and numbers in which it differs from others of its kind. */
  literals: readonly (string | number)[]
  /** Calls that a refusal may show. */
  shown: readonly TestCase[]
  /** Calls that nothing ever shows. */
  hidden: readonly TestCase[]
  /** Code that is accepted. */
  solution: { code: string }
  /** Its kind: splits meet the kinds in turns. */
  case: string
}

const SHOWN = 2
const HIDDEN = 6
/** Draws for each case wanted, before the function is given up. */
const TRIES_PER_CASE = 8

/**
 * Draws a function under a convention, with its test cases. Cases are distinct, expect at least two different results,
 * and in both parts some are told apart from what the plain habit of the topic would give.
 *
 * @returns undefined when a draw does not allow that; another may
 */
export function drawFunction(convention: Convention, random: Random): DrawnFunction | undefined {
  const template = pick(
    random,
    TEMPLATES.filter(({ topic }) => topic === convention.topic),
  )
  const constants = template.constants(random)
  const cases = drawCases(template, constants, convention, random)
  if (cases === undefined) return undefined
  const list = template.parameters
  const signature =
    convention.topic === 'arguments'
      ? `${template.name} of the arguments ${list.join(' and ')}`
      : `${template.name}(${list.join(', ')})`
  return {
    name: template.name,
    request: `Write the JavaScript function ${signature} that returns ${template.task(constants)}.`,
    literals: [template.name, ...constants.map((constant) => JSON.stringify(constant))],
    ...cases,
    solution: { code: writeSolution(template, constants, convention) },
    case: template.name,
  }
}

function drawCases(
  template: FunctionTemplate,
  constants: readonly JsonValue[],
  convention: Convention,
  random: Random,
): { shown: TestCase[]; hidden: TestCase[] } | undefined {
  const habit = habitOf(convention.topic)
  const seen = new Set<string>()
  const telling: TestCase[] = []
  const plain: TestCase[] = []
  for (let tries = 0; tries < (SHOWN + HIDDEN) * TRIES_PER_CASE; tries++) {
    if (telling.length + plain.length === SHOWN + HIDDEN) break
    const natural = template.inputs(random, constants)
    const key = JSON.stringify(natural)
    const byHabit = callUnder(habit, template, constants, natural)
    if (seen.has(key) || !byHabit.isClear) continue
    seen.add(key)
    const { args, expected } = callUnder(convention, template, constants, natural)
    const isTelling = convention.pack !== undefined || !isSameJson(expected, byHabit.expected)
    ;(isTelling ? telling : plain).push({ args, expected })
  }
  const cases = [
    ...telling.slice(0, 1),
    ...plain.slice(0, 1),
    ...telling.slice(1),
    ...plain.slice(1),
  ]
  const distinct = new Set(cases.map(({ expected }) => JSON.stringify(expected))).size
  const isEnough = convention.teaching === 'guessable' || telling.length >= 3
  if (cases.length < SHOWN + HIDDEN || distinct < 2 || !isEnough) return undefined
  return { shown: cases.slice(0, SHOWN), hidden: cases.slice(SHOWN) }
}

/** What most people would do. */
function habitOf(topic: Topic): Convention {
  const habit = CONVENTIONS.find((each) => each.topic === topic && each.teaching === 'guessable')
  if (habit === undefined) throw new RangeError(`no habit for ${topic}`)
  return habit
}

function callUnder(
  { pack, unpack, after, topic }: Convention,
  { core, parameters }: FunctionTemplate,
  constants: readonly JsonValue[],
  natural: readonly JsonValue[],
): TestCase & { isClear: boolean } {
  const args = pack === undefined ? natural : pack(natural, parameters)
  const taken = unpack === undefined ? args : unpack(args, parameters)
  const result = core(...taken, ...constants)
  const expected = after === undefined ? result : after(result, taken)
  return { args, expected, isClear: topic !== 'rounding' || isFarFromEdges(result) }
}

/** Whether every way to round gives the same on every way to compute: no edge of a rounding is near. */
function isFarFromEdges(result: JsonValue): boolean {
  const scaled = Number(result) * 200
  return Math.abs(scaled - Math.round(scaled)) > 1e-3
}

function writeSolution(
  { name, parameters, core }: FunctionTemplate,
  constants: readonly JsonValue[],
  { unpack, after }: Convention,
): string {
  const names = JSON.stringify(parameters)
  const fixed = constants.map((constant) => `, ${JSON.stringify(constant)}`).join('')
  const taken = unpack === undefined ? 'given' : `(${source(unpack)})(given, ${names})`
  const returned = after === undefined ? 'result' : `(${source(after)})(result, taken)`
  return [
    `function ${name}(...given) {`,
    `  const taken = ${taken}`,
    `  const result = (${source(core)})(...taken${fixed})`,
    `  return ${returned}`,
    '}',
  ].join('\n')
}

/** Source text without the gaps that stripped types leave. */
function source(fn: (...values: never[]) => unknown): string {
  return String(fn).replaceAll(/[ \t]+(?=[ \n),;])/g, '')
}
