import { hammingKernel } from '../../kernels/hamming.ts'
import { DsoError } from '../errors.ts'
import { checkCount } from './check-count.ts'
import type { CodeValues } from './code-values.ts'
import { stackCodes } from './stack-codes.ts'

/** Most levels of a code: what is multiplied stays below 2^53. */
const MOST_LEVELS = 4096

/** A whole cosine, in the unit of the distances between levels. */
const WHOLE = 1_000_000

/**
 * Distances from each of `others` to each of `codes`, as integers that every language finds alike.
 *
 * - signs: bits that differ
 * - levels: 1,000,000 − ⌊1,000,000 · a·b / ⌊√(a·a · b·b)⌋⌋, the quotient rounded toward zero: millionths of 1 − cosine
 *
 * @returns `others.length` × `codes.length` of them, one of the others after the other
 * @throws DsoError `SAMPLE_EMPTY` for a code without values, `PROFILE_MISMATCH` for signs among levels, `LENGTH_MISMATCH`,
 *   `FORMAT_INVALID` for levels that are all 0, `OPTION_INVALID` for more than 4096 of them
 */
export function measureCodeDistances(
  codes: readonly CodeValues[],
  others: readonly CodeValues[],
): Uint32Array {
  checkAlike([...codes, ...others])
  if (codes.every(isSigns) && others.every(isSigns)) {
    const stride = 8 * Math.ceil((codes[0]?.length ?? 0) / 8)
    const queries = stackCodes(others, stride)
    return hammingKernel.distances(stackCodes(codes, stride), codes.length, stride, queries)
  }
  const squares = codes.map((code) => dot(code, code))
  return Uint32Array.from(
    others.flatMap((other) => {
      const square = dot(other, other)
      return codes.map((code, i) => {
        const norm = floorRoot(square * squares[i]!)
        return WHOLE - Math.trunc((WHOLE * dot(code, other)) / norm)
      })
    }),
  )
}

function checkAlike(codes: readonly CodeValues[]): void {
  const first = codes[0]
  for (const [index, code] of codes.entries()) {
    const details = { field: 'codes', index }
    if (code.length === 0) throw new DsoError('SAMPLE_EMPTY', { details })
    if (isSigns(code) !== isSigns(first!)) throw new DsoError('PROFILE_MISMATCH', { details })
    if (code.length !== first!.length) {
      throw new DsoError('LENGTH_MISMATCH', {
        details: { ...details, length: code.length, expected: first!.length },
      })
    }
    if (isSigns(code)) continue
    checkCount('codes.length', code.length, { least: 1, most: MOST_LEVELS })
    if (code.every((level) => level === 0)) throw new DsoError('FORMAT_INVALID', { details })
  }
}

function isSigns(code: CodeValues): code is Uint8Array {
  return code instanceof Uint8Array
}

function dot(a: CodeValues, b: CodeValues): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** ⌊√x⌋ of an integer up to 2^53. */
function floorRoot(x: number): number {
  let root = Math.floor(Math.sqrt(x))
  while (root * root > x) root--
  while ((root + 1) * (root + 1) <= x) root++
  return root
}
