/** Bits below which a column's search may already have ended; looking costs as much as two more bits. */
const LOOKS: u32 = (1 << 19) | (1 << 16) | (1 << 13) | (1 << 9) | (1 << 4)

/** Floats as integers in the same order, negative zero just below zero. Its own inverse. */
function reorder(bits: v128): v128 {
  return v128.xor(bits, i32x4.shr_u(i32x4.shr_s(bits, 31), 1))
}

function lowDoubles(floats: v128): v128 {
  return f64x2.promote_low_f32x4(floats)
}

function highDoubles(floats: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(floats, floats, 1, 1))
}

function toFloats(low: v128, high: v128): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2)
}

/** Copies 16 columns of every row, as sortable integers, to `keys`: 64 bytes a row. */
function loadKeys(from: usize, stride: usize, keys: usize, end: usize): void {
  for (let key = keys; key < end; key += 64) {
    v128.store(key, reorder(v128.load(from)))
    v128.store(key, reorder(v128.load(from, 16)), 16)
    v128.store(key, reorder(v128.load(from, 32)), 32)
    v128.store(key, reorder(v128.load(from, 48)), 48)
    from += stride
  }
}

/** Four of 16 columns: the mean of the sorted keys `first` … `last`, added in rising order. */
function meanOf(first: usize, last: usize, divisor: v128): v128 {
  let floats = reorder(v128.load(first))
  let low = lowDoubles(floats)
  let high = highDoubles(floats)
  for (let key = first + 64; key <= last; key += 64) {
    floats = reorder(v128.load(key))
    low = f64x2.add(low, lowDoubles(floats))
    high = f64x2.add(high, highDoubles(floats))
  }
  return toFloats(f64x2.div(low, divisor), f64x2.div(high, divisor))
}

/**
 * The mean of the sorted values `from` … `to` of each column. A network of comparators sorts 16 columns at a time;
 * `pairs` are two byte offsets (64 × row) a comparator, the smaller value goes to the first.
 */
export function rankMeans(
  rows: usize,
  stride: usize,
  count: i32,
  columns: i32,
  pairs: usize,
  pairCount: i32,
  from: i32,
  to: i32,
  keys: usize,
  out: usize,
): void {
  const end = keys + ((<usize>count) << 6)
  const pairsEnd = pairs + ((<usize>pairCount) << 3)
  const first = keys + ((<usize>from) << 6)
  const last = keys + ((<usize>to) << 6)
  const divisor = f64x2.splat(<f64>(to - from + 1))
  for (let column = 0; column < columns; column += 16) {
    loadKeys(rows, stride, keys, end)
    for (let pair = pairs; pair < pairsEnd; pair += 8) {
      const low = keys + <usize>load<u32>(pair)
      const high = keys + <usize>load<u32>(pair, 4)
      const a = v128.load(low)
      const b = v128.load(low, 16)
      const c = v128.load(low, 32)
      const d = v128.load(low, 48)
      const e = v128.load(high)
      const f = v128.load(high, 16)
      const g = v128.load(high, 32)
      const h = v128.load(high, 48)
      v128.store(low, i32x4.min_s(a, e))
      v128.store(low, i32x4.min_s(b, f), 16)
      v128.store(low, i32x4.min_s(c, g), 32)
      v128.store(low, i32x4.min_s(d, h), 48)
      v128.store(high, i32x4.max_s(a, e))
      v128.store(high, i32x4.max_s(b, f), 16)
      v128.store(high, i32x4.max_s(c, g), 32)
      v128.store(high, i32x4.max_s(d, h), 48)
    }
    v128.store(out, meanOf(first, last, divisor))
    v128.store(out, meanOf(first + 16, last + 16, divisor), 16)
    v128.store(out, meanOf(first + 32, last + 32, divisor), 32)
    v128.store(out, meanOf(first + 48, last + 48, divisor), 48)
    rows += 64
    out += 64
  }
}

/**
 * Whether between `low` and `low` + `rest` every one of four columns holds one value only, however often. `found` gets
 * these values.
 */
function isSettled(keys: usize, end: usize, low: v128, rest: v128, found: usize): bool {
  const high = i32x4.add(low, rest)
  const greatest = i32x4.splat(i32.MAX_VALUE)
  const smallest = i32x4.splat(i32.MIN_VALUE)
  let least = greatest
  let most = smallest
  for (let key = keys; key < end; key += 64) {
    const value = v128.load(key)
    least = i32x4.min_s(least, v128.bitselect(value, greatest, i32x4.ge_s(value, low)))
    most = i32x4.max_s(most, v128.bitselect(value, smallest, i32x4.le_s(value, high)))
  }
  v128.store(found, least)
  return i32x4.all_true(i32x4.eq(least, most))
}

/**
 * For each of 16 columns the greatest key such that the weight of all smaller keys is below `limit`, searched bit by bit
 * from the top. `Weight` is the type of the weights, void where every row weighs 1. The 16 keys are stored at `end`.
 */
function search<Weight>(keys: usize, end: usize, weights: usize, limit: i32): void {
  const limits = i32x4.splat(limit)
  let a = i32x4.splat(i32.MIN_VALUE)
  let b = a
  let c = a
  let d = a
  let bit: u32 = 0x80000000
  while (bit != 0) {
    const step = i32x4.splat(bit)
    const triedA = i32x4.add(a, step)
    const triedB = i32x4.add(b, step)
    const triedC = i32x4.add(c, step)
    const triedD = i32x4.add(d, step)
    let belowA = i32x4.splat(0)
    let belowB = belowA
    let belowC = belowA
    let belowD = belowA
    let weight = weights
    for (let key = keys; key < end; key += 64) {
      const lessA = i32x4.lt_s(v128.load(key), triedA)
      const lessB = i32x4.lt_s(v128.load(key, 16), triedB)
      const lessC = i32x4.lt_s(v128.load(key, 32), triedC)
      const lessD = i32x4.lt_s(v128.load(key, 48), triedD)
      if (isVoid<Weight>()) {
        belowA = i32x4.sub(belowA, lessA)
        belowB = i32x4.sub(belowB, lessB)
        belowC = i32x4.sub(belowC, lessC)
        belowD = i32x4.sub(belowD, lessD)
      } else {
        const each = v128.load32_splat(weight)
        weight += 4
        belowA = i32x4.add(belowA, v128.and(lessA, each))
        belowB = i32x4.add(belowB, v128.and(lessB, each))
        belowC = i32x4.add(belowC, v128.and(lessC, each))
        belowD = i32x4.add(belowD, v128.and(lessD, each))
      }
    }
    a = i32x4.add(a, v128.and(step, i32x4.lt_s(belowA, limits)))
    b = i32x4.add(b, v128.and(step, i32x4.lt_s(belowB, limits)))
    c = i32x4.add(c, v128.and(step, i32x4.lt_s(belowC, limits)))
    d = i32x4.add(d, v128.and(step, i32x4.lt_s(belowD, limits)))
    bit >>= 1
    if ((bit & LOOKS) != 0) {
      const rest = i32x4.splat((bit << 1) - 1)
      if (
        isSettled(keys, end, a, rest, end) &&
        isSettled(keys + 16, end, b, rest, end + 16) &&
        isSettled(keys + 32, end, c, rest, end + 32) &&
        isSettled(keys + 48, end, d, rest, end + 48)
      ) {
        return
      }
    }
  }
  v128.store(end, a)
  v128.store(end, b, 16)
  v128.store(end, c, 32)
  v128.store(end, d, 48)
}

/** Four of 16 columns: the mean of `lower` and the next key; that is `lower` again where `upTo` keys reach up to it. */
function middleOf(keys: usize, end: usize, lower: v128, upTo: i32): v128 {
  const greatest = i32x4.splat(i32.MAX_VALUE)
  let notAbove = i32x4.splat(0)
  let next = greatest
  for (let key = keys; key < end; key += 64) {
    const value = v128.load(key)
    const above = i32x4.gt_s(value, lower)
    next = i32x4.min_s(next, v128.bitselect(value, greatest, above))
    notAbove = i32x4.sub(notAbove, v128.not(above))
  }
  const upper = v128.bitselect(lower, next, i32x4.ge_s(notAbove, i32x4.splat(upTo)))
  const two = f64x2.splat(2)
  const x = reorder(lower)
  const y = reorder(upper)
  return toFloats(
    f64x2.div(f64x2.add(lowDoubles(x), lowDoubles(y)), two),
    f64x2.div(f64x2.add(highDoubles(x), highDoubles(y)), two),
  )
}

/** The median of each column, for an even count the mean of both middle values: as `rankMeans`, for many rows. */
export function medians(
  rows: usize,
  stride: usize,
  count: i32,
  columns: i32,
  keys: usize,
  out: usize,
): void {
  const end = keys + ((<usize>count) << 6)
  const half = (count + 1) >> 1
  for (let column = 0; column < columns; column += 16) {
    loadKeys(rows, stride, keys, end)
    search<void>(keys, end, 0, half)
    for (let part: usize = 0; part < 64; part += 16) {
      const lower = v128.load(end + part)
      const middle = (count & 1) == 1 ? reorder(lower) : middleOf(keys + part, end, lower, half + 1)
      v128.store(out + part, middle)
    }
    rows += 64
    out += 64
  }
}

/** The lower weighted median of each column: `weights` are i32, their sum below 2^31, `half` is half of it rounded up. */
export function weightedMedians(
  rows: usize,
  stride: usize,
  count: i32,
  columns: i32,
  weights: usize,
  half: i32,
  keys: usize,
  out: usize,
): void {
  const end = keys + ((<usize>count) << 6)
  for (let column = 0; column < columns; column += 16) {
    loadKeys(rows, stride, keys, end)
    search<u32>(keys, end, weights, half)
    for (let part: usize = 0; part < 64; part += 16) {
      v128.store(out + part, reorder(v128.load(end + part)))
    }
    rows += 64
    out += 64
  }
}

/** The mean of each column, added in f64 row after row. `sums` has 8 bytes a column. */
export function means(
  rows: usize,
  stride: usize,
  count: i32,
  columns: i32,
  sums: usize,
  out: usize,
): void {
  for (let row = 0; row < count; row++) {
    for (let column: usize = 0; column < <usize>columns; column += 4) {
      const floats = v128.load(rows + (column << 2))
      const to = sums + (column << 3)
      let low = lowDoubles(floats)
      let high = highDoubles(floats)
      if (row > 0) {
        low = f64x2.add(v128.load(to), low)
        high = f64x2.add(v128.load(to, 16), high)
      }
      v128.store(to, low)
      v128.store(to, high, 16)
    }
    rows += stride
  }
  const divisor = f64x2.splat(<f64>count)
  for (let column: usize = 0; column < <usize>columns; column += 4) {
    const from = sums + (column << 3)
    v128.store(
      out + (column << 2),
      toFloats(f64x2.div(v128.load(from), divisor), f64x2.div(v128.load(from, 16), divisor)),
    )
  }
}
