import { add, sub } from './pairs'

/** In place of the address of flips: none. */
export const NONE: usize = 0xffffffff

/** Flips signs and does the butterflies of width 1, 2, 4, 8 and 16 in each block of 32 values of type T, into f64. */
export function mixWithin<T>(from: usize, size: i32, flips: usize, to: usize): void {
  const end = to + ((<usize>size) << 3)
  let bits = i64x2.splat(0)
  while (to < end) {
    if (flips != NONE) {
      bits = Block.flipBits(flips)
      flips += 4
    }
    Block.mixEight<T>(from, bits, 62, to)
    Block.mixEight<T>(from + 8 * sizeof<T>(), bits, 54, to + 64)
    Block.mixEight<T>(from + 16 * sizeof<T>(), bits, 46, to + 128)
    Block.mixEight<T>(from + 24 * sizeof<T>(), bits, 38, to + 192)
    Block.mixQuarters(to)
    Block.mixQuarters(to + 16)
    Block.mixQuarters(to + 32)
    Block.mixQuarters(to + 48)
    from += 32 * sizeof<T>()
    to += 256
  }
}

/** Flips the signs of `size` f64 in place. */
export function flip(at: usize, size: i32, flips: usize): void {
  const end = at + ((<usize>size) << 3)
  while (at < end) {
    const bits = Block.flipBits(flips)
    for (let shift = 62; shift > 30; shift -= 2) {
      v128.store(at, Block.flipped(v128.load(at), bits, shift))
      at += 16
    }
    flips += 4
  }
}

class Block {
  /** The butterflies of width 1, 2 and 4 on eight values. */
  @inline
  static mixEight<T>(from: usize, bits: v128, shift: i32, to: usize): void {
    const x01 = Block.mixPair(Block.flipped(Block.load<T>(from), bits, shift))
    const x23 = Block.mixPair(Block.flipped(Block.load<T>(from + 2 * sizeof<T>()), bits, shift - 2))
    const x45 = Block.mixPair(Block.flipped(Block.load<T>(from + 4 * sizeof<T>()), bits, shift - 4))
    const x67 = Block.mixPair(Block.flipped(Block.load<T>(from + 6 * sizeof<T>()), bits, shift - 6))
    const a = add(x01, x23)
    const b = sub(x01, x23)
    const c = add(x45, x67)
    const d = sub(x45, x67)
    v128.store(to, add(a, c))
    v128.store(to, add(b, d), 16)
    v128.store(to, sub(a, c), 32)
    v128.store(to, sub(b, d), 48)
  }

  /** (x + y, x − y) of a pair (x, y): the pair swapped, (y, x), plus (x, −y). */
  @inline
  static mixPair(pair: v128): v128 {
    const negated = v128.xor(pair, i64x2(0, i64.MIN_VALUE))
    return add(v128.shuffle<i64>(pair, pair, 1, 0), negated)
  }

  /** The butterflies of width 8 and 16 on the pairs of values at 0, 8, 16 and 24. */
  @inline
  static mixQuarters(at: usize): void {
    const a = v128.load(at)
    const b = v128.load(at, 64)
    const c = v128.load(at, 128)
    const d = v128.load(at, 192)
    const ab = add(a, b)
    const cd = add(c, d)
    const aLessB = sub(a, b)
    const cLessD = sub(c, d)
    v128.store(at, add(ab, cd))
    v128.store(at, add(aLessB, cLessD), 64)
    v128.store(at, sub(ab, cd), 128)
    v128.store(at, sub(aLessB, cLessD), 192)
  }

  /** The 32 flips of a block, laid so that shifting left by 62 − 2k brings flips 2k and 2k + 1 to the sign bits. */
  @inline
  static flipBits(at: usize): v128 {
    const word = <u64>load<u32>(at)
    return i64x2.replace_lane(i64x2.splat(<i64>word), 0, <i64>(word << 1))
  }

  @inline
  static flipped(pair: v128, bits: v128, shift: i32): v128 {
    return v128.xor(pair, v128.and(i64x2.shl(bits, shift), i64x2.splat(i64.MIN_VALUE)))
  }

  @inline
  static load<T>(from: usize): v128 {
    if (sizeof<T>() == 8) return v128.load(from)
    return f64x2.promote_low_f32x4(v128.load64_zero(from))
  }
}
