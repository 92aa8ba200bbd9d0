import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTestClient, http, keccak256, publicActions, stringToBytes, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatAddressBook, parseAddressBook } from '../../src/chain/address-book.ts'
import { createDevChain, type DevChain } from '../../src/chain/create-dev-chain.ts'
import { deriveDevAccount } from '../../src/chain/derive-dev-account.ts'
import { type RunningAnvil, runAnvil } from '../../src/chain/run-anvil.ts'
import { hashRawLeaf } from '../../src/protocol/chain/aggregate-leaves.ts'
import { type LaneRule, writeLeaf } from '../../src/protocol/chain/lane-leaf.ts'
import { encodeHex } from '../../src/protocol/encoding/encode-hex.ts'
import { rootOfLeaves } from '../../src/protocol/merkle/root-of-leaves.ts'
import { temporaryFolders } from '../temporary-folders.ts'
import { runInProcess } from './run-in-process.ts'

const AI = 10n ** 18n
const ZOO = 10n ** 18n
const DAY = 86_400
const CID = 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'
const makeFolder = temporaryFolders()

const rootOf = (text: string) => keccak256(stringToBytes(text))

/** The JSON of a command that must end well. */
async function json(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await runInProcess([...args, '--json'], environment)
  expect(code === 0 ? [] : [code, stderr]).toEqual([])
  return JSON.parse(stdout) as Record<string, unknown>
}

/** The error of a command that must be refused. */
async function refusal(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ exit: number; code: string; message: string }> {
  const { code, stdout, stderr } = await runInProcess([...args, '--json'], environment)
  expect(stdout).toBe('')
  const line = stderr.split('\n').findLast((each) => each.startsWith('{')) ?? stderr
  return { exit: code, ...(JSON.parse(line) as { code: string; message: string }) }
}

const callsOf = ({ calls }: Record<string, unknown>) =>
  (calls as { function: string }[]).map((call) => call.function)

describe('a private network, from its deployment to a settled entry', () => {
  const accounts = Object.fromEntries(
    ['deployer', 'author', 'voter', 'critic'].map((name) => [
      name,
      deriveDevAccount(new Uint8Array([1]), name),
    ]),
  )
  const folder = makeFolder()
  const plan = join(folder, 'plan.json')
  const book = join(folder, 'network.json')
  let anvil: RunningAnvil

  const by = (name: string) => ({
    DSO_CHAIN_RPC: anvil.rpcUrl,
    DSO_CHAIN_BOOK: book,
    DSO_DATA_DIR: folder,
    DSO_CHAIN_KEY: accounts[name]?.privateKey ?? '',
  })
  const client = () =>
    createTestClient({ mode: 'anvil', transport: http(anvil.rpcUrl) }).extend(publicActions)

  async function pass(seconds: number): Promise<void> {
    await client().increaseTime({ seconds })
    await client().mine({ blocks: 1 })
  }

  beforeAll(async () => {
    anvil = await runAnvil({ chainId: 4242, timestamp: 1_767_225_600, port: 0 })
    await client().setLoggingEnabled(false)
    for (const { address } of Object.values(accounts)) {
      await client().setBalance({ address, value: 10n ** 20n })
    }
    const holders = ['author', 'voter', 'critic'].map((name) => {
      return { address: accounts[name]?.address, ai: '1000', zoo: '500.5' }
    })
    const insurance = accounts['deployer']?.address
    writeFileSync(
      plan,
      JSON.stringify({ profile: 'private', voteSeconds: 600, holders, insurance }),
    )
  })
  afterAll(async () => {
    await anvil.stop()
  })

  test('a dry run names the addresses of the real deployment, and makes none', async () => {
    const rehearsed = await json(['chain', 'deploy', plan, '--dry-run'], by('deployer'))
    expect(existsSync(book)).toBe(false)
    expect(Number(rehearsed['gas'])).toBeGreaterThan(10_000_000)
    expect(await client().getTransactionCount({ address: accounts['deployer']!.address })).toBe(0)
    const deployed = await json(['chain', 'deploy', plan], by('deployer'))
    expect(deployed['contracts']).toEqual(rehearsed['contracts'])
    expect(deployed).toMatchObject({ chainId: 4242, dryRun: false, bookFile: book, gas: null })
    expect(parseAddressBook(readFileSync(book, 'utf8'))).toMatchObject({ chainId: 4242 })
  })

  test('a book that is there is not replaced, and a plan that says nothing is refused', async () => {
    const again = await refusal(['chain', 'deploy', plan], by('deployer'))
    expect(again).toMatchObject({ exit: 2, code: 'OPTION_INVALID' })
    const empty = join(folder, 'empty.json')
    writeFileSync(empty, JSON.stringify({ profile: 'private', holders: [], insurance: '0x12' }))
    const refused = await refusal(['chain', 'deploy', empty], by('deployer'))
    expect(refused).toMatchObject({ exit: 2, code: 'OPTION_INVALID' })
    expect(refused.message).toContain('holders')
    const nobody = { ...by('deployer'), DSO_CHAIN_KEY: '' }
    expect((await refusal(['chain', 'deploy', plan], nobody)).message).toContain('DSO_CHAIN_KEY')
  })

  test('status needs no key, and with one says what the account has', async () => {
    const nobody = { ...by('author'), DSO_CHAIN_KEY: '' }
    expect(await json(['chain', 'status'], nobody)).toMatchObject({
      chainId: 4242,
      account: null,
      governance: null,
      registry: { entries: '0', schemas: '3', timing: { commitSeconds: 0, revealSeconds: 600 } },
    })
    const mine = await json(['chain', 'status'], by('author'))
    expect(mine['account']).toMatchObject({
      address: accounts['author']?.address,
      aiWei: String(1000n * AI),
      zooWei: String((5005n * ZOO) / 10n),
    })
    const { stdout } = await runInProcess(['chain', 'status'], by('author'))
    expect(stdout).toMatch(/^governed by {3}its deployer$/m)
    expect(stdout).toMatch(/^wallet .*1000 AI, 500\.5 ZOO$/m)
  })

  test('a submission without a deposit is rehearsed whole, and then made', async () => {
    const args = ['entry', 'submit', '--root', rootOf('one'), '--cid', CID, '--schema', '1']
    const rehearsed = await json([...args, '--dry-run'], by('author'))
    expect(rehearsed).toMatchObject({ entry: '1', dryRun: true })
    expect(callsOf(rehearsed)).toEqual(['approve', 'deposit', 'submit'])
    expect(await json(['entry', 'list'], by('author'))).toMatchObject({ entries: [] })
    const made = await json(args, by('author'))
    expect(made).toMatchObject({ entry: '1', dryRun: false })
    expect(callsOf(made)).toEqual(['approve', 'deposit', 'submit'])
    for (const { transaction } of made['calls'] as { transaction: string }[]) {
      expect(transaction).toMatch(/^0x[0-9a-f]{64}$/)
    }
    const again = await refusal(args, by('author'))
    expect(again).toMatchObject({ exit: 1, code: 'TRANSACTION_REVERTED' })
    expect(again.message).toContain('RootTaken')
    const rehearsedAgain = await refusal([...args, '--dry-run'], by('author'))
    expect(rehearsedAgain.message).toContain('RootTaken')
  })

  test('weight, votes and a challenge decide an entry, and anybody settles it', async () => {
    const deposit = ['bond', 'deposit', '50', '--for', 'weight', '--weeks', '104']
    expect(callsOf(await json([...deposit, '--dry-run'], by('voter')))).toEqual(['approve', 'lock'])
    await json(deposit, by('voter'))
    // Weights are those of the second before a submission.
    await pass(5)
    const submit = ['entry', 'submit', '--cid', CID, '--schema', '2']
    expect(await json([...submit, '--root', rootOf('two')], by('author'))).toMatchObject({
      entry: '2',
    })
    expect((await refusal(['vote', 'cast', '1=5'], by('voter'))).message).toContain('NoWeight')
    expect((await refusal(['vote', 'commit', '2=5'], by('voter'))).message).toContain(
      'CommitRevealDisabled',
    )
    await json(['vote', 'cast', '2=120'], by('voter'))
    expect(callsOf(await json(['challenge', '2', '--dry-run'], by('critic')))).toEqual([
      'approve',
      'deposit',
      'challenge',
    ])
    await json(['challenge', '2'], by('critic'))
    expect((await refusal(['entry', 'finalise', '2'], by('critic'))).message).toContain(
      'VotingOpen',
    )
    await pass(600)
    expect(await json(['entry', 'finalise', '2'], by('critic'))).toMatchObject({
      entry: {
        id: '2',
        status: 'slashed',
        quality: 120,
        challenger: accounts['critic']?.address,
      },
    })
    const { stdout } = await runInProcess(['entry', 'list'], by('critic'))
    expect(stdout).toMatch(/2 {2}slashed +120/)
    expect(stdout).toMatch(/1 {2}open +–/)
    expect(await json(['entry', 'list', '--before', '2'], by('critic'))).toMatchObject({
      entries: [{ id: '1', cid: CID, quality: null }],
    })
    const shown = await runInProcess(['entry', 'show', '2'], by('critic'))
    expect(shown.stdout).toMatch(/^status {8}slashed$/m)
    expect(await refusal(['entry', 'show', '9'], by('critic'))).toMatchObject({
      exit: 2,
      code: 'OPTION_INVALID',
    })
  })

  test('a case before the court is committed to and opened in one go', async () => {
    const nobody = { ...by('critic'), DSO_CHAIN_KEY: '' }
    const accuse = ['challenge', '1', '--fault', 'quality', '--proof', toHex('the evidence')]
    expect(await refusal(accuse, nobody)).toMatchObject({ exit: 2, code: 'OPTION_INVALID' })
    expect(await refusal(accuse.slice(0, 4), by('critic'))).toMatchObject({ exit: 2 })
    const root = rootOf('three')
    await json(['entry', 'submit', '--root', root, '--cid', CID, '--schema', '1'], by('author'))
    const against = ['challenge', '3', ...accuse.slice(2)]
    const rehearsed = await json([...against, '--dry-run'], by('critic'))
    expect(rehearsed).toMatchObject({ case: '1', phase: null })
    // The challenge before has come back to the deposit.
    expect(callsOf(rehearsed)).toEqual(['commit', 'open'])
    expect(await json(against, by('critic'))).toMatchObject({ case: '1', phase: 'voting' })
    expect(await json(['entry', 'show', '3'], by('critic'))).toMatchObject({
      entry: { status: 'disputed' },
    })
    const reopened = await refusal([...against, '--case', '1'], by('critic'))
    expect(reopened.message).toContain('WrongPhase')
  })

  test('money comes back after its time, and what was earned at once', async () => {
    const earned = await json(['bond', 'withdraw'], by('critic'))
    expect(callsOf(earned)).toEqual(['claim'])
    await json(['bond', 'deposit', '10'], by('voter'))
    expect(await json(['bond', 'withdraw', '10'], by('voter'))).toMatchObject({
      amountWei: String(10n * AI),
      paidOut: false,
    })
    const early = await refusal(['bond', 'withdraw'], by('voter'))
    expect(early.message).toContain('StillUnbonding')
    await pass(61 * DAY)
    await json(['bond', 'withdraw'], by('voter'))
    const { account } = await json(['chain', 'status'], by('voter'))
    expect(account).toMatchObject({ aiWei: String(1000n * AI) })
    const locked = await refusal(['bond', 'withdraw', '50', '--for', 'weight'], by('voter'))
    expect(locked.message).toContain('UnlockedTooSmall')
  })

  test('a wrong chain, a wrong book and a silent endpoint are named', async () => {
    const contracts = parseAddressBook(readFileSync(book, 'utf8')).contracts
    const write = (name: string, changed: Parameters<typeof formatAddressBook>[0]) => {
      const file = join(folder, name)
      writeFileSync(file, formatAddressBook(changed))
      return { ...by('author'), DSO_CHAIN_BOOK: file }
    }
    const { registry, token } = contracts
    for (const wrong of [
      write('chain.json', { chainId: 1, contracts }),
      write('nothing.json', {
        chainId: 4242,
        contracts: { ...contracts, registry: `0x${'ab'.repeat(20)}` },
      }),
      write('other.json', { chainId: 4242, contracts: { ...contracts, registry: token } }),
      write('mixed.json', { chainId: 4242, contracts: { ...contracts, court: registry } }),
    ]) {
      const { code } = await refusal(['chain', 'status'], wrong)
      expect([wrong.DSO_CHAIN_BOOK, code]).toEqual([wrong.DSO_CHAIN_BOOK, 'CHAIN_MISMATCH'])
    }
    const missing = { ...by('author'), DSO_CHAIN_BOOK: join(folder, 'none.json') }
    expect(await refusal(['chain', 'status'], missing)).toMatchObject({ exit: 2 })
    const silent = { ...by('author'), DSO_CHAIN_RPC: 'http://127.0.0.1:1' }
    expect(await refusal(['entry', 'list'], silent)).toMatchObject({
      exit: 3,
      code: 'CHAIN_UNREACHABLE',
    })
  })
})

type EpochView = Record<'epoch' | 'startsAt' | 'commitEndsAt' | 'revealEndsAt', string>

describe('sealed votes and aggregates', () => {
  const RULE: LaneRule = { kind: 'scores', leafCount: 2, lanes: 2 }
  const folder = makeFolder()
  const leaves = join(folder, 'leaves')
  let chain: DevChain

  const by = (name: string) => ({
    DSO_CHAIN_RPC: chain.rpcUrl,
    DSO_CHAIN_BOOK: join(folder, 'network.json'),
    DSO_DATA_DIR: join(folder, name),
    DSO_CHAIN_KEY: chain.accounts.get(name)?.privateKey ?? '',
  })
  const statusOf = async () => {
    const { epoch, timestamp } = await json(['chain', 'status'], by('ann'))
    return { ...(epoch as EpochView), timestamp: String(timestamp) }
  }
  const waitUntil = async (second: string) => {
    const { timestamp } = await statusOf()
    if (BigInt(second) > BigInt(timestamp)) {
      await chain.increaseTime(Number(BigInt(second) - BigInt(timestamp)))
    }
  }
  const shardOf = (...rows: [number, number][]) => {
    const blocks = rows.map((row) => writeLeaf(RULE, row))
    const hashes = blocks.map((block, index) => hashRawLeaf(index, block))
    return { root: encodeHex(rootOfLeaves(hashes)), bytes: Buffer.concat(blocks) }
  }
  const shards = [shardOf([100, 5], [1, 1]), shardOf([200, 5], [1, 1]), shardOf([300, 5], [1, 1])]

  beforeAll(async () => {
    mkdirSync(leaves)
    chain = await createDevChain({
      seed: new Uint8Array([2]),
      accounts: ['author', 'ann', 'ben', 'liar'].map((name) => ({
        name,
        fundWei: 2000n * AI,
        stakeWei: 100n * ZOO,
      })),
      timing: { epochSeconds: 100_000, commitSeconds: 10_000, revealSeconds: 10_000 },
      parameters: { challengeSeconds: 1000, voterBondWei: 10n * ZOO, missPenaltyWei: ZOO },
      schemas: [{ description: 'scores', rule: RULE }],
    })
    const { chainId, addresses: contracts } = chain
    writeFileSync(join(folder, 'network.json'), formatAddressBook({ chainId, contracts }))
  })
  afterAll(async () => {
    await chain.stop()
  })

  test('a list that was sealed is opened without being typed again', async () => {
    for (const [index, { root }] of shards.entries()) {
      const args = ['entry', 'submit', '--root', root, '--cid', CID, '--schema', '4']
      expect(await json(args, by('author'))).toMatchObject({ entry: String(index + 1) })
    }
    for (const name of ['ann', 'ben']) {
      await json(['bond', 'deposit', '10', '--for', 'votes'], by(name))
    }
    const { startsAt } = await statusOf()
    await waitUntil(String(BigInt(startsAt) + 100_000n))
    const sealed = ['vote', 'commit', '3=900', '1=800', '2=850']
    expect(await json([...sealed, '--dry-run'], by('ann'))).toMatchObject({ dryRun: true })
    expect(await refusal(['vote', 'reveal'], by('ann'))).toMatchObject({ exit: 2 })
    expect(await json(sealed, by('ann'))).toMatchObject({
      ballots: [
        { id: '1', score: 800 },
        { id: '2', score: 850 },
        { id: '3', score: 900 },
      ],
    })
    await json(['vote', 'commit', '1=900', '2=900', '3=900'], by('ben'))
    expect((await refusal(['vote', 'reveal'], by('ann'))).message).toContain('RevealClosed')
    const { commitEndsAt, revealEndsAt } = await statusOf()
    await waitUntil(commitEndsAt)
    await json(['vote', 'reveal'], by('ann'))
    // On another machine the list has to be typed; the salt comes out of the wallet.
    const elsewhere = { ...by('ben'), DSO_DATA_DIR: join(folder, 'elsewhere') }
    await json(['vote', 'reveal', '1=900', '2=900', '3=900'], elsewhere)
    await waitUntil(String(BigInt(revealEndsAt) + 1000n))
    for (const id of ['1', '2', '3']) {
      expect(await json(['entry', 'finalise', id], by('ben'))).toMatchObject({
        entry: { status: 'final' },
      })
    }
  })

  test('an aggregate is proposed, verified, refuted where it is wrong, and asked for', async () => {
    const { epoch, startsAt } = await statusOf()
    const page = ['--schema', '4', '--epoch', epoch, '--leaves', leaves, '--cid', CID]
    const propose = ['aggregate', 'propose', ...page]
    for (const [index, { bytes }] of shards.slice(0, 2).entries()) {
      writeFileSync(join(leaves, `${index + 1}.leaves`), bytes)
    }
    expect((await refusal(propose, by('author'))).message).toContain('3.leaves')
    // What a liar has computed from other leaves: the chain does not know yet.
    const wrong = shardOf([300, 5], [1, 1])
    writeFileSync(join(leaves, '3.leaves'), wrong.bytes)
    const right = shardOf([200, 5], [1, 1])
    await waitUntil(String(BigInt(startsAt) + 100_000n))

    const to = join(folder, 'aggregate.leaves')
    const rehearsed = await json([...propose, '--dry-run', '--to', to], by('author'))
    expect(rehearsed).toMatchObject({ aggregate: '1', root: right.root, members: ['1', '2', '3'] })
    expect(readFileSync(to)).toEqual(right.bytes)

    const lie = join(folder, 'lie.leaves')
    writeFileSync(lie, wrong.bytes)
    await proposeLie(wrong.root, epoch)
    expect(await json(['aggregate', 'verify', '1', '--leaves', leaves], by('ann'))).toMatchObject({
      verdict: 'wrong',
      rightRoot: right.root,
      missing: [],
    })
    const challenge = ['aggregate', 'challenge', '1', '--leaves', leaves]
    expect(await refusal(challenge, by('ben'))).toMatchObject({ exit: 2 })
    const withLie = [...challenge, '--aggregate', lie]
    const rehearsal = await json([...withLie, '--dry-run'], by('ben'))
    expect(callsOf(rehearsal)).toEqual(['commitRefutation', 'challengeLeaf'])
    expect(await json(withLie, by('ben'))).toMatchObject({
      refuted: { leaf: 0, lane: 0, claimed: 300 },
    })
    const { account } = await json(['chain', 'status'], by('ben'))
    expect(account).toMatchObject({ bonds: { creditWei: String((250n * AI * 150n) / 1000n) } })

    expect(await json(propose, by('author'))).toMatchObject({ aggregate: '2', root: right.root })
    const verify = ['aggregate', 'verify', '2', '--leaves']
    expect(await json([...verify, leaves], by('ann'))).toMatchObject({ verdict: 'right' })
    const found = await runInProcess([...verify, leaves], by('ann'))
    expect(found.stdout).toBe('Aggregate 2 (proposed) is right: its root follows from 3 entries\n')
    const none = join(folder, 'none')
    expect(await json([...verify, none], by('ann'))).toMatchObject({
      verdict: 'unknown',
      missing: ['1', '2', '3'],
    })
    const nothing = ['aggregate', 'challenge', '2', '--leaves', leaves, '--aggregate', to]
    const unrefuted = await json(nothing, by('ben'))
    expect(unrefuted).toMatchObject({ refuted: null, calls: [] })
    const ask = ['aggregate', 'challenge', '2', '--request', '1']
    expect(await json(ask, by('ben'))).toMatchObject({ requested: 1 })
    expect((await refusal(ask, by('ben'))).message).toContain('AlreadyRequested')

    writeFileSync(join(leaves, '3.leaves'), shardOf([9, 9], [9, 9]).bytes)
    expect((await refusal([...verify, leaves], by('ann'))).message).toContain('3.leaves')
  })

  /** Proposes what the command would not: an aggregate that does not follow from its entries. */
  async function proposeLie(root: `0x${string}`, epoch: string): Promise<void> {
    const { openNetwork } = await import('../../src/node/chain/open-network.ts')
    const { findPage } = await import('../../src/chain/registry/find-page.ts')
    const { proposeAggregate } = await import('../../src/chain/aggregates/propose-aggregate.ts')
    const network = await openNetwork({
      rpcUrl: chain.rpcUrl,
      bookFile: join(folder, 'network.json'),
      account: chain.accounts.get('liar')?.privateKey,
      dryRun: false,
      pollMs: 5,
    })
    const { session, at, bonds } = network
    const place = { schema: 4n, epoch: BigInt(epoch), page: 0n }
    const { members } = await findPage(session, at.registry, place)
    const lie = { ...place, root, cid: CID, members }
    await proposeAggregate(session, { oracle: at.oracle, bonds }, lie)
  }
})
