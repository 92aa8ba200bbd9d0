import { type OpenedSuite, openSuite } from '../../src/tasks/open-suite.ts'
import { type CellPlan, HOUSE_RULES, HOUSE_TOOLS } from './plan.ts'

/** The universe of a plan, and those of its tools that take part. */
export interface OpenedUniverse {
  suite: OpenedSuite
  domains: readonly string[]
}

/** Opens what a plan speaks of. @throws DsoError `SUITE_UNKNOWN` */
export function openUniverse({
  suite: name,
  seed,
  domains: choice,
}: Pick<CellPlan, 'suite' | 'seed' | 'domains'>): OpenedUniverse {
  const suite = openSuite(name, { seed, ...(name === HOUSE_RULES ? { tools: HOUSE_TOOLS } : {}) })
  if (choice === 'all') return { suite, domains: suite.domains }
  const domains =
    choice === 'several'
      ? suite.domains.filter((domain) => suite.teachingOf(domain) === 'several')
      : suite.domains.slice(0, choice.first)
  return { suite, domains }
}
