import type { MemoryItem } from '../memory.ts'

/**
 * The placebo: every domain gets what was learnt about the next one in the list that has anything, so that length and
 * form stay and only the content is wrong. A domain is never given its own.
 */
export function rotateMemory(
  domains: readonly string[],
  memoryOf: (domain: string) => readonly MemoryItem[],
): ReadonlyMap<string, readonly MemoryItem[]> {
  const rotated = new Map<string, readonly MemoryItem[]>()
  for (const [index, domain] of domains.entries()) {
    const others = [...domains.slice(index + 1), ...domains.slice(0, index)]
    const giver = others.find((other) => other !== domain && memoryOf(other).length > 0)
    rotated.set(domain, giver === undefined ? [] : memoryOf(giver))
  }
  return rotated
}
