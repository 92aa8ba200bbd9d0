import { type DatabaseSync, constants } from 'node:sqlite'

/** Functions of questions; among those left out are all that make long texts, and aggregates that collect rows. */
const FUNCTIONS = new Set(
  (
    'count sum avg min max total abs round coalesce ifnull nullif iif lower upper length substr substring trim ' +
    'ltrim rtrim instr like date datetime time julianday strftime unixepoch typeof'
  ).split(' '),
)

/**
 * Lets a database be read only: SELECT, columns of the given tables, and functions that neither write, collect nor
 * multiply. What else a statement asks for (schema, pragma, attachment, recursion, table-valued functions) it is denied.
 */
export function restrictQueries(database: DatabaseSync, tables: readonly string[]): void {
  const known = new Set(tables)
  database.setAuthorizer((action, first, second) => {
    const allowed =
      action === constants.SQLITE_SELECT ||
      (action === constants.SQLITE_READ && (known.has(first ?? '') || isNamed(first, second))) ||
      (action === constants.SQLITE_FUNCTION && FUNCTIONS.has((second ?? '').toLowerCase()))
    return allowed ? constants.SQLITE_OK : constants.SQLITE_DENY
  })
}

/** SQLite names a subquery where only its rows are counted; tables of its own it names in the same way. */
function isNamed(table: string | null, column: string | null): boolean {
  return column === '' && table !== null && !OF_SQLITE.test(table)
}

const OF_SQLITE = /^(?:sqlite|json|pragma|fts|rtree|dbstat|bytecode|tables_used|generate_series)/i
