import { fc, test } from '@fast-check/vitest'
import { keccak256, stringToBytes } from 'viem'
import { expect } from 'vitest'
import { DsoError } from '../protocol/errors.ts'
import type { StakingLedger } from '../protocol/ports.ts'
import { createDevChain, type DevChain } from './create-dev-chain.ts'
import { createLedger } from './create-ledger.ts'
import { createMemoryLedger } from './create-memory-ledger.ts'
import { MemoryChain } from './memory-chain.ts'
import type { RegistryParameters } from './registry-parameters.ts'

const AI = 10n ** 18n
const WINDOW = 12
const ACCOUNTS = ['a', 'b', 'c', 'd'].map((name, i) => ({
  name,
  fundWei: 130n * AI,
  stakeWei: BigInt(10 * (i + 1)) * AI,
  zooWei: 40n * AI,
}))

/** Every rule of a registry with direct votes counts. */
const HARD: Partial<RegistryParameters> = {
  challengeSeconds: 5,
  participationBps: 2500,
  agreementDelta: 64,
  agreementBps: 6000,
  weightCapBps: 3000,
  maxRolls: 2,
  burnShare: 501,
  bountyShare: 150,
  bountyCapWei: 3n * AI,
  lowQualityShare: 333,
}

interface World {
  ledgers: StakingLedger[]
  increaseTime(seconds: number): Promise<void>
}

const step = fc.record({
  verb: fc.constantFrom(
    ...(['submit', 'submit', 'vote', 'vote', 'vote', 'challenge', 'finalise', 'finalise'] as const),
    ...(['stake', 'unstake', 'withdraw', 'claim', 'wait', 'wait'] as const),
  ),
  who: fc.nat({ max: ACCOUNTS.length - 1 }),
  /** Counted back from the newest entry, mostly. */
  entry: fc.nat({ max: 3 }),
  score: fc.oneof(fc.constantFrom(0, 299, 300, 1000), fc.nat({ max: 1000 })),
  amount: fc.nat({ max: 12 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function act(world: World, { verb, who, entry, score, amount }: Step, newest: bigint) {
  const ledger = world.ledgers[who]
  if (ledger === undefined) throw new Error('no such account')
  const id = newest - BigInt(entry) < 0n ? 0n : newest - BigInt(entry)
  const amountWei = BigInt(amount) * AI
  switch (verb) {
    case 'submit': {
      // The amount picks the root, so that some are taken.
      const merkleRoot = keccak256(stringToBytes(`root ${amount} ${newest % 3n}`))
      return await ledger.submit({ merkleRoot, cid: `cid ${amount}`, schema: 1n })
    }
    case 'vote':
      return await ledger.voteQuality(id, score)
    case 'challenge':
      return await ledger.challenge(id)
    case 'finalise':
      return await ledger.finalise(id)
    case 'stake':
      return await ledger.stake(amountWei)
    case 'unstake':
      return await ledger.requestUnstake(amountWei)
    case 'withdraw':
      return await ledger.withdraw()
    case 'claim':
      return await ledger.claim()
    case 'wait':
      return await world.increaseTime(amount + 1)
  }
}

async function play(world: World, steps: readonly Step[]): Promise<unknown> {
  const outcomes: unknown[] = []
  let newest = 0n
  for (const one of steps) {
    const outcome: unknown = await act(world, one, newest).catch((error: unknown) => {
      if (DsoError.is(error, 'TRANSACTION_REVERTED')) return error.details['reason']
      throw error
    })
    if (typeof outcome === 'bigint') newest = outcome
    outcomes.push([one.verb, outcome])
  }
  const [reader] = world.ledgers
  const entries = []
  for (let id = 1n; id <= newest; id++) entries.push(await reader?.getEntry(id))
  const firstEnd = entries[0]?.votingEndsAt ?? 0n
  return {
    outcomes,
    // Set-up takes a different number of blocks; from then on both clocks must agree.
    entries: entries.map(
      (entry) =>
        entry && {
          ...entry,
          votingEndsAt: entry.votingEndsAt - firstEnd,
          challengeEndsAt: entry.challengeEndsAt - firstEnd,
        },
    ),
    balances: await Promise.all(world.ledgers.map((ledger) => ledger.getBalances())),
    events: (await reader?.readEvents(undefined))?.events.map(
      ({ block: _block, logIndex: _logIndex, ...event }) =>
        'votingStartsAt' in event
          ? { ...event, votingStartsAt: event.votingStartsAt - firstEnd }
          : event,
    ),
  }
}

function evmWorld(chain: DevChain): World {
  const { rpcUrl, chainId, addresses } = chain
  return {
    increaseTime: chain.increaseTime,
    ledgers: [...chain.accounts.values()].map(({ privateKey }) =>
      createLedger({ rpcUrl, chainId, ...addresses, account: privateKey, pollMs: 10 }),
    ),
  }
}

async function memoryWorld(
  chain: DevChain,
  parameters: Partial<RegistryParameters>,
): Promise<World> {
  const addresses = [...chain.accounts.values()].map(({ address }) => address)
  const memory = new MemoryChain({
    holders: addresses.map((address, i) => {
      const { fundWei = 0n, stakeWei = 0n, zooWei = 0n } = ACCOUNTS[i] ?? {}
      return { address, amountWei: fundWei, zooWei: stakeWei + zooWei }
    }),
    parameters,
    votingWindowSeconds: WINDOW,
    withdrawalSeconds: 2 * WINDOW,
  })
  const ledgers = addresses.map((account) => createMemoryLedger({ chain: memory, account }))
  for (const [i, ledger] of ledgers.entries()) await ledger.stake(ACCOUNTS[i]?.stakeWei ?? 0n)
  return { ledgers, increaseTime: async (seconds) => memory.increaseTime(seconds) }
}

test.prop([fc.array(step, { minLength: 40, maxLength: 60, size: 'max' }), fc.boolean()], {
  numRuns: 8,
  endOnFailure: true,
})(
  'the memory ledger and the contracts agree on every sequence of calls',
  async (steps, hard) => {
    const parameters = hard ? HARD : {}
    await using chain = await createDevChain({
      seed: new Uint8Array([9]),
      accounts: ACCOUNTS,
      votingWindowSeconds: WINDOW,
      parameters,
      settings: { lockWithdrawalSeconds: 2 * WINDOW },
    })
    const memory = await play(await memoryWorld(chain, parameters), steps)
    expect(await play(evmWorld(chain), steps)).toEqual(memory)
  },
  300_000,
)
