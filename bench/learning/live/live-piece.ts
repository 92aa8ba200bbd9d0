import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { BENCH_UNITS } from '../../common/figure.ts'

const count = z.int().nonnegative()
const bound = z.number().nullable()

const figure = z.strictObject({
  id: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.enum(BENCH_UNITS),
  low: bound,
  high: bound,
  n: count.nullable(),
  tools: count.nullable(),
  goal: z.string().nullable(),
  holds: z.boolean().nullable(),
})

const pieceSchema = z.strictObject({
  model: z.strictObject({ name: z.string(), hash: z.string() }),
  seeds: z.array(count),
  /** How much was done, by name: a replay does the same. */
  amounts: z.record(z.string(), z.number()),
  figures: z.array(figure),
  notMeasured: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
  /** What the clock's figures were measured on; null where none was. */
  machine: z
    .strictObject({
      cpu: z.string(),
      cores: count,
      threads: count.nullable(),
      node: z.string(),
      /** Processes that ran or waited, averaged over a minute: what else ran is told by these. */
      loadAtBegin: z.number(),
      loadAtEnd: z.number(),
    })
    .nullable(),
  /** What the figures rest on, by what was measured. */
  details: z.record(z.string(), z.unknown()),
})

/** The figures that need logits or a clock, and what they rest on. */
export type LiveFigures = z.infer<typeof pieceSchema>

/** Reads what a live run left; undefined where there is none. @throws SyntaxError, or zod's error naming the first wrong field */
export async function readLivePiece(path: string): Promise<LiveFigures | undefined> {
  try {
    return pieceSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if ((error as { code?: string } | null)?.code === 'ENOENT') return undefined
    throw error
  }
}

/** Writes the piece in one step, so that no half file is ever merged. */
export async function writeLivePiece(path: string, piece: LiveFigures): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const text = `${JSON.stringify(pieceSchema.parse(piece), undefined, 2)}\n`
  await writeFile(`${path}.partial`, text)
  await rename(`${path}.partial`, path)
}
