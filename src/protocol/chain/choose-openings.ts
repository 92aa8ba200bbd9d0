/** One element of an aggregate, and what the entries say about it. */
export interface ChooseOpeningsOptions {
  /** Value of each member; undefined where the leaf cannot be opened. */
  values: readonly (number | undefined)[]
  /** Weight of each member. */
  weights: readonly bigint[]
  /** Sum of all weights. */
  total: bigint
  /** What the aggregate claims. */
  claimed: number
}

/** What refutes a claim: members to open, ascending, and the side on which they lie. */
export interface ChosenOpenings {
  above: boolean
  members: number[]
}

/**
 * The fewest members whose leaves refute a claimed lower weighted median, heaviest first; undefined where the claim is right
 * or too much weight cannot be opened. With W = Σ w a claim m is too low exactly when 2·Σ_{v > m} w > W, and too high exactly
 * when 2·Σ_{v < m} w ≥ W (contracts/src/AggregateRefutation.sol).
 */
export function chooseOpenings(options: ChooseOpeningsOptions): ChosenOpenings | undefined {
  const { values, weights, total, claimed } = options
  for (const above of [true, false]) {
    const side = [...values.keys()]
      .filter((member) => {
        const value = values[member]
        return value !== undefined && (above ? value > claimed : value < claimed)
      })
      .sort((a, b) => (weights[b]! > weights[a]! ? 1 : weights[b]! < weights[a]! ? -1 : a - b))
    let opened = 0n
    const members: number[] = []
    for (const member of side) {
      opened += weights[member]!
      members.push(member)
      if (above ? 2n * opened > total : 2n * opened >= total) {
        return { above, members: members.sort((a, b) => a - b) }
      }
    }
  }
  return undefined
}
