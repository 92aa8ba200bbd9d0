import { existsSync } from 'node:fs'
import { pullWeights } from '../src/models/weights/pull-weights.ts'
import { DsoError } from '../src/protocol/errors.ts'

/** Weights for live tests, or why there are none. */
export type LiveWeights =
  | { kind: 'present'; paths: Readonly<Record<string, string>> }
  | { kind: 'absent'; reason: string }

const FOLDER = 'node_modules/.cache/dso-live-weights'

/**
 * Pulls weights once per checkout for tests on a real model. Where none can be had, or `DSO_SKIP_LIVE=1` says so, the
 * reason is printed and the tests are to be skipped.
 */
export async function liveWeights(name: string): Promise<LiveWeights> {
  const skipped = (reason: string): LiveWeights => {
    process.stderr.write(`live tests on ${name} are skipped: ${reason}\n`)
    return { kind: 'absent', reason }
  }
  if (process.env['DSO_SKIP_LIVE'] === '1') return skipped('DSO_SKIP_LIVE=1')
  if (!existsSync('node_modules')) return skipped('no node_modules to cache weights in')
  try {
    const { paths } = await pullWeights(name, { folder: FOLDER })
    return { kind: 'present', paths }
  } catch (error) {
    if (DsoError.is(error, 'WEIGHTS_UNREACHABLE')) return skipped(error.message)
    throw error
  }
}
