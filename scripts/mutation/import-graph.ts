import path from 'node:path'

/** Which Solidity files each file imports, over any number of steps. */
export interface ImportGraph {
  /** Steps from `file` to each file that it needs; 0 for itself. Packages are left out. */
  stepsFrom: (file: string) => ReadonlyMap<string, number>
}

/** Reads the imports of files. Only relative ones count: packages never change here. */
export function createImportGraph(texts: ReadonlyMap<string, string>): ImportGraph {
  const direct = new Map(
    [...texts].map(([file, text]) => {
      const imported = [...text.matchAll(/^\s*(?:import\s|\}\s*from\s)[^;]*?["']([^"']+)["'];/gm)]
        .map((match) => match[1] ?? '')
        .filter((target) => target.startsWith('.'))
        .map((target) => path.posix.join(path.posix.dirname(file), target))
      return [file, imported] as const
    }),
  )
  const known = new Map<string, ReadonlyMap<string, number>>()
  return {
    stepsFrom: (file) => {
      const found = known.get(file) ?? stepsFrom(file, direct)
      known.set(file, found)
      return found
    },
  }
}

function stepsFrom(
  file: string,
  direct: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const steps = new Map([[file, 0]])
  for (const [each, distance] of steps) {
    for (const next of direct.get(each) ?? []) {
      if (!steps.has(next)) steps.set(next, distance + 1)
    }
  }
  return steps
}

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
