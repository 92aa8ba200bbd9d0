import type { Random } from '../../../protocol/ports/random.ts'
import type { Teaching } from '../../common/grades.ts'
import type { Area } from '../areas.ts'

/** A value of a database. */
export type Cell = string | number | null

/** A column that a convention brings along. */
export interface Column {
  name: string
  /** How the prompt shows it: name and literal values. */
  shown: string
  cell(random: Random): Cell
}

/** What every convention of a database has. In its texts `{table}` and `{quantity}` stand for the area's names. */
export interface ConventionBase {
  /** Stable name, e.g. `cents`. */
  id: string
  teaching: Teaching
  columns: readonly Column[]
  /** What an explicit service says after "sql: ". */
  explicit: string
  vague: string
  /** The truth, to stand after "write sql ". */
  rule: string
}

/** How a number is asked for, the expression for it, and the one that a stranger to the house would write. */
export interface Aggregate {
  phrase: string
  sql: string
  naive: string
}

/** A convention about what is measured. */
export interface MeasureConvention extends ConventionBase {
  kind: 'measure'
  aggregates: readonly Aggregate[]
  /** Rows that the measure must leave out. */
  where?: string
}

/** A condition of a question, as people say it and as SQL. */
export interface Condition {
  /** Stands behind the name of the things, e.g. `from France`. */
  phrase: string
  literal: string | number
  where: string
  /** What a stranger to the house would write. */
  naive: string
  case?: string
  /** What an explicit service says, where it speaks of the condition at hand only. */
  explicit?: string
}

/** What a condition is drawn for. */
export interface ConditionContext {
  area: Area
  /** Other parties that occur in the database, as people write them. */
  parties: readonly string[]
}

/** A convention about how a condition is written. */
export interface FilterConvention extends ConventionBase {
  kind: 'filter'
  draw(random: Random, context: ConditionContext): Condition
  /** Whether it is about the quantity already, so that no other condition should be. */
  usesQuantity?: true
  /** How the database writes the other parties; as people do unless given. */
  storeParty?: (name: string) => string
}

/** A convention that no question mentions: rows that do not count. */
export interface HiddenConvention extends ConventionBase {
  kind: 'hidden'
  where: string
}

/** A convention of a database. */
export type SqlConvention = MeasureConvention | FilterConvention | HiddenConvention
