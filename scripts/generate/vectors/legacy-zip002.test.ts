import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { compressZip002, decompressZip002 } from '../../../bench/codecs/zip002.ts'
import file from '../../../vectors/legacy-zip002.json' with { type: 'json' }
import { sampleVector } from './sample-vector.ts'

const { promised, cases } = z
  .strictObject({
    description: z.string(),
    promised: z.strictObject({ bytes: z.literal(964), rmsePercent: z.literal(0.51) }),
    cases: z
      .array(
        z.strictObject({
          vector: z.enum(['sample', 'running average', 'padded']),
          lcg: z.int(),
          first: z.int().min(0).max(255),
          startsUp: z.boolean(),
          runs: z.int(),
          bytes: z.int(),
          norm: z.number(),
          cosine: z.number(),
          rmsePercent: z.number(),
        }),
      )
      .length(3),
  })
  .parse(file)

describe('seed B’s Algorithms 2 and 3 as printed', () => {
  test.each(cases)('fail on: $vector', ({ bytes, norm, cosine, rmsePercent }) => {
    expect(bytes).toBeGreaterThan(promised.bytes)
    expect(Math.abs(cosine)).toBeLessThan(0.05)
    // What came in had length 1, and a decoder that returns zeros errs by 1.141 %.
    expect(norm).toBeGreaterThan(100)
    expect(rmsePercent).toBeGreaterThan(100 * 1.141)
  })

  test('still fail when they run', () => {
    const values = sampleVector(42, 7680)
    const norm = Math.hypot(...values)
    const unit = values.map((value) => value / norm)
    const code = compressZip002(unit)
    const decoded = decompressZip002(code)
    const product = unit.reduce((sum, value, i) => sum + value * decoded[i]!, 0)
    expect(code.bytes).toBeGreaterThan(promised.bytes)
    expect(Math.hypot(...decoded)).toBeGreaterThan(100)
    expect(Math.abs(product / Math.hypot(...decoded))).toBeLessThan(0.05)
  })
})
