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
