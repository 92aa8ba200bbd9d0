import { encodeAbiParameters, keccak256, stringToBytes, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseOpenings } from '../protocol/chain/choose-openings.ts'
import { freezeSet } from '../protocol/chain/freeze-set.ts'
import { computeCid } from '../protocol/encoding/compute-cid.ts'
import { encodeHex } from '../protocol/encoding/encode-hex.ts'
import { DsoError } from '../protocol/errors.ts'
import { createProof } from '../protocol/merkle/create-proof.ts'
import { hashLeaf } from '../protocol/merkle/node-hashes.ts'
import { rootOfLeaves } from '../protocol/merkle/root-of-leaves.ts'
import type { Hex } from '../protocol/ports.ts'
import { answerRequest } from './aggregates/answer-request.ts'
import { challengeDefect } from './aggregates/challenge-defect.ts'
import { challengeLeaf } from './aggregates/challenge-leaf.ts'
import { closeRequest } from './aggregates/close-request.ts'
import { commitRefutation } from './aggregates/commit-refutation.ts'
import { cosignAggregate } from './aggregates/cosign-aggregate.ts'
import { finaliseAggregate } from './aggregates/finalise-aggregate.ts'
import { proposeAggregate } from './aggregates/propose-aggregate.ts'
import { readAggregate } from './aggregates/read-aggregate.ts'
import { readScale } from './aggregates/read-scale.ts'
import { requestLeaf } from './aggregates/request-leaf.ts'
import { signCosignature } from './aggregates/sign-cosignature.ts'
import { burnSlashed } from './bonds/burn-slashed.ts'
import { claimCredits } from './bonds/claim-credits.ts'
import { depositBond } from './bonds/deposit-bond.ts'
import { readBondAccount } from './bonds/read-bond-account.ts'
import { requestBondWithdrawal } from './bonds/request-bond-withdrawal.ts'
import { withdrawBond } from './bonds/withdraw-bond.ts'
import { advanceCase } from './court/advance-case.ts'
import { appealCase } from './court/appeal-case.ts'
import { commitCase } from './court/commit-case.ts'
import { giveVerdict } from './court/give-verdict.ts'
import { leadCase } from './court/lead-case.ts'
import { openCase } from './court/open-case.ts'
import { payBackCase } from './court/pay-back-case.ts'
import { publishLeaf } from './court/publish-leaf.ts'
import { readCase } from './court/read-case.ts'
import { readDrawnPlaces } from './court/read-drawn-places.ts'
import { showCopy } from './court/show-copy.ts'
import { signVerdict } from './court/sign-verdict.ts'
import { createDevChain, type DevChain } from './create-dev-chain.ts'
import { addJurorBond } from './jurors/add-juror-bond.ts'
import { reduceJurorBond } from './jurors/reduce-juror-bond.ts'
import { withdrawJurorBond } from './jurors/withdraw-juror-bond.ts'
import { lockTokens } from './locks/lock-tokens.ts'
import { readLockAccount } from './locks/read-lock-account.ts'
import { requestLockWithdrawal } from './locks/request-lock-withdrawal.ts'
import { unlockTokens } from './locks/unlock-tokens.ts'
import { withdrawLocked } from './locks/withdraw-locked.ts'
import { type ChainSession, openSession } from './open-session.ts'
import { addVoterBond } from './registry/add-voter-bond.ts'
import { challengeQuality } from './registry/challenge-quality.ts'
import { commitVotes } from './registry/commit-votes.ts'
import { finaliseEntry } from './registry/finalise-entry.ts'
import { readEntry } from './registry/read-entry.ts'
import { readEpoch } from './registry/read-epoch.ts'
import { readAggregateRoot, readFinalSet, readMembers } from './registry/read-final-set.ts'
import { readVoter } from './registry/read-voter.ts'
import { removeVoterBond } from './registry/remove-voter-bond.ts'
import { revealVotes } from './registry/reveal-votes.ts'
import { slashEntry } from './registry/slash-entry.ts'
import { submitEntry } from './registry/submit-entry.ts'
import { tallyEntry } from './registry/tally-entry.ts'
import { voteQuality } from './registry/vote-quality.ts'

const AI = 10n ** 18n
const ZOO = 10n ** 18n
const WEEK = 604_800
const HOUR = 3600
const SCORES = 4n
const CID = 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'
const SALT = keccak256(stringToBytes('a salt that nobody can guess'))
const NAMES = ['author', 'ann', 'ben', 'cara', 'juror-1', 'juror-2', 'poor'] as const

let chain: DevChain
let at: DevChain['addresses']
let who: Record<(typeof NAMES)[number], ChainSession>
let bonds: { vault: Hex; token: Hex }
let voterBonds: { vault: Hex; token: Hex }
let locked: { vault: Hex; token: Hex }

beforeAll(async () => {
  chain = await createDevChain({
    seed: new Uint8Array([5]),
    accounts: NAMES.map((name) => ({
      name,
      fundWei: name === 'poor' ? 0n : 5000n * AI,
      stakeWei: name === 'poor' ? 0n : 100n * ZOO,
      zooWei: name === 'poor' ? 0n : 1000n * ZOO,
    })),
    timing: { epochSeconds: 100_000, commitSeconds: 10_000, revealSeconds: 10_000 },
    parameters: { challengeSeconds: 30_000, voterBondWei: 10n * ZOO, missPenaltyWei: 2n * ZOO },
    settings: {
      jurors: { minBondWei: 100n * ZOO, lookbackSeconds: 6 * HOUR, unbondingSeconds: 6 * HOUR },
    },
    schemas: [{ description: 'scores', rule: { kind: 'scores', leafCount: 2, lanes: 2 } }],
  })
  at = chain.addresses
  bonds = { vault: at.bonds, token: at.token }
  voterBonds = { vault: at.voterBonds, token: at.governanceToken }
  locked = { vault: at.locks, token: at.governanceToken }
  const { rpcUrl, chainId } = chain
  const sessions = NAMES.map((name) => {
    const account = chain.accounts.get(name)?.privateKey ?? '0x'
    return [name, openSession({ rpcUrl, chainId, account, pollMs: 5 })]
  })
  who = Object.fromEntries(sessions) as typeof who
})
afterAll(async () => {
  await chain.stop()
})

async function refusal(promise: Promise<unknown>): Promise<unknown> {
  const error: unknown = await promise.then(
    () => 'nothing was refused',
    (cause: unknown) => cause,
  )
  return DsoError.is(error, 'TRANSACTION_REVERTED') ? error.details['reason'] : error
}

const now = async () => Number((await who.author.query((client) => client.getBlock())).timestamp)

async function waitUntil(second: bigint | number): Promise<void> {
  const left = Number(second) - (await now())
  if (left > 0) await chain.increaseTime(left)
}

/** Blocks of two scores each, and the tree over them. */
function shardOf(...leaves: [number, number][]) {
  const payloads = leaves.map((scores) =>
    Uint8Array.from(scores.flatMap((score) => [score >> 8, score & 255])),
  )
  const hashes = payloads.map((bytes, index) => hashLeaf(index, computeCid(bytes, 'raw')))
  return {
    root: encodeHex(rootOfLeaves(hashes)),
    payload: (index: number) => toHex(payloads[index]!),
    path: (index: number) => createProof(hashes, index).map((hash) => encodeHex(hash)),
    leaf: (index: number) => ({
      count: payloads.length,
      index,
      codec: '0x01551220' as Hex,
      path: createProof(hashes, index).map((hash) => encodeHex(hash)),
      payload: toHex(payloads[index]!),
    }),
  }
}

const submit = async (merkleRoot: Hex) =>
  await submitEntry(
    who.author,
    { registry: at.registry, bonds },
    { merkleRoot, cid: CID, schema: SCORES },
  )

/** Sealed votes of Ann and Ben on entries of the epoch before, opened and counted. */
async function vote(ids: readonly bigint[], score: number): Promise<void> {
  const { startsAt } = await readEpoch(who.ann, at.registry)
  await waitUntil(startsAt + 100_000n)
  const ballots = ids.map((id) => ({ id, score })).toReversed()
  const { commitEndsAt, revealEndsAt } = await readEpoch(who.ann, at.registry)
  for (const voter of [who.ann, who.ben]) await commitVotes(voter, at.registry, ballots)
  await waitUntil(commitEndsAt)
  for (const voter of [who.ann, who.ben]) await revealVotes(voter, at.registry, { ballots })
  await waitUntil(revealEndsAt)
  for (const id of ids) await tallyEntry(who.cara, at.registry, id)
}

describe('vault of bonds', () => {
  test('deposit, withdrawal after the unbonding, and nothing before it', async () => {
    const { cara, poor } = who
    const before = await readBondAccount(cara, at.bonds)
    await requestBondWithdrawal(cara, at.bonds, 10n * AI)
    const after = await readBondAccount(cara, at.bonds)
    expect(before.freeWei - after.freeWei).toBe(10n * AI)
    expect(after.unbonding).toEqual({ wei: 10n * AI, releaseAt: (await now()) + 60 * 86_400 })
    expect(await refusal(withdrawBond(cara, at.bonds))).toBe('StillUnbonding')
    expect(await refusal(requestBondWithdrawal(cara, at.bonds, 0n))).toBe('AmountZero')
    expect(await refusal(depositBond(poor, bonds, 1n))).toBe('ERC20InsufficientBalance')
    expect(await refusal(claimCredits(cara, at.bonds))).toBe('NothingDue')
    expect(await refusal(burnSlashed(cara, at.bonds))).toBe('NothingDue')
    await expect(depositBond(cara, bonds, -1n)).toRejectDso('FORMAT_INVALID')
  })

  test('what is missing for a bond is named with its values', async () => {
    const promise = requestBondWithdrawal(who.poor, at.bonds, 7n)
    const error: unknown = await promise.catch((cause: unknown) => cause)
    expect(error).toMatchObject({
      code: 'TRANSACTION_REVERTED',
      details: { reason: 'FreeTooSmall', arguments: [who.poor.account, '0', '7'] },
    })
  })
})

describe('vault of locks', () => {
  test('a lock weighs by the time that remains, and only its end sets it free', async () => {
    const { cara } = who
    const before = await readLockAccount(cara, at.locks)
    await lockTokens(cara, locked, { amountWei: 10n * ZOO, seconds: 104 * WEEK })
    const after = await readLockAccount(cara, at.locks)
    expect(after.weight - before.weight).toBe(30n * 10n * 10n ** 6n)
    expect(after.depositWei - before.depositWei).toBe(10n * ZOO)
    expect(after.unlockedWei).toBe(before.unlockedWei)
    expect(after.locks).toHaveLength(1)
    expect(await refusal(unlockTokens(cara, at.locks, 0))).toBe('StillLocked')
    expect(await refusal(unlockTokens(cara, at.locks, 1))).toBe('LockUnknown')
    const tooMuch = after.unlockedWei + ZOO
    expect(await refusal(requestLockWithdrawal(cara, at.locks, tooMuch))).toBe('UnlockedTooSmall')
    await requestLockWithdrawal(cara, at.locks, ZOO)
    expect((await readLockAccount(cara, at.locks)).pending.wei).toBe(ZOO)
    expect(await refusal(withdrawLocked(cara, at.locks))).toBe('StillPending')
  })
})

describe('sealed votes', () => {
  test('a voter needs a bond, and all of a list is opened with a salt that nobody keeps', async () => {
    const { ann, ben, cara } = who
    const id = await submit(shardOf([1, 2], [3, 4]).root)
    const place = { registry: at.registry, voterBonds }
    const direct = { entryId: id, score: 1 }
    expect(await refusal(voteQuality(ann, at.registry, direct))).toBe('CommitRevealRequired')
    const { startsAt } = await readEpoch(ann, at.registry)
    await waitUntil(startsAt + 100_000n)
    expect(await refusal(commitVotes(ann, at.registry, [{ id, score: 1 }]))).toBe(
      'VoterBondTooSmall',
    )
    // The deposit of voters is empty: it is made on the way.
    for (const voter of [ann, ben, cara]) await addVoterBond(voter, place, 10n * ZOO)
    const sealed = await commitVotes(ann, at.registry, [{ id, score: 800 }])
    await commitVotes(ben, at.registry, [{ id, score: 600 }])
    await commitVotes(cara, at.registry, [{ id, score: 0 }])
    expect(await readVoter(cara, at.registry)).toMatchObject({
      bondWei: 10n * ZOO,
      epoch: sealed.epoch,
      pending: true,
    })
    expect(await refusal(commitVotes(ann, at.registry, [{ id, score: 1 }]))).toBe(
      'AlreadyCommitted',
    )
    expect(await refusal(revealVotes(ann, at.registry, sealed))).toBe('RevealClosed')
    const { commitEndsAt, revealEndsAt } = await readEpoch(ann, at.registry)
    await waitUntil(commitEndsAt)
    const other = { ballots: [{ id, score: 801 }] }
    expect(await refusal(revealVotes(ann, at.registry, other))).toBe('CommitmentMismatch')
    await revealVotes(ann, at.registry, sealed)
    await revealVotes(ben, at.registry, { ballots: [{ id, score: 600 }] })
    expect(await refusal(tallyEntry(ben, at.registry, id))).toBe('VotingOpen')
    await waitUntil(revealEndsAt)
    await tallyEntry(ben, at.registry, id)
    const entry = await readEntry(ben, at.registry, id)
    expect(entry).toMatchObject({ status: 'scored', quality: 600, cid: CID })
    expect(await refusal(finaliseEntry(ben, at.registry, id))).toBe('ChallengeOpen')
    await waitUntil(entry!.challengeEndsAt)
    await finaliseEntry(ben, at.registry, id)
    expect((await readEntry(ben, at.registry, id))?.status).toBe('final')
  })

  test('a list that was not opened costs the penalty', async () => {
    const { cara } = who
    await removeVoterBond(cara, at.registry, 3n * ZOO)
    expect(await readVoter(cara, at.registry)).toMatchObject({ bondWei: 5n * ZOO, pending: false })
    expect((await readBondAccount(cara, at.voterBonds)).freeWei).toBe(3n * ZOO)
    await burnSlashed(cara, at.voterBonds)
    expect(await refusal(removeVoterBond(cara, at.registry, 6n * ZOO))).toBe('VoterBondTooSmall')
  })
})

describe('court', () => {
  const payload = toHex('the evidence')
  const accusation = { fault: 'quality', payload, salt: SALT } as const
  const jurorsAt = () => ({ jurors: at.jurors, token: at.governanceToken })

  test('a quorum finds a fault, an appeal doubles the bond, and the bond is slashed at the end', async () => {
    const { author, ann, cara } = who
    const jurors = [who['juror-1'], who['juror-2']]
    for (const juror of jurors) await addJurorBond(juror, jurorsAt(), 200n * ZOO)
    const courtAt = { court: at.court, bonds }
    const entryId = await submit(shardOf([5, 6], [7, 8]).root)
    expect(await refusal(commitCase(author, courtAt, { entryId, ...accusation }))).toBe('OwnEntry')
    const caseId = await commitCase(ann, courtAt, { entryId, ...accusation })
    expect((await readEntry(ann, at.registry, entryId))?.status).toBe('disputed')
    const wrong = { caseId, ...accusation, payload: toHex('other') }
    expect(await refusal(openCase(ann, at.court, wrong))).toBe('CommitmentMismatch')
    await openCase(ann, at.court, { caseId, ...accusation })

    const decide = async (upheld: boolean) => {
      const expiry = (await now()) + 1000
      const signed = await Promise.all(
        jurors.map(async (juror) => await signVerdict(juror, at.court, { caseId, upheld, expiry })),
      )
      return { caseId, upheld, expiry, signed }
    }
    const verdict = await decide(false)
    const half = { ...verdict, signed: verdict.signed.slice(1) }
    expect(await refusal(giveVerdict(cara, at.court, half))).toBe('QuorumMissed')
    const forged = { ...half, upheld: true }
    expect(await refusal(giveVerdict(cara, at.court, forged))).toBe('SignerWithoutWeight')
    // In any order, and one of them twice.
    const signed = [...verdict.signed.toReversed(), ...verdict.signed]
    await giveVerdict(cara, at.court, { ...verdict, signed })
    expect(await refusal(advanceCase(cara, at.court, caseId))).toBe('PhaseRuns')
    await expect(signVerdict(jurors[0]!, at.court, verdict)).toRejectDso('OPTION_INVALID')

    const before = await readBondAccount(ann, at.bonds)
    await appealCase(ann, courtAt, caseId)
    const after = await readBondAccount(ann, at.bonds)
    expect(before.freeWei - after.freeWei).toBe(25n * AI)
    await giveVerdict(cara, at.court, await decide(true))
    const judged = await readCase(cara, at.court, caseId)
    expect(judged).toMatchObject({ phase: 'judged', fault: 'quality', round: 1, verdict: true })
    await waitUntil(judged.deadline)
    await advanceCase(cara, at.court, caseId)
    expect((await readCase(cara, at.court, caseId)).phase).toBe('upheld')
    const decided = { entryId, challenger: ann.account, ...accusation }
    expect(await refusal(slashEntry(cara, at.registry, decided))).toBe('NotDecided')
    await chain.increaseTime(2 * HOUR)
    const other = { ...decided, payload: toHex('other') }
    expect(await refusal(slashEntry(cara, at.registry, other))).toBe('WrongProof')
    await slashEntry(cara, at.registry, decided)
    expect((await readEntry(cara, at.registry, entryId))?.status).toBe('slashed')
    await payBackCase(cara, at.court, caseId)
    expect(await refusal(payBackCase(cara, at.court, caseId))).toBe('AlreadyPaid')
    const paid = await readBondAccount(ann, at.bonds)
    expect(paid.freeWei).toBe(after.freeWei + 25n * AI + (25n * AI) / 2n)
    expect(paid.creditWei).toBe((25n * AI) / 2n)
    await claimCredits(ann, at.bonds)
    await burnSlashed(ann, at.bonds)
  })

  test('whoever publishes a requested leaf acquits the entry', async () => {
    const { ann, ben } = who
    const shard = shardOf([9, 10], [11, 12])
    const entryId = await submit(shard.root)
    const index = encodeAbiParameters([{ type: 'uint32' }], [1])
    const withheld = { fault: 'withheld', payload: index, salt: SALT } as const
    const caseId = await commitCase(ann, { court: at.court, bonds }, { entryId, ...withheld })
    await openCase(ann, at.court, { caseId, ...withheld })
    const wrong = { caseId, leaf: shard.leaf(0) }
    expect(await refusal(publishLeaf(ben, at.court, wrong))).toBe('NotRequested')
    await publishLeaf(ben, at.court, { caseId, leaf: shard.leaf(1) })
    expect(await readCase(ben, at.court, caseId)).toMatchObject({ phase: 'closed', paid: true })
    expect(await refusal(leadCase(ben, at.court, caseId))).toBe('CannotLead')
    expect((await readEntry(ben, at.registry, entryId))?.status).toBe('open')
  })

  test('a copy is shown leaf by leaf', async () => {
    const { ann, ben, cara } = who
    const shard = shardOf([13, 14], [15, 16])
    const olderId = await submit(shard.root)
    await chain.increaseTime(86_400)
    const copied = shardOf([15, 16], [13, 14])
    const stolen = { merkleRoot: copied.root, cid: CID, schema: SCORES }
    const entryId = await submitEntry(cara, { registry: at.registry, bonds }, stolen)
    const payloadOf = encodeAbiParameters(
      [{ type: 'uint256' }, { type: 'uint32' }, { type: 'uint32' }],
      [olderId, 2, 2],
    )
    const copy = { fault: 'copy', payload: payloadOf, salt: SALT } as const
    const caseId = await commitCase(ann, { court: at.court, bonds }, { entryId, ...copy })
    await openCase(ann, at.court, { caseId, ...copy })
    await chain.increaseTime(1)
    await chain.increaseTime(1)
    const places = await readDrawnPlaces(ben, { court: at.court, judge: at.judge }, caseId, 2)
    expect(places).toEqual([0, 1])
    const openings = places.map((index) => ({
      olderIndex: 1 - index,
      cid: toHex(computeCid(Buffer.from(copied.payload(index).slice(2), 'hex'), 'raw').bytes),
      path: copied.path(index),
      olderPath: shard.path(1 - index),
    }))
    const shown = { caseId, payload: payloadOf, openings }
    const short = { ...shown, openings: openings.slice(1) }
    expect(await refusal(showCopy(ben, at.court, short))).toBe('OpeningCountInvalid')
    await showCopy(ben, at.court, shown)
    expect((await readCase(ben, at.court, caseId)).phase).toBe('upheld')
  })

  test('a juror’s bond leaves the weight at once and the contract later', async () => {
    const juror = who['juror-1']
    await chain.increaseTime(6 * HOUR)
    expect(await refusal(reduceJurorBond(juror, at.jurors, 150n * ZOO))).toBe('BondTooSmall')
    await addJurorBond(who.cara, jurorsAt(), 100n * ZOO)
    expect(await refusal(reduceJurorBond(who.cara, at.jurors, 100n * ZOO))).toBe('ChangedRecently')
    expect(await refusal(withdrawJurorBond(juror, at.jurors))).toBe('NothingDue')
  })
})

describe('oracle', () => {
  const oracleAt = () => ({ oracle: at.oracle, bonds })

  test('a wrong aggregate is refuted, the right one becomes final', async () => {
    const { ann, ben, cara } = who
    const shards = [shardOf([100, 5], [1, 1]), shardOf([200, 5], [1, 1]), shardOf([300, 5], [1, 1])]
    const ids: bigint[] = []
    for (const { root } of shards) ids.push(await submit(root))
    await challengeQuality(cara, { registry: at.registry, bonds }, ids[0]!)
    await vote(ids, 900)
    const { challengeEndsAt } = (await readEntry(ann, at.registry, ids[2]!))!
    await waitUntil(challengeEndsAt)
    for (const id of ids) await finaliseEntry(cara, at.registry, id)
    const { epoch, startsAt } = await readEpoch(ann, at.registry)
    const page = { schema: SCORES, epoch, page: 0n }
    const members = await readMembers(ann, at.registry, ids)
    const frozen = freezeSet(await readScale(ann, at.oracle), members)
    expect(await readFinalSet(ann, at.registry, page)).toEqual({
      setHash: frozen.setHash,
      count: 3,
      closed: false,
    })
    const wrong = shardOf([300, 5], [1, 1 + 1])
    const propose = async (root: Hex) =>
      await proposeAggregate(cara, oracleAt(), { ...page, root, cid: CID, members })
    expect(await refusal(propose(wrong.root))).toBe('SetNotClosed')
    await waitUntil(startsAt + 100_000n)
    const first = await propose(wrong.root)
    expect(await refusal(propose(wrong.root))).toBe('SetTaken')
    expect(await readAggregate(ann, at.oracle, first)).toMatchObject({
      status: 'proposed',
      frozenHash: frozen.frozenHash,
      total: frozen.total,
      bondWei: 250n * AI,
    })

    const values = [100, 200, 300]
    const chosen = chooseOpenings({ values, ...frozen, claimed: 300 })!
    const sealed = { id: first, leafIndex: 0, lane: 0, above: chosen.above, salt: SALT }
    await commitRefutation(ben, at.oracle, sealed)
    const refutation = {
      ...sealed,
      payload: wrong.payload(0),
      path: wrong.path(0),
      roots: frozen.roots,
      weights: frozen.weights,
      openings: chosen.members.map((member) => ({
        member,
        payload: shards[member]!.payload(0),
        proof: shards[member]!.path(0),
      })),
    }
    const few = { ...refutation, openings: refutation.openings.slice(1) }
    expect(await refusal(challengeLeaf(ben, at.oracle, few))).toBe('WeightTooSmall')
    const before = await readBondAccount(ben, at.bonds)
    await challengeLeaf(ben, at.oracle, refutation)
    expect((await readAggregate(ann, at.oracle, first)).status).toBe('rejected')
    const earned = (await readBondAccount(ben, at.bonds)).creditWei - before.creditWei
    expect(earned).toBe((250n * AI * 150n) / 1000n)

    const right = shardOf([200, 5], [1, 1])
    const second = await propose(right.root)
    const defect = { id: second, leaf: right.leaf(0), salt: SALT }
    expect(await refusal(challengeDefect(ben, at.oracle, defect))).toBe('LeafInOrder')
    await requestLeaf(ben, oracleAt(), { id: second, index: 1 })
    const again = requestLeaf(ben, oracleAt(), { id: second, index: 1 })
    expect(await refusal(again)).toBe('AlreadyRequested')
    expect(await refusal(closeRequest(ben, at.oracle, { id: second, index: 1 }))).toBe('WindowOpen')
    await answerRequest(ann, at.oracle, { id: second, leaf: right.leaf(1) })
    const expiry = (await now()) + 1000
    const jurors = [who['juror-2'], who['juror-1'], who.cara]
    const signed = await Promise.all(
      jurors.map(async (juror) => await signCosignature(juror, at.oracle, { id: second, expiry })),
    )
    expect(await refusal(cosignAggregate(ann, at.oracle, { id: second, expiry, signed }))).toBe(
      'SignerIsParty',
    )
    const cosigned = { id: second, expiry, signed: signed.slice(0, 2) }
    await cosignAggregate(ann, at.oracle, cosigned)
    expect(await refusal(finaliseAggregate(ann, at.oracle, second))).toBe('WindowOpen')
    await waitUntil((await readAggregate(ann, at.oracle, second)).challengeEndsAt)
    await finaliseAggregate(ann, at.oracle, second)
    expect(await readAggregateRoot(ann, at.registry, ids)).toBe(right.root)
    expect(await refusal(readAggregateRoot(ann, at.registry, ids.toReversed()))).toBe(
      'AggregateNotFinal',
    )
  })
})

describe('a session', () => {
  test('names the contracts it cannot find', async () => {
    await expect(readVoter(who.ann, at.token, who.ann.account)).rejects.toThrow(DsoError)
    const nobody = `0x${'ab'.repeat(20)}` as const
    await expect(readVoter(who.ann, nobody)).toRejectDso('CHAIN_MISMATCH')
  })

  test('another chain id is a mismatch', async () => {
    const account = chain.accounts.get('ann')?.privateKey ?? '0x'
    const session = openSession({ rpcUrl: chain.rpcUrl, chainId: 5, account })
    await expect(readVoter(session, at.registry)).toRejectDso('CHAIN_MISMATCH')
  })
})
