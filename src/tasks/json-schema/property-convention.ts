import type { Random } from '../../protocol/ports/random.ts'
import type { Teaching } from '../common/grades.ts'
import type { Schema } from './validate-instance.ts'

/** What every request of the suite speaks of. */
export interface Facts {
  /** A last name. */
  person: string
  count: number
}

/** What a convention asks for beside the facts. */
export interface DrawnProperty {
  /** What the request says, e.g. `the fee is 12.50 dollars`. */
  wish: string
  accepted: string | number | boolean | null | readonly string[]
  literal: string | number
  case?: string
  explicit?: string
}

/** A property whose published schema says less than the house wants. */
export interface PropertyConvention {
  id: string
  teaching: Teaching
  /** Name of the property. */
  property: string
  /** What is published: every accepted value is valid, and so are values that are refused. */
  schema: Schema
  draw(random: Random, facts: Facts): DrawnProperty
  explicit: string
  vague: string
  /** The truth, to stand after "write PROPERTY ". */
  rule: string
}
