import { listRawErrors } from '../../src/learning/baselines/list-raw-errors.ts'
import { listTrajectories } from '../../src/learning/baselines/list-trajectories.ts'
import { quoteVerifier } from '../../src/learning/baselines/quote-verifier.ts'
import { rotateMemory } from '../../src/learning/baselines/rotate-memory.ts'
import { coverCases } from '../../src/learning/cover-cases.ts'
import type { Form } from '../../src/learning/gate/choose-form.ts'
import type { MemoryItem } from '../../src/learning/memory.ts'
import type { DomainPractice } from '../../src/learning/practise-domain.ts'
import type { Random } from '../../src/protocol/ports.ts'
import type { OpenedSuite } from '../../src/tasks/open-suite.ts'
import type { Arm } from './arms.ts'
import { randomSentence } from './random-sentence.ts'
import { TIPS } from './tips.ts'

/** What stands in the prompt of a tool's tasks under an arm. */
export type MemoryOf = (domain: string) => readonly MemoryItem[]

/** Arms that need no sharing. */
export type LocalArm = Exclude<
  Arm,
  `shared${string}` | `unchecked${string}` | `own-shared${string}`
>

/** Words of a lesson: the placebo's length. */
const LESSON_WORDS = 14

/** The memory of every tool under every arm that needs no sharing. */
export function gatherArms(
  suite: OpenedSuite,
  practices: ReadonlyMap<string, DomainPractice>,
  random: Random,
): Record<LocalArm, MemoryOf> {
  const domains = [...practices.keys()]
  const noise = new Map(
    domains.map((domain) => [domain, [{ text: randomSentence(random, LESSON_WORDS) }]]),
  )
  const own: MemoryOf = (domain) => chosenOf(practices.get(domain))
  const shuffled = rotateMemory(domains, own)
  const withPractice =
    (make: (practice: DomainPractice) => readonly MemoryItem[]): MemoryOf =>
    (domain) => {
      const practice = practices.get(domain)
      return practice === undefined ? [] : make(practice)
    }
  return {
    none: () => [],
    own,
    sentence: withPractice((practice) => bestOf(practice, 'sentence')),
    both: withPractice((practice) => bestOf(practice, 'both')),
    'one-example': withPractice(({ evidence }) =>
      evidence.worked.slice(0, 1).map((example) => ({ example })),
    ),
    'four-examples': withPractice(({ evidence }) => {
      const several = coverCases(evidence)
      const shown = several.length > 0 ? several : evidence.worked.slice(0, 4)
      return shown.map((example) => ({ example }))
    }),
    template: withPractice(({ evidence }) => {
      const text = quoteVerifier(evidence)
      return text === undefined ? [] : [{ text }]
    }),
    'raw-errors': withPractice(({ evidence }) => listRawErrors(evidence)),
    trajectories: withPractice(({ groups }) => listTrajectories(groups)),
    tips: () => TIPS,
    random: (domain) => noise.get(domain) ?? [],
    shuffled: (domain) => shuffled.get(domain) ?? [],
    oracle: (domain) => [{ text: suite.describeRules(domain) }],
  }
}

/** What the gate let through; empty where nothing was. */
export function chosenOf(practice: DomainPractice | undefined): readonly MemoryItem[] {
  return practice?.gate.decision === 'accepted' ? practice.gate.chosen.memory : []
}

/** The best trial of a form at the gate, whether or not it was proved; empty where the form was never tried. */
function bestOf({ gate }: DomainPractice, form: Form): readonly MemoryItem[] {
  const trials = gate.tried.filter((trial) => trial.form === form)
  return trials.toSorted((a, b) => b.solved - a.solved)[0]?.memory ?? []
}
