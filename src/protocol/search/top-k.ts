/** A scored id. */
export interface ScoredId {
  id: number
  score: number
}

/** The best of what it is offered: higher scores first, equal ones by lowest id, whatever the order of the offers. */
export interface TopK {
  /** A score below this is not kept, so that a scan can skip it; −∞ while there is room. */
  floor(): number
  /** Keeps the pair while it is among the best. Every id is offered once. @returns the floor after it */
  offer(id: number, score: number): number
  /** What was kept, best first. */
  sorted(): ScoredId[]
}

/** Keeps the best `k` ≥ 0 of any number of scores, in a heap whose root is the worst that is kept. */
export function createTopK(k: number): TopK {
  const ids: number[] = []
  const scores: number[] = []

  const isWorse = (a: number, b: number): boolean =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && ids[a]! > ids[b]!)

  function swap(a: number, b: number): void {
    const id = ids[a]!
    const score = scores[a]!
    ids[a] = ids[b]!
    scores[a] = scores[b]!
    ids[b] = id
    scores[b] = score
  }

  function rise(from: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isWorse(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }

  function sink(): void {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      if (left >= ids.length) return
      const right = left + 1
      const child = right < ids.length && isWorse(right, left) ? right : left
      if (!isWorse(child, at)) return
      swap(at, child)
      at = child
    }
  }

  const floor = (): number => {
    if (ids.length < k) return Number.NEGATIVE_INFINITY
    return scores[0] ?? Number.POSITIVE_INFINITY
  }

  return {
    floor,
    offer(id, score) {
      if (ids.length < k) {
        ids.push(id)
        scores.push(score)
        rise(ids.length - 1)
      } else if (k > 0 && (score > scores[0]! || (score === scores[0] && id < ids[0]!))) {
        ids[0] = id
        scores[0] = score
        sink()
      }
      return floor()
    },
    sorted: () =>
      ids
        .map((id, at) => ({ id, score: scores[at]! }))
        .toSorted((a, b) => b.score - a.score || a.id - b.id),
  }
}
