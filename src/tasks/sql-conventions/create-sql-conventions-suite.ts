import type { DatabaseSync } from 'node:sqlite'
import type { Random } from '../../protocol/ports/random.ts'
import { type ConventionSuite, createConventionSuite } from '../common/create-convention-suite.ts'
import type { Domain } from '../common/domain.ts'
import { sample, shuffle } from '../common/draws.ts'
import { type Complaint, quoteValue } from '../common/judge-answer.ts'
import { COMPANIES } from '../house-rules/word-lists.ts'
import { AREAS, type Area } from './areas.ts'
import type { Cell, Column, MeasureConvention, SqlConvention } from './conventions/convention.ts'
import { type ConventionPool, drawConventions } from './conventions/draw-conventions.ts'
import { type DatabasePlan, countColumn, createDatabase, nameColumn } from './create-database.ts'
import {
  type HouseConventions,
  MOST_COUNTED,
  type Question,
  drawQuestion,
} from './draw-question.ts'
import { readRows, runQuery } from './run-query.ts'
import { sameRows } from './same-rows.ts'

/** What {@link createSqlConventionsSuite} needs. */
export interface SqlConventionsOptions {
  /** Names the universe, a non-negative integer. */
  seed: number
}

/**
 * *SQL conventions*, version 1: questions over small business databases with undocumented house conventions, answered
 * with one SELECT. An answer is run on the database and on a second one with other rows, which nothing shows, so that
 * neither a constant nor a coincidence is accepted.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer
 */
export function createSqlConventionsSuite({ seed }: SqlConventionsOptions): ConventionSuite {
  return createConventionSuite({
    name: 'sql-conventions/1',
    seed,
    drawDomains: (random) => {
      const houses = planHouses(drawConventions(random))
      return shuffle(random, AREAS).map((area, index) => ({
        ...createDomain(
          random,
          area,
          houses[index] ?? {},
          `sql-conventions/1/${seed}/${area.domain}`,
        ),
        grade: index % VAGUE_EACH === 2 ? ('vague' as const) : ('explicit' as const),
      }))
    },
  })
}

/**
 * One database in so many only hints at what is wrong: a query that comes back with other numbers tells a small model
 * too little, and where nothing is ever solved nothing is learnt.
 */
const VAGUE_EACH = 4

/** What the databases of a universe have, in turns: mostly one convention, in a third of them two. */
const PLANS: readonly (readonly SqlConvention['kind'][])[] = [
  ['filter'],
  ['measure'],
  ['filter', 'hidden'],
  ['filter'],
  ['measure', 'hidden'],
  ['hidden'],
  ['filter'],
  ['measure'],
  ['filter'],
  ['hidden'],
  ['filter', 'hidden'],
  ['filter'],
]

/** The conventions of each database in turn: none comes back before all of its kind were taken. */
function planHouses(pool: ConventionPool): HouseConventions[] {
  const queues = { measure: [...pool.measure], filter: [...pool.filter], hidden: [...pool.hidden] }
  const take = <T>(queue: T[], suits: (convention: T) => boolean): T | undefined => {
    const [taken] = queue.splice(Math.max(0, queue.findIndex(suits)), 1)
    if (taken !== undefined) queue.push(taken)
    return taken
  }
  return PLANS.map((plan) => {
    const house: HouseConventions = {}
    const isHiding = plan.includes('hidden')
    for (const kind of plan) {
      if (kind === 'measure')
        house.measure = take(queues.measure, (each) => !isHiding || isCombinable(each))
      else if (kind === 'filter') house.filter = take(queues.filter, () => true)
      else house.hidden = take(queues.hidden, () => true)
    }
    return house
  })
}

/** Few questions for a highest or lowest value, or with rows left out already, tell hidden rows apart. */
function isCombinable({ aggregates, where }: MeasureConvention): boolean {
  return where === undefined && aggregates.some(({ sql }) => sql.startsWith('SUM'))
}

function createDomain(random: Random, area: Area, house: HouseConventions, seed: string): Domain {
  const { measure, filter, hidden } = house
  const conventions = [filter, measure, hidden].filter((each) => each !== undefined)
  const names = sample(random, COMPANIES, 8)
  const stored = names.map((name) => filter?.storeParty?.(name) ?? name)
  const columns = [
    nameColumn(area.party, stored),
    countColumn(area.quantity, MOST_COUNTED),
    ...conventions.flatMap((convention): readonly Column[] => convention.columns),
  ]
  const plan: DatabasePlan = { table: area.table, columns }
  const fill = (text: string): string =>
    text.replaceAll('{table}', area.table).replaceAll('{quantity}', area.quantity)
  const complainOf = ({ explicit: ofFilter }: Question): Complaint => ({
    field: 'sql',
    explicit: conventions
      .map(({ kind, explicit }) => fill(kind === 'filter' ? (ofFilter ?? explicit) : explicit))
      .join(', and '),
    vague: [...new Set(conventions.map(({ vague }) => vague))].join(', and '),
  })
  let databases: readonly DatabaseSync[] | undefined
  return {
    name: area.domain,
    keys: ['sql'],
    answerTokens: 120,
    notes: describeTables(plan),
    teaching: hardestOf(conventions),
    rules: conventions.map(({ rule }) => fill(rule)),
    draw: (source) => {
      databases ??= ['shown', 'hidden'].map((which) => createDatabase(plan, `${seed}/${which}`))
      const question = drawQuestion(source, area, names, house)
      const expected = expectRows(databases, question)
      if (expected === undefined) return undefined
      const { request, literals, sql } = question
      const answered = databases
      const complaint = complainOf(question)
      return {
        request,
        literals,
        solution: { sql },
        ...(question.case === undefined ? {} : { case: question.case }),
        check: ({ sql: query }) => judgeQuery(answered, query, expected, complaint),
      }
    },
  }
}

function describeTables({ table, columns }: DatabasePlan): string[] {
  const shown = ['id', ...columns.map((column) => column.shown)].join(', ')
  return [`SQLite table ${table}: ${shown}`]
}

function hardestOf(conventions: readonly SqlConvention[]): Domain['teaching'] {
  const sorts = new Set(conventions.map(({ teaching }) => teaching))
  return sorts.has('several') ? 'several' : sorts.has('single') ? 'single' : 'guessable'
}

/**
 * The right rows in each database; undefined when they are empty or the same in all, or when a query without some
 * convention or without any condition finds them too.
 */
function expectRows(
  databases: readonly DatabaseSync[],
  { sql, naive, bare }: Question,
): Cell[][][] | undefined {
  const expected: Cell[][][] = []
  for (const database of databases) {
    const rows = readRows(database, sql)
    if (rows.flat().every((cell) => cell === null || cell === 0)) return undefined
    if (naive.some((query) => sameRows(readRows(database, query), rows))) return undefined
    expected.push(rows)
  }
  const [first = [], ...others] = expected
  const isConstant = others.every((rows) => sameRows(rows, first))
  const isBare = databases.every((database, index) =>
    sameRows(readRows(database, bare), expected[index] ?? []),
  )
  return isConstant || isBare ? undefined : expected
}

function judgeQuery(
  databases: readonly DatabaseSync[],
  query: unknown,
  expected: readonly Cell[][][],
  complaint: Complaint,
): Complaint[] {
  if (query === undefined) return [complaint]
  if (typeof query !== 'string') return [refuse('the query is not a text')]
  let shown: string | undefined
  let isRight = true
  for (const [index, database] of databases.entries()) {
    const result = runQuery(database, query)
    if (!('rows' in result)) return [refuse(result.refusal)]
    shown ??= describeRows(result.rows)
    isRight &&= sameRows(result.rows, expected[index] ?? [])
  }
  return isRight ? [] : [{ ...complaint, outcome: `result: ${shown ?? ''}` }]
}

function refuse(reason: string): Complaint {
  const said = `the database says ${quoteValue(reason)}`
  return { field: 'sql', explicit: said, vague: said, outcome: 'no result' }
}

/** The first rows of a result on one line. */
function describeRows(rows: readonly Cell[][]): string {
  const shown = rows.slice(0, 3).map((row) => row.map((cell) => quoteValue(cell)).join(', '))
  const rest = rows.length > 3 ? `, and ${rows.length - 3} more rows` : ''
  return rows.length === 0 ? 'no rows' : `${shown.join(' | ')}${rest}`.slice(0, 200)
}
