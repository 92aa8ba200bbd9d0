import { zeroAddress, type Address } from 'viem'
import { expect } from 'vitest'
import type { Action } from './actions.ts'
import { type BondLedger, INSURANCE } from './bond-ledger.ts'
import type { Game } from './play-game.ts'
import type { ModelEntry } from './registry-model.ts'
import type { Place } from './registry-world.ts'

/** What the contract says of an entry; times and numbers as it returns them. */
interface EntryView {
  merkleRoot: string
  schema: bigint
  quality: bigint
  scored: boolean
  submitter: Address
  bond: bigint
  challenger: Address
  status: number
  submittedAt: bigint
  round: bigint
  snapshot: bigint
  revealStartsAt: bigint
  votingEndsAt: bigint
  challengeEndsAt: bigint
  openDisputes: bigint
  disputeDeadline: bigint
}

/** Fails where model and chain differ in anybody's money, in the player's books or in the newest entries. */
export async function compareAfter(game: Game, { who }: Action): Promise<void> {
  await Promise.all([
    compareMoney(game, 'bonds', game.model.bonds),
    compareVoter(game, who),
    compareRegistry(game),
    ...game.model.entries.slice(-4).map(async (entry) => await compareEntry(game, entry)),
  ])
}

/** Fails where model and chain differ in anything. */
export async function compareAll(game: Game): Promise<void> {
  const { model, world } = game
  await Promise.all([
    compareMoney(game, 'bonds', model.bonds),
    ...(world.mode.name === 'batch' ? [compareMoney(game, 'voterBonds', model.voterBonds)] : []),
    ...model.voters.map(async (_, who) => await compareVoter(game, who)),
    ...model.entries.map(async (entry) => await compareEntry(game, entry)),
    compareRegistry(game),
    compareSets(game),
  ])
}

async function compareMoney({ world }: Game, place: Place, ledger: BondLedger): Promise<void> {
  const accounts = [...world.players.keys(), INSURANCE]
  const found = await Promise.all(
    accounts.map(async (account) => {
      const address = account === INSURANCE ? world.insurance : world.players[account]
      const [free, locked, credits, { amount, releaseAt }] = await Promise.all([
        world.read<bigint>(place, 'freeOf', [address]),
        world.read<bigint>(place, 'lockedOf', [world.addresses.registry, address]),
        world.read<bigint>(place, 'credits', [address]),
        world.read<{ amount: bigint; releaseAt: number }>(place, 'unbondingOf', [address]),
      ])
      return { free, locked, credits, unbonding: amount, releaseAt }
    }),
  )
  expect(found, `${place}`).toEqual(accounts.map((account) => ledger.of(account)))
  const token = place === 'bonds' ? 'ai' : 'zoo'
  const [unburned, balance] = await Promise.all([
    world.read<bigint>(place, 'unburned'),
    world.read<bigint>(token, 'balanceOf', [world.addresses[place]]),
  ])
  expect({ unburned, balance }).toEqual({ unburned: ledger.unburned, balance: ledger.owed })
}

async function compareVoter({ model, world }: Game, who: number): Promise<void> {
  const voter = model.voters[who]
  const found = await world.read<readonly unknown[]>('registry', 'voterOf', [world.players[who]])
  expect(found).toEqual([voter?.bond, BigInt(voter?.epoch ?? 0), voter?.pending])
}

async function compareRegistry({ model, world }: Game): Promise<void> {
  const [count, version, beyond] = await Promise.all([
    world.read<bigint>('registry', 'entryCount'),
    world.read<bigint>('registry', 'parameterVersion'),
    world.read<number>('registry', 'status', [BigInt(model.entries.length + 1)]),
  ])
  expect([count, version, beyond]).toEqual([BigInt(model.entries.length), BigInt(model.version), 0])
}

async function compareEntry({ model, world }: Game, entry: ModelEntry): Promise<void> {
  const { quality, scored } = model.qualityOf(entry)
  const [view, found] = await Promise.all([
    world.read<EntryView>('registry', 'getEntry', [BigInt(entry.id)]),
    world.read<bigint>('registry', 'idOf', [world.players[entry.submitter], entry.root]),
  ])
  expect(found, `entry of the submitter and the root`).toBe(BigInt(entry.id))
  const nameOf = (account: number | undefined) =>
    account === undefined ? zeroAddress : world.players[account]
  expect(view, `entry ${entry.id}`).toEqual({
    merkleRoot: entry.root,
    schema: 1n,
    quality: BigInt(quality),
    scored,
    submitter: nameOf(entry.submitter),
    bond: entry.parameters.bond,
    challenger: nameOf(entry.challenger),
    status: model.status(entry, world.now()),
    submittedAt: BigInt(entry.submittedAt),
    round: BigInt(entry.round),
    snapshot: BigInt(model.snapshot(entry)),
    revealStartsAt: BigInt(model.votingStart(entry) + model.mode.commitWindow),
    votingEndsAt: BigInt(model.votingEnd(entry)),
    challengeEndsAt: BigInt(model.challengeEnd(entry)),
    openDisputes: BigInt(entry.openDisputes),
    disputeDeadline: BigInt(entry.disputeDeadline),
  })
}

/** Sizes of the pages; their hashes are compared entry by entry in other tests. */
async function compareSets({ model, world }: Game): Promise<void> {
  for (const [epoch, ids] of model.finalIds) {
    const [, count, closed] = await world.read<readonly [string, bigint, boolean]>(
      'registry',
      'finalSet',
      [1n, BigInt(epoch), 0n],
    )
    expect({ count, closed }).toEqual({
      count: BigInt(ids.length),
      closed: epoch < model.epochAt(world.now()),
    })
  }
}
