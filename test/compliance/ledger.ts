import { keccak256, stringToBytes } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DsoError } from '../../src/protocol/errors.ts'
import type { Hex, LedgerEvent, StakingLedger } from '../../src/protocol/ports.ts'

const AI = 10n ** 18n

/** What {@link LEDGER_ACCOUNTS} hold when a suite begins, in wei. */
export const LEDGER_ACCOUNTS = [
  { name: 'alice', fundWei: 1000n * AI, stakeWei: 0n },
  { name: 'bob', fundWei: 1000n * AI, stakeWei: 100n * AI },
  { name: 'carol', fundWei: 1000n * AI, stakeWei: 200n * AI },
  { name: 'dave', fundWei: 1000n * AI, stakeWei: 300n * AI },
  { name: 'erin', fundWei: 1000n * AI, stakeWei: 0n },
] as const

/** A registry with bond 25 AI, floor 300, σ 500, and the funded accounts. */
export interface LedgerWorld {
  ledgers: Record<(typeof LEDGER_ACCOUNTS)[number]['name'], StakingLedger>
  /** Longer than any test makes blocks, in seconds. */
  votingWindowSeconds: number
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
      const id = await alice.submit({ merkleRoot, cid, schema: 7n })
      const after = await alice.getBalances()
      expect(before.freeWei - after.freeWei).toBe(25n * AI)
      const entry = await world.ledgers.bob.getEntry(id)
      expect(entry).toMatchObject({
        id,
        merkleRoot,
        cid,
        schema: 7n,
        quality: undefined,
        submitter: alice.account,
        bondWei: 25n * AI,
        challenger: undefined,
        status: 'open',
      })
      expect(entry?.votingEndsAt).toBeGreaterThan(BigInt(world.votingWindowSeconds))
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

    test('a root is registered once, whoever tries again', async () => {
      const merkleRoot = nextRoot()
      await submit(merkleRoot)
      expect(await refusal(submit(merkleRoot))).toBe('RootTaken')
      const again = world.ledgers.bob.submit({ merkleRoot, cid, schema: 1n })
      expect(await refusal(again)).toBe('RootTaken')
    })

    test('an entry is found by its root, and a free root is nobody’s', async () => {
      const { alice, bob } = world.ledgers
      const merkleRoot = nextRoot()
      expect(await bob.findEntry(merkleRoot)).toBeUndefined()
      const id = await submit(merkleRoot)
      expect(await bob.findEntry(merkleRoot)).toEqual(await alice.getEntry(id))
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

    test('who cannot pay the bond is refused', async () => {
      const { erin } = world.ledgers
      const { freeWei } = await erin.getBalances()
      await erin.stake(freeWei - 25n * AI + 1n)
      const poor = erin.submit({ merkleRoot: nextRoot(), cid, schema: 1n })
      expect(await refusal(poor)).toBe('ERC20InsufficientBalance')
      await erin.requestUnstake((await erin.getBalances()).stakedWei)
      await world.increaseTime(2 * world.votingWindowSeconds)
      await erin.withdraw()
      expect((await erin.getBalances()).freeWei).toBe(freeWei)
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
      expect(await refusal(world.ledgers.bob.challenge(id))).toBe('VotingClosed')
    })

    test('stake that comes after the submission has no weight', async () => {
      const { erin } = world.ledgers
      const id = await submit()
      await erin.stake(10n * AI)
      expect(await refusal(erin.voteQuality(id, 0))).toBe('NoWeight')
      const later = await submit()
      await erin.requestUnstake(10n * AI)
      await erin.voteQuality(later, 500)
      const [vote] = (await eventsSince(undefined))
        .filter((event) => event.kind === 'voted')
        .slice(-1)
      expect(vote).toMatchObject({ entryId: later, voter: erin.account, weight: 10n * AI })
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
      expect(credited.creditWei - before.creditWei).toBe((25n * AI * 5n) / 4n)
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
      const earned = (await erin.getBalances()).creditWei - challenger.creditWei
      expect(earned).toBe((25n * AI) / 2n + (25n * AI) / 2n)
      expect((await alice.getBalances()).creditWei).toBe(submitter.creditWei)
      expect((await bob.getEntry(id))?.status).toBe('slashed')
      expect((await eventsSince(cursor)).at(-1)).toMatchObject({
        kind: 'slashed',
        entryId: id,
        quality: 299,
        challenger: erin.account,
        burnedWei: (25n * AI) / 2n,
        bountyWei: (25n * AI) / 2n,
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

    test('without votes both bonds come back and the entry stays unscored', async () => {
      const { alice, bob, erin } = world.ledgers
      const cursor = await head()
      const before = [await alice.getBalances(), await erin.getBalances()]
      const id = await submit()
      await erin.challenge(id)
      await endWindow()
      await bob.finalise(id)
      const after = [await alice.getBalances(), await erin.getBalances()]
      const gained = after.map((now, i) => now.creditWei - (before[i]?.creditWei ?? 0n))
      expect(gained).toEqual([25n * AI, (25n * AI) / 2n])
      expect(await bob.getEntry(id)).toMatchObject({ status: 'final', quality: undefined })
      expect((await eventsSince(cursor)).at(-1)).toMatchObject({
        kind: 'finalised',
        quality: undefined,
      })
    })

    test('stake is paid out two windows after the request, and not before', async () => {
      const { dave } = world.ledgers
      const before = await dave.getBalances()
      expect(await refusal(dave.requestUnstake(before.stakedWei + 1n))).toBe('StakeTooSmall')
      await dave.requestUnstake(10n * AI)
      expect((await dave.getBalances()).stakedWei).toBe(before.stakedWei - 10n * AI)
      await endWindow()
      expect(await refusal(dave.withdraw())).toBe('StillBonded')
      await endWindow()
      await dave.withdraw()
      expect((await dave.getBalances()).freeWei).toBe(before.freeWei + 10n * AI)
      expect(await refusal(dave.withdraw())).toBe('NothingDue')
      expect(await refusal(dave.claim())).toBe('NothingDue')
      expect(await refusal(dave.stake(0n))).toBe('AmountZero')
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
          { kind: 'voted', entryId: id, voter: bob.account, score: 640, weight: 100n * AI },
          { kind: 'challenged', entryId: id, challenger: erin.account },
          { kind: 'finalised', entryId: id, quality: 640 },
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
