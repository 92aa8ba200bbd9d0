import { checkCount } from './check-count.ts'
import type { VoteTally } from './vote-tally.ts'

/** Most bytes of a sign code. */
const MOST_BYTES = 2 ** 16

/**
 * A tally without votes, for sign codes of `bytes` bytes (1 … 65,536).
 *
 * @throws DsoError `OPTION_INVALID`
 */
export function createVotes({ bytes }: { bytes: number }): VoteTally {
  checkCount('bytes', bytes, { least: 1, most: MOST_BYTES })
  return { bytes, codes: 0, weight: 0, planes: new Uint8Array(0) }
}
