import type { Random } from '../../protocol/ports/random.ts'
import type { Split } from '../../protocol/ports/task-suite.ts'
import type { DrawnTask } from './domain.ts'

/** The parts of a suite, in the order in which they are dealt to. */
export const SPLITS = ['practice', 'validation', 'test'] as const satisfies readonly Split[]
/** Most tasks that are dealt to one split of one domain. */
const DECK_SIZE = 30
/** What is asked about a drawn task to keep splits apart. */
export type Dealt = Pick<DrawnTask, 'request' | 'solution' | 'literals' | 'case'>

/** Draws for each task wanted, before a domain is taken to have no more. */
const TRIES_PER_TASK = 20

/** What dealing looks at. */
export type Dealable = Pick<DrawnTask, 'request' | 'solution' | 'literals' | 'case'>

/**
 * Deals the tasks of a domain to the splits. They are disjoint by construction: a draw that shares its request, its
 * answer or all of its literals with an earlier one is dropped. Each split meets the cases of a convention in turns.
 */
export function dealTasks<T extends Dealable>(
  draw: (random: Random) => T | undefined,
  random: Random,
): Record<Split, T[]> {
  const wanted = DECK_SIZE * SPLITS.length
  const seen = new Set<string>()
  const drawn: T[] = []
  for (let tries = 0; tries < wanted * TRIES_PER_TASK && drawn.length < wanted; tries++) {
    const task = draw(random)
    if (task === undefined) continue
    const marks = marksOf(task)
    if (marks.some((mark) => seen.has(mark))) continue
    for (const mark of marks) seen.add(mark)
    drawn.push(task)
  }
  const deck: Record<Split, T[]> = { practice: [], validation: [], test: [] }
  const cases = [...Map.groupBy(drawn, (task) => task.case ?? '').values()]
  const longest = Math.max(0, ...cases.map((tasks) => tasks.length))
  for (let row = 0; row < longest; row += SPLITS.length) {
    for (const tasks of cases) {
      for (const [offset, split] of SPLITS.entries()) {
        const task = tasks[row + offset]
        if (task !== undefined) deck[split].push(task)
      }
    }
  }
  return deck
}

function marksOf({ request, solution, literals }: Dealable): string[] {
  return [
    `request ${request.toLowerCase()}`,
    `answer ${JSON.stringify(solution)}`,
    `literals ${JSON.stringify(literals)}`,
  ]
}
