import { carry, keep } from './adders/carry-save'

/** Codes that are counted in registers before they are added to memory: seven bits count to 127. */
const BLOCK: i32 = 120

/**
 * 16 bytes of a code. `Offset` is the type of the listed byte offsets, one of which is at `at`; void where codes lie one
 * after the other, one of them at `at`.
 */
function codeAt<Offset>(codes: usize, at: usize): v128 {
  if (isVoid<Offset>()) return v128.load(at)
  return v128.load(codes + <usize>load<u32>(at))
}

/** Adds a bit to every counter of a plane; what overflows is returned for the next plane. */
function addPlane(plane: usize, bits: v128, carried: v128): v128 {
  const old = v128.load(plane)
  v128.store(plane, keep(old, bits, carried))
  return carry(old, bits, carried)
}

/**
 * Adds 16 bytes of `count` codes to counters that lie in planes, `step` bytes apart, lowest bit first. Eight codes pass
 * through carry-save adders at a time. The counters must not overflow.
 */
function foldColumn<Offset>(
  planes: usize,
  step: usize,
  planeCount: i32,
  codes: usize,
  stride: usize,
  list: usize,
  count: i32,
): void {
  const next: usize = isVoid<Offset>() ? stride : 4
  const pair = next << 1
  let at = isVoid<Offset>() ? codes : list
  for (let start = 0; start < count; start += BLOCK) {
    let left = min(BLOCK, count - start)
    let ones = i8x16.splat(0)
    let twos = ones
    let fours = ones
    let eights = ones
    let sixteens = ones
    let thirtyTwos = ones
    let sixtyFours = ones
    for (; left >= 8; left -= 8) {
      let a = codeAt<Offset>(codes, at)
      let b = codeAt<Offset>(codes, at + next)
      at += pair
      const twosA = carry(a, b, ones)
      ones = keep(a, b, ones)
      a = codeAt<Offset>(codes, at)
      b = codeAt<Offset>(codes, at + next)
      at += pair
      const twosB = carry(a, b, ones)
      ones = keep(a, b, ones)
      const foursA = carry(twosA, twosB, twos)
      twos = keep(twosA, twosB, twos)
      a = codeAt<Offset>(codes, at)
      b = codeAt<Offset>(codes, at + next)
      at += pair
      const twosC = carry(a, b, ones)
      ones = keep(a, b, ones)
      a = codeAt<Offset>(codes, at)
      b = codeAt<Offset>(codes, at + next)
      at += pair
      const twosD = carry(a, b, ones)
      ones = keep(a, b, ones)
      const foursB = carry(twosC, twosD, twos)
      twos = keep(twosC, twosD, twos)
      let carried = carry(foursA, foursB, fours)
      fours = keep(foursA, foursB, fours)
      let handed = v128.and(eights, carried)
      eights = v128.xor(eights, carried)
      carried = v128.and(sixteens, handed)
      sixteens = v128.xor(sixteens, handed)
      handed = v128.and(thirtyTwos, carried)
      thirtyTwos = v128.xor(thirtyTwos, carried)
      sixtyFours = v128.xor(sixtyFours, handed)
    }
    for (; left > 0; left--) {
      const code = codeAt<Offset>(codes, at)
      at += next
      let carried = v128.and(ones, code)
      ones = v128.xor(ones, code)
      let handed = v128.and(twos, carried)
      twos = v128.xor(twos, carried)
      carried = v128.and(fours, handed)
      fours = v128.xor(fours, handed)
      handed = v128.and(eights, carried)
      eights = v128.xor(eights, carried)
      carried = v128.and(sixteens, handed)
      sixteens = v128.xor(sixteens, handed)
      handed = v128.and(thirtyTwos, carried)
      thirtyTwos = v128.xor(thirtyTwos, carried)
      sixtyFours = v128.xor(sixtyFours, handed)
    }
    const zero = i8x16.splat(0)
    let plane = planes
    let carried = addPlane(plane, ones, zero)
    if (planeCount > 1) carried = addPlane((plane += step), twos, carried)
    if (planeCount > 2) carried = addPlane((plane += step), fours, carried)
    if (planeCount > 3) carried = addPlane((plane += step), eights, carried)
    if (planeCount > 4) carried = addPlane((plane += step), sixteens, carried)
    if (planeCount > 5) carried = addPlane((plane += step), thirtyTwos, carried)
    if (planeCount > 6) carried = addPlane((plane += step), sixtyFours, carried)
    for (let rest = planeCount - 7; rest > 0 && v128.any_true(carried); rest--) {
      carried = addPlane((plane += step), zero, carried)
    }
  }
}

/** {@link foldColumn} of codes that lie `stride` bytes apart. */
export function foldColumnOfAll(
  planes: usize,
  step: usize,
  planeCount: i32,
  codes: usize,
  stride: usize,
  count: i32,
): void {
  foldColumn<void>(planes, step, planeCount, codes, stride, 0, count)
}

/** {@link foldColumn} of the codes whose byte offsets are listed. */
export function foldColumnOfListed(
  planes: usize,
  step: usize,
  planeCount: i32,
  codes: usize,
  list: usize,
  count: i32,
): void {
  foldColumn<u32>(planes, step, planeCount, codes, 0, list, count)
}

/** Adds `count` codes of `bytes` bytes, a multiple of 16, to the planes. */
export function foldAll(
  planes: usize,
  planeCount: i32,
  bytes: i32,
  codes: usize,
  count: i32,
): void {
  const step = <usize>bytes
  for (let start = 0; start < count; start += BLOCK) {
    const from = codes + <usize>start * step
    const used = min(BLOCK, count - start)
    for (let column: usize = 0; column < step; column += 16) {
      foldColumn<void>(planes + column, step, planeCount, from + column, step, 0, used)
    }
  }
}

/** Adds the listed codes, given by their byte offsets, to the planes. */
export function foldListed(
  planes: usize,
  planeCount: i32,
  bytes: i32,
  codes: usize,
  list: usize,
  count: i32,
): void {
  const step = <usize>bytes
  for (let start = 0; start < count; start += BLOCK) {
    const from = list + ((<usize>start) << 2)
    const used = min(BLOCK, count - start)
    for (let column: usize = 0; column < step; column += 16) {
      foldColumn<u32>(planes + column, step, planeCount, codes + column, step, from, used)
    }
  }
}

/** Adds the counters in `other` to those in `planes`; both have as many planes, `bytes` is a multiple of 16. */
export function addPlanes(planes: usize, other: usize, planeCount: i32, bytes: i32): void {
  for (let column: usize = 0; column < <usize>bytes; column += 16) {
    let carried = i8x16.splat(0)
    let offset = column
    for (let plane = 0; plane < planeCount; plane++) {
      carried = addPlane(planes + offset, v128.load(other + offset), carried)
      offset += bytes
    }
  }
}

/** Bytes whose bit `i mod 8` is set in the bits for dimension i of two bytes of a plane. */
function spread(plane: usize, bit: i32): v128 {
  const pair = v128.load16_splat(plane)
  const bytes = i8x16.swizzle(pair, i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1))
  const masks = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128)
  return v128.and(i8x16.eq(v128.and(bytes, masks), masks), i8x16.splat(<i8>((<i32>1) << bit)))
}

/** Writes the counters of `planes`, at most 32, as u32, one for each bit of a plane. */
export function expandPlanes(planes: usize, planeCount: i32, bytes: i32, counts: usize): void {
  const zero = i8x16.splat(0)
  for (let pair: usize = 0; pair < <usize>bytes; pair += 2) {
    let first = zero
    let second = zero
    let third = zero
    let fourth = zero
    let from = planes + pair
    for (let plane = 0; plane < planeCount; plane++) {
      const bits = spread(from, plane & 7)
      if (plane < 8) first = v128.or(first, bits)
      else if (plane < 16) second = v128.or(second, bits)
      else if (plane < 24) third = v128.or(third, bits)
      else fourth = v128.or(fourth, bits)
      from += bytes
    }
    const lowA = zipLow(first, second)
    const lowB = zipHigh(first, second)
    const highA = zipLow(third, fourth)
    const highB = zipHigh(third, fourth)
    v128.store(counts, v128.shuffle<i16>(lowA, highA, 0, 8, 1, 9, 2, 10, 3, 11))
    v128.store(counts, v128.shuffle<i16>(lowA, highA, 4, 12, 5, 13, 6, 14, 7, 15), 16)
    v128.store(counts, v128.shuffle<i16>(lowB, highB, 0, 8, 1, 9, 2, 10, 3, 11), 32)
    v128.store(counts, v128.shuffle<i16>(lowB, highB, 4, 12, 5, 13, 6, 14, 7, 15), 48)
    counts += 64
  }
}

/** The first eight bytes of two words in turns. */
function zipLow(a: v128, b: v128): v128 {
  return v128.shuffle<i8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
}

/** Their last eight bytes in turns. */
function zipHigh(a: v128, b: v128): v128 {
  return v128.shuffle<i8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
}
