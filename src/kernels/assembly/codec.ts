/** Bytes of the scale in front of every block's signs. */
const SCALE_BYTES: usize = 4

/** Codes `blocks` blocks of `size` f32 at `from` into records at `to`: mean magnitude, then a bit a value. */
export function compressFloats(from: usize, size: i32, blocks: i32, to: usize): void {
  compressBlocks<f32>(from, size, blocks, to)
}

/** Codes `blocks` blocks of `size` f64. */
export function compressDoubles(from: usize, size: i32, blocks: i32, to: usize): void {
  compressBlocks<f64>(from, size, blocks, to)
}

/** Writes the f32 that `blocks` records of `size` values at `from` stand for. */
export function decompress(from: usize, size: i32, blocks: i32, to: usize): void {
  const whole = size & ~7
  const low = i32x4(1, 2, 4, 8)
  const high = i32x4(16, 32, 64, 128)
  for (let block = 0; block < blocks; block++) {
    const scale = load<f32>(from)
    from += SCALE_BYTES
    const plus = f32x4.splat(scale)
    const minus = f32x4.splat(-scale)
    for (let i = 0; i < whole; i += 8) {
      const bits = i32x4.splat(load<u8>(from++))
      v128.store(to, v128.bitselect(plus, minus, i32x4.eq(v128.and(bits, low), low)))
      v128.store(to, v128.bitselect(plus, minus, i32x4.eq(v128.and(bits, high), high)), 16)
      to += 32
    }
    if (whole < size) {
      const bits = <u32>load<u8>(from++)
      for (let i = 0; i < size - whole; i++) {
        store<f32>(to, (bits >> i) & 1 ? scale : -scale)
        to += 4
      }
    }
  }
}

function compressBlocks<T>(from: usize, size: i32, blocks: i32, to: usize): void {
  const record = SCALE_BYTES + ((<usize>size + 7) >> 3)
  for (let block = 0; block < blocks; block++) {
    compressBlock<T>(from, size, to)
    from += <usize>size * sizeof<T>()
    to += record
  }
}

// The numbers in the names of the lanes are those of the sum: value i goes to lane i mod 16.
function compressBlock<T>(from: usize, size: i32, to: usize): void {
  let lanes01 = f64x2.splat(0)
  let lanes23 = f64x2.splat(0)
  let lanes45 = f64x2.splat(0)
  let lanes67 = f64x2.splat(0)
  let lanes89 = f64x2.splat(0)
  let lanesab = f64x2.splat(0)
  let lanescd = f64x2.splat(0)
  let lanesef = f64x2.splat(0)
  let signs = to + SCALE_BYTES
  const whole = size & ~15
  for (let i = 0; i < whole; i += 16) {
    store<u16>(signs, Values.signs<T>(from))
    lanes01 = f64x2.add(lanes01, Values.magnitudes<T>(from))
    lanes23 = f64x2.add(lanes23, Values.magnitudes<T>(from + 2 * sizeof<T>()))
    lanes45 = f64x2.add(lanes45, Values.magnitudes<T>(from + 4 * sizeof<T>()))
    lanes67 = f64x2.add(lanes67, Values.magnitudes<T>(from + 6 * sizeof<T>()))
    lanes89 = f64x2.add(lanes89, Values.magnitudes<T>(from + 8 * sizeof<T>()))
    lanesab = f64x2.add(lanesab, Values.magnitudes<T>(from + 10 * sizeof<T>()))
    lanescd = f64x2.add(lanescd, Values.magnitudes<T>(from + 12 * sizeof<T>()))
    lanesef = f64x2.add(lanesef, Values.magnitudes<T>(from + 14 * sizeof<T>()))
    from += 16 * sizeof<T>()
    signs += 2
  }
  if (whole < size) {
    let bits: u32 = 0
    for (let i = 0; i < size - whole; i++) {
      const value = <f64>load<T>(from)
      from += sizeof<T>()
      bits |= (<u32>(value >= 0)) << i
      const pair = i & 1 ? f64x2.replace_lane(f64x2.splat(0), 1, abs(value)) : f64x2(abs(value), 0)
      if (i < 2) lanes01 = f64x2.add(lanes01, pair)
      else if (i < 4) lanes23 = f64x2.add(lanes23, pair)
      else if (i < 6) lanes45 = f64x2.add(lanes45, pair)
      else if (i < 8) lanes67 = f64x2.add(lanes67, pair)
      else if (i < 10) lanes89 = f64x2.add(lanes89, pair)
      else if (i < 12) lanesab = f64x2.add(lanesab, pair)
      else if (i < 14) lanescd = f64x2.add(lanescd, pair)
      else lanesef = f64x2.add(lanesef, pair)
    }
    store<u8>(signs, <u8>bits)
    if (size - whole > 8) store<u8>(signs + 1, <u8>(bits >> 8))
  }
  const low = f64x2.add(f64x2.add(lanes01, lanes89), f64x2.add(lanes45, lanescd))
  const high = f64x2.add(f64x2.add(lanes23, lanesab), f64x2.add(lanes67, lanesef))
  const folded = f64x2.add(low, high)
  const sum = f64x2.extract_lane(folded, 0) + f64x2.extract_lane(folded, 1)
  store<f32>(to, <f32>(sum / <f64>size))
}

class Values {
  /** The magnitudes of two values, as f64. */
  @inline
  static magnitudes<T>(from: usize): v128 {
    if (sizeof<T>() == 8) return f64x2.abs(v128.load(from))
    return f64x2.abs(f64x2.promote_low_f32x4(v128.load64_zero(from)))
  }

  /** A bit for each of 16 values, 1 where it is at least 0 (−0 is). */
  @inline
  static signs<T>(from: usize): u16 {
    const a = Values.atLeastZero<T>(from)
    const b = Values.atLeastZero<T>(from + 4 * sizeof<T>())
    const c = Values.atLeastZero<T>(from + 8 * sizeof<T>())
    const d = Values.atLeastZero<T>(from + 12 * sizeof<T>())
    const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d))
    return <u16>i8x16.bitmask(bytes)
  }

  /** Four i32 for four values, −1 where it is at least 0, 0 elsewhere. */
  @inline
  static atLeastZero<T>(from: usize): v128 {
    if (sizeof<T>() == 4) return f32x4.ge(v128.load(from), f32x4.splat(0))
    const zero = f64x2.splat(0)
    const low = f64x2.ge(v128.load(from), zero)
    return v128.shuffle<i32>(low, f64x2.ge(v128.load(from, 16), zero), 0, 2, 4, 6)
  }
}
