import { LAST_NAMES } from '../house-rules/word-lists.ts'
import { chooseByTeaching } from '../common/choose-by-teaching.ts'
import { type ConventionSuite, createConventionSuite } from '../common/create-convention-suite.ts'
import type { Domain } from '../common/domain.ts'
import { between, pick, shuffle } from '../common/draws.ts'
import { type Answer, type Complaint, quoteValue } from '../common/judge-answer.ts'
import { wordRequest } from '../common/wordings.ts'
import { AREAS, type Area } from './areas.ts'
import { drawConventions } from './draw-conventions.ts'
import type { DrawnProperty, PropertyConvention } from './property-convention.ts'
import { type Schema, validateInstance } from './validate-instance.ts'

/** What {@link createJsonSchemaSuite} needs. */
export interface JsonSchemaOptions {
  /** Names the universe, a non-negative integer. */
  seed: number
}

/**
 * *JSON Schema*, version 1: records that a published schema and the house's undocumented conventions accept. The answer
 * is the record itself. What the schema forbids is said by every service but the silent ones; what the house wants
 * beyond it, by the service's grade.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer
 */
export function createJsonSchemaSuite({ seed }: JsonSchemaOptions): ConventionSuite {
  return createConventionSuite({
    name: 'json-schema/1',
    seed,
    drawDomains: (random) => {
      const areas = shuffle(random, AREAS)
      return chooseByTeaching(random, drawConventions(random), areas.length).flatMap(
        (convention, index) => {
          const area = areas[index]
          return area === undefined ? [] : [createDomain(convention, area)]
        },
      )
    },
  })
}

function createDomain(convention: PropertyConvention, area: Area): Domain {
  const keys = [area.person, area.count, convention.property]
  const schema: Schema = {
    type: 'object',
    properties: {
      [area.person]: { type: 'string' },
      [area.count]: { type: 'integer', minimum: 1 },
      [convention.property]: convention.schema,
    },
    required: keys,
    additionalProperties: false,
  }
  return {
    name: area.domain,
    keys,
    notes: [`Schema: ${JSON.stringify(schema)}`],
    teaching: convention.teaching,
    rules: [`${convention.property} ${convention.rule}`],
    draw: (random) => {
      const facts = { person: pick(random, LAST_NAMES), count: between(random, 2, 99) }
      const drawn = convention.draw(random, facts)
      const record: Readonly<Record<string, unknown>> = {
        [area.person]: facts.person,
        [area.count]: facts.count,
        [convention.property]: drawn.accepted,
      }
      return {
        request: wordRequest(random, area.wordings, { ...facts, wish: drawn.wish }),
        solution: record,
        literals: [facts.person, facts.count, drawn.literal],
        ...(drawn.case === undefined ? {} : { case: drawn.case }),
        check: (answer) =>
          judgeRecord(readRecord(answer, schema), schema, record, convention, drawn),
      }
    },
  }
}

/** The record of an answer. Lists may also come as their JSON text: some models can only write texts. */
function readRecord(answer: Answer, { properties = {} }: Schema): Answer {
  const entries = Object.entries(answer).map(([name, value]) => [
    name,
    Object.hasOwn(properties, name) && properties[name]?.type === 'array' ? readList(value) : value,
  ])
  return Object.fromEntries(entries) as Answer
}

function readList(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function judgeRecord(
  answer: Answer,
  schema: Schema,
  record: Readonly<Record<string, unknown>>,
  { property, explicit, vague }: PropertyConvention,
  drawn: DrawnProperty,
): Complaint[] {
  const complaints = new Map<string, Complaint>()
  for (const { path, reason } of validateInstance(schema, answer)) {
    // A member that the schema does not know has no field of its own.
    const field = Object.hasOwn(record, path[0] ?? '') ? (path[0] ?? property) : property
    const said = field === path[0] ? reason : `${quoteValue(path[0])} ${reason}`
    if (!complaints.has(field)) complaints.set(field, { field, explicit: said, vague: said })
  }
  for (const [field, accepted] of Object.entries(record)) {
    if (complaints.has(field) || JSON.stringify(answer[field]) === JSON.stringify(accepted))
      continue
    const said = { explicit: 'is not what the request says', vague: 'is not what the request says' }
    const house = { explicit: drawn.explicit ?? explicit, vague }
    complaints.set(field, { field, ...(field === property ? house : said) })
  }
  return [...complaints.values()]
}
