import { type KrumOptions, multiKrum } from './multi-krum.ts'

/**
 * Krum (Blanchard et al. 2017): the index of the one vector with the lowest score; see {@link multiKrum}. It is one
 * contributor's own vector, with all of that contributor's noise.
 *
 * @throws DsoError `SAMPLE_EMPTY`, `LENGTH_MISMATCH`, `VALUE_NOT_FINITE`, `OPTION_INVALID`
 */
export function krum(options: KrumOptions): number {
  return multiKrum({ ...options, selected: 1 }).selected[0]!
}
