import type { WorkedExample } from '../protocol/experience/experience.ts'
import { countValues, coverValues } from './cover-values.ts'
import type { DomainEvidence } from './gather-evidence.ts'

/** Most examples of one domain that are shown together. */
const MAX_EXAMPLES = 4

/** Up to four accepted calls that show what one does not: different values of the parameter that has most of them. */
export function coverCases({ fields, worked }: DomainEvidence): WorkedExample[] {
  const [varied] = fields
    .map(({ field }) => ({ field, values: countValues(worked, field) }))
    .toSorted((a, b) => b.values - a.values)
  return varied === undefined ? [] : coverValues(worked, varied.field, MAX_EXAMPLES)
}
