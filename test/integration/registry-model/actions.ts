import fc from 'fast-check'
import type { Mode } from './settings.ts'

/**
 * One step of a game, in numbers that mean something only on the table: `who` is a player, `which` counts entries back
 * from the newest, `pick` chooses among what the step can be.
 */
export interface Action {
  kind: (typeof KINDS)[number]
  who: number
  which: number
  pick: number
  amount: number
}

const KINDS = [
  'deposit',
  'requestWithdrawal',
  'withdraw',
  'claim',
  'burn',
  'submit',
  'vote',
  'commit',
  'reveal',
  'challenge',
  'tally',
  'finalise',
  'openDispute',
  'closeDispute',
  'slash',
  'addVoterBond',
  'removeVoterBond',
  'setParameters',
  'pause',
  'lock',
  'wait',
] as const

/** How often each kind is drawn: the road from a submission to its end more often than the ditches beside it. */
const WEIGHTS: Readonly<Record<Mode['name'], Partial<Record<Action['kind'], number>>>> = {
  direct: {
    submit: 10,
    vote: 24,
    wait: 3,
    finalise: 7,
    tally: 3,
    challenge: 5,
    slash: 3,
    openDispute: 3,
  },
  batch: {
    submit: 10,
    commit: 14,
    reveal: 14,
    wait: 3,
    finalise: 6,
    tally: 3,
    challenge: 4,
    slash: 3,
    openDispute: 3,
    addVoterBond: 2,
  },
}

/** A random game of `steps` steps. */
export function games({ name }: Mode, steps: number): fc.Arbitrary<Action[]> {
  const kind = fc.oneof(
    ...KINDS.map((each) => ({ weight: WEIGHTS[name][each] ?? 1, arbitrary: fc.constant(each) })),
  )
  const action = fc.record({
    kind,
    who: fc.nat({ max: 4 }),
    which: fc.nat({ max: 5 }),
    pick: fc.nat({ max: 999 }),
    amount: fc.nat({ max: 1_000_000 }),
  })
  // Small numbers are no more interesting than others here.
  return fc.noBias(fc.array(action, { minLength: steps, maxLength: steps }))
}
