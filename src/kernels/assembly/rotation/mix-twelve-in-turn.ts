import { add, mul, sub } from './pairs'

/** Paley’s matrix of order 12 times the pairs of values at `at`, `at` + 256, …, each added in turn, times `scale`. */
export function mixTwelveInTurn(at: usize, scale: v128): void {
  // Sums begin with 0, so that none of them is −0.
  const plus = add(f64x2.splat(0), v128.load(at))
  const minus = sub(f64x2.splat(0), v128.load(at))
  const x1 = v128.load(at, 256)
  const x2 = v128.load(at, 512)
  const x3 = v128.load(at, 768)
  const x4 = v128.load(at, 1024)
  const x5 = v128.load(at, 1280)
  const x6 = v128.load(at, 1536)
  const x7 = v128.load(at, 1792)
  const x8 = v128.load(at, 2048)
  const x9 = v128.load(at, 2304)
  const x10 = v128.load(at, 2560)
  const x11 = v128.load(at, 2816)
  const y0 = Row.sum(0x000, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y0, scale))
  const y1 = Row.sum(0x5c4, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y1, scale), 256)
  const y2 = Row.sum(0x389, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y2, scale), 512)
  const y3 = Row.sum(0x712, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y3, scale), 768)
  const y4 = Row.sum(0x625, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y4, scale), 1024)
  const y5 = Row.sum(0x44b, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y5, scale), 1280)
  const y6 = Row.sum(0x097, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y6, scale), 1536)
  const y7 = Row.sum(0x12e, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y7, scale), 1792)
  const y8 = Row.sum(0x25c, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y8, scale), 2048)
  const y9 = Row.sum(0x4b8, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y9, scale), 2304)
  const y10 = Row.sum(0x171, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y10, scale), 2560)
  const y11 = Row.sum(0x2e2, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y11, scale), 2816)
}

/** The same with the transposed matrix. */
export function mixTwelveInTurnBack(at: usize, scale: v128): void {
  // Sums begin with 0, so that none of them is −0.
  const plus = add(f64x2.splat(0), v128.load(at))
  const minus = sub(f64x2.splat(0), v128.load(at))
  const x1 = v128.load(at, 256)
  const x2 = v128.load(at, 512)
  const x3 = v128.load(at, 768)
  const x4 = v128.load(at, 1024)
  const x5 = v128.load(at, 1280)
  const x6 = v128.load(at, 1536)
  const x7 = v128.load(at, 1792)
  const x8 = v128.load(at, 2048)
  const x9 = v128.load(at, 2304)
  const x10 = v128.load(at, 2560)
  const x11 = v128.load(at, 2816)
  const y0 = Row.sum(0x7ff, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y0, scale))
  const y1 = Row.sum(0x23a, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y1, scale), 256)
  const y2 = Row.sum(0x474, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y2, scale), 512)
  const y3 = Row.sum(0x0e9, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y3, scale), 768)
  const y4 = Row.sum(0x1d2, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y4, scale), 1024)
  const y5 = Row.sum(0x3a4, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y5, scale), 1280)
  const y6 = Row.sum(0x748, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y6, scale), 1536)
  const y7 = Row.sum(0x691, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y7, scale), 1792)
  const y8 = Row.sum(0x523, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y8, scale), 2048)
  const y9 = Row.sum(0x247, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y9, scale), 2304)
  const y10 = Row.sum(0x48e, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y10, scale), 2560)
  const y11 = Row.sum(0x11d, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, mul(y11, scale), 2816)
}

class Row {
  /** `first`, then each value added, or subtracted where its bit of `row` is 1. */
  @inline
  static sum(
    row: i32,
    first: v128,
    x1: v128,
    x2: v128,
    x3: v128,
    x4: v128,
    x5: v128,
    x6: v128,
    x7: v128,
    x8: v128,
    x9: v128,
    x10: v128,
    x11: v128,
  ): v128 {
    let sum = first
    sum = Row.step(sum, x1, row & 1)
    sum = Row.step(sum, x2, row & 2)
    sum = Row.step(sum, x3, row & 4)
    sum = Row.step(sum, x4, row & 8)
    sum = Row.step(sum, x5, row & 16)
    sum = Row.step(sum, x6, row & 32)
    sum = Row.step(sum, x7, row & 64)
    sum = Row.step(sum, x8, row & 128)
    sum = Row.step(sum, x9, row & 256)
    sum = Row.step(sum, x10, row & 512)
    sum = Row.step(sum, x11, row & 1024)
    return sum
  }

  @inline
  static step(sum: v128, value: v128, negative: i32): v128 {
    return negative ? sub(sum, value) : add(sum, value)
  }
}
