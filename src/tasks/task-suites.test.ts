import { type KnownSuite, testTaskSuite } from '../../test/compliance/task-suite.ts'
import { createSeededRandom } from '../protocol/statistics/create-seeded-random.ts'
import type { ConventionSuite } from './common/create-convention-suite.ts'
import { createDatesAndUnitsSuite } from './dates-and-units/create-dates-and-units-suite.ts'
import { createHouseRulesSuite } from './house-rules/create-house-rules-suite.ts'
import { drawCall } from './house-rules/draw-call.ts'
import { createJsonPatchSuite } from './json-patch/create-json-patch-suite.ts'
import { createJsonSchemaSuite } from './json-schema/create-json-schema-suite.ts'
import { createSqlConventionsSuite } from './sql-conventions/create-sql-conventions-suite.ts'
import { createStringProgramsSuite } from './string-programs/create-string-programs-suite.ts'
import { createTextFormatsSuite } from './text-formats/create-text-formats-suite.ts'
import { createWordProblemsSuite } from './word-problems/create-word-problems-suite.ts'

const known =
  (create: (options: { seed: number }) => ConventionSuite) =>
  (seed: number): KnownSuite => {
    const suite = create({ seed })
    const { describeRules, gradeOf, solve } = suite
    return { suite, describeRules, gradeOf, solve }
  }

testTaskSuite('sql-conventions', known(createSqlConventionsSuite), { tasks: 600, deck: 12 })
testTaskSuite('json-patch', known(createJsonPatchSuite), { tasks: 700, deck: 16 })
testTaskSuite('json-schema', known(createJsonSchemaSuite), { tasks: 900, deck: 24 })
testTaskSuite('text-formats', known(createTextFormatsSuite), { tasks: 1200, deck: 24 })
testTaskSuite('dates-and-units', known(createDatesAndUnitsSuite), { tasks: 1200, deck: 24 })
testTaskSuite('word-problems', known(createWordProblemsSuite), { tasks: 900, deck: 24 })
testTaskSuite('string-programs', known(createStringProgramsSuite), { tasks: 900, deck: 16 })
testTaskSuite('api-house-rules', knownHouseRules, { tasks: 1500, deck: 30, repeatsAnswers: true })

/** House rules do not tell their answers; their requests are drawn again to know them. */
function knownHouseRules(seed: number): KnownSuite {
  const suite = createHouseRulesSuite({ seed, tools: 20 })
  const toolOf = new Map(suite.tools.map((tool) => [tool.name, tool]))
  const answers = new Map<string, string>()
  for (const tool of suite.tools) {
    const random = createSeededRandom(`house-rules/1/${seed}/${tool.name}`)
    for (let draw = 0; draw < 480; draw++) {
      const { request, parameters } = drawCall(tool, random)
      const answer = parameters.map(({ name, accepted }) => [name, accepted])
      const key = `${tool.name} ${request}`
      if (!answers.has(key)) answers.set(key, JSON.stringify(Object.fromEntries(answer)))
    }
  }
  return {
    suite,
    describeRules: suite.describeRules,
    gradeOf: (domain) => toolOf.get(domain)?.grade ?? 'silent',
    solve: ({ domain, request }) => answers.get(`${domain} ${request}`) ?? '',
  }
}
