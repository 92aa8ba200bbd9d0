import { cosine } from '../../protocol/vector/cosine.ts'

/** Something that may be chosen. */
export interface DiverseCandidate {
  id: string
  /** What it is worth on its own, ≥ 0. */
  relevance: number
  vector: Float32Array
}

/** How much new is worth beside relevant. */
export interface ChooseDiverseOptions {
  /** Weight of relevance, 0…1; the rest is the weight of being unlike what was chosen. Default 0.8. */
  balance?: number
}

/** What was chosen, and how near it is to what was chosen before. */
export interface DiverseChoice {
  id: string
  /** Largest cosine to anything chosen earlier; 0 for the first. */
  redundancy: number
}

/**
 * Orders candidates by maximal marginal relevance (Carbonell and Goldstein 1998): each next one has the largest
 * λ · relevance − (1 − λ) · cosine to the nearest that was chosen; relevance is taken relative to the best. On equal
 * values the more relevant one comes first, then the earlier id.
 *
 * Vectors of different lengths are of different profiles and count as unlike.
 */
export function chooseDiverse(
  candidates: readonly DiverseCandidate[],
  { balance = 0.8 }: ChooseDiverseOptions = {},
): DiverseChoice[] {
  const best = Math.max(...candidates.map(({ relevance }) => relevance), Number.MIN_VALUE)
  const left = candidates
    .toSorted((a, b) => b.relevance - a.relevance || (a.id < b.id ? -1 : 1))
    .map((candidate) => ({ candidate, nearest: 0 }))
  const chosen: DiverseChoice[] = []
  while (left.length > 0) {
    let pick = 0
    const valueOf = ({ candidate, nearest }: (typeof left)[number]): number =>
      (balance * candidate.relevance) / best - (1 - balance) * nearest
    for (const [index, each] of left.entries()) {
      if (valueOf(each) > valueOf(left[pick]!)) pick = index
    }
    const [{ candidate, nearest }] = left.splice(pick, 1) as [(typeof left)[number]]
    chosen.push({ id: candidate.id, redundancy: nearest })
    for (const each of left) {
      each.nearest = Math.max(each.nearest, similarity(each.candidate.vector, candidate.vector))
    }
  }
  return chosen
}

function similarity(a: Float32Array, b: Float32Array): number {
  return a.length === b.length && a.length > 0 ? cosine(a, b) : 0
}
