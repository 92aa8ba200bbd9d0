import { keccak256, stringToBytes } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DsoError } from '../../src/protocol/errors.ts'
import type { Hex, LedgerEvent, StakingLedger } from '../../src/protocol/ports.ts'

const AI = 10n ** 18n
const ZOO = 10n ** 18n

/** Weight of one ZOO that is not locked. */
const WEIGHT = 10n ** 7n

/** What the accounts hold when a suite begins, in wei. */
export const LEDGER_ACCOUNTS = [
  { name: 'alice', fundWei: 1000n * AI, stakeWei: 0n, zooWei: 0n },
  { name: 'bob', fundWei: 1000n * AI, stakeWei: 100n * ZOO, zooWei: 50n * ZOO },
  { name: 'carol', fundWei: 1000n * AI, stakeWei: 200n * ZOO, zooWei: 50n * ZOO },
  { name: 'dave', fundWei: 1000n * AI, stakeWei: 300n * ZOO, zooWei: 50n * ZOO },
  { name: 'erin', fundWei: 1000n * AI, stakeWei: 0n, zooWei: 50n * ZOO },
  { name: 'frank', fundWei: 40n * AI, stakeWei: 0n, zooWei: 0n },
] as const

/** A registry with seed A's parameters (bond 25 AI, floor 300, σ 500), three schemas and the funded accounts. */
export interface LedgerWorld {
  ledgers: Record<(typeof LEDGER_ACCOUNTS)[number]['name'], StakingLedger>
  /** Longer than any test makes blocks, in seconds. */
  votingWindowSeconds: number
  /** From the request to the withdrawal of stake. */
  withdrawalSeconds: number
  increaseTime(seconds: number): Promise<void>
  stop(): Promise<void>
}

/** What every implementation of the ledger port promises. */
export function ledgerCompliance(name: string, createWorld: () => Promise<LedgerWorld>): void {
  describe(`ledger: ${name}`, () => {
    let world: LedgerWorld
    let roots = 0
    const cid = 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'

    beforeAll(async () => {
      world = await createWorld()
    })
    afterAll(async () => {
      await world.stop()
    })

    const nextRoot = () => keccak256(stringToBytes(`root ${roots++}`))
    const submit = async (merkleRoot: Hex = nextRoot()) =>
      await world.ledgers.alice.submit({ merkleRoot, cid, schema: 1n })
    const endWindow = async () => await world.increaseTime(world.votingWindowSeconds)
    const eventsSince = async (cursor: { block: bigint; logIndex: number } | undefined) =>
      (await world.ledgers.erin.readEvents(cursor)).events
    const head = async () => (await world.ledgers.erin.readEvents(undefined)).cursor

    async function refusal(promise: Promise<unknown>): Promise<unknown> {
      const error: unknown = await promise.then(
        () => undefined,
        (cause: unknown) => cause,
      )
      return DsoError.is(error, 'TRANSACTION_REVERTED') ? error.details['reason'] : error
    }

    test('a submission locks the bond and can be read back', async () => {
      const { alice } = world.ledgers
      const before = await alice.getBalances()
      const merkleRoot = nextRoot()
      const id = await alice.submit({ merkleRoot, cid, schema: 3n })
      const after = await alice.getBalances()
      expect(before.freeWei - after.freeWei).toBe(25n * AI)
      const entry = await world.ledgers.bob.getEntry(id)
      expect(entry).toMatchObject({
        id,
        merkleRoot,
        cid,
        schema: 3n,
        quality: undefined,
        submitter: alice.account,
        bondWei: 25n * AI,
        challenger: undefined,
        status: 'open',
      })
      expect(entry?.votingEndsAt).toBeGreaterThan(BigInt(world.votingWindowSeconds))
      expect(entry?.challengeEndsAt).toBe(entry?.votingEndsAt)
    })

    test('ids run on by one', async () => {
      const first = await submit()
      expect(await submit()).toBe(first + 1n)
    })

    test('an unknown id is not an entry, and nothing can be done with it', async () => {
      const { bob } = world.ledgers
      expect(await bob.getEntry(0n)).toBeUndefined()
      expect(await bob.getEntry(9999n)).toBeUndefined()
      expect(await refusal(bob.voteQuality(9999n, 1))).toBe('EntryUnknown')
      expect(await refusal(bob.challenge(9999n))).toBe('EntryUnknown')
      expect(await refusal(bob.finalise(9999n))).toBe('EntryUnknown')
    })

    test('an account registers a root once, and nobody else is in its way', async () => {
      const { bob } = world.ledgers
      const merkleRoot = nextRoot()
      const copied = await bob.submit({ merkleRoot, cid, schema: 1n })
      expect(await submit(merkleRoot)).toBe(copied + 1n)
      expect(await refusal(submit(merkleRoot))).toBe('RootTaken')
      const again = bob.submit({ merkleRoot, cid, schema: 2n })
      expect(await refusal(again)).toBe('RootTaken')
    })

    test('an account finds its own entry by its root, and nobody else’s', async () => {
      const { alice, bob } = world.ledgers
      const merkleRoot = nextRoot()
      expect(await alice.findEntry(merkleRoot)).toBeUndefined()
      const id = await submit(merkleRoot)
      expect(await alice.findEntry(merkleRoot)).toEqual(await bob.getEntry(id))
      expect(await bob.findEntry(merkleRoot)).toBeUndefined()
      await expect(bob.findEntry('0x12')).toRejectDso('FORMAT_INVALID')
    })

    test('a zero root, an empty CID and one above 96 bytes are refused', async () => {
      const { alice } = world.ledgers
      expect(await refusal(submit(`0x${'00'.repeat(32)}`))).toBe('RootZero')
      for (const long of ['', 'b'.repeat(97), 'é'.repeat(49)]) {
        const merkleRoot = nextRoot()
        const refused = alice.submit({ merkleRoot, cid: long, schema: 1n })
        expect(await refusal(refused)).toBe('CidLengthInvalid')
      }
    })

    test('a schema that the registry does not know is refused', async () => {
      for (const schema of [0n, 4n]) {
        const refused = world.ledgers.alice.submit({ merkleRoot: nextRoot(), cid, schema })
        expect(await refusal(refused)).toBe('SchemaUnknown')
      }
    })

    test('what cannot be encoded is refused before it is sent', async () => {
      const { alice } = world.ledgers
      const merkleRoot = nextRoot()
      await expect(submit('0x12')).toRejectDso('FORMAT_INVALID')
      await expect(alice.submit({ merkleRoot, cid, schema: 2n ** 64n })).toRejectDso(
        'FORMAT_INVALID',
      )
      await expect(alice.stake(-1n)).toRejectDso('FORMAT_INVALID')
      await expect(alice.requestUnstake(-1n)).toRejectDso('FORMAT_INVALID')
      await expect(alice.finalise(-1n)).toRejectDso('FORMAT_INVALID')
    })

    test('who cannot pay the bond is refused, and what is earned pays the next', async () => {
      const { bob, frank } = world.ledgers
      const submitAgain = async () =>
        await frank.submit({ merkleRoot: nextRoot(), cid, schema: 1n })
      await submitAgain()
      expect(await refusal(submitAgain())).toBe('ERC20InsufficientBalance')
      expect((await frank.getBalances()).freeWei).toBe(15n * AI)
      const poor = await submit()
      await frank.challenge(poor)
      await bob.voteQuality(poor, 0)
      await endWindow()
      await bob.finalise(poor)
      expect(await frank.getBalances()).toMatchObject({
        freeWei: 15n * AI,
        creditWei: (25n * AI) / 2n,
      })
      await frank.claim()
      // The deposit holds 15, the wallet 12.5: the rest of the bond is deposited on the way.
      await submitAgain()
      expect((await frank.getBalances()).freeWei).toBe((5n * AI) / 2n)
    })

    test('scores outside 0…1000 are refused before they are sent', async () => {
      const id = await submit()
      for (const score of [-1, 1001, 0.5, Number.NaN]) {
        await expect(world.ledgers.bob.voteQuality(id, score)).toRejectDso('SCORE_OUT_OF_RANGE')
      }
    })

    test('the submitter can neither vote on nor challenge the own entry', async () => {
      const { bob } = world.ledgers
      const id = await bob.submit({ merkleRoot: nextRoot(), cid, schema: 1n })
      expect(await refusal(bob.voteQuality(id, 1000))).toBe('OwnEntry')
      expect(await refusal(bob.challenge(id))).toBe('OwnEntry')
    })

    test('an account votes once on an entry', async () => {
      const id = await submit()
      await world.ledgers.bob.voteQuality(id, 800)
      expect(await refusal(world.ledgers.bob.voteQuality(id, 100))).toBe('AlreadyVoted')
      expect((await world.ledgers.bob.getEntry(id))?.quality).toBe(800)
    })

    test('a vote or challenge after the window is refused', async () => {
      const id = await submit()
      await endWindow()
      expect(await refusal(world.ledgers.bob.voteQuality(id, 800))).toBe('VotingClosed')
      expect(await refusal(world.ledgers.bob.challenge(id))).toBe('ChallengeClosed')
    })

    test('stake that comes after the submission has no weight', async () => {
      const { erin } = world.ledgers
      const id = await submit()
      await erin.stake(10n * ZOO)
      expect(await refusal(erin.voteQuality(id, 0))).toBe('NoWeight')
      const later = await submit()
      await erin.requestUnstake(10n * ZOO)
      await erin.voteQuality(later, 500)
      const [vote] = (await eventsSince(undefined))
        .filter((event) => event.kind === 'voted')
        .slice(-1)
      expect(vote).toMatchObject({ entryId: later, voter: erin.account, weight: 10n * WEIGHT })
    })

    test('the quality is the lower median by stake, not by heads', async () => {
      const { bob, carol, dave } = world.ledgers
      const id = await submit()
      await bob.voteQuality(id, 100)
      await carol.voteQuality(id, 200)
      expect((await bob.getEntry(id))?.quality).toBe(200)
      // 300 of 600 below: an exact tie takes the lower score.
      await dave.voteQuality(id, 900)
      expect((await bob.getEntry(id))?.quality).toBe(200)
    })

    test('an entry cannot be finalised inside its window, nor twice', async () => {
      const id = await submit()
      expect(await refusal(world.ledgers.bob.finalise(id))).toBe('VotingOpen')
      await endWindow()
      await world.ledgers.bob.finalise(id)
      expect(await refusal(world.ledgers.bob.finalise(id))).toBe('EntrySettled')
      expect(await refusal(world.ledgers.bob.voteQuality(id, 1))).toBe('EntrySettled')
      expect(await refusal(world.ledgers.bob.challenge(id))).toBe('EntrySettled')
    })

    test('at the floor the bond comes back and a losing challenger pays', async () => {
      const { alice, bob, erin } = world.ledgers
      const before = await alice.getBalances()
      const challenger = await erin.getBalances()
      const id = await submit()
      await erin.challenge(id)
      await bob.voteQuality(id, 300)
      await endWindow()
      await bob.finalise(id)
      const credited = await alice.getBalances()
      expect(credited.freeWei).toBe(before.freeWei)
      expect(credited.creditWei - before.creditWei).toBe((25n * AI) / 4n)
      await alice.claim()
      const after = await alice.getBalances()
      expect(after.creditWei).toBe(0n)
      expect(after.freeWei).toBe(credited.freeWei + credited.creditWei)
      expect(challenger.freeWei - (await erin.getBalances()).freeWei).toBe((25n * AI) / 2n)
      expect((await erin.getBalances()).creditWei).toBe(challenger.creditWei)
      expect(await bob.getEntry(id)).toMatchObject({
        status: 'final',
        quality: 300,
        challenger: erin.account,
      })
    })

    test('below the floor half is burned and the challenger earns the rest', async () => {
      const { alice, bob, erin } = world.ledgers
      const cursor = await head()
      const submitter = await alice.getBalances()
      const challenger = await erin.getBalances()
      const id = await submit()
      await erin.challenge(id)
      expect(await refusal(bob.challenge(id))).toBe('AlreadyChallenged')
      await bob.voteQuality(id, 299)
      await endWindow()
      await bob.finalise(id)
      const { freeWei, creditWei } = await erin.getBalances()
      expect(freeWei).toBe(challenger.freeWei)
      expect(creditWei - challenger.creditWei).toBe((25n * AI) / 2n)
      const loser = await alice.getBalances()
      expect(loser.creditWei).toBe(submitter.creditWei)
      expect(submitter.freeWei - loser.freeWei).toBe(25n * AI)
      expect((await bob.getEntry(id))?.status).toBe('slashed')
      expect((await eventsSince(cursor)).at(-1)).toMatchObject({
        kind: 'slashed',
        entryId: id,
        quality: 299,
        challenger: erin.account,
        fault: undefined,
        burnedWei: (25n * AI) / 2n,
        bountyWei: (25n * AI) / 2n,
        pooledWei: 0n,
      })
    })

    test('below the floor without a challenger all is burned', async () => {
      const cursor = await head()
      const id = await submit()
      await world.ledgers.bob.voteQuality(id, 0)
      await endWindow()
      await world.ledgers.bob.finalise(id)
      expect((await eventsSince(cursor)).at(-1)).toMatchObject({
        kind: 'slashed',
        challenger: undefined,
        burnedWei: 25n * AI,
        bountyWei: 0n,
      })
    })

    test('without votes both bonds come back and the entry expires unscored', async () => {
      const { alice, bob, erin } = world.ledgers
      const cursor = await head()
      const before = [await alice.getBalances(), await erin.getBalances()]
      const id = await submit()
      await erin.challenge(id)
      await endWindow()
      await bob.finalise(id)
      const after = [await alice.getBalances(), await erin.getBalances()]
      expect(after).toEqual(before)
      expect(await bob.getEntry(id)).toMatchObject({ status: 'expired', quality: undefined })
      expect((await eventsSince(cursor)).slice(-2)).toMatchObject([
        { kind: 'scored', entryId: id, quality: undefined, weight: 0n },
        { kind: 'expired', entryId: id },
      ])
    })

    test('stake is paid out after the delay, and not before', async () => {
      const { dave } = world.ledgers
      const before = await dave.getBalances()
      const tooMuch = before.stakedWei + ZOO
      expect(await refusal(dave.requestUnstake(tooMuch))).toBe('UnlockedTooSmall')
      await dave.requestUnstake(10n * ZOO)
      expect((await dave.getBalances()).stakedWei).toBe(before.stakedWei - 10n * ZOO)
      await world.increaseTime(world.withdrawalSeconds - 10)
      expect(await refusal(dave.withdraw())).toBe('StillPending')
      await world.increaseTime(10)
      await dave.withdraw()
      expect((await dave.getBalances()).zooWei).toBe(before.zooWei + 10n * ZOO)
      expect(await refusal(dave.withdraw())).toBe('NothingDue')
      expect(await refusal(dave.claim())).toBe('NothingDue')
      expect(await refusal(dave.stake(0n))).toBe('AmountZero')
      expect(await refusal(dave.stake(1n))).toBe('AmountNotWhole')
      expect(await refusal(dave.stake(1000n * ZOO))).toBe('ERC20InsufficientBalance')
    })

    test('events come in chain order, with nothing but what happened', async () => {
      const { alice, bob, erin } = world.ledgers
      const cursor = await head()
      const merkleRoot = nextRoot()
      const id = await submit(merkleRoot)
      await bob.voteQuality(id, 640)
      await erin.challenge(id)
      await endWindow()
      await bob.finalise(id)
      const events = await eventsSince(cursor)
      const place = { block: expect.any(BigInt), logIndex: expect.any(Number) }
      expect(events).toEqual(
        [
          { kind: 'submitted', entryId: id, cid, merkleRoot, schema: 1n, submitter: alice.account },
          { kind: 'voted', entryId: id, voter: bob.account, score: 640, weight: 100n * WEIGHT },
          { kind: 'challenged', entryId: id, challenger: erin.account },
          { kind: 'scored', entryId: id, quality: 640, weight: 100n * WEIGHT },
          {
            kind: 'finalised',
            entryId: id,
            quality: 640,
            schema: 1n,
            epoch: expect.any(BigInt),
            page: 0n,
            setHash: expect.stringMatching(/^0x[0-9a-f]{64}$/),
          },
        ].map((event) => ({ ...event, ...place })),
      )
      expect(isOrdered(events)).toBe(true)
    })

    test('a cursor continues exactly where the last reading ended', async () => {
      const { erin } = world.ledgers
      const start = await erin.readEvents(undefined)
      await submit()
      const next = await erin.readEvents(start.cursor)
      expect(next.events.map(({ kind }) => kind)).toEqual(['submitted'])
      expect((await erin.readEvents(next.cursor)).events).toEqual([])
      const all = await erin.readEvents(undefined)
      expect(all.events).toEqual([...start.events, ...next.events])
    })

    test('a cursor after one event skips that event alone', async () => {
      const { events } = await world.ledgers.erin.readEvents(undefined)
      const [first, ...rest] = events
      if (first === undefined) throw new Error('no events')
      const cursor = { block: first.block, logIndex: first.logIndex + 1 }
      expect(await eventsSince(cursor)).toEqual(rest)
      expect(await eventsSince({ block: first.block, logIndex: first.logIndex })).toEqual(events)
    })

    test('the anchor is a block, another one after something happened', async () => {
      const before = await world.ledgers.alice.getAnchor()
      expect(before.hash).toHaveLength(32)
      expect(await world.ledgers.bob.getAnchor()).toEqual(before)
      await submit()
      const after = await world.ledgers.alice.getAnchor()
      expect(after.chainId).toBe(before.chainId)
      expect(after.block).toBeGreaterThan(before.block)
      expect(after.hash).not.toEqual(before.hash)
    })

    test('an aborted call is rejected with the reason and sends nothing', async () => {
      const reason = new Error('stopped')
      const cursor = await head()
      const signal = AbortSignal.abort(reason)
      const entry = { merkleRoot: nextRoot(), cid, schema: 1n }
      await expect(world.ledgers.alice.submit(entry, { signal })).rejects.toBe(reason)
      expect(await eventsSince(cursor)).toEqual([])
    })

    test('calls made at once by one account all arrive', async () => {
      const ids = await Promise.all([submit(), submit(), submit()])
      expect(new Set(ids).size).toBe(3)
    })
  })
}

function isOrdered(events: readonly LedgerEvent[]): boolean {
  return events.every((event, i) => {
    const before = events[i - 1]
    if (before === undefined) return true
    if (before.block !== event.block) return before.block < event.block
    return before.logIndex < event.logIndex
  })
}
