/** 100 × the root mean square of the differences: seed B's RMSE. For unit vectors of 7680 zeros score 1.141. */
export function rmsePercent(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let squares = 0
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!
    squares += difference * difference
  }
  return 100 * Math.sqrt(squares / a.length)
}

/** Scores of every query with every row: `queries / dimension` rows of `rows / dimension` dot products. */
export function scoreAll(
  queries: Float32Array,
  rows: Float32Array,
  dimension: number,
): Float32Array[] {
  const count = rows.length / dimension
  const scores: Float32Array[] = []
  for (let from = 0; from < queries.length; from += dimension) {
    const query = queries.subarray(from, from + dimension)
    const line = new Float32Array(count)
    for (let row = 0; row < count; row++) line[row] = dot(query, rows, row * dimension)
    scores.push(line)
  }
  return scores
}

function dot(query: Float32Array, rows: Float32Array, at: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let i = 0; i < query.length; i += 4) {
    a += query[i]! * rows[at + i]!
    b += query[i + 1]! * rows[at + i + 1]!
    c += query[i + 2]! * rows[at + i + 2]!
    d += query[i + 3]! * rows[at + i + 3]!
  }
  return a + b + (c + d)
}

/** The `k` rows of the highest scores, best first, ties by the lower row. */
export function topRows(scores: Float32Array, k: number): number[] {
  const best: number[] = []
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!
    const last = best.at(-1)
    if (best.length === k && last !== undefined && score <= scores[last]!) continue
    const place = best.findIndex((other) => scores[other]! < score)
    best.splice(place < 0 ? best.length : place, 0, row)
    if (best.length > k) best.pop()
  }
  return best
}

/** The part of each query's `k` best rows by `exact` that are among the `k` best by `scores` too, as a mean. */
export function meanOverlap(
  exact: readonly Float32Array[],
  scores: readonly Float32Array[],
  k = 10,
): number {
  const shares = exact.map((line, query) => {
    const right = new Set(topRows(line, k))
    return topRows(scores[query]!, k).filter((row) => right.has(row)).length / k
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** Pearson's correlation of two lists of the same length. */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length
  let sumA = 0
  let sumB = 0
  for (let i = 0; i < n; i++) {
    sumA += a[i]!
    sumB += b[i]!
  }
  let squaresA = 0
  let squaresB = 0
  let products = 0
  for (let i = 0; i < n; i++) {
    const fromA = a[i]! - sumA / n
    const fromB = b[i]! - sumB / n
    squaresA += fromA * fromA
    squaresB += fromB * fromB
    products += fromA * fromB
  }
  return products / Math.sqrt(squaresA * squaresB)
}

/** Mean and largest of a list that is not empty. */
export function meanAndMost(values: readonly number[]): { mean: number; most: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, most: values.reduce((most, value) => Math.max(most, value)) }
}
