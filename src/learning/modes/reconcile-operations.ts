import type { TextOperation } from '../library/read-operations.ts'

/**
 * Makes one consistent list of what several groups proposed against the same library, no model involved: equal
 * sentences are one, whatever they replace; nothing is replaced or deleted twice. Nothing that was proposed is lost:
 * a rewrite whose lesson is taken becomes an addition, and of a deletion and a rewrite of one lesson the rewrite does
 * both.
 */
export function reconcileOperations(proposed: readonly TextOperation[]): TextOperation[] {
  const taken = new Set<string>()
  const sourcesByText = new Map<string, string[]>()
  for (const operation of proposed) {
    if (!('text' in operation)) continue
    const sources = sourcesByText.get(operation.text) ?? []
    sourcesByText.set(operation.text, sources)
    for (const cid of sourcesOf(operation)) {
      if (taken.has(cid)) continue
      taken.add(cid)
      sources.push(cid)
    }
  }
  const rewrites = [...sourcesByText].map(([text, sources]) => toRewrite(text, sources))
  const deleted = proposed.flatMap((operation) =>
    operation.op === 'delete' && !taken.has(operation.cid) ? [operation.cid] : [],
  )
  return [...rewrites, ...[...new Set(deleted)].map((cid) => ({ op: 'delete' as const, cid }))]
}

/** The step that puts a sentence in the place of some lessons, none included. */
export function toRewrite(text: string, sources: readonly string[]): TextOperation {
  const [from, ...more] = sources
  if (from === undefined) return { op: 'add', text }
  return more.length === 0 ? { op: 'update', from, text } : { op: 'merge', from: sources, text }
}

/** The lessons that are gone after a step. */
export function sourcesOf(operation: TextOperation): readonly string[] {
  switch (operation.op) {
    case 'update':
      return [operation.from]
    case 'merge':
      return operation.from
    case 'delete':
      return [operation.cid]
    case 'add':
    case 'keep':
      return []
  }
}
