import { DsoError } from '../errors.ts'

/** How the leaves of a schema are made whose entries can be aggregated (contracts/src/LeafRules.sol). */
export interface LaneRule {
  /** `signs`: a bit a lane, bit j of byte k being lane 8k + j. `scores`: two bytes a lane, big-endian, 0 … 1000. */
  kind: 'signs' | 'scores'
  /** Leaves of every entry. */
  leafCount: number
  /** Lanes of a leaf. */
  lanes: number
}

const MOST = { signs: 1, scores: 1000 } as const

/**
 * The values of one leaf.
 *
 * @throws DsoError `FORMAT_INVALID` for a leaf of another length, a score above 1000, or bits after the last lane
 */
export function readLeaf(rule: LaneRule, leaf: Uint8Array): number[] {
  const { kind, lanes } = rule
  const length = leafBytes(rule)
  if (leaf.length !== length) throw invalid({ bytes: leaf.length, expected: length })
  if (kind === 'signs') {
    if ((lanes & 7) !== 0 && leaf.at(-1)! >> (lanes & 7) !== 0) throw invalid({ lane: lanes })
    return Array.from({ length: lanes }, (_, lane) => (leaf[lane >> 3]! >> (lane & 7)) & 1)
  }
  return Array.from({ length: lanes }, (_, lane) => {
    const value = (leaf[2 * lane]! << 8) | leaf[2 * lane + 1]!
    if (value > MOST.scores) throw invalid({ lane, value })
    return value
  })
}

/** The leaf that holds these values, one a lane. @throws DsoError `FORMAT_INVALID` */
export function writeLeaf(rule: LaneRule, values: readonly number[]): Uint8Array {
  const { kind, lanes } = rule
  if (values.length !== lanes) throw invalid({ values: values.length, expected: lanes })
  const leaf = new Uint8Array(leafBytes(rule))
  for (const [lane, value] of values.entries()) {
    if (!Number.isInteger(value) || value < 0 || value > MOST[kind]) throw invalid({ lane, value })
    if (kind === 'signs') leaf[lane >> 3]! |= value << (lane & 7)
    else leaf.set([value >> 8, value & 255], 2 * lane)
  }
  return leaf
}

/** Length of a leaf in bytes. */
export function leafBytes({ kind, lanes }: LaneRule): number {
  return kind === 'signs' ? Math.ceil(lanes / 8) : 2 * lanes
}

function invalid(details: Readonly<Record<string, number>>): DsoError {
  return new DsoError('FORMAT_INVALID', { details: { field: 'leaf', ...details } })
}
