import { carry, keep } from './adders/carry-save'

/** Rows that are compared with all queries in turn, while they are in the first-level cache. */
const TILE_BYTES: u32 = 16_384

/** Groups of 128 bytes after which the byte counters could overflow: 31 · 8 ≤ 255. */
const GROUPS = 31

function differ(a: usize, b: usize): v128 {
  return v128.xor(v128.load(a), v128.load(b))
}

/** Adds the 16 byte counters to four 32-bit sums. */
function widen(sums: v128, counters: v128): v128 {
  return i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counters)))
}

/** Bits in which two rows differ. Eight words of 16 bytes pass through carry-save adders to one population count. */
function distance(a: usize, b: usize, bytes: i32): i32 {
  let ones = i8x16.splat(0)
  let twos = i8x16.splat(0)
  let fours = i8x16.splat(0)
  let eightfold = i32x4.splat(0)
  let rest = bytes
  while (rest >= 128) {
    let eights = i8x16.splat(0)
    for (let group = 0; group < GROUPS && rest >= 128; group++) {
      let x = differ(a, b)
      let y = differ(a + 16, b + 16)
      const twosA = carry(ones, x, y)
      ones = keep(ones, x, y)
      x = differ(a + 32, b + 32)
      y = differ(a + 48, b + 48)
      const twosB = carry(ones, x, y)
      ones = keep(ones, x, y)
      const foursA = carry(twos, twosA, twosB)
      twos = keep(twos, twosA, twosB)
      x = differ(a + 64, b + 64)
      y = differ(a + 80, b + 80)
      const twosC = carry(ones, x, y)
      ones = keep(ones, x, y)
      x = differ(a + 96, b + 96)
      y = differ(a + 112, b + 112)
      const twosD = carry(ones, x, y)
      ones = keep(ones, x, y)
      const foursB = carry(twos, twosC, twosD)
      twos = keep(twos, twosC, twosD)
      eights = i8x16.add(eights, i8x16.popcnt(carry(fours, foursA, foursB)))
      fours = keep(fours, foursA, foursB)
      a += 128
      b += 128
      rest -= 128
    }
    eightfold = widen(eightfold, eights)
  }
  // At most 8 · (1 + 2 + 4 + 7 + 1) in a byte.
  let counters = i8x16.add(
    i8x16.popcnt(ones),
    i8x16.add(i8x16.shl(i8x16.popcnt(twos), 1), i8x16.shl(i8x16.popcnt(fours), 2)),
  )
  for (; rest >= 16; rest -= 16) {
    counters = i8x16.add(counters, i8x16.popcnt(differ(a, b)))
    a += 16
    b += 16
  }
  if (rest > 0) {
    const last = v128.xor(v128.load64_zero(a), v128.load64_zero(b))
    counters = i8x16.add(counters, i8x16.popcnt(last))
  }
  const sums = widen(i32x4.shl(eightfold, 3), counters)
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  )
}

function tileRows(stride: u32): i32 {
  return stride < TILE_BYTES ? TILE_BYTES / stride : 1
}

/**
 * Distances from each of `queryCount` queries, `bytes` apart, to `rows` codes, `stride` apart: u32, query by query.
 * `bytes` is a multiple of 8.
 */
export function distances(
  codes: usize,
  stride: i32,
  rows: i32,
  bytes: i32,
  queries: usize,
  queryCount: i32,
  out: usize,
): void {
  const tile = tileRows(stride)
  for (let start = 0; start < rows; start += tile) {
    const end = min(rows, start + tile)
    for (let query = 0; query < queryCount; query++) {
      const from = queries + <usize>query * <usize>bytes
      const to = out + ((<usize>query * <usize>rows) << 2)
      for (let row = start; row < end; row++) {
        const code = codes + <usize>row * <usize>stride
        store<i32>(to + ((<usize>row) << 2), distance(code, from, bytes))
      }
    }
  }
}

/** Distances between all pairs of `rows` codes: u32, rows × rows. `bytes` is a multiple of 8. */
export function gram(codes: usize, stride: i32, rows: i32, bytes: i32, out: usize): void {
  const tile = tileRows(stride)
  for (let start = 0; start < rows; start += tile) {
    const end = min(rows, start + tile)
    for (let i = 0; i < end; i++) {
      const code = codes + <usize>i * <usize>stride
      if (i >= start) store<i32>(out + ((<usize>i * <usize>rows + <usize>i) << 2), 0)
      for (let j = max(start, i + 1); j < end; j++) {
        const count = distance(code, codes + <usize>j * <usize>stride, bytes)
        store<i32>(out + ((<usize>i * <usize>rows + <usize>j) << 2), count)
        store<i32>(out + ((<usize>j * <usize>rows + <usize>i) << 2), count)
      }
    }
  }
}
