import { type ConventionSuite, createConventionSuite } from '../common/create-convention-suite.ts'
import { shuffle } from '../common/draws.ts'
import { toDomain } from '../common/value-domain.ts'
import { drawCalendarDomains } from './calendar-domains.ts'
import { drawUnitDomains } from './unit-domains.ts'

/** What {@link createDatesAndUnitsSuite} needs. */
export interface DatesAndUnitsOptions {
  /** Names the universe, a non-negative integer. */
  seed: number
}

/**
 * *Dates and units*, version 1: arithmetic with days, times and units under the undocumented conventions of the house
 * that asks: when a fiscal year begins, what counts as a day of work, how long its foot is, which way it rounds.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer
 */
export function createDatesAndUnitsSuite({ seed }: DatesAndUnitsOptions): ConventionSuite {
  return createConventionSuite({
    name: 'dates-and-units/1',
    seed,
    drawDomains: (random) =>
      shuffle(random, [...drawCalendarDomains(random), ...drawUnitDomains(random)]).map(toDomain),
  })
}
