import type { Look } from '../../src/cli/output/terminal.ts'
import { formatBytes, formatCount } from '../../src/report/text/format-number.ts'
import { type Column, layoutTable } from '../../src/report/text/layout-table.ts'
import { formatBenchValue } from '../common/figure.ts'
import type { CollectionLine } from './measure-collection.ts'
import type { MethodErrors } from './measure-errors.ts'
import type { StorageTable } from './measure-storage.ts'
import { DIMENSION } from './sources.ts'

type Paper = Pick<Look, 'tableWidth' | 'paint'>

/** Seed B's Table 4 with measured figures: bytes and RMSE of each method on each source. */
export function describeErrors(table: readonly MethodErrors[], paper: Paper): string {
  const sources = table[0]?.sources.map(({ source }) => source) ?? []
  return draw(
    `RMSE in percent, vectors of ${DIMENSION} values and length 1`,
    ['method', 'bytes', 'ratio', ...sources],
    table.map(({ method, sources: cells }) => {
      const bytes = cells[0]?.bytes ?? 0
      const ratio = bytes === 0 ? '' : formatBenchValue((4 * DIMENSION) / bytes, 'ratio')
      return [
        method,
        formatCount(bytes),
        ratio,
        ...cells.map(({ rmsePercent }) => formatBenchValue(rmsePercent, 'share')),
      ]
    }),
    paper,
  )
}

/** Seed B's Table 8 with measured figures. */
export function describeCollection(lines: readonly CollectionLine[], paper: Paper): string {
  return draw(
    'Embeddings of real texts, spread over 7680 values',
    ['method', 'vectors', 'original', 'compressed', 'ratio', 'mean RMSE', 'most'],
    lines.map((line) => [
      line.method,
      formatCount(line.vectors),
      formatBytes(line.originalBytes),
      formatBytes(line.compressedBytes),
      formatBenchValue(line.ratio, 'ratio'),
      formatBenchValue(line.meanRmsePercent, 'percent'),
      formatBenchValue(line.mostRmsePercent, 'percent'),
    ]),
    paper,
  )
}

/** Seed A's storage table with measured figures. */
export function describeStorage(table: StorageTable, paper: Paper): string {
  const rows: [string, number][] = [
    ['embeddings, 32 bits a value', table.floatBytes],
    ['embeddings, one bit a value', table.codeBytes],
    ['signed shards with texts and the codes', table.blockBytes],
    ['the same with the 32-bit embeddings', table.blockBytesWithFloats],
  ]
  return draw(
    `Storage of ${formatCount(table.experiences)} experiences`,
    ['what', 'bytes', 'an experience'],
    rows.map(([what, bytes]) => [
      what,
      formatBytes(bytes),
      `${formatCount(bytes / table.experiences)} B`,
    ]),
    paper,
  )
}

function draw(
  title: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  { tableWidth, paint }: Paper,
): string {
  const columns = headers.map(
    (header, index): Column => ({ header, align: index === 0 ? 'left' : 'right', rank: 0 }),
  )
  const cells = rows.map((row) => row.map((text) => ({ text })))
  return [title, ...layoutTable({ columns, rows: cells, width: tableWidth, paint }), ''].join('\n')
}
