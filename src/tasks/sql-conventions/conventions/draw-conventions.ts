import type { Random } from '../../../protocol/ports/random.ts'
import { shuffle } from '../../common/draws.ts'
import { drawCodes } from './codes.ts'
import type { FilterConvention, HiddenConvention, MeasureConvention } from './convention.ts'
import { HIDDEN_CONVENTIONS } from './hidden.ts'
import { drawMeasures } from './measures.ts'
import { drawPeriods } from './periods.ts'

/** The conventions of a universe by kind, in a drawn order. */
export interface ConventionPool {
  measure: readonly MeasureConvention[]
  filter: readonly FilterConvention[]
  hidden: readonly HiddenConvention[]
}

/** Draws what the conventions of a universe leave open, and their order. */
export function drawConventions(random: Random): ConventionPool {
  return {
    measure: shuffle(random, drawMeasures(random)),
    filter: shuffle(random, [...drawCodes(random), ...drawPeriods(random)]),
    hidden: shuffle(random, HIDDEN_CONVENTIONS),
  }
}
