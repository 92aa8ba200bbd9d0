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
      low: z.number().nullable().exactOptional(),
      high: z.number().nullable().exactOptional(),
      n: z.int().nullable().exactOptional(),
      tools: z.int().nullable().exactOptional(),
    }),
  ),
})

/** A figure as a results file has it: with its 95 % interval where one was computed. */
export interface QuotedFigure extends BenchFigure {
  low?: number | null
  high?: number | null
}

/** The figures in the text of a results file. @throws SyntaxError, or zod's error naming the first wrong field */
export function readFigures(json: string): QuotedFigure[] {
  return format.parse(JSON.parse(json)).figures
}
