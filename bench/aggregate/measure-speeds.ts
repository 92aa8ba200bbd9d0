import { medianKernel } from '../../src/kernels/median.ts'
import { compareSpeeds, medianOf } from '../common/compare-speeds.ts'
import { type BenchFigure, makeFigure } from '../common/figure.ts'
import type { NumpyRival } from '../common/numpy.ts'
import { agree, type CandidateSizes, createCandidates } from './candidates.ts'

/** What is published: 100 vectors of seed B's 7680 values; 10,000 codes of as many, 9.6 MB. */
export const SIZES: CandidateSizes = { rows: 100, columns: 7680, manyCodes: 10_000 }

/** Rounds against numpy, which times itself. */
const NUMPY_ROUNDS = 7

/** What a run of speeds gives. */
export interface Speeds {
  figures: BenchFigure[]
  /** Nanoseconds of one call, by candidate. */
  nanoseconds: Record<string, number>
}

/**
 * The figures about time, all in one run.
 *
 * @param numpy undefined where it cannot be had; its figure is then left out
 * @throws Error when two ways to a result disagree, or where WebAssembly SIMD is missing
 */
export async function measureSpeeds(seed: number, numpy: NumpyRival | undefined): Promise<Speeds> {
  const { hundred, many, matrix } = await createCandidates(SIZES, seed)
  const nanoseconds = { ...compareSpeeds(hundred, { rounds: 15 }), ...compareSpeeds(many) }
  const figures = figuresOf(nanoseconds)
  if (numpy === undefined) return { figures, nanoseconds }
  const against = await compareWithNumpy(matrix, numpy)
  return {
    figures: [...figures.slice(0, 1), against.figure, ...figures.slice(1)],
    nanoseconds: { ...nanoseconds, [numpy.name]: against.nanoseconds },
  }
}

function figuresOf(nanoseconds: Record<string, number>): BenchFigure[] {
  const ratio = (a: string, b: string): number => nanoseconds[a]! / nanoseconds[b]!
  return [
    makeFigure('median-over-listing', ratio('listing', 'median'), 'ratio', { min: 40 }),
    makeFigure(
      'weighted-median-over-listing',
      ratio('weighted listing', 'weighted median'),
      'ratio',
      { min: 25 },
    ),
    makeFigure('votes100-over-listing', ratio('listing', 'votes'), 'ratio', { min: 5000 }),
    makeFigure('votes10000-share-of-bandwidth', ratio('read', 'many votes'), 'share', {
      min: 0.4,
    }),
    makeFigure('robust-over-median-time', ratio('robust', 'median'), 'ratio', { max: 1.2 }),
    makeFigure('median-checked-over-listing', ratio('listing', 'median, checked'), 'ratio', null),
    makeFigure(
      'weighted-median-over-unweighted-listing',
      ratio('listing', 'weighted median'),
      'ratio',
      null,
    ),
    makeFigure(
      'votes100-from-js-over-listing',
      ratio('listing', 'votes, from JavaScript'),
      'ratio',
      null,
    ),
    makeFigure('listing-time', nanoseconds['listing']! / 1e6, 'ms', null),
    makeFigure('median-time', nanoseconds['median']! / 1e6, 'ms', null),
    makeFigure('robust-time', nanoseconds['robust']! / 1e6, 'ms', null),
    makeFigure('votes10000-time', nanoseconds['many votes']! / 1e6, 'ms', null),
  ]
}

async function compareWithNumpy(matrix: Float32Array, numpy: NumpyRival) {
  const { rows, columns } = SIZES
  const ours = medianKernel.medians(matrix, rows)
  const theirs: number[] = []
  const mine: number[] = []
  for (let round = 0; round < NUMPY_ROUNDS; round++) {
    const { nanoseconds, medians } = await numpy.timeMedian(matrix, { rows, columns, repeats: 5 })
    agree(numpy.name, ours, medians)
    theirs.push(...nanoseconds)
    const timed = compareSpeeds(
      { median: () => void medianKernel.medians(matrix, rows) },
      { rounds: 3 },
    )
    mine.push(timed['median']!)
  }
  const nanoseconds = medianOf(theirs)
  const value = nanoseconds / medianOf(mine)
  return { nanoseconds, figure: makeFigure('median-over-numpy', value, 'ratio', { min: 4 }) }
}
