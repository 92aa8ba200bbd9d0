import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { countColumn, createDatabase, nameColumn } from './create-database.ts'
import { runQuery } from './run-query.ts'
import { sameRows } from './same-rows.ts'

const plan = {
  table: 'orders',
  columns: [nameColumn('customer', ['Alder', 'Birch']), countColumn('items', 9)],
}
const database = createDatabase(plan, 'run-query')
const run = (sql: string) => runQuery(database, sql)

describe('runQuery', () => {
  test.each([
    'SELECT COUNT(*) FROM orders',
    'select count(*) from orders;',
    '  SELECT COUNT(*) FROM orders -- all of them',
    'WITH o AS (SELECT id FROM orders) SELECT COUNT(*) FROM o',
    'SELECT COUNT(*) FROM (SELECT id FROM orders)',
    'WITH o AS (SELECT DISTINCT id FROM orders) SELECT COUNT(*) FROM o',
    'WITH o AS MATERIALIZED (SELECT id FROM orders) SELECT COUNT(*) FROM o',
    "SELECT COUNT(*) FROM orders WHERE customer <> ';' AND customer <> 'VALUES'",
    'SELECT COUNT(*) FROM orders AS a JOIN orders AS b ON a.id = b.id',
    'SELECT SUM(c) FROM (SELECT COUNT(*) AS c FROM orders GROUP BY customer ORDER BY 1)',
    'SELECT COUNT(id) FROM orders WHERE id IN (SELECT id FROM orders)',
    'SELECT (SELECT COUNT(*) FROM orders)',
  ])('answers %s', (sql) => {
    expect(run(sql)).toEqual({ rows: [[60]] })
  })

  test('the same plan and seed give the same rows, another seed others', () => {
    const all = (seed: string) =>
      runQuery(createDatabase(plan, seed), 'SELECT customer, items FROM orders WHERE id < 40')
    expect(all('run-query')).toEqual(run('SELECT customer, items FROM orders WHERE id < 40'))
    expect(all('other')).not.toEqual(all('run-query'))
  })

  test.each([
    ['nothing', ''],
    ['no SQL', 'forty-two'],
    ['a constant', 'SELECT 42'],
    ['a change', "UPDATE orders SET customer = 'x'"],
    ['a deletion', 'DELETE FROM orders'],
    ['a table', 'CREATE TABLE t (x)'],
    ['two statements', 'SELECT id FROM orders; DROP TABLE orders'],
    ['a statement behind a comment', 'SELECT COUNT(*) FROM orders; -- x\nDELETE FROM orders'],
    ['a statement behind a zero', 'SELECT COUNT(*) FROM orders\0; DELETE FROM orders'],
    ['a change in a WITH', 'WITH o AS (SELECT 1) DELETE FROM orders'],
    ['a pragma', 'PRAGMA table_info(orders)'],
    ['a pragma as a table', "SELECT * FROM pragma_table_info('orders')"],
    ['an attachment', "ATTACH 'x.db' AS x"],
    ['the number of tables', 'SELECT COUNT(*) FROM sqlite_schema'],
    ['the number of settings', 'SELECT COUNT(*) FROM pragma_pragma_list'],
    ['pages', 'SELECT COUNT(*) FROM dbstat'],
    ['the schema', 'SELECT sql FROM sqlite_schema'],
    ['the master table', 'SELECT sql FROM sqlite_master'],
    ['another table', 'SELECT * FROM customers'],
    ['an unknown column', 'SELECT price FROM orders'],
    ['an extension', "SELECT load_extension('x') FROM orders"],
    ['a file', "SELECT readfile('/etc/passwd') FROM orders"],
    ['a written file', "SELECT writefile('x', 'y') FROM orders"],
    ['a huge text', 'SELECT LENGTH(zeroblob(1000000000)) FROM orders'],
    ['a huge random text', 'SELECT randomblob(1000000000) FROM orders'],
    ['a long text by format', "SELECT printf('%1000000d', 1) FROM orders"],
    ['a long text by replacement', "SELECT replace('aaa', 'a', 'aaaaaaaaa') FROM orders"],
    ['a collected text', 'SELECT group_concat(customer) FROM orders'],
    ['a list counted', "SELECT COUNT(*) FROM json_each('[1,2,3]')"],
    ['a list as a table', "SELECT COUNT(*) FROM orders, json_each('[1,2,3]')"],
    ['rows of its own', 'SELECT COUNT(*) FROM orders, (VALUES (1), (2), (3))'],
    ['an explanation', 'EXPLAIN SELECT id FROM orders'],
    [
      'an endless query',
      'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT COUNT(*) FROM r, orders',
    ],
    [
      'an endless query that hides',
      'WITH r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT COUNT(*) FROM r, orders',
    ],
    ['a long query', 'SELECT COUNT(*) FROM orders a, orders b, orders c, orders d'],
    [
      'a long query by columns',
      'SELECT COUNT(*) FROM orders a, orders b, orders c, orders d WHERE a.items + b.items + c.items > d.items',
    ],
    [
      'a long query in parts',
      'WITH p AS MATERIALIZED (SELECT a.id FROM orders a, orders b) SELECT COUNT(*) FROM p, p q, p r',
    ],
    [
      'a long query by questions',
      'SELECT COUNT(*) FROM orders a, orders b WHERE (SELECT COUNT(*) FROM orders c, orders d WHERE c.id > a.id AND d.id > b.id) > 0',
    ],
    [
      'a long query by unions',
      Array.from({ length: 9 }, () => 'SELECT id FROM orders').join(' UNION '),
    ],
    ['a long text', `SELECT id FROM orders WHERE customer = '${'x'.repeat(500)}'`],
    ['many rows', 'SELECT a.id FROM orders a, orders b'],
  ])('%s is refused', (_, sql) => {
    const result = run(sql)
    expect(result).toHaveProperty('refusal')
    expect(run('SELECT COUNT(*) FROM orders')).toEqual({ rows: [[60]] })
  })

  const words = fc.constantFrom(
    ...'SELECT FROM WHERE orders id items customer COUNT(*) ( ) , ; = < 1 0 NULL AND OR NOT IN UNION GROUP BY LIMIT AS WITH a JOIN ON'.split(
      ' ',
    ),
    "'x'",
    '--',
    '/*',
    '"',
    '\0',
  )
  test.prop([fc.array(words, { maxLength: 14 })])('no text throws or changes a row', (parts) => {
    run(`SELECT ${parts.join(' ')}`)
    expect(run('SELECT COUNT(*), SUM(items) > 0 FROM orders')).toEqual({ rows: [[60, 1]] })
  })
})

describe('sameRows', () => {
  test.each([
    [[[1]], [[1]], true],
    [[[12.504]], [[12.5]], true],
    [[[12.51]], [[12.5]], false],
    [[['1']], [[1]], false],
    [[[null]], [[null]], true],
    [[[null]], [[0]], false],
    [[['a'], ['b']], [['b'], ['a']], true],
    [[['a'], ['a']], [['a'], ['b']], false],
    [[[1, 2]], [[1]], false],
    [[], [], true],
    [[[1]], [], false],
  ])('%j and %j: %j', (found, expected, same) => {
    expect(sameRows(found, expected)).toBe(same)
  })
})
