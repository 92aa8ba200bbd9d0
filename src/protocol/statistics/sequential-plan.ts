import { DsoError } from '../errors.ts'
import { probabilityPositive } from './probability-positive.ts'

/** What a sequential test is planned for. */
export interface SequentialPlanOptions {
  /** Most tasks that are tried, 1…256. */
  tasks: number
  /** Most probability that a candidate without effect is accepted, above 0, at most 0.5. */
  error: number
}

/** Where a test stands. */
export interface SequentialState {
  /** Tasks on which the candidate did better. */
  wins: number
  /** Tasks on which it did worse. */
  losses: number
  /** Tasks tried, ties included. */
  done: number
}

/** What a sequential test says after some tasks. */
export type SequentialDecision = 'accept' | 'reject' | 'continue'

/** A truncated sequential test of paired wins and losses. */
export interface SequentialPlan {
  /** P(gain > 0) that wins and losses so far must reach; above 1 where so few tasks can prove nothing. */
  threshold: number
  /** Exact probability that a candidate without effect is accepted if no task is a tie; less if some are. */
  error: number
  /** The least gain, from 0.3 on, that is accepted with a probability of 0.8; 0.9 where none is. */
  gain: number
  /** Probability that this gain is accepted. */
  power: number
  /** @throws DsoError `OPTION_INVALID` for counts that are not whole or exceed the plan */
  decide(state: SequentialState): SequentialDecision
}

/** Most tasks of a plan: its table of conditional power has about n³/6 entries. */
const MAX_TASKS = 256

/** Gains that a test may be planned for: what a useful lesson gains, and more where few tasks can prove only more. */
const GAINS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const

/** Share of tasks that a useful lesson loses; it wins its gain and this share. */
const LOSSES = 0.05

/** Probability with which the planned gain is to be accepted. */
const WANTED_POWER = 0.8

/** Least probability of the planned gain still to be accepted; below it the rest of the tasks is not worth the calls. */
const LEAST_POWER = 0.1

/**
 * Plans a truncated sequential test: after any number of tasks a candidate is accepted once P(gain > 0) reaches a
 * threshold, and rejected once the planned gain would hardly be accepted any more, or at the end.
 *
 * The threshold is the lowest one whose exact error is within the bound. Under no effect, whatever the share of ties, the
 * tasks that are no ties are tosses of a fair coin, at most n of them; the probability that n tosses ever cross the
 * threshold is computed by dynamic programming, so it bounds the error however often one looks, in batches too, and
 * rejecting early only lowers it. Compare Wald 1945, truncated; the constant posterior threshold is Pocock's 1977 shape.
 *
 * @throws DsoError `OPTION_INVALID`
 */
export function planSequentialTest({ tasks, error }: SequentialPlanOptions): SequentialPlan {
  if (!Number.isInteger(tasks) || tasks < 1 || tasks > MAX_TASKS) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'tasks', value: tasks } })
  }
  if (!(error > 0 && error <= 0.5)) {
    throw new DsoError('OPTION_INVALID', { details: { option: 'error', value: error } })
  }
  const needed = chooseBoundary(tasks, error)
  let gain: number = GAINS[0]
  let power = tabulatePower(tasks, needed.wins, gain)
  for (const larger of GAINS.slice(1)) {
    if (power(0, 0, 0) >= WANTED_POWER) break
    gain = larger
    power = tabulatePower(tasks, needed.wins, gain)
  }
  return {
    threshold: needed.threshold,
    error: needed.error,
    gain,
    power: power(0, 0, 0),
    decide({ wins, losses, done }) {
      const counts = [wins, losses, done]
      if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
        throw new DsoError('OPTION_INVALID', { details: { wins, losses, done } })
      }
      if (done > tasks || wins + losses > done) {
        throw new DsoError('OPTION_INVALID', { details: { wins, losses, done, tasks } })
      }
      if (wins >= needed.wins[losses]!) return 'accept'
      if (done === tasks) return 'reject'
      return power(done, wins, losses) < LEAST_POWER ? 'reject' : 'continue'
    },
  }
}

interface Boundary {
  threshold: number
  error: number
  /** Least wins that are accepted, by losses; above `tasks` where none are. */
  wins: Int32Array
}

/** The lowest threshold on P(gain > 0) that keeps the error, by bisection over the values that it can take. */
function chooseBoundary(tasks: number, error: number): Boundary {
  const values = new Set<number>()
  for (let losses = 0; losses < tasks; losses++) {
    for (let wins = losses + 1; wins + losses <= tasks; wins++) {
      values.add(probabilityPositive(wins, losses))
    }
  }
  const thresholds = [...values].sort((a, b) => a - b)
  let low = 0
  let high = thresholds.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (crossing(tasks, boundaryOf(tasks, thresholds[middle]!)) <= error) high = middle
    else low = middle + 1
  }
  // Too few tasks for so small an error: a threshold that nothing reaches.
  const threshold = thresholds[low] ?? 2
  const wins = boundaryOf(tasks, threshold)
  return { threshold, error: crossing(tasks, wins), wins }
}

function boundaryOf(tasks: number, threshold: number): Int32Array {
  const needed = new Int32Array(tasks + 1).fill(tasks + 1)
  for (let losses = 0; losses <= tasks; losses++) {
    for (let wins = losses + 1; wins + losses <= tasks; wins++) {
      if (probabilityPositive(wins, losses) < threshold) continue
      needed[losses] = wins
      break
    }
  }
  return needed
}

/** Probability that a fair coin, tossed `tasks` times, is ever at or above the boundary. */
function crossing(tasks: number, needed: Int32Array): number {
  let crossed = 0
  // By losses, after `tosses` tosses without a crossing.
  let alive = new Float64Array(tasks + 2)
  alive[0] = 1
  for (let tosses = 1; tosses <= tasks; tosses++) {
    const next = new Float64Array(tasks + 2)
    for (let losses = 0; losses < tosses; losses++) {
      const half = alive[losses]! / 2
      if (half === 0) continue
      next[losses + 1]! += half
      if (tosses - losses >= needed[losses]!) crossed += half
      else next[losses]! += half
    }
    alive = next
  }
  return crossed
}

/** Probability of a gain to be accepted in what is left, from every state; a rejection on the way ends it. */
function tabulatePower(
  tasks: number,
  needed: Int32Array,
  gain: number,
): (done: number, wins: number, losses: number) => number {
  const side = tasks + 2
  const tables: Float64Array[] = Array.from({ length: tasks + 1 }, () => new Float64Array(0))
  const win = gain + LOSSES
  for (let done = tasks; done >= 0; done--) {
    const table = new Float64Array(side * (done + 1))
    const later = tables[done + 1]
    for (let losses = 0; losses <= done; losses++) {
      for (let wins = 0; wins + losses <= done; wins++) {
        table[losses * side + wins] = powerAt(later, losses, wins)
      }
    }
    tables[done] = table
  }
  return (done, wins, losses) => tables[done]![losses * side + wins]!

  function powerAt(later: Float64Array | undefined, losses: number, wins: number): number {
    if (wins >= needed[losses]!) return 1
    if (later === undefined) return 0
    const after = (l: number, w: number): number => {
      const power = later[l * side + w]!
      return power < LEAST_POWER ? 0 : power
    }
    return (
      win * after(losses, wins + 1) +
      LOSSES * after(losses + 1, wins) +
      (1 - win - LOSSES) * after(losses, wins)
    )
  }
}
