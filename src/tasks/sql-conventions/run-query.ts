import type { DatabaseSync } from 'node:sqlite'
import type { Cell } from './conventions/convention.ts'

/** What came of a query: its rows, or why it gave none. */
export type QueryResult = { rows: Cell[][] } | { refusal: string }

/** Longest query, in UTF-16 units: also bounds texts, patterns and nesting within it. */
const MAX_SQL_LENGTH = 500
/** Most rows that a result may have. */
const MAX_ROWS = 50
/** Most loops over tables: with 60 rows a table, at most 60³ steps. */
const MAX_LOOPS = 3
/** Longest program that SQLite may compile a query to, in instructions. */
const MAX_INSTRUCTIONS = 150

/**
 * Runs one SELECT on a restricted database. An endless query cannot hang: recursion is denied by the database, and
 * before a query runs its compiled program is read, where every loop over rows ends in an instruction of its own.
 */
export function runQuery(database: DatabaseSync, sql: string): QueryResult {
  const refusal = refuseText(sql)
  if (refusal !== undefined) return { refusal }
  try {
    const program = database.prepare(`EXPLAIN ${sql}`).all()
    const opcodes = program.map(({ opcode }) => opcode)
    const loops = opcodes.filter((opcode) => LOOP_ENDS.has(String(opcode))).length
    if (loops > MAX_LOOPS || opcodes.length > MAX_INSTRUCTIONS)
      return { refusal: 'the query is too complicated' }
    if (!opcodes.includes('OpenRead')) return { refusal: 'the query reads no table' }
    const rows = readRows(database, sql, MAX_ROWS + 1)
    return rows.length > MAX_ROWS
      ? { refusal: `the result has more than ${MAX_ROWS} rows` }
      : { rows }
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : 'the query failed' }
  }
}

/** The first rows of a query that is known to be harmless. @throws Error from SQLite */
export function readRows(database: DatabaseSync, sql: string, most = MAX_ROWS): Cell[][] {
  const statement = database.prepare(sql)
  statement.setReturnArrays(true)
  const rows: Cell[][] = []
  for (const row of statement.iterate()) {
    rows.push(row as unknown as Cell[])
    if (rows.length === most) break
  }
  return rows
}

const LOOP_ENDS = new Set(['Next', 'Prev', 'VNext'])

function refuseText(sql: string): string | undefined {
  if (sql.length > MAX_SQL_LENGTH) return `the query is longer than ${MAX_SQL_LENGTH} characters`
  // What stands after a zero character would be ignored.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(sql)) return 'the query has control characters'
  const bare = sql.replaceAll(QUOTED, ' ')
  if (!/^\s*(?:select|with)\b/i.test(bare)) return 'only SELECT is allowed'
  if (/;\s*\S/.test(bare)) return 'only one statement is allowed'
  // Rows that a query lists itself run in loops that end in no instruction of their own.
  return /\b(?:values|recursive)\b/i.test(bare) ? 'VALUES and RECURSIVE are not allowed' : undefined
}

/** Texts, quoted names and comments. */
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g
