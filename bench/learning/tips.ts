import type { MemoryItem } from '../../src/learning/memory.ts'

/**
 * What a careful person who knows services of this kind, but not these, would write down for an agent: general advice,
 * the same for every tool.
 */
export const TIPS: readonly MemoryItem[] = [
  'Services often want values in a form of their own, not as they stand in the request.',
  'Write dates in one fixed format, amounts in the smallest unit, and codes instead of names.',
  'Use capital letters and short codes for countries, states and priorities.',
  'Keep units and symbols out of numbers.',
  'Check every value against the format that the tool has accepted before.',
].map((text) => ({ text }))
