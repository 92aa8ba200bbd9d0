import { DatabaseSync } from 'node:sqlite'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { between, pick } from '../common/draws.ts'
import { restrictQueries } from './restrict-queries.ts'
import type { Column } from './conventions/convention.ts'

/** How a table of a database is laid out and filled. */
export interface DatabasePlan {
  table: string
  /** Without `id`. */
  columns: readonly Column[]
}

/** Rows of a database: few enough that no query of three loops takes long. */
const ROWS = 60

/**
 * Makes a small database in memory, the same for the same plan and seed, which from then on lets itself be read only,
 * as {@link restrictQueries} allows.
 */
export function createDatabase({ table, columns }: DatabasePlan, seed: string): DatabaseSync {
  const random = createSeededRandom(seed)
  const database = new DatabaseSync(':memory:')
  const names = columns.map(({ name }) => name)
  // Without it a join would build an index in a loop of its own, and honest joins would look too long.
  database.exec('PRAGMA automatic_index = OFF')
  database.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, ${names.join(', ')})`)
  const insert = database.prepare(
    `INSERT INTO ${table} VALUES (${['id', ...names].map(() => '?').join(', ')})`,
  )
  for (let id = 1; id <= ROWS; id++) insert.run(id, ...columns.map((column) => column.cell(random)))
  restrictQueries(database, [table])
  return database
}

/** A column of names. */
export function nameColumn(name: string, values: readonly string[]): Column {
  return {
    name,
    shown: `${name} (${values.map((value) => `'${value}'`).join(', ')})`,
    cell: (random) => pick(random, values),
  }
}

/** A column of small counts. */
export function countColumn(name: string, most: number): Column {
  return { name, shown: `${name} (1 to ${most})`, cell: (random) => between(random, 1, most) }
}
