import path from 'node:path'
import type { ImportGraph } from '../contracts/import-graph.ts'

/** Tests that touch a source, in two waves. */
export interface TestChoice {
  /** The tests named like the source, and those that are nearest to it. */
  first: string[]
  /** All other tests that need it. */
  rest: string[]
}

/**
 * The tests that can notice a change of `source`. Those that most likely do come first, so that most mutants die early.
 */
export function chooseTests(
  source: string,
  tests: readonly string[],
  graph: ImportGraph,
): TestChoice {
  const touching = tests.flatMap((test) => {
    const steps = graph.stepsFrom(test).get(source)
    return steps === undefined ? [] : [{ test, steps }]
  })
  const least = Math.min(...touching.map(({ steps }) => steps))
  const name = path.posix.basename(source, '.sol')
  const isFirst = ({ test, steps }: (typeof touching)[number]) =>
    steps === least || path.posix.basename(test).startsWith(name)
  return {
    first: touching.filter(isFirst).map(({ test }) => test),
    rest: touching.filter((each) => !isFirst(each)).map(({ test }) => test),
  }
}
