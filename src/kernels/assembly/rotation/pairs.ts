/** The sum of two pairs of f64. */
export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b)
}

/** Their difference. */
export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b)
}

/** Their product. */
export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b)
}

/** A pair with reversed signs. */
export function neg(a: v128): v128 {
  return f64x2.neg(a)
}
