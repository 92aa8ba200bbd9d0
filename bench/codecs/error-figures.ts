import { type BenchFigure, type BenchUnit, makeFigure } from '../common/figure.ts'
import { type MethodErrors, shannonRmsePercent, type SourceError } from './measure-errors.ts'
import { meanAndMost } from './quality.ts'
import { DIMENSION } from './sources.ts'

/** Bytes of every code of 7680 signs or trellis bits. */
const CODE_BYTES = 964

/** The published figures of the table of errors. @throws RangeError when it lacks a method or source */
export function errorFigures(table: readonly MethodErrors[]): BenchFigure[] {
  const cell = (method: string, source: string): SourceError => {
    const line = table.find((each) => each.method === method)
    const found = line?.sources.find((each) => each.source === source)
    if (found === undefined) throw new RangeError(`nothing was measured for ${method} on ${source}`)
    return found
  }
  const rmse = (id: string, method: string, source = 'white'): BenchFigure =>
    makeFigure(id, cell(method, source).rmsePercent, 'percent', null)
  const plain = (id: string, value: number, unit: BenchUnit): BenchFigure =>
    makeFigure(id, value, unit, null)
  const rotated = (table.find(({ method }) => method === 'rsign1')?.sources ?? []).map(
    ({ rmsePercent }) => rmsePercent,
  )
  const least = shannonRmsePercent(CODE_BYTES)
  const tcq = cell('tcq1', 'white').rmsePercent
  const printed = cell('zip002', 'white')
  return [
    makeFigure(
      'rsign1-rmse-percent-min',
      -meanAndMost(rotated.map((each) => -each)).most,
      'percent',
      {
        min: 0.682,
      },
    ),
    makeFigure('rsign1-rmse-percent-max', meanAndMost(rotated).most, 'percent', { max: 0.694 }),
    makeFigure('tcq-over-shannon', tcq / least, 'ratio', { max: 1.2 }),
    rmse('zero-rmse-percent', 'nothing'),
    plain('shannon-rmse-percent', least, 'percent'),
    rmse('sign1-rmse-percent-white', 'sign1'),
    rmse('sign1-rmse-percent-uneven', 'sign1', 'uneven'),
    plain('tcq1-rmse-percent', tcq, 'percent'),
    rmse('uint8-rmse-percent', 'uint8'),
    plain('uint8-l2', (cell('uint8', 'white').rmsePercent / 100) * Math.sqrt(DIMENSION), 'share'),
    rmse('product-rmse-percent', 'product'),
    rmse('binary-rmse-percent', 'binary'),
    rmse('zip002-rmse-percent-white', 'zip002'),
    plain('zip002-bytes-white', printed.bytes, 'bytes'),
    // One byte for the first value, then two for each run, none of which is longer than 256 here.
    plain('zip002-runs-white', (printed.bytes - 1) / 2, 'count'),
    plain('zip002-cosine-white', printed.cosine, 'cosine'),
    rmse('zip002-rmse-percent-smooth', 'zip002', 'smooth'),
    plain('zip002-bytes-smooth', cell('zip002', 'smooth').bytes, 'bytes'),
    plain('zip002-7680-ratio', (4 * DIMENSION) / CODE_BYTES, 'ratio'),
  ]
}
