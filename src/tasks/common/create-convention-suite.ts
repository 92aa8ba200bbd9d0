import { DsoError } from '../../protocol/errors.ts'
import type { Random } from '../../protocol/ports/random.ts'
import type { Split, Task, TaskSuite } from '../../protocol/ports/task-suite.ts'
import { createSeededRandom } from '../../protocol/statistics/create-seeded-random.ts'
import { dealTasks } from './deal-tasks.ts'
import type { Domain, DrawnTask } from './domain.ts'
import { type ErrorGrade, type Teaching, createGrader } from './grades.ts'
import { judgeAnswer } from './judge-answer.ts'

/** A suite of tools with undocumented conventions and, for reports, oracles and tests only, the truth about them. */
export interface ConventionSuite extends TaskSuite {
  /** The true conventions of a domain as one sentence: what an oracle would say. */
  describeRules(domain: string): string
  /** How much the domain's service says when it refuses. */
  gradeOf(domain: string): ErrorGrade
  /** What it takes to learn the domain: the hardest of its conventions. */
  teachingOf(domain: string): Teaching
  /** An accepted answer to a task of this suite. */
  solve(task: Task): string
}

/** What {@link createConventionSuite} needs. */
export interface ConventionSuiteOptions {
  /** Name and version, e.g. `json-patch/1`. */
  name: string
  /** Names the universe: a non-negative integer; same seed, same conventions and requests. */
  seed: number
  /** Draws the domains of the universe; their names are distinct. */
  drawDomains(random: Random): readonly Domain[]
}

interface Deck {
  tasks: Record<Split, Task[]>
  solutions: ReadonlyMap<string, string>
}

/**
 * Makes a suite of domains: tasks are drawn when they are first asked for, from a random source of the domain's own,
 * so that neither the order of questions nor other domains change them.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer; the methods throw RangeError for an
 * unknown domain or task
 */
export function createConventionSuite({
  name,
  seed,
  drawDomains,
}: ConventionSuiteOptions): ConventionSuite {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new DsoError('OPTION_INVALID', { details: { seed } })
  }
  const id = `${name}?seed=${seed}`
  const random = createSeededRandom(`${name}/${seed}`)
  const gradeFor = createGrader(random)
  const domains = drawDomains(random).map((domain) => ({
    ...domain,
    grade: domain.grade ?? gradeFor(domain.teaching, domain.rules.length),
  }))
  const byName = new Map(domains.map((domain) => [domain.name, domain]))
  const decks = new Map<string, Deck>()

  const find = (wanted: string): GradedDomain => {
    const domain = byName.get(wanted)
    if (domain === undefined) throw new RangeError(`no domain ${wanted} in ${id}`)
    return domain
  }
  const deckOf = (wanted: string): Deck => {
    const domain = find(wanted)
    const known = decks.get(wanted)
    if (known !== undefined) return known
    const deck = buildDeck(domain, createSeededRandom(`${name}/${seed}/${wanted}`))
    decks.set(wanted, deck)
    return deck
  }
  return {
    id,
    domains: domains.map((domain) => domain.name),
    listTasks: (domain, split, count) =>
      deckOf(domain).tasks[split].slice(0, count > 0 ? count : 0),
    describeRules: (domain) => describeRules(find(domain)),
    gradeOf: (domain) => find(domain).grade,
    teachingOf: (domain) => find(domain).teaching,
    solve: (task) => {
      const solution = deckOf(task.domain).solutions.get(task.id)
      if (solution === undefined) throw new RangeError(`no task ${task.id} in ${id}`)
      return solution
    },
  }
}

type GradedDomain = Domain & { grade: ErrorGrade }

function buildDeck(domain: GradedDomain, random: Random): Deck {
  const dealt = dealTasks((source) => domain.draw(source), random)
  const solutions = new Map<string, string>()
  const toTasks = (split: Split): Task[] =>
    dealt[split].map((drawn, index) => {
      const task = toTask(domain, drawn, `${domain.name}/${split}/${index}`)
      solutions.set(task.id, JSON.stringify(drawn.solution))
      return task
    })
  return {
    tasks: {
      practice: toTasks('practice'),
      validation: toTasks('validation'),
      test: toTasks('test'),
    },
    solutions,
  }
}

function toTask(
  { name, keys, notes, grade, answerTokens }: GradedDomain,
  { request, check }: DrawnTask,
  id: string,
): Task {
  return {
    id,
    domain: name,
    head: [`Tool: ${name}(${keys.join(', ')})`, ...notes].join('\n'),
    request,
    keys,
    ...(answerTokens === undefined ? {} : { answerTokens }),
    verify: (answer) => judgeAnswer(answer, { keys, grade, check }),
  }
}

function describeRules({ name, rules }: Domain): string {
  return `When calling ${name}, ${rules.map((rule) => `write ${rule}`).join('; ')}.`
}
