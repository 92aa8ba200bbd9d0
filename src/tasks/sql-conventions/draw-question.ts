import type { Random } from '../../protocol/ports/random.ts'
import { between, pick } from '../common/draws.ts'
import type { Area } from './areas.ts'
import type {
  Aggregate,
  Condition,
  FilterConvention,
  HiddenConvention,
  MeasureConvention,
} from './conventions/convention.ts'

/** Largest count in a row. */
export const MOST_COUNTED = 30

/** The conventions of one database: at least one. */
export interface HouseConventions {
  measure?: MeasureConvention | undefined
  filter?: FilterConvention | undefined
  hidden?: HiddenConvention | undefined
}

/** A question about a database and queries for it. */
export interface Question {
  request: string
  literals: readonly (string | number)[]
  case?: string
  /** What an explicit service says about this question's condition. */
  explicit?: string
  /** The right query. */
  sql: string
  /** What a stranger to one convention would write, for each: none may give the right rows by chance. */
  naive: readonly string[]
  /** The right query without its conditions. */
  bare: string
}

/** Parts of a query; conditions are joined with AND. */
interface Query {
  select: string
  table: string
  where: readonly string[]
}

/** Draws a question to a database with its right query and the wrong ones that its conventions prevent. */
export function drawQuestion(
  random: Random,
  area: Area,
  parties: readonly string[],
  { measure, filter, hidden }: HouseConventions,
): Question {
  const context = { area, parties }
  const condition = filter?.draw(random, context)
  const plain = drawPlain(random, area, parties, filter)
  const [party, ...others] = plain.map(({ phrase }) => phrase)
  const said = [party, condition?.phrase, ...others].filter((phrase) => phrase !== undefined)
  const subject = `${area.table} ${said.join(' ')}`
  const wanted: Aggregate & { ask: string } =
    measure === undefined
      ? drawCount(random, area, subject)
      : askFor(pick(random, measure.aggregates), subject)
  const wheres = {
    filter: condition === undefined ? [] : [condition.where],
    plain: plain.map(({ where }) => where),
    measure: measure?.where === undefined ? [] : [measure.where],
    hidden: hidden === undefined ? [] : [hidden.where],
  }
  const right: Query = {
    select: wanted.sql,
    table: area.table,
    where: [...wheres.filter, ...wheres.plain, ...wheres.measure, ...wheres.hidden],
  }
  const naive: Query[] = []
  if (condition !== undefined)
    naive.push({ ...right, where: [condition.naive, ...right.where.slice(1)] })
  if (measure !== undefined)
    naive.push({
      ...right,
      select: wanted.naive,
      where: right.where.filter((where) => where !== measure.where),
    })
  if (hidden !== undefined)
    naive.push({ ...right, where: right.where.filter((where) => where !== hidden.where) })
  return {
    request: wanted.ask,
    literals: [condition?.literal ?? '', ...plain.map(({ literal }) => literal)],
    ...(condition?.case === undefined ? {} : { case: condition.case }),
    ...(condition?.explicit === undefined ? {} : { explicit: condition.explicit }),
    sql: toSql(right),
    naive: naive.map(toSql),
    bare: `SELECT ${right.select} FROM ${right.table}`,
  }
}

function askFor(aggregate: Aggregate, subject: string): Aggregate & { ask: string } {
  return { ...aggregate, ask: `What is the ${aggregate.phrase} of the ${subject}?` }
}

/** What is asked where no convention is about the measure. */
function drawCount(
  random: Random,
  { quantity }: Area,
  subject: string,
): Aggregate & { ask: string } {
  const columns: readonly (readonly [sql: string, ask: string])[] = [
    ['COUNT(*)', `How many ${subject} are there?`],
    [`SUM(${quantity})`, `What is the total number of ${quantity} of the ${subject}?`],
    [`MAX(${quantity})`, `What is the largest number of ${quantity} of the ${subject}?`],
  ]
  const [sql, ask] = pick(random, columns)
  return { sql, naive: sql, phrase: '', ask }
}

/** Conditions without a convention: at least one, so that questions differ. */
function drawPlain(
  random: Random,
  area: Area,
  parties: readonly string[],
  filter: FilterConvention | undefined,
): Condition[] {
  const asksParty = filter?.storeParty === undefined && random.integer(2) === 0
  const out: Condition[] = []
  if (asksParty) {
    const name = pick(random, parties)
    const where = `${area.party} = '${name}'`
    out.push({ phrase: `of ${name}`, literal: name, where, naive: where })
  }
  if (!asksParty || random.integer(2) === 0) {
    // Two limits of one quantity would contradict each other half of the time.
    const column = filter?.usesQuantity === true ? 'id' : area.quantity
    const limit = column === 'id' ? between(random, 5, 45) : between(random, 2, MOST_COUNTED - 3)
    const above = random.integer(2) === 0
    const where = `${column} ${above ? '>' : '<='} ${limit}`
    const phrase =
      column === 'id'
        ? `with ids ${above ? 'above' : 'up to'} ${limit}`
        : `with ${above ? 'more than' : 'at most'} ${limit} ${area.quantity}`
    out.push({ phrase, literal: `${above ? 'above' : 'to'} ${limit}`, where, naive: where })
  }
  return out
}

function toSql({ select, table, where }: Query): string {
  return `SELECT ${select} FROM ${table} WHERE ${where.join(' AND ')}`
}
