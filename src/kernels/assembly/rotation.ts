import { mixTwelve, mixTwelveBack } from './rotation/mix-twelve'
import { mixTwelveInTurn, mixTwelveInTurnBack } from './rotation/mix-twelve-in-turn'
import { mixTwenty, mixTwentyBack } from './rotation/mix-twenty'
import { flip, mixWithin, NONE } from './rotation/mix-within'

export { compressDoubles } from './codec'

/** Bytes of a block of 32 f64, and of a group of 20 blocks. */
const BLOCK: usize = 256
const GROUP: usize = 20 * BLOCK

/** Rotates `size` (384 or 7680) f32 at `from` into f64 at `to`; `flips` has a bit a value for each of two rounds. */
export function rotateFloats(from: usize, size: i32, flips: usize, to: usize): void {
  mix<f32>(from, size, flips, to)
  mix<f64>(to, size, flips + <usize>(size >> 3), to)
}

/** Rotates f64; `from` may be `to`. */
export function rotateDoubles(from: usize, size: i32, flips: usize, to: usize): void {
  mix<f64>(from, size, flips, to)
  mix<f64>(to, size, flips + <usize>(size >> 3), to)
}

/** Undoes the rotation of `size` f64 in place. */
export function rotateBack(at: usize, size: i32, flips: usize): void {
  mixBack(at, size, NONE)
  mixBack(at, size, flips + <usize>(size >> 3))
  flip(at, size, flips)
}

/** One round: flips, the matrices of order 32, 20 (7680 only) and 12, and the division by the root of the size. */
function mix<T>(from: usize, size: i32, flips: usize, to: usize): void {
  const scale = f64x2.splat(1 / sqrt(<f64>size))
  if (size != 7680) {
    mixWithin<T>(from, size, flips, to)
    for (let pair = to; pair < to + BLOCK; pair += 16) mixTwelveInTurn(pair, scale)
    return
  }
  // Group by group, while it is in the cache.
  for (let group = to; group < to + 12 * GROUP; group += GROUP) {
    mixWithin<T>(from, 640, flips, group)
    for (let pair = group; pair < group + BLOCK; pair += 16) mixTwenty(pair)
    from += 640 * sizeof<T>()
    flips += 80
  }
  for (let pair = to; pair < to + GROUP; pair += 16) mixTwelve(pair, GROUP, scale)
}

/** One round with the transposed matrices. */
function mixBack(at: usize, size: i32, flips: usize): void {
  const scale = f64x2.splat(1 / sqrt(<f64>size))
  if (size != 7680) {
    mixWithin<f64>(at, size, flips, at)
    for (let pair = at; pair < at + BLOCK; pair += 16) mixTwelveInTurnBack(pair, scale)
    return
  }
  for (let group = at; group < at + 12 * GROUP; group += GROUP) {
    mixWithin<f64>(group, 640, flips, group)
    for (let pair = group; pair < group + BLOCK; pair += 16) mixTwentyBack(pair)
    if (flips != NONE) flips += 80
  }
  for (let pair = at; pair < at + GROUP; pair += 16) mixTwelveBack(pair, GROUP, scale)
}
