import { endOfLock } from '../../../src/protocol/chain/end-of-lock.ts'
import { LOCK_UNIT, weighDeposit } from '../../../src/protocol/chain/weigh-deposit.ts'
import { WEEK_SECONDS, weighLock } from '../../../src/protocol/chain/weigh-lock.ts'
import { createDraws, type Draws, toColumns } from './chain-draws.ts'

const START = 1_700_000_000n
const ACCOUNTS = 24
const STEPS = 200
const HISTORY = 26n * WEEK_SECONDS

interface Holding {
  deposits: { from: bigint; wei: bigint }[]
  locks: { wei: bigint; start: bigint; end: bigint }[]
  /** Wei that were deposited without a lock. */
  loose: bigint
}

/** Weights by remaining time, ends of locks, and a history of deposits with the weights it gives. */
export function createChainLockVectors(): object {
  const draws = createDraws('chain-locks')
  const edges = [0n, 26n, 52n, 104n, 208n].flatMap((weeks) => {
    const at = weeks * WEEK_SECONDS
    return at === 0n ? [0n, 1n] : [at - 1n, at, at + 1n]
  })
  const drawn = Array.from({ length: 1000 - edges.length }, () => draws.uint(28))
  const wanted = Array.from({ length: 500 }, () =>
    draws.oneIn(5) ? WEEK_SECONDS * (draws.uint(12) + 1n) : START + draws.uint(30),
  )
  return {
    description:
      'Lock weights: of one unit (10^12 wei) by the seconds that remain, and the end of a lock by the second until which it is wanted. history: at each time an account deposits units for a duration (0: not locked), or takes unlocked units out again (kind 1); then now is its weight, allNow that of all, and past and allPast those of the account other and of all at the second at.',
    weights: toColumns(
      [...edges, ...drawn].map((remaining) => ({ remaining, weight: weighLock(remaining) })),
    ),
    ends: toColumns(wanted.map((until) => ({ wanted: until, end: endOfLock(until) }))),
    history: toColumns(playHistory(draws)),
  }
}

function playHistory(draws: Draws) {
  const holdings = Array.from(
    { length: ACCOUNTS },
    (): Holding => ({ deposits: [], locks: [], loose: 0n }),
  )
  const sumAt = (time: bigint) => holdings.reduce((sum, held) => sum + weighDeposit(held, time), 0n)
  let time = START
  return Array.from({ length: STEPS }, () => {
    time += 1n + BigInt(draws.below(draws.pick([10, 100_000, 1_500_000])))
    const account = draws.below(ACCOUNTS)
    const held = holdings[account]!
    const leaves = held.loose > 0n && draws.oneIn(2)
    const wei = leaves ? held.loose : LOCK_UNIT * (1n + draws.uint(40))
    const weeks = draws.pick([0, 1, 26, 27, 52, 53, 104, 105, 208])
    const duration = leaves || held.locks.length === 16 ? 0 : weeks * Number(WEEK_SECONDS)
    const before = held.deposits.at(-1)?.wei ?? 0n
    held.deposits.push({ from: time, wei: leaves ? before - wei : before + wei })
    if (duration > 0) held.locks.push({ wei, start: time, end: endOfLock(time + BigInt(duration)) })
    else held.loose += leaves ? -wei : wei
    const back = 1n + BigInt(draws.below(Number(HISTORY) - 1))
    const at = time - back
    const other = draws.below(ACCOUNTS)
    return {
      time,
      kind: leaves ? 1 : 0,
      account,
      units: wei / LOCK_UNIT,
      duration,
      now: weighDeposit(held, time),
      allNow: sumAt(time),
      other,
      at,
      past: weighDeposit(holdings[other]!, at),
      allPast: sumAt(at),
    }
  })
}
