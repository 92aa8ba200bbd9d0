import { addVotes } from '../../src/protocol/aggregate/add-votes.ts'
import { aggregateRobustly } from '../../src/protocol/aggregate/aggregate-robustly.ts'
import { centredClipping } from '../../src/protocol/aggregate/centred-clipping.ts'
import { countVotes } from '../../src/protocol/aggregate/count-votes.ts'
import { createVotes } from '../../src/protocol/aggregate/create-votes.ts'
import { decodeMargins } from '../../src/protocol/aggregate/decode-margins.ts'
import { geometricMedian } from '../../src/protocol/aggregate/geometric-median.ts'
import { majoritySign } from '../../src/protocol/aggregate/majority-sign.ts'
import { meanVector } from '../../src/protocol/aggregate/mean-vector.ts'
import { medianVector } from '../../src/protocol/aggregate/median-vector.ts'
import { mixNearest } from '../../src/protocol/aggregate/mix-nearest.ts'
import { multiKrum } from '../../src/protocol/aggregate/multi-krum.ts'
import { trimmedMeanVector } from '../../src/protocol/aggregate/trimmed-mean-vector.ts'

/** What an aggregator gets. */
export interface Submission {
  /** What contributors sent, as it is. */
  vectors: readonly Float32Array[]
  /** The sign codes of these. */
  codes: readonly Uint8Array[]
  /** How many of them are lies; only told to those that need it, which no real one would know. */
  faulty: number
}

/** Aggregators that share work. */
export interface AggregatorGroup {
  ids: readonly string[]
  /** Whether it runs on all attacked concepts or, being slow, on the first of them. */
  slow: boolean
  /** One direction for each id; any length. */
  aggregate: (submission: Submission) => Float32Array[]
}

/** Radius of centred clipping: the length of an honest vector. */
const RADIUS = 1

/** All that are compared. `robust` is the recipe; the others are what the seeds and the literature name. */
export const AGGREGATORS: readonly AggregatorGroup[] = [
  {
    ids: ['robust'],
    slow: false,
    aggregate: ({ codes }) => [decodeMargins(aggregateRobustly({ codes }))],
  },
  { ids: ['median'], slow: false, aggregate: ({ vectors }) => [medianVector(vectors)] },
  { ids: ['mean'], slow: false, aggregate: ({ vectors }) => [meanVector(vectors)] },
  {
    ids: ['vote-margin', 'majority-sign'],
    slow: false,
    aggregate: ({ codes }) => {
      const tally = addVotes(createVotes({ bytes: codes[0]!.length }), { codes })
      const margin = decodeMargins({ counts: countVotes(tally), whole: tally.weight })
      return [margin, unpackSigns(majoritySign(tally))]
    },
  },
  {
    ids: ['trimmed-mean'],
    slow: true,
    aggregate: ({ vectors, faulty }) => [trimmedMeanVector({ vectors, trimmed: faulty })],
  },
  {
    ids: ['multi-krum', 'krum'],
    slow: true,
    aggregate: ({ vectors, faulty }) => {
      const { vector, selected } = multiKrum({ vectors, faulty })
      return [vector, vectors[selected[0]!]!]
    },
  },
  {
    ids: ['geometric-median'],
    slow: true,
    aggregate: ({ vectors }) => [geometricMedian({ vectors })],
  },
  {
    ids: ['centred-clipping'],
    slow: true,
    aggregate: ({ vectors }) => [centredClipping({ vectors, radius: RADIUS })],
  },
  {
    ids: ['mixed-trimmed-mean'],
    slow: true,
    aggregate: ({ vectors, faulty }) => [
      trimmedMeanVector({ vectors: mixNearest({ vectors, faulty }), trimmed: faulty }),
    ],
  },
]

function unpackSigns(code: Uint8Array): Float32Array {
  return Float32Array.from({ length: 8 * code.length }, (_, i) =>
    (code[i >> 3]! >> (i & 7)) & 1 ? 1 : -1,
  )
}
