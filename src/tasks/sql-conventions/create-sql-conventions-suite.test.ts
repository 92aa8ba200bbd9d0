import { describe, expect, test } from 'vitest'
import type { Task } from '../../protocol/ports/task-suite.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { AREAS } from './areas.ts'
import { drawConventions } from './conventions/draw-conventions.ts'
import { createSqlConventionsSuite } from './create-sql-conventions-suite.ts'
import { type HouseConventions, drawQuestion } from './draw-question.ts'

const suite = createSqlConventionsSuite({ seed: 2 })
const practice = (domain: string): Task[] => suite.listTasks(domain, 'practice', 1000)
const ask = async (task: Task, sql: unknown) => await task.verify(JSON.stringify({ sql }))
const solutionOf = (task: Task): string => (JSON.parse(suite.solve(task)) as { sql: string }).sql
const pool = drawConventions(createSeededRandom(1))
const conventions = [...pool.filter, ...pool.measure, ...pool.hidden]

describe('createSqlConventionsSuite', () => {
  test('knows more than twelve conventions, and a universe meets every kind of them', () => {
    expect(new Set(conventions.map(({ id }) => id)).size).toBeGreaterThanOrEqual(12)
    expect(new Set(conventions.map(({ id }) => id)).size).toBe(conventions.length)
    const truths = suite.domains.map((domain) => suite.describeRules(domain)).join(' ')
    const isMet = (kind: readonly { rule: string }[]) =>
      kind.some(({ rule }) => truths.includes(rule.replaceAll(/\{\w+\}/g, '').slice(0, 20)))
    expect([pool.measure, pool.filter, pool.hidden].map(isMet)).toEqual([true, true, true])
  })

  test('a query without conditions is refused', async () => {
    for (const domain of suite.domains) {
      for (const task of practice(domain)) {
        const bare = solutionOf(task).replace(/ WHERE .*/, '')
        expect((await ask(task, bare)).success).toBe(false)
      }
    }
  })

  test('the right number as a constant is refused, however it comes', async () => {
    const [domain = ''] = suite.domains
    for (const task of practice(domain)) {
      const sql = solutionOf(task)
      const table = / FROM (\w+)/.exec(sql)?.[1] ?? ''
      for (const number of Array.from({ length: 30 }, (_, i) => i)) {
        expect((await ask(task, `SELECT ${number} FROM ${table} LIMIT 1`)).success).toBe(false)
        expect((await ask(task, `SELECT ${number}`)).success).toBe(false)
      }
    }
  })

  test('a query in other words with the same rows is accepted', async () => {
    for (const domain of suite.domains) {
      const [task] = practice(domain)
      if (task === undefined) continue
      const sql = solutionOf(task)
        .replace('SELECT ', 'select ')
        .replace(' WHERE ', '\nWHERE 1 = 1 AND ')
      expect((await ask(task, `${sql};`)).success).toBe(true)
      expect((await ask(task, `SELECT * FROM (${sql}) AS inner_query`)).success).toBe(true)
    }
  })

  test('what a wrong query found is told, what SQLite says too, and neither by a silent service', async () => {
    for (const domain of suite.domains) {
      const [task] = practice(domain)
      if (task === undefined) continue
      const table = / FROM (\w+)/.exec(solutionOf(task))?.[1] ?? ''
      const wrong = await ask(task, `SELECT MAX(id) + 1000 FROM ${table}`)
      const broken = await ask(task, `SELECT price FROM ${table}`)
      const isSilent = suite.gradeOf(domain) === 'silent'
      expect(wrong.message).toMatch(isSilent ? /^refused$/ : /^sql: .+ \(result: 10\d\d\)$/)
      expect(broken.message).toBe(
        isSilent ? 'refused' : 'sql: the database says "no such column: price" (no result)',
      )
    }
  })

  test('a query that is no text is refused', async () => {
    const [domain = ''] = suite.domains
    const [task] = practice(domain)
    for (const sql of [7, null, ['SELECT 1'], { sql: 'SELECT 1' }])
      expect((await ask(task!, sql)).success).toBe(false)
  })
})

describe('drawQuestion', () => {
  const parties = ['Alder Works', 'Birch & Co']
  const house = (convention: (typeof conventions)[number]): HouseConventions => ({
    [convention.kind]: convention,
  })
  test.each(conventions.map((convention) => [convention.id, convention] as const))(
    '%s: a question has one right query and another that a stranger would write',
    (_, convention) => {
      const random = createSeededRandom('questions')
      for (let run = 0; run < 50; run++) {
        const area = AREAS[run % AREAS.length]!
        const question = drawQuestion(random, area, parties, house(convention))
        expect(question.request).toMatch(/^[A-Z][^\n]+\?$/)
        expect(question.naive).toHaveLength(1)
        expect(question.naive).not.toContain(question.sql)
        expect(question.sql).toMatch(/^SELECT .+ FROM \w+ WHERE .+/)
      }
    },
  )
})
