import type { Random } from '../../protocol/ports/random.ts'
import { chooseByTeaching } from '../common/choose-by-teaching.ts'
import { type ConventionSuite, createConventionSuite } from '../common/create-convention-suite.ts'
import type { Domain } from '../common/domain.ts'
import { shuffle } from '../common/draws.ts'
import type { Answer, Complaint } from '../common/judge-answer.ts'
import { type PatchOperation, applyPatch } from './apply-patch.ts'
import { AREAS, type Area } from './areas.ts'
import type { DrawnChange, PatchConvention } from './convention.ts'
import { drawConventions } from './draw-conventions.ts'
import { isObject, isSameJson } from './json.ts'

/** What {@link createJsonPatchSuite} needs. */
export interface JsonPatchOptions {
  /** Names the universe, a non-negative integer. */
  seed: number
}

/**
 * *JSON Patch*, version 1: changes to small documents for services that take RFC 6902 patches under undocumented
 * conventions. Most take one operation, the members of the answer being its own; some take a list of operations in the
 * member `patch`. A patch is judged by what it makes of the document, so that any patch that the house allows will do.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer
 */
export function createJsonPatchSuite({ seed }: JsonPatchOptions): ConventionSuite {
  return createConventionSuite({
    name: 'json-patch/1',
    seed,
    drawDomains: (random) => {
      const conventions = chooseByTeaching(random, drawConventions(random), AREAS.length)
      const areas = shuffle(random, AREAS)
      return conventions.flatMap((convention, index) => {
        const area = areas[index]
        return area === undefined ? [] : [createDomain(convention, area)]
      })
    },
  })
}

function createDomain(convention: PatchConvention, area: Area): Domain {
  const { keys, field, rule, teaching } = convention
  return {
    name: area.domain,
    keys,
    notes: [
      keys.includes('patch')
        ? 'patch is a list of JSON Patch operations (RFC 6902).'
        : 'One JSON Patch operation (RFC 6902).',
    ],
    ...(keys.includes('patch') ? { answerTokens: 160 } : {}),
    teaching,
    rules: [`${field} ${rule}`],
    draw: (random: Random) => {
      const change = convention.draw(random, area)
      const { document, wish, operations, literals } = change
      const [first] = operations
      return {
        request: `Document ${JSON.stringify(document)}: ${wish}.`,
        literals,
        solution: keys.includes('patch') ? { patch: operations } : { ...first },
        ...(change.case === undefined ? {} : { case: change.case }),
        check: (answer) => judgePatch(answer, convention, change),
      }
    },
  }
}

function judgePatch(answer: Answer, convention: PatchConvention, change: DrawnChange): Complaint[] {
  const { keys, field, explicit, vague } = convention
  const isList = keys.includes('patch')
  const operations = isList ? readList(answer['patch']) : [pickKeys(answer, keys)]
  const complaint = { field, explicit: change.explicit ?? explicit, vague }
  if (operations === undefined) {
    const said = 'expected a list of operations'
    return [{ field, explicit: said, vague: said }]
  }
  const { keep = (document) => document, allows = () => true } = convention
  const wanted = applyPatch(
    keep(change.document),
    change.operations.map((operation) => readAs(convention, operation)),
  )
  const result = applyPatch(
    keep(change.document),
    operations.map((operation) => readAs(convention, operation)),
  )
  const isAllowed = operations.every((operation) => isOperation(operation) && allows(operation))
  const isWanted =
    'document' in result && 'document' in wanted && isSameJson(result.document, wanted.document)
  if (isAllowed && isWanted && isHouseForm(convention, operations, change)) return []
  if (isList) return [complaint]
  const [expected] = change.operations
  const wrong = keys.filter(
    (key) => !isSameJson(answer[key], expected?.[key as keyof PatchOperation]),
  )
  const refusal = 'refusal' in result ? result : undefined
  const said = (key: string): Complaint => {
    if (key === field) return complaint
    const reason = refusal?.field === key ? refusal.refusal : 'does not fit the request'
    return { field: key, explicit: reason, vague: reason }
  }
  return wrong.length === 0 ? [complaint] : wrong.map(said)
}

/** A list of operations must have the same kinds of operations in the same order: tests and revisions change little. */
function isHouseForm(
  { keys }: PatchConvention,
  operations: readonly unknown[],
  change: DrawnChange,
): boolean {
  if (!keys.includes('patch')) return true
  return (
    operations.length === change.operations.length &&
    change.operations.every(({ op, path }, index) => {
      const operation = operations[index]
      return isObject(operation) && operation['op'] === op && operation['path'] === path
    })
  )
}

function readAs({ read }: PatchConvention, operation: unknown): unknown {
  return read !== undefined && isOperation(operation) ? read(operation) : operation
}

function isOperation(value: unknown): value is PatchOperation {
  return isObject(value) && typeof value['op'] === 'string' && typeof value['path'] === 'string'
}

function pickKeys(answer: Answer, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.flatMap((key) => (answer[key] === undefined ? [] : [[key, answer[key]] as const])),
  )
}

/** A list of operations, or its JSON text: some models can only write texts. */
function readList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string') return undefined
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}
