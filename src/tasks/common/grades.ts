import type { Random } from '../../protocol/ports/random.ts'

/** How much a service says when it refuses: the rule, a hint from which alone it does not follow, nothing. */
export type ErrorGrade = 'explicit' | 'vague' | 'silent'

/**
 * How a convention can be learnt: `guessable` without any experience, `single` from one accepted answer, `several`
 * only from more than one (mappings, brackets).
 */
export type Teaching = 'guessable' | 'single' | 'several'

const CYCLES: Readonly<Record<Teaching, readonly ErrorGrade[]>> = {
  guessable: ['explicit', 'vague'],
  single: ['vague', 'explicit'],
  several: ['vague', 'explicit'],
}

/** Silent services are rare and have one convention: where nothing is said and nothing guessed, little is learnt. */
const SILENT_SHARE = 0.08

/** Gives a domain with so many conventions, the hardest learnt in such a way, its grade. */
export type Grader = (teaching: Teaching, conventions: number) => ErrorGrade

/**
 * Makes a grader: explicit and vague in turns within each way of learning, and a few silent ones among those whose one
 * convention a single accepted answer teaches.
 */
export function createGrader(random: Random): Grader {
  const given = { guessable: 0, single: 0, several: 0 }
  return (teaching, conventions) => {
    const cycle = CYCLES[teaching]
    if (teaching === 'single' && conventions === 1 && random.next() < SILENT_SHARE) return 'silent'
    return cycle[given[teaching]++ % cycle.length] ?? 'vague'
  }
}
