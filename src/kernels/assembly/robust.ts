import { foldColumnOfAll, foldColumnOfListed } from './votes'

/** Lists the byte offsets of the `kept` nearest codes of every code, itself among them, ties by the lower index. */
function listNearest(
  distances: usize,
  count: i32,
  kept: i32,
  stride: u32,
  keys: usize,
  lists: usize,
): void {
  for (let code = 0; code < count; code++) {
    for (let other = 0; other < count; other++) {
      const distance = load<u32>(distances + ((<usize>code * <usize>count + <usize>other) << 2))
      store<u32>(keys + ((<usize>other) << 2), distance * <u32>count + <u32>other)
    }
    for (let rest = count; (rest & 3) != 0; rest++)
      store<u32>(keys + ((<usize>rest) << 2), 0x7fffffff)
    const last = findRank(keys, count, kept - 1)
    for (let other = 0; other < count; other++) {
      if (load<u32>(keys + ((<usize>other) << 2)) > last) continue
      store<u32>(lists, <u32>other * stride)
      lists += 4
    }
  }
}

/** The key with `rank` keys below it; keys differ and are less than 2^31, a last group of four is filled up. */
function findRank(keys: usize, count: i32, rank: i32): u32 {
  const end = keys + ((<usize>count) << 2)
  let found: u32 = 0
  for (let bit: u32 = 1 << 30; bit != 0; bit >>= 1) {
    const tried = i32x4.splat(found + bit)
    let below = i32x4.splat(0)
    for (let key = keys; key < end; key += 16) {
      below = i32x4.sub(below, i32x4.lt_s(v128.load(key), tried))
    }
    const sum =
      i32x4.extract_lane(below, 0) +
      i32x4.extract_lane(below, 1) +
      i32x4.extract_lane(below, 2) +
      i32x4.extract_lane(below, 3)
    if (sum <= rank) found += bit
  }
  return found
}

function clear(planes: usize, count: i32): void {
  for (let plane = 0; plane < count; plane++)
    v128.store(planes + ((<usize>plane) << 4), i8x16.splat(0))
}

/**
 * 128 dimensions: the counter with `rank` smaller ones in each of them, bit by bit from the top. `counters` are `count`
 * times `planes` words; the result has `planes` words, `work` room for 2 · `count` + 2 · `rankPlanes`.
 */
function findCounter(
  counters: usize,
  count: i32,
  planes: i32,
  rank: i32,
  rankPlanes: i32,
  work: usize,
  result: usize,
): void {
  const size = (<usize>planes) << 4
  const alive = work
  const zeros = alive + ((<usize>count) << 4)
  const below = zeros + ((<usize>count) << 4)
  const ranks = below + ((<usize>rankPlanes) << 4)
  for (let code = 0; code < count; code++) v128.store(alive + ((<usize>code) << 4), i8x16.splat(-1))
  for (let plane = 0; plane < rankPlanes; plane++) {
    v128.store(ranks + ((<usize>plane) << 4), i8x16.splat(<i8>-((rank >> plane) & 1)))
  }
  for (let plane = planes - 1; plane >= 0; plane--) {
    const bits = counters + ((<usize>plane) << 4)
    for (let code = 0; code < count; code++) {
      const at = (<usize>code) << 4
      const bit = v128.load(bits + <usize>code * size)
      v128.store(zeros + at, v128.andnot(v128.load(alive + at), bit))
    }
    clear(below, rankPlanes)
    foldColumnOfAll(below, 16, rankPlanes, zeros, 16, count)
    // ranks − below; where that borrows, the wanted counter has a 0 here.
    let borrow = i8x16.splat(0)
    for (let each = 0; each < rankPlanes; each++) {
      const at = (<usize>each) << 4
      const a = v128.load(ranks + at)
      const b = v128.load(below + at)
      const differ = v128.xor(a, b)
      v128.store(below + at, v128.xor(differ, borrow))
      borrow = v128.or(v128.andnot(b, a), v128.andnot(borrow, differ))
    }
    for (let each = 0; each < rankPlanes; each++) {
      const at = (<usize>each) << 4
      v128.store(ranks + at, v128.bitselect(v128.load(ranks + at), v128.load(below + at), borrow))
    }
    v128.store(result + ((<usize>plane) << 4), v128.not(borrow))
    for (let code = 0; code < count; code++) {
      const at = (<usize>code) << 4
      const bit = v128.load(bits + <usize>code * size)
      v128.store(alive + at, v128.and(v128.load(alive + at), v128.xor(bit, borrow)))
    }
  }
}

/** Adds counters of `planes` words to counters of `sumPlanes` words that lie `step` bytes apart. */
function addCounter(sums: usize, step: usize, sumPlanes: i32, counter: usize, planes: i32): void {
  let carried = i8x16.splat(0)
  for (let plane = 0; plane < sumPlanes; plane++) {
    const old = v128.load(sums)
    const bits = plane < planes ? v128.load(counter + ((<usize>plane) << 4)) : i8x16.splat(0)
    const differ = v128.xor(old, bits)
    v128.store(sums, v128.xor(differ, carried))
    carried = v128.or(v128.and(old, bits), v128.and(differ, carried))
    sums += step
  }
}

/**
 * For every dimension: how many of the `kept` nearest codes of each code have the bit, and of these `count` numbers the
 * sum without the `trimmed` smallest and the `trimmed` greatest. The sums lie in planes of `bytes` bytes (a multiple of
 * 16), lowest bit first. `planes` bits hold `kept`, `rankPlanes` bits hold `count`, `sumPlanes` bits hold every sum.
 */
export function sumNearest(
  codes: usize,
  bytes: i32,
  count: i32,
  distances: usize,
  kept: i32,
  trimmed: i32,
  planes: i32,
  rankPlanes: i32,
  sumPlanes: i32,
  work: usize,
  sums: usize,
): void {
  const step = <usize>bytes
  const lists = work
  const counters = (lists + ((<usize>count * <usize>kept) << 2) + 15) & ~15
  const size = (<usize>planes) << 4
  const found = counters + <usize>count * size
  const room = found + size
  listNearest(distances, count, kept, bytes, room, lists)
  for (let column: usize = 0; column < step; column += 16) {
    clear(counters, count * planes)
    for (let code = 0; code < count; code++) {
      const list = lists + ((<usize>code * <usize>kept) << 2)
      foldColumnOfListed(counters + <usize>code * size, 16, planes, codes + column, list, kept)
    }
    for (let plane = 0; plane < sumPlanes; plane++) {
      v128.store(sums + column + <usize>plane * step, i8x16.splat(0))
    }
    for (let rank = trimmed; rank < count - trimmed; rank++) {
      findCounter(counters, count, planes, rank, rankPlanes, room, found)
      addCounter(sums + column, step, sumPlanes, found, planes)
    }
  }
}
