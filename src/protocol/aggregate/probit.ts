const ROUNDS = 60

/**
 * The inverse of the normal distribution: the z below which a share `p` of it lies, to 1e-12. Found by Newton steps that
 * are kept inside a shrinking interval.
 *
 * @param p 1e-12 … 1 − 1e-12
 */
export function probit(p: number): number {
  if (p > 0.5) return -probit(1 - p)
  if (p === 0.5) return 0
  let low = -8
  let high = 0
  let z = -1
  for (let round = 0; round < ROUNDS; round++) {
    const excess = below(z) - p
    if (excess > 0) high = z
    else low = z
    const next = z - excess / density(z)
    const step = next > low && next < high ? next : (low + high) / 2
    if (Math.abs(step - z) < 1e-14) return step
    z = step
  }
  return z
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/** The share below z ≤ 0: the power series near 0, a continued fraction in the tail. */
function below(z: number): number {
  const x = -z
  if (x < 3) {
    let term = x
    let sum = x
    for (let k = 3; term > 1e-17 * sum; k += 2) {
      term *= (x * x) / k
      sum += term
    }
    return 0.5 - density(x) * sum
  }
  let fraction = x
  for (let k = 100; k > 0; k--) fraction = x + k / fraction
  return density(x) / fraction
}
