/** Ranks whose values a network must deliver, both inclusive, counted from the smallest. */
export interface RankRange {
  from: number
  to: number
}

/**
 * The comparators that put the values of ranks `from` … `to` in their places, for `count` inputs in any order: Batcher's
 * merge exchange without those that only order the other places.
 *
 * @param count 1 or more
 * @returns two positions a comparator, the one that gets the smaller value first
 */
export function createSelectionNetwork(count: number, { from, to }: RankRange): Uint32Array {
  const needed = new Uint8Array(count).fill(1, from, to + 1)
  const kept: number[] = []
  // Backwards: a comparator matters when one of its outputs does, and then both its inputs do.
  for (const [low, high] of createMergeExchange(count).toReversed()) {
    if (needed[low] === 0 && needed[high] === 0) continue
    needed[low] = 1
    needed[high] = 1
    kept.push(high, low)
  }
  return Uint32Array.from(kept.toReversed())
}

/** Batcher's merge exchange for any count: every comparator moves the smaller of its values to the lower position. */
function createMergeExchange(count: number): [number, number][] {
  const comparators: [number, number][] = []
  const top = 2 ** (Math.ceil(Math.log2(count)) - 1)
  for (let p = top; p >= 1; p /= 2) {
    let residue = 0
    let distance = p
    for (let q = top; ; q /= 2) {
      for (let low = 0; low < count - distance; low++) {
        if ((low & p) === residue) comparators.push([low, low + distance])
      }
      if (q === p) break
      distance = q - p
      residue = p
    }
  }
  return comparators
}
