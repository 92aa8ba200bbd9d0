import type { Random } from '../../protocol/ports/random.ts'
import { checkValues } from './check-values.ts'
import type { Domain } from './domain.ts'
import type { Teaching } from './grades.ts'

/** A request whose answer is one value. */
export interface DrawnValue {
  request: string
  accepted: string | number
  literals: readonly (string | number)[]
  case?: string
  /** What an explicit service says about this request, where it differs from the domain's. */
  explicit?: string
}

/** A tool that is answered with one value under one convention. */
export interface ValueDomain {
  name: string
  key: string
  teaching: Teaching
  /** The convention, to stand after "write KEY "; its example occurs in no request. */
  rule: string
  explicit: string
  vague: string
  notes?: readonly string[]
  draw(random: Random): DrawnValue | undefined
}

/** A domain with one key and one accepted value for each request. */
export function toDomain({ key, rule, explicit, vague, draw, ...domain }: ValueDomain): Domain {
  return {
    name: domain.name,
    teaching: domain.teaching,
    keys: [key],
    notes: domain.notes ?? [],
    rules: [`${key} ${rule}`],
    draw: (random) => {
      const drawn = draw(random)
      if (drawn === undefined) return undefined
      const { request, accepted, literals } = drawn
      const expected = [{ field: key, accepted, explicit: drawn.explicit ?? explicit, vague }]
      return {
        request,
        solution: { [key]: accepted },
        literals,
        ...(drawn.case === undefined ? {} : { case: drawn.case }),
        check: (answer) => checkValues(answer, expected),
      }
    },
  }
}
