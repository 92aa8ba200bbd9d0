import {
  type Address,
  encodeAbiParameters,
  type Hex,
  keccak256,
  numberToHex,
  stringToHex,
  zeroHash,
} from 'viem'
import { expect } from 'vitest'
import type { Action } from './actions.ts'
import { INSURANCE } from './bond-ledger.ts'
import type { Ballot } from './decide.ts'
import { Refusal } from './refusal.ts'
import { type ModelEntry, RegistryModel } from './registry-model.ts'
import { encodeBallots, proofOf, type Place, type RegistryWorld } from './registry-world.ts'
import { laterParameters, PLAYERS, TOKEN, UNBONDING } from './settings.ts'

/** One call as both sides take it. */
interface Step {
  from: Address
  place: Place
  call: string
  args: readonly unknown[]
  /** Does the same to the model, in the second `now`, or throws a {@link Refusal}. */
  play: (model: RegistryModel, now: number) => void
}

/** One game: the model and the chain, move for move. */
export interface Game {
  model: RegistryModel
  world: RegistryWorld
  /** Roots that were used, so that a new one can be made. */
  roots: number
}

/** Begins a game on a world in its first state. */
export function beginGame(world: RegistryWorld): Game {
  return { model: new RegistryModel(world.mode, world.genesis, world.lockedAt), world, roots: 0 }
}

/** Makes one move on both sides and fails where they disagree on its outcome. */
export async function playAction(game: Game, drawn: Action): Promise<void> {
  const action = aim(game, drawn)
  if (action.kind === 'wait') {
    await game.world.wait(secondsToWait(game, action))
    return
  }
  const early = secondsTooEarly(game, action)
  if (early > 0) await game.world.wait(early)
  // What the court decides is not the registry's, so it is decided before.
  if (action.kind === 'slash' && action.pick % 3 !== 0) await rule(game, action)
  await playStep(game, stepOf(game, action))
}

/** Makes one call on both sides and fails where they disagree on its outcome. */
async function playStep({ model, world }: Game, step: Step): Promise<void> {
  const refused = await world.attempt(step.from, step.place, step.call, step.args)
  // An accepted call has been made in the present second, a refused one was tried for the next.
  const second = refused === undefined ? world.now() : world.now() + 1
  let expected: string | undefined
  try {
    step.play(model, second)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expected = error.error
  }
  expect(refused, `${step.call} at ${second}`).toBe(expected)
}

function stepOf(game: Game, action: Action): Step {
  const { model, world } = game
  const from = world.players[action.who] as Address
  const id = entryOf(model, action)
  const amount = BigInt(action.amount) * 10n ** 14n
  const bonds = (call: string, args: readonly unknown[], play: Step['play']): Step => {
    return { from, place: 'bonds', call, args, play }
  }
  const registry = (call: string, args: readonly unknown[], play: Step['play']): Step => {
    return { from, place: 'registry', call, args, play }
  }
  switch (action.kind) {
    case 'deposit':
      return bonds('deposit', [amount], (m) => m.bonds.deposit(action.who, amount))
    case 'requestWithdrawal':
      return bonds('requestWithdrawal', [amount], (m, now) =>
        m.bonds.requestWithdrawal(action.who, amount, now),
      )
    case 'withdraw':
      return bonds('withdraw', [], (m, now) => m.bonds.withdraw(action.who, now))
    case 'claim':
      return bonds('claim', [], (m) => m.bonds.claim(action.who))
    case 'burn':
      return bonds('burnSlashed', [], (m) => m.bonds.burn())
    case 'submit':
      return submission(game, action, from)
    case 'vote': {
      const score = action.amount % 1010
      return registry('voteQuality', [BigInt(id), BigInt(score)], (m, now) =>
        m.vote(action.who, id, score, now),
      )
    }
    case 'commit':
      return commitment(game, action, from)
    case 'reveal':
      return opening(game, action, from)
    case 'challenge':
      return registry('challenge', [BigInt(id)], (m, now) => m.challenge(action.who, id, now))
    case 'tally':
      return registry('tally', [BigInt(id)], (m, now) => m.tally(id, now))
    case 'finalise':
      return registry('finalise', [BigInt(id)], (m, now) => m.finalise(id, now))
    case 'openDispute': {
      const args = [world.addresses.registry, BigInt(id)]
      return { from, place: 'court', call: 'open', args, play: (m, now) => m.openDispute(id, now) }
    }
    case 'closeDispute': {
      const args = [world.addresses.registry, BigInt(id)]
      return { from, place: 'court', call: 'close', args, play: (m) => m.closeDispute(id) }
    }
    case 'slash': {
      const challenger = (action.who + (action.pick % 11 === 0 ? 1 : 0)) % PLAYERS
      const proof = action.pick % 13 === 0 ? 'another' : 'proof'
      const args = [BigInt(id), world.players[challenger], proofOf(proof)]
      return registry('slash', args, (m) => m.slash(id, challenger, proof))
    }
    case 'addVoterBond':
      // Whole bonds, so that voters can vote at all.
      return registry('addVoterBond', [BigInt(1 + (action.pick % 12)) * TOKEN], (m) =>
        m.addVoterBond(action.who, BigInt(1 + (action.pick % 12)) * TOKEN),
      )
    case 'removeVoterBond':
      return registry('removeVoterBond', [amount + 1n], (m, now) =>
        m.removeVoterBond(action.who, amount + 1n, now),
      )
    case 'setParameters': {
      const versions = laterParameters(model.mode)
      const next = versions[action.which % versions.length] ?? model.parameters
      const isAuthority = action.pick % 4 !== 0
      return {
        ...registry('setParameters', [next], (m) => m.setParameters(next, isAuthority)),
        from: isAuthority ? world.authority : from,
      }
    }
    case 'pause': {
      // A pause lasts a week, so it comes seldom.
      const isAuthority = action.pick % 8 === 0
      return {
        ...registry('pauseSubmissions', [], (m, now) => m.pause(isAuthority, now)),
        from: isAuthority ? world.authority : from,
      }
    }
    case 'lock': {
      const tokens = BigInt(1 + (action.pick % 50))
      return {
        ...registry('lock', [tokens * TOKEN, 0n], (m, now) =>
          m.lockTokens(action.who, tokens, now),
        ),
        place: 'locks',
      }
    }
    case 'wait':
      throw new RangeError('waiting is no call')
  }
}

/** Mostly good submissions, and each way in which one can be bad. */
function submission(game: Game, action: Action, from: Address): Step {
  const fault = action.pick % 20
  const entries = game.model.entries
  const own = entries.find(({ submitter }) => submitter === action.who)?.root
  const foreign = entries.find(({ submitter }) => submitter !== action.who)?.root
  game.roots++
  let root = numberToHex(game.roots, { size: 32 })
  if (fault === 1) root = (own ?? root) as Hex
  if (fault === 2) root = zeroHash
  // A root that somebody else has is no fault: it is an entry of its own.
  if (fault === 6 || fault === 7) root = (foreign ?? root) as Hex
  const entry = {
    root,
    schema: fault === 3 ? 2 : 1,
    quality: fault === 4 ? 700 : 0,
    bond: fault === 5 ? 1n : 0n,
  }
  const args = [
    {
      merkleRoot: root,
      cid: 'bafy',
      schema: BigInt(entry.schema),
      quality: BigInt(entry.quality),
      submitter: from,
      bond: entry.bond,
    },
  ]
  return {
    from,
    place: 'registry',
    call: 'submit',
    args,
    play: (model, now) => model.submit(action.who, entry, now),
  }
}

/** A list for the entries that are voted on now, sometimes with one that is not. */
function listFor({ model, world }: Game, action: Action): Ballot[] {
  const start = model.epochStart(model.epochAt(world.now() + 1))
  const fits = (entry: ModelEntry) =>
    entry.outcome === 0 && entry.submitter !== action.who && model.votingStart(entry) === start
  const wanted = model.entries.filter((entry) => fits(entry) || action.pick % 17 === entry.id)
  const ballots = wanted.map(({ id }) => ({ id, score: (action.amount * (id + 7)) % 1001 }))
  return action.pick % 19 === 0 ? ballots.toReversed() : ballots
}

function commitment(game: Game, action: Action, from: Address): Step {
  const { model, world } = game
  const ballots = listFor(game, action)
  const salt = BigInt(action.amount)
  const epoch = model.epochAt(world.now() + 1)
  return {
    from,
    place: 'registry',
    call: 'commitVotes',
    args: [hashOf(world, epoch, from, ballots, salt)],
    play: (m, now) => m.commit(action.who, { ballots, salt }, now),
  }
}

function opening({ model }: Game, action: Action, from: Address): Step {
  const list = model.voters[action.who]?.list ?? { ballots: [{ id: 1, score: 1 }], salt: 0n }
  const fits = action.pick % 15 !== 0
  const salt = fits ? list.salt : list.salt + 1n
  return {
    from,
    place: 'registry',
    call: 'revealVotes',
    args: [encodeBallots(list.ballots), numberToHex(salt, { size: 32 })],
    play: (m, now) => m.reveal(action.who, list.ballots, fits, now),
  }
}

/** What the contract calls `hashBallots`, written down once more. */
function hashOf(
  world: RegistryWorld,
  epoch: number,
  voter: Address,
  ballots: readonly Ballot[],
  salt: bigint,
): Hex {
  const ballot = {
    type: 'tuple[]',
    components: [
      { name: 'id', type: 'uint64' },
      { name: 'score', type: 'uint16' },
    ],
  }
  const types = ['bytes32', 'uint256', 'address', 'uint256', 'address'].map((type) => ({ type }))
  return keccak256(
    encodeAbiParameters(
      [...types, ballot, { type: 'bytes32' }],
      [
        keccak256(stringToHex('dso.votes.v1')),
        31_337n,
        world.addresses.registry,
        BigInt(epoch),
        voter,
        encodeBallots(ballots),
        numberToHex(salt, { size: 32 }),
      ],
    ),
  )
}

/** Has the court decide against the entry, once. */
async function rule({ model, world }: Game, action: Action): Promise<void> {
  const entry = model.entries[entryOf(model, action) - 1]
  if (entry === undefined || entry.ruling !== undefined || entry.submitter === action.who) return
  const challenger = world.players[action.who]
  const args = [BigInt(entry.id), challenger, 1 + (action.pick % 7), proofOf('proof')]
  expect(await world.attempt(world.authority, 'court', 'uphold', args)).toBeUndefined()
  entry.ruling = { challenger: action.who, proof: 'proof' }
}

/** Number of an entry near the newest; one step in forty means an entry that does not exist. */
function entryOf({ entries }: RegistryModel, { which, pick }: Action): number {
  if (entries.length === 0 || pick % 40 === 39) return entries.length + 1
  return Math.max(1, entries.length - which)
}

/** Points three moves of four at what they can reach: an entry that takes votes, a voter who has something to open. */
function aim({ model, world }: Game, action: Action): Action {
  if (action.pick % 4 === 0) return action
  const next = world.now() + 1
  if (action.kind === 'reveal') {
    const epoch = model.epochAt(next)
    const waiting = [...model.voters.keys()].filter((who) => {
      const voter = model.voters[who]
      return voter?.pending === true && voter.epoch === epoch
    })
    return { ...action, who: waiting[action.who % Math.max(1, waiting.length)] ?? action.who }
  }
  if (action.kind !== 'vote') return action
  const open = model.entries.filter((entry) => entry.outcome === 0 && next < model.votingEnd(entry))
  const aimed = open.at(-1 - (action.which % Math.max(1, open.length)))
  return aimed === undefined
    ? action
    : { ...action, which: model.entries.length - aimed.id, pick: 1 }
}

/** How long to wait for what an action is about; often nothing, so that it comes too early or too late. */
function secondsTooEarly({ model, world }: Game, action: Action): number {
  const next = world.now() + 1
  const epoch = model.epochAt(next)
  const start = model.epochStart(epoch)
  const opens = start + model.mode.commitWindow
  const entry = model.entries[entryOf(model, action) - 1]
  const until = (target: number) => Math.max(0, target - next)
  if (action.kind === 'commit' && action.pick % 4 !== 0) {
    const later = model.epochStart(epoch + 1)
    const isWanted = model.entries.some(
      (each) => each.outcome === 0 && model.votingStart(each) === later,
    )
    const isEmpty = listFor({ model, world, roots: 0 }, action).length === 0
    return isWanted && (next >= opens || isEmpty) ? until(later) : 0
  }
  if (action.kind === 'reveal' && action.pick % 4 !== 0) {
    const { pending = false, epoch: committed = 0 } = model.voters[action.who] ?? {}
    return pending && committed === epoch ? until(opens) : 0
  }
  if (entry === undefined || entry.outcome !== 0 || action.pick % 3 !== 0) return 0
  if (action.kind === 'tally') return until(model.votingEnd(entry))
  return action.kind === 'finalise' ? until(model.challengeEnd(entry)) : 0
}

/** To one second before or to the second of something that changes. */
function secondsToWait({ model, world }: Game, action: Action): number {
  const now = world.now()
  const entry = model.entries[entryOf(model, action) - 1]
  const epoch = model.epochAt(now)
  const { commitWindow, revealWindow } = model.mode
  const targets = [
    now + 1 + (action.amount % 50),
    model.epochStart(epoch + 1),
    model.epochStart(epoch) + commitWindow,
    model.epochStart(epoch) + commitWindow + revealWindow,
    ...(entry === undefined ? [] : [model.votingEnd(entry), model.challengeEnd(entry)]),
    ...(entry === undefined ? [] : [model.votingStart(entry), entry.disputeDeadline]),
    model.bonds.of(action.who).releaseAt,
  ]
  // The next call is made one second after the block that is made here.
  const target = (targets[action.pick % targets.length] ?? now) - 1 - (action.amount & 1)
  return Math.max(1, target - now)
}

/** Ends a game: every entry is settled, and everybody takes out all there is. */
export async function endGame(game: Game): Promise<void> {
  const { model, world } = game
  for (const { id } of model.entries) {
    for (let turns = 0; turns < 12 && (model.entries[id - 1]?.outcome ?? 0) === 0; turns++) {
      await world.wait(3 * 86_400)
      const play: Step['play'] = (m, now) => m.finalise(id, now)
      await playStep(game, {
        from: world.authority,
        place: 'registry',
        call: 'finalise',
        args: [BigInt(id)],
        play,
      })
    }
    expect(model.entries[id - 1]?.outcome, `entry ${id} has an end`).not.toBe(0)
  }
  for (const who of world.players.keys()) await leave(game, who)
  await world.wait(UNBONDING)
  for (const [who, from] of world.players.entries()) {
    const { unbonding, credits } = model.bonds.of(who)
    const call = async (name: string, play: Step['play']) =>
      await playStep(game, { from, place: 'bonds', call: name, args: [], play })
    if (unbonding > 0n) await call('withdraw', (m, now) => m.bonds.withdraw(who, now))
    if (credits > 0n) await call('claim', (m) => m.bonds.claim(who))
  }
  if (model.bonds.unburned > 0n) {
    const play: Step['play'] = (m) => m.bonds.burn()
    await playStep(game, {
      from: world.authority,
      place: 'bonds',
      call: 'burnSlashed',
      args: [],
      play,
    })
  }
  const left = await world.read<bigint>('ai', 'balanceOf', [world.addresses.bonds])
  expect(left, 'nothing is left behind but what the insurance can take').toBe(
    model.bonds.of(INSURANCE).credits,
  )
}

async function leave(game: Game, who: number): Promise<void> {
  const { model, world } = game
  const from = world.players[who] as Address
  const voter = model.voters[who]
  if (voter !== undefined && voter.bond > 0n) {
    const penalty = voter.pending ? voter.parameters.missPenalty : 0n
    const rest = voter.bond > penalty ? voter.bond - penalty : 0n
    const play: Step['play'] = (m, now) => m.removeVoterBond(who, rest, now)
    await playStep(game, { from, place: 'registry', call: 'removeVoterBond', args: [rest], play })
  }
  const { free } = model.bonds.of(who)
  if (free === 0n) return
  const play: Step['play'] = (m, now) => m.bonds.requestWithdrawal(who, free, now)
  await playStep(game, { from, place: 'bonds', call: 'requestWithdrawal', args: [free], play })
}
