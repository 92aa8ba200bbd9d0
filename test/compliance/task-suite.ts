import { fc, test } from '@fast-check/vitest'
import { beforeAll, describe, expect } from 'vitest'
import { findRefusal } from '../../src/protocol/experience/text-rules.ts'
import type { Split, Task, TaskSuite, Verdict } from '../../src/protocol/ports/task-suite.ts'

/** A suite with what its tests must know about it. */
export interface KnownSuite {
  suite: TaskSuite
  /** The truth about a domain in words. */
  describeRules(domain: string): string
  gradeOf(domain: string): 'explicit' | 'vague' | 'silent'
  /** An accepted answer. */
  solve(task: Task): string
}

/** What a suite is tested with. */
export interface TaskSuiteExpectations {
  /** Distinct tasks that a universe has at least. */
  tasks: number
  /** Tasks that each split of a domain has at least. */
  deck: number
  /** Tasks of a domain that are answered, for suites whose verifiers take long; all unless given. */
  answered?: number
  /** Whether two tasks may have the same answer: where answers are single words of a short list. */
  repeatsAnswers?: boolean
}

const SPLITS: readonly Split[] = ['practice', 'validation', 'test']
const SEEDS = [1, 77] as const
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/
const MAX_HEAD = 600
const MAX_REQUEST = 400

/** Values that no request of any suite asks for. */
const WRONG_VALUES: readonly unknown[] = [
  'zzz',
  987_654_321,
  -1e308,
  null,
  true,
  [],
  {},
  ['zzz', { zzz: [] }],
  { __proto__: null, constructor: { prototype: {} } },
  '\u0000\ud800\u2028\u0085',
  'x'.repeat(3900),
  '*_`[('.repeat(700),
  '# '.repeat(1000),
  `${'['.repeat(1500)}${']'.repeat(1500)}`,
  "SELECT '",
  '/~2/-/0',
]

/** Texts that are no answers to anything. */
const MALFORMED: readonly string[] = [
  '',
  ' ',
  'zzz',
  'null',
  '7',
  '"zzz"',
  '[]',
  '{',
  '{"',
  '{}{}',
  '{"__proto__":{"zzz":1}}',
  '['.repeat(4000),
  '{"a":'.repeat(800),
  `{"a":${'['.repeat(1900)}${']'.repeat(1900)}}`,
  '\ud800',
  ' '.repeat(5_000_000),
]

/** What every {@link TaskSuite} promises, for the universes of several seeds. */
export function testTaskSuite(
  name: string,
  create: (seed: number) => KnownSuite,
  { tasks: least, deck: leastDeck, answered, repeatsAnswers = false }: TaskSuiteExpectations,
): void {
  const list = ({ suite }: KnownSuite, split: Split): Task[] =>
    suite.domains.flatMap((domain) => suite.listTasks(domain, split, Number.POSITIVE_INFINITY))
  const listAll = (known: KnownSuite): Task[] => SPLITS.flatMap((split) => list(known, split))
  const some = ({ suite }: KnownSuite): Task[] =>
    SPLITS.flatMap((split) =>
      suite.domains.flatMap((domain) =>
        suite.listTasks(domain, split, answered ?? Number.POSITIVE_INFINITY),
      ),
    )
  const firstOfEach = ({ suite }: KnownSuite): Task[] =>
    suite.domains.flatMap((domain) => suite.listTasks(domain, 'practice', 1))

  describe(`${name} as a TaskSuite`, () => {
    const universes: KnownSuite[] = []
    beforeAll(() => {
      universes.push(...SEEDS.map(create))
    })

    test('it has enough tasks in every split of every domain', () => {
      for (const known of universes) {
        const { suite } = known
        expect(new Set(suite.domains).size).toBe(suite.domains.length)
        expect(listAll(known).length).toBeGreaterThanOrEqual(least)
        for (const domain of suite.domains)
          for (const split of SPLITS)
            expect(
              suite.listTasks(domain, split, 1000).length,
              `${suite.id} ${domain} ${split}`,
            ).toBeGreaterThanOrEqual(leastDeck)
      }
    })

    test('every id names one task, and a suite names itself and its seed', () => {
      for (const [index, known] of universes.entries()) {
        const ids = listAll(known).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(known.suite.id).toMatch(new RegExp(`^[a-z-]+/1\\?seed=${SEEDS[index] ?? ''}(&|$)`))
      }
    })

    test('the same seed gives the same suite, whatever is asked first', async () => {
      const show = async (task: Task, known: KnownSuite) => {
        const { id, domain, head, request, keys } = task
        return { id, domain, head, request, keys, solution: known.solve(task) }
      }
      const known = create(SEEDS[0])
      for (const domain of known.suite.domains.toReversed())
        known.suite.listTasks(domain, 'test', 1)
      const [first] = universes
      expect(known.suite.id).toBe(first?.suite.id)
      expect(known.suite.domains).toEqual(first?.suite.domains)
      const shown = await Promise.all(listAll(known).map((task) => show(task, known)))
      const before = first && (await Promise.all(listAll(first).map((task) => show(task, first))))
      expect(shown).toEqual(before)
      for (const domain of known.suite.domains)
        expect(known.describeRules(domain)).toBe(first?.describeRules(domain))
    })

    test('another seed gives other requests and other truths', () => {
      const texts = universes.map((known) => listAll(known).map(({ request }) => request))
      expect(texts[0]).not.toEqual(texts[1])
      const truths = universes.map(({ suite, describeRules }) =>
        suite.domains.map((domain) => describeRules(domain)).toSorted(),
      )
      expect(truths[0]).not.toEqual(truths[1])
    })

    test('no request stands in two splits or twice in one, and no answer', () => {
      for (const known of universes) {
        for (const domain of known.suite.domains) {
          const tasks = SPLITS.flatMap((split) => known.suite.listTasks(domain, split, 1000))
          const requests = tasks.map(({ request }) => request.toLowerCase())
          expect(new Set(requests).size).toBe(requests.length)
          if (repeatsAnswers) continue
          const answers = tasks.map((task) => known.solve(task))
          expect(new Set(answers).size, `${known.suite.id} ${domain}`).toBe(answers.length)
        }
      }
    })

    test('a longer list begins with the shorter one, and no count gives a wrong list', () => {
      for (const { suite } of universes) {
        const [domain = ''] = suite.domains
        const ids = (count: number) => suite.listTasks(domain, 'test', count).map(({ id }) => id)
        expect(ids(9)).toHaveLength(9)
        expect(ids(4)).toEqual(ids(9).slice(0, 4))
        expect(ids(0)).toEqual([])
      }
    })

    test('a prompt is small, its request one line, and it does not tell the truth', () => {
      for (const known of universes) {
        for (const domain of known.suite.domains)
          expect(known.describeRules(domain)).toMatch(/^When calling .+, write .+\.$/)
        const offenders = listAll(known).filter(({ domain, head, request, keys }) => {
          const truth = known.describeRules(domain)
          const rule = truth.slice(truth.indexOf('write'), -1)
          const isTidy =
            head.startsWith(`Tool: ${domain}(${keys.join(', ')})`) &&
            head.length <= MAX_HEAD &&
            request.length <= MAX_REQUEST &&
            /\S/.test(request) &&
            !LINE_BREAK.test(request)
          return !isTidy || `${head} ${request}`.includes(rule)
        })
        expect(offenders).toEqual([])
      }
    })

    test('no request breaks a rule for the texts that are shared', () => {
      for (const known of universes) {
        const requests = listAll(known).map(({ request }) => request)
        expect(requests.filter(findRefusal)).toEqual([])
      }
    })

    test('the answer that a suite calls right is accepted, and nothing is said to it', async () => {
      for (const known of universes) {
        const refused: string[] = []
        for (const task of some(known)) {
          const { success, fields, message } = await task.verify(known.solve(task))
          const isRight = Object.values(fields).every(Boolean) && message === ''
          if (!success || !isRight || Object.keys(fields).join() !== task.keys.join())
            refused.push(`${task.id} ${known.solve(task)} ${message}`)
        }
        expect(refused).toEqual([])
      }
    })

    test('a wrong answer is refused in the manner of the grade', async () => {
      for (const known of universes) {
        const offenders: string[] = []
        for (const task of some(known)) {
          const verdict = await task.verify(answerWith(task, 'zzz'))
          offenders.push(...faultsOf(verdict, task))
          if (known.gradeOf(task.domain) !== 'silent') continue
          const tells =
            verdict.message !== 'refused' || Object.values(verdict.fields).includes(true)
          if (tells) offenders.push(`${task.id} is not silent: ${verdict.message}`)
        }
        expect(offenders).toEqual([])
      }
    })

    test('a vague message depends on no request and tells nothing that one asks for', async () => {
      for (const known of universes) {
        const { suite, gradeOf } = known
        for (const domain of suite.domains.filter((each) => gradeOf(each) === 'vague')) {
          const tasks = SPLITS.flatMap((split) => suite.listTasks(domain, split, answered ?? 1000))
          const messages = new Set<string>()
          for (const task of tasks) messages.add((await task.verify('{}')).message)
          expect([...messages], `${suite.id} ${domain}`).toHaveLength(1)
          const [fixed = ''] = messages
          const telling: string[] = []
          for (const task of tasks) {
            const { message } = await task.verify(answerWith(task, 'zzz'))
            const values = valuesOf(known.solve(task)).filter((value) => !fixed.includes(value))
            telling.push(...values.filter((value) => message.includes(value)))
          }
          expect(telling, `${suite.id} ${domain}`).toEqual([])
        }
      }
    })

    test('malformed answers are refused, and none throws', async () => {
      for (const known of universes) {
        const offenders: string[] = []
        for (const task of firstOfEach(known)) {
          const single = task.keys.flatMap((key) => [
            `{${JSON.stringify(key)}:1e999}`,
            JSON.stringify({ [key]: 'zzz', zzz: 1, '\u2028': 2 }),
          ])
          const wrong = WRONG_VALUES.map((value) => answerWith(task, value))
          for (const text of [...MALFORMED, ...single, ...wrong])
            offenders.push(...faultsOf(await task.verify(text), task))
        }
        expect(offenders).toEqual([])
      }
    })

    const answers = fc.oneof(fc.string({ unit: 'binary' }), fc.json({ maxDepth: 4 }), fc.json())
    test.prop([answers, fc.nat()], { numRuns: answered === undefined ? 100 : 10 })(
      'no text at all makes a verifier throw',
      async (text, choice) => {
        const known = universes[choice % universes.length]
        const tasks = known === undefined ? [] : firstOfEach(known)
        const task = tasks[choice % tasks.length]
        if (task === undefined) return
        expect(faultsOf(await task.verify(text), task)).toEqual([])
        expect(faultsOf(await task.verify(answerWith(task, text)), task)).toEqual([])
      },
    )

    test('a right answer among blanks is accepted up to 4096 characters and refused above', async () => {
      const [known] = universes
      for (const task of known === undefined ? [] : firstOfEach(known)) {
        const right = known?.solve(task) ?? ''
        expect((await task.verify(right.padEnd(4096))).success).toBe(true)
        expect((await task.verify(right.padEnd(4097))).success).toBe(false)
      }
    })

    test('an unknown domain is an error', () => {
      const [known] = universes
      expect(() => known?.suite.listTasks('no.tool', 'test', 1)).toThrow(RangeError)
      expect(() => known?.describeRules('no.tool')).toThrow(RangeError)
    })
  })
}

const answerWith = ({ keys }: Task, value: unknown): string =>
  JSON.stringify(Object.fromEntries(keys.map((key) => [key, value])))

/** What is wrong with a refusal: nothing, or one line about it. */
function faultsOf({ success, fields, message }: Verdict, { keys, id }: Task): string[] {
  const isTidy =
    Object.keys(fields).join() === keys.join() &&
    /\S/.test(message) &&
    !LINE_BREAK.test(message) &&
    message.length < 2500
  return !success && isTidy ? [] : [`${id}: ${success ? 'accepted' : JSON.stringify(message)}`]
}

/** Values of an answer long enough that they stand nowhere by chance. */
function valuesOf(answer: string): string[] {
  const values = Object.values(JSON.parse(answer) as Record<string, unknown>)
  return values
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .filter((value) => value.length > 3)
}
