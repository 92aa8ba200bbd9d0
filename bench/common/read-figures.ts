import { z } from 'zod'
import { BENCH_UNITS, type BenchFigure } from './figure.ts'

const format = z.looseObject({
  bench: z.string(),
  figures: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      label: z.string().exactOptional(),
      value: z.number(),
      unit: z.enum(BENCH_UNITS),
      goal: z.string().nullable(),
      holds: z.boolean().nullable(),
    }),
  ),
})

/** The figures in the text of a results file. @throws SyntaxError, or zod's error naming the first wrong field */
export function readFigures(json: string): BenchFigure[] {
  return format.parse(JSON.parse(json)).figures
}
