import { mixTwelve, mixTwelveBack } from './rotation/mix-twelve'
import { mixTwenty, mixTwentyBack } from './rotation/mix-twenty'
import { flip, mixWithin, NONE } from './rotation/mix-within'

export { compressDoubles } from './codec'

/** Bytes of a block of 32 f64, and of a group of 20 blocks. */
const BLOCK: usize = 256
const GROUP: usize = 20 * BLOCK

/** Rotates `size` (384 or 7680) f32 at `from` into f64 at `to`; `flips` has a bit a value for each of two rounds. */
export function rotateFloats(from: usize, size: i32, flips: usize, to: usize): void {
  mixWithin<f32>(from, size, flips, to)
  mixAcross(to, size)
  mixWithin<f64>(to, size, flips + <usize>(size >> 3), to)
  mixAcross(to, size)
}

/** Rotates f64; `from` may be `to`. */
export function rotateDoubles(from: usize, size: i32, flips: usize, to: usize): void {
  mixWithin<f64>(from, size, flips, to)
  mixAcross(to, size)
  mixWithin<f64>(to, size, flips + <usize>(size >> 3), to)
  mixAcross(to, size)
}

/** Undoes the rotation of `size` f64 in place. */
export function rotateBack(at: usize, size: i32, flips: usize): void {
  mixWithin<f64>(at, size, NONE, at)
  mixBackAcross(at, size)
  mixWithin<f64>(at, size, flips + <usize>(size >> 3), at)
  mixBackAcross(at, size)
  flip(at, size, flips)
}

/** The matrices of order 20 (7680 only) and 12, and the division by the root of the size. */
function mixAcross(at: usize, size: i32): void {
  if (size == 7680) {
    for (let group = at; group < at + 12 * GROUP; group += GROUP) {
      for (let pair = group; pair < group + BLOCK; pair += 16) mixTwenty(pair)
    }
  }
  const stride = (<usize>(size / 12)) << 3
  const scale = f64x2.splat(1 / sqrt(<f64>size))
  for (let pair = at; pair < at + stride; pair += 16) mixTwelve(pair, stride, scale)
}

/** The same with the transposed matrices. */
function mixBackAcross(at: usize, size: i32): void {
  if (size == 7680) {
    for (let group = at; group < at + 12 * GROUP; group += GROUP) {
      for (let pair = group; pair < group + BLOCK; pair += 16) mixTwentyBack(pair)
    }
  }
  const stride = (<usize>(size / 12)) << 3
  const scale = f64x2.splat(1 / sqrt(<f64>size))
  for (let pair = at; pair < at + stride; pair += 16) mixTwelveBack(pair, stride, scale)
}
