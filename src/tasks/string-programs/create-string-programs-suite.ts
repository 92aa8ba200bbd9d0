import type { Random } from '../../protocol/ports/random.ts'
import { checkValues } from '../common/check-values.ts'
import { type ConventionSuite, createConventionSuite } from '../common/create-convention-suite.ts'
import type { Domain } from '../common/domain.ts'
import { sample, shuffle } from '../common/draws.ts'
import type { Teaching } from '../common/grades.ts'
import { WORDS } from '../common/words.ts'
import { wordRequest } from '../common/wordings.ts'
import { type Step, drawSteps } from './steps.ts'

/** What {@link createStringProgramsSuite} needs. */
export interface StringProgramsOptions {
  /** Names the universe, a non-negative integer. */
  seed: number
}

/** Programs of a universe, called by stones. */
const PROGRAMS =
  'agate amber basalt beryl coral flint garnet jade onyx opal quartz ruby slate topaz'
/** Words of the examples that explicit programs show; no input has them. */
const EXAMPLE_WORDS =
  'zebra lion tiger camel otter eagle horse panda sheep goose robin whale'.split(' ')
/** The order in which steps of a program are applied. */
const ORDER: readonly Step['sort'][] = ['words', 'letters', 'case', 'frame']

/**
 * *String programs*, version 1: texts to be rewritten by a program that nothing describes. What an explicit program says
 * about a wrong output is what it makes of another input; a vague one tells which sort of thing it changes.
 *
 * @throws DsoError `OPTION_INVALID` for a seed that is no non-negative integer
 */
export function createStringProgramsSuite({ seed }: StringProgramsOptions): ConventionSuite {
  return createConventionSuite({
    name: 'string-programs/1',
    seed,
    drawDomains: (random) => {
      const steps = shuffle(random, drawSteps(random))
      return shuffle(random, PROGRAMS.split(' ')).map((name, index) =>
        createDomain(`text.${name}`, compose(random, steps, index)),
      )
    },
  })
}

/** One step for half of the programs, two for most of the others, three for a few. Every step occurs in some program. */
function compose(random: Random, steps: readonly Step[], index: number): Step[] {
  const wanted = index % 2 === 0 ? 1 : index % 6 === 1 ? 3 : 2
  const first = steps[index % steps.length]
  const chosen = first === undefined ? [] : [first]
  for (const step of shuffle(random, steps)) {
    if (chosen.length === wanted) break
    if (!chosen.some(({ sort }) => sort === step.sort)) chosen.push(step)
  }
  return chosen.toSorted((a, b) => ORDER.indexOf(a.sort) - ORDER.indexOf(b.sort))
}

function createDomain(name: string, steps: readonly Step[]): Domain {
  const run = (text: string): string => steps.reduce((current, { apply }) => apply(current), text)
  const teaching: Teaching = steps.length === 1 ? 'single' : 'several'
  const hints = [...new Set(steps.map(({ hint }) => hint))]
  return {
    name,
    keys: ['output'],
    notes: ['The program rewrites its input.'],
    teaching,
    rules: [
      `output as the input after these steps: ${steps.map(({ words }) => words).join(', then ')}`,
    ],
    draw: (random) => {
      const input = sample(random, WORDS, 2 + random.integer(2))
      const example = sample(random, EXAMPLE_WORDS, input.length).join(' ')
      const text = input.join(' ')
      const expected = {
        field: 'output',
        accepted: run(text),
        explicit: `the program turns ${JSON.stringify(example)} into ${JSON.stringify(run(example))}`,
        vague: hints.join(', and '),
      }
      // A program that leaves an input as it is would teach nothing by it.
      if (expected.accepted === text) return undefined
      return {
        request: wordRequest(random, ['Run it on "{text}".', 'What becomes of "{text}"?'], {
          text,
        }),
        literals: input,
        solution: { output: expected.accepted },
        check: (answer) => checkValues(answer, [expected]),
      }
    },
  }
}
