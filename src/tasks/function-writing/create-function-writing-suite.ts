import { DsoError } from '../../protocol/errors.ts'
import type { Random } from '../../protocol/ports/random.ts'
import type { Split, Task } from '../../protocol/ports/task-suite.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import type { ConventionSuite } from '../common/create-convention-suite.ts'
import { dealTasks } from '../common/deal-tasks.ts'
import { pick, shuffle } from '../common/draws.ts'
import { type ErrorGrade, createGrader } from '../common/grades.ts'
import { CONVENTIONS, TOPICS } from './catalogue.ts'
import type { Convention } from './convention.ts'
import { type DrawnFunction, drawFunction } from './draw-function.ts'
import { judgeCode } from './judge-code.ts'

/** What {@link createFunctionWritingSuite} needs. */
export interface FunctionWritingOptions {
  /** Names the universe, a non-negative integer: same seed, same conventions and requests. */
  seed: number
}

/** Tokens that a small function may take. */
const ANSWER_TOKENS = 200
/** Share of domains whose convention is what a model would do anyway, so that the baseline is not zero. */
const GUESSABLE_SHARE = 0.2

/** Libraries that want functions, one for each topic. */
const LIBRARIES = [
  'atlas',
  'birch',
  'comet',
  'delta',
  'ember',
  'fjord',
  'gable',
  'heron',
  'inlet',
  'juniper',
  'keel',
  'lumen',
] as const

interface Domain {
  name: string
  convention: Convention
  grade: ErrorGrade
}

/**
 * *Function writing*, version 1: small JavaScript functions for libraries with undocumented conventions. What a library
 * is asked for differs from task to task, its convention does not. Answers run in the sandbox on cases that no message
 * shows.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer; the methods throw RangeError for an
 * unknown domain or task, `verify` rejects with `SANDBOX_FAILED`
 */
export function createFunctionWritingSuite({ seed }: FunctionWritingOptions): ConventionSuite {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new DsoError('OPTION_INVALID', { details: { seed } })
  }
  const id = `function-writing/1?seed=${seed}`
  const domains = drawDomains(createSeededRandom(`function-writing/1/${seed}`))
  const byName = new Map(domains.map((domain) => [domain.name, domain]))
  const decks = new Map<string, Deck>()

  const find = (name: string): Domain => {
    const domain = byName.get(name)
    if (domain === undefined) throw new RangeError(`no domain ${name} in ${id}`)
    return domain
  }
  const deckOf = (name: string): Deck => {
    const domain = find(name)
    const deck = decks.get(name) ?? dealDeck(domain, seed)
    decks.set(name, deck)
    return deck
  }
  return {
    id,
    domains: domains.map(({ name }) => name),
    listTasks: (domain, split, count) => deckOf(domain).tasks[split].slice(0, Math.max(0, count)),
    describeRules: (domain) =>
      `When calling ${domain}, write code ${find(domain).convention.rule}.`,
    gradeOf: (domain) => find(domain).grade,
    teachingOf: (domain) => find(domain).convention.teaching,
    solve: (task) => {
      const solution = deckOf(task.domain).solutions.get(task.id)
      if (solution === undefined) throw new RangeError(`no task ${task.id} in ${id}`)
      return solution
    },
  }
}

function drawDomains(random: Random): Domain[] {
  const gradeFor = createGrader(random)
  const topics = shuffle(random, TOPICS)
  return shuffle(random, LIBRARIES).flatMap((library, index) => {
    const topic = topics[index]
    if (topic === undefined) return []
    const isGuessable = random.next() < GUESSABLE_SHARE
    const convention = pick(
      random,
      CONVENTIONS.filter(
        (each) => each.topic === topic && (each.teaching === 'guessable') === isGuessable,
      ),
    )
    return [{ name: `${library}.add`, convention, grade: gradeFor(convention.teaching, 1) }]
  })
}

interface Deck {
  tasks: Record<Split, Task[]>
  /** Accepted answers by task id. */
  solutions: ReadonlyMap<string, string>
}

function dealDeck(domain: Domain, seed: number): Deck {
  const dealt = dealTasks(
    (random) => drawFunction(domain.convention, random),
    createSeededRandom(`function-writing/1/${seed}/${domain.name}`),
  )
  const solutions = new Map<string, string>()
  const toTasks = (split: Split): Task[] =>
    dealt[split].map((fn, index) => {
      const id = `${domain.name}/${split}/${index}`
      solutions.set(id, JSON.stringify(fn.solution))
      return toTask(domain, fn, id)
    })
  const tasks = {
    practice: toTasks('practice'),
    validation: toTasks('validation'),
    test: toTasks('test'),
  }
  return { tasks, solutions }
}

function toTask({ name, convention, grade }: Domain, fn: DrawnFunction, id: string): Task {
  return {
    id,
    domain: name,
    head: `Tool: ${name}(code)`,
    request: fn.request,
    keys: ['code'],
    answerTokens: ANSWER_TOKENS,
    verify: async (answer, options) => await judgeCode(answer, { fn, convention, grade }, options),
  }
}
