/**
 * Seed B's listing 1, word for word in TypeScript: the values of each dimension are collected and sorted, the median is
 * taken, the result scaled to length 1.
 */
export function aggregateAsListed(nodeEmbeddings: readonly Float32Array[]): Float32Array {
  const n = nodeEmbeddings.length
  const dimension = nodeEmbeddings[0]!.length
  const aggregated = new Float32Array(dimension)
  for (let d = 0; d < dimension; d++) {
    const values = nodeEmbeddings.map((embedding) => embedding[d]!)
    values.sort((a, b) => a - b)
    aggregated[d] =
      n % 2 === 0 ? (values[n / 2 - 1]! + values[n / 2]!) / 2 : values[Math.floor(n / 2)]!
  }
  return scaleToOne(aggregated)
}

/** The same listing with a weight for each row: the lower weighted median of seed A's eq. 5. */
export function aggregateWeightedAsListed(
  nodeEmbeddings: readonly Float32Array[],
  weights: Uint32Array,
): Float32Array {
  const dimension = nodeEmbeddings[0]!.length
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const aggregated = new Float32Array(dimension)
  for (let d = 0; d < dimension; d++) {
    const values = nodeEmbeddings.map((embedding, i) => ({
      value: embedding[d]!,
      weight: weights[i]!,
    }))
    values.sort((a, b) => a.value - b.value)
    let upTo = 0
    aggregated[d] = values.find(({ weight }) => 2 * (upTo += weight) >= whole)!.value
  }
  return scaleToOne(aggregated)
}

/** A vector at length 1. */
export function scaleToOne(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0))
  return vector.map((x) => x / norm)
}
