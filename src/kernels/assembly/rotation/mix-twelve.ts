import { add, sub } from './pairs'

/** Paley’s matrix of order 12 times the pairs of values at `at`, `at` + `stride`, …, times `scale`. */
export function mixTwelve(at: usize, stride: usize, scale: v128): void {
  // Sums begin with 0, so that none of them is −0.
  const plus = add(f64x2.splat(0), v128.load(at))
  const minus = sub(f64x2.splat(0), v128.load(at))
  const x1 = v128.load(at + 1 * stride)
  const x2 = v128.load(at + 2 * stride)
  const x3 = v128.load(at + 3 * stride)
  const x4 = v128.load(at + 4 * stride)
  const x5 = v128.load(at + 5 * stride)
  const x6 = v128.load(at + 6 * stride)
  const x7 = v128.load(at + 7 * stride)
  const x8 = v128.load(at + 8 * stride)
  const x9 = v128.load(at + 9 * stride)
  const x10 = v128.load(at + 10 * stride)
  const x11 = v128.load(at + 11 * stride)
  const y0 = Row.sum(0x000, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, f64x2.mul(y0, scale))
  const y1 = Row.sum(0x5c4, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + stride, f64x2.mul(y1, scale))
  const y2 = Row.sum(0x389, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 2 * stride, f64x2.mul(y2, scale))
  const y3 = Row.sum(0x712, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 3 * stride, f64x2.mul(y3, scale))
  const y4 = Row.sum(0x625, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 4 * stride, f64x2.mul(y4, scale))
  const y5 = Row.sum(0x44b, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 5 * stride, f64x2.mul(y5, scale))
  const y6 = Row.sum(0x097, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 6 * stride, f64x2.mul(y6, scale))
  const y7 = Row.sum(0x12e, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 7 * stride, f64x2.mul(y7, scale))
  const y8 = Row.sum(0x25c, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 8 * stride, f64x2.mul(y8, scale))
  const y9 = Row.sum(0x4b8, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 9 * stride, f64x2.mul(y9, scale))
  const y10 = Row.sum(0x171, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 10 * stride, f64x2.mul(y10, scale))
  const y11 = Row.sum(0x2e2, minus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 11 * stride, f64x2.mul(y11, scale))
}

/** The same with the transposed matrix. */
export function mixTwelveBack(at: usize, stride: usize, scale: v128): void {
  // Sums begin with 0, so that none of them is −0.
  const plus = add(f64x2.splat(0), v128.load(at))
  const minus = sub(f64x2.splat(0), v128.load(at))
  const x1 = v128.load(at + 1 * stride)
  const x2 = v128.load(at + 2 * stride)
  const x3 = v128.load(at + 3 * stride)
  const x4 = v128.load(at + 4 * stride)
  const x5 = v128.load(at + 5 * stride)
  const x6 = v128.load(at + 6 * stride)
  const x7 = v128.load(at + 7 * stride)
  const x8 = v128.load(at + 8 * stride)
  const x9 = v128.load(at + 9 * stride)
  const x10 = v128.load(at + 10 * stride)
  const x11 = v128.load(at + 11 * stride)
  const y0 = Row.sum(0x7ff, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at, f64x2.mul(y0, scale))
  const y1 = Row.sum(0x23a, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + stride, f64x2.mul(y1, scale))
  const y2 = Row.sum(0x474, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 2 * stride, f64x2.mul(y2, scale))
  const y3 = Row.sum(0x0e9, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 3 * stride, f64x2.mul(y3, scale))
  const y4 = Row.sum(0x1d2, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 4 * stride, f64x2.mul(y4, scale))
  const y5 = Row.sum(0x3a4, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 5 * stride, f64x2.mul(y5, scale))
  const y6 = Row.sum(0x748, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 6 * stride, f64x2.mul(y6, scale))
  const y7 = Row.sum(0x691, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 7 * stride, f64x2.mul(y7, scale))
  const y8 = Row.sum(0x523, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 8 * stride, f64x2.mul(y8, scale))
  const y9 = Row.sum(0x247, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 9 * stride, f64x2.mul(y9, scale))
  const y10 = Row.sum(0x48e, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 10 * stride, f64x2.mul(y10, scale))
  const y11 = Row.sum(0x11d, plus, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11)
  v128.store(at + 11 * stride, f64x2.mul(y11, scale))
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
