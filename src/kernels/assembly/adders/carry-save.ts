/** The bits that at least two of three words have: what a carry-save adder hands on. */
export function carry(a: v128, b: v128, c: v128): v128 {
  return v128.or(v128.and(a, b), v128.and(v128.xor(a, b), c))
}

/** The bits that one or three of three words have: what a carry-save adder keeps. */
export function keep(a: v128, b: v128, c: v128): v128 {
  return v128.xor(v128.xor(a, b), c)
}
