import { describe, expect, test } from 'vitest'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { applyPatch } from './apply-patch.ts'
import { AREAS } from './areas.ts'
import { createJsonPatchSuite } from './create-json-patch-suite.ts'
import { drawConventions } from './draw-conventions.ts'

const [area] = AREAS
const conventions = drawConventions(createSeededRandom(1))

/** The task of a convention from whichever universe has it, with a service that is not silent. */
function taskOf(rule: RegExp) {
  for (let seed = 0; seed < 40; seed++) {
    const suite = createJsonPatchSuite({ seed })
    for (const domain of suite.domains) {
      if (!rule.test(suite.describeRules(domain)) || suite.gradeOf(domain) === 'silent') continue
      const [task] = suite.listTasks(domain, 'practice', 1)
      if (task !== undefined) return { task, answer: JSON.parse(suite.solve(task)) as Answer }
    }
  }
  throw new RangeError(`no universe has ${String(rule)}`)
}
type Answer = { op: string; path: string; value?: unknown; patch?: Record<string, unknown>[] }
const judge = async (rule: RegExp, change: (answer: Answer) => object) => {
  const { task, answer } = taskOf(rule)
  return await task.verify(JSON.stringify(change(answer)))
}

describe('conventions of JSON Patch', () => {
  test.each(conventions.map((convention) => [convention.id, convention] as const))(
    '%s: its own patches apply to the document that it keeps, and it allows them',
    (_, { draw, keep, read, allows, keys, field }) => {
      expect(keys).toContain(field)
      const random = createSeededRandom('conventions')
      for (let run = 0; run < 50; run++) {
        const { document, operations } = draw(random, area!)
        const kept = keep?.(document) ?? document
        const result = applyPatch(
          kept,
          operations.map((operation) => read?.(operation) ?? operation),
        )
        expect(result).toHaveProperty('document')
        for (const operation of operations) expect(allows?.(operation) ?? true).toBe(true)
      }
    },
  )

  test('any patch with the right result will do where the house has no say in it', async () => {
    const { success } = await judge(/as a number of cents/, (answer) => ({ ...answer, op: 'add' }))
    expect(success).toBe(true)
  })

  test('what the RFC calls right is refused where the house wants it otherwise', async () => {
    const overwrite = await judge(/write op as add/, (answer) => ({ ...answer, op: 'replace' }))
    expect(overwrite).toMatchObject({
      success: false,
      fields: { op: false, path: true, value: true },
    })
    const first = await judge(/counted from one/, (answer) => ({
      ...answer,
      path: answer.path.replace(/\d+$/, (digits) => String(Number(digits) - 1)),
    }))
    expect(first).toMatchObject({ success: false, fields: { op: true, path: false, value: true } })
    const cents = await judge(/as a number of cents/, (answer) => ({
      ...answer,
      value: Number(answer.value) / 100,
    }))
    expect(cents).toMatchObject({ success: false, fields: { op: true, path: true, value: false } })
  })

  test('a list of operations may come as text, and must have them all', async () => {
    const rule = /last of which replaces \/revision/
    expect(await judge(rule, ({ patch }) => ({ patch: JSON.stringify(patch) }))).toMatchObject({
      success: true,
    })
    const short = await judge(rule, ({ patch }) => ({ patch: patch?.slice(0, 1) }))
    expect(short.success).toBe(false)
    const whole = await judge(rule, () => ({ patch: [{ op: 'replace', path: '', value: {} }] }))
    expect(whole.success).toBe(false)
  })
})
