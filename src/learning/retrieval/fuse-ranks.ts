/** What is added to each rank: the constant of the method's authors, which makes first places matter less. */
const RANK_OFFSET = 60

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the sum of 1 / (60 + rank) over the lists that an item
 * stands in. It needs no common scale, which a cosine and BM25 do not have.
 *
 * @param lists ids, best first; one that stands in a list twice counts once, at its first place
 * @returns the fused score by id, > 0
 */
export function fuseRanks(lists: readonly (readonly string[])[]): Map<string, number> {
  const fused = new Map<string, number>()
  for (const list of lists) {
    for (const [index, id] of [...new Set(list)].entries()) {
      fused.set(id, (fused.get(id) ?? 0) + 1 / (RANK_OFFSET + index + 1))
    }
  }
  return fused
}
