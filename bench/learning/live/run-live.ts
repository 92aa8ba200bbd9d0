import type { LiveFigures } from './live-piece.ts'
import { type MeasureLiveOptions, measureLive } from './measure-live.ts'

/** Recomputes the piece that an earlier run left; measures it where there is none, or where something of it is missing. */
export async function runLive(options: MeasureLiveOptions): Promise<LiveFigures> {
  const kept = await measureLive({ ...options, mode: 'replay' })
  if (options.mode === 'replay' || kept.notMeasured.length === 0) return kept
  return await measureLive({ ...options, mode: 'live' })
}
