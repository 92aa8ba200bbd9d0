import { keccak256, numberToBytes } from 'viem'
import { EMPTY_SET_HASH, hashMember } from '../protocol/chain/hash-member.ts'
import { findQuality, type Quality } from '../protocol/chain/find-quality.ts'
import { splitLostBond } from '../protocol/chain/split-lost-bond.ts'
import { lowQualityLoss, splitSlash } from '../protocol/chain/split-slash.ts'
import type {
  EntryStatus,
  Hex,
  LedgerBalances,
  LedgerEvent,
  RegistryEntry,
} from '../protocol/ports.ts'
import { checkParameters } from './check-parameters.ts'
import { type MemoryHolder, MemoryVaults, refused } from './memory-vaults.ts'
import { type RegistryParameters, SEED_PARAMETERS } from './registry-parameters.ts'

/** What a {@link MemoryChain} starts with. */
export interface MemoryChainOptions {
  holders: readonly MemoryHolder[]
  /** Seed A's defaults where left out. */
  parameters?: Partial<RegistryParameters>
  /** Seconds an entry takes votes. Default 60. */
  votingWindowSeconds?: number
  /** Seconds from the request to the withdrawal of stake. Default 7200. */
  withdrawalSeconds?: number
  /** Number of the newest schema. Default 3. */
  schemaCount?: bigint
  /** Unix second of the block before the first. Default 1,767,225,600 (2026-01-01). */
  genesisTimestamp?: bigint
}

/** Longest CID text in bytes, as in the contract. */
const MAX_CID_BYTES = 96
const EPOCH_SECONDS = 86_400n
const PAGE_SIZE = 128

/** A registered shard. */
interface Shard {
  id: bigint
  merkleRoot: Hex
  cid: string
  schema: bigint
  submitter: Hex
  challenger: Hex | undefined
  status: EntryStatus
  submittedAt: bigint
  round: number
  votingStart: bigint
  ballots: Map<Hex, { score: number; weight: bigint }>
  /** Total weight at the snapshot, kept from the first vote on. */
  supply: bigint
  /** Known once the votes were counted. */
  decided: Quality | undefined
}

type EventBody<T = LedgerEvent> = T extends LedgerEvent ? Omit<T, 'block' | 'logIndex'> : never

/**
 * The registry's rules (contracts/src/ExperienceRegistry.sol, votes in the open and no court) as a state machine in memory,
 * one block a transaction and one second a block. Refusals carry the names of the contracts' errors. For simulation and
 * tests.
 */
export class MemoryChain {
  readonly parameters: RegistryParameters
  /** Every event so far, oldest first. */
  readonly events: LedgerEvent[] = []
  readonly #vaults: MemoryVaults
  readonly #windowSeconds: bigint
  readonly #withdrawalSeconds: bigint
  readonly #schemaCount: bigint
  readonly #genesis: bigint
  readonly #records: Shard[] = []
  /** Ids by {@link keyOf}. */
  readonly #ids = new Map<string, bigint>()
  readonly #finalSets = new Map<string, { count: number; hashes: Hex[] }>()
  #block = 0n
  #timestamp: bigint

  /** @throws DsoError `TRANSACTION_REVERTED` for parameters out of bounds, `FORMAT_INVALID` for an address */
  constructor(options: MemoryChainOptions) {
    const { votingWindowSeconds = 60, withdrawalSeconds = 7200 } = options
    this.parameters = { ...SEED_PARAMETERS, ...options.parameters }
    checkParameters(this.parameters, votingWindowSeconds)
    this.#vaults = new MemoryVaults(options.holders)
    this.#windowSeconds = BigInt(votingWindowSeconds)
    this.#withdrawalSeconds = BigInt(withdrawalSeconds)
    this.#schemaCount = options.schemaCount ?? 3n
    this.#genesis = options.genesisTimestamp ?? 1_767_225_600n
    this.#timestamp = this.#genesis
  }

  /** Number of the newest block. */
  get block(): bigint {
    return this.#block
  }

  /** The newest block. Chain 0 is no EVM chain; the hash names the block's number alone. */
  get anchor(): { chainId: number; block: number; hash: Uint8Array } {
    const hash = keccak256(numberToBytes(this.#block), 'bytes')
    return { chainId: 0, block: Number(this.#block), hash }
  }

  /** Lets time pass and makes a block. */
  increaseTime(seconds: number): void {
    this.#timestamp += BigInt(seconds)
    this.#block += 1n
  }

  /** @throws DsoError `TRANSACTION_REVERTED`, as does every method below that changes something */
  submit(sender: Hex, entry: { merkleRoot: Hex; cid: string; schema: bigint }): bigint {
    const { cid, schema } = entry
    const merkleRoot = entry.merkleRoot.toLowerCase() as Hex
    this.#lockBond(sender, this.parameters.bondWei, () => {
      const cidBytes = new TextEncoder().encode(cid).length
      if (cidBytes === 0 || cidBytes > MAX_CID_BYTES) throw refused('CidLengthInvalid')
      if (BigInt(merkleRoot) === 0n) throw refused('RootZero')
      if (schema === 0n || schema > this.#schemaCount) throw refused('SchemaUnknown')
      if (this.#ids.has(keyOf(sender, merkleRoot))) throw refused('RootTaken')
    })
    const id = BigInt(this.#records.length + 1)
    this.#ids.set(keyOf(sender, merkleRoot), id)
    this.#records.push({
      id,
      merkleRoot,
      cid,
      schema,
      submitter: sender,
      challenger: undefined,
      status: 'open',
      submittedAt: this.#timestamp,
      round: 0,
      votingStart: this.#timestamp,
      ballots: new Map(),
      supply: 0n,
      decided: undefined,
    })
    this.#emit({ kind: 'submitted', entryId: id, cid, merkleRoot, schema, submitter: sender })
    return id
  }

  voteQuality(sender: Hex, entryId: bigint, score: number): void {
    const record = this.#unsettled(entryId)
    if (this.#nextTimestamp >= this.#votingEnd(record)) throw refused('VotingClosed')
    if (record.ballots.has(sender)) throw refused('AlreadyVoted')
    if (sender === record.submitter) throw refused('OwnEntry')
    const snapshot = record.submittedAt - 1n
    const supply = this.#vaults.totalWeightAt(snapshot)
    const cap = (supply * BigInt(this.parameters.weightCapBps)) / 10_000n
    const held = this.#vaults.weightAt(sender, snapshot)
    const weight = held < cap ? held : cap
    if (weight === 0n) throw refused('NoWeight')
    this.#mine()
    record.supply = supply
    record.ballots.set(sender, { score, weight })
    this.#emit({ kind: 'voted', entryId, voter: sender, score, weight })
  }

  challenge(sender: Hex, entryId: bigint): void {
    this.#lockBond(sender, this.#challengeBond, () => {
      const record = this.#unsettled(entryId)
      if (sender === record.submitter) throw refused('OwnEntry')
      if (record.challenger !== undefined) throw refused('AlreadyChallenged')
      if (this.#nextTimestamp >= this.#votingEnd(record)) throw refused('ChallengeClosed')
    })
    this.#unsettled(entryId).challenger = sender
    this.#emit({ kind: 'challenged', entryId, challenger: sender })
  }

  finalise(entryId: bigint): void {
    const record = this.#unsettled(entryId)
    if (this.#nextTimestamp < this.#votingEnd(record)) throw refused('VotingOpen')
    const quality = this.#qualityOf(record)
    if (!quality.decided && record.round < this.parameters.maxRolls) {
      this.#roll(record)
      return
    }
    const challengeEnd = this.#challengeEnd(record)
    if (this.#nextTimestamp < challengeEnd) throw refused('ChallengeOpen')
    this.#mine()
    record.decided = quality
    const median = quality.decided ? quality.median : undefined
    this.#emit({ kind: 'scored', entryId, quality: median, weight: quality.total })
    if (median === undefined) this.#expire(record)
    else if (median >= this.parameters.qMin) this.#accept(record, median)
    else this.#slash(record, median)
  }

  stake(sender: Hex, amountWei: bigint): void {
    this.#vaults.stake(sender, amountWei, this.#nextTimestamp)
    this.#mine()
  }

  requestUnstake(sender: Hex, amountWei: bigint): void {
    const now = this.#nextTimestamp
    const releaseAt = now + this.#withdrawalSeconds
    this.#vaults.requestUnstake(sender, amountWei, { now, releaseAt })
    this.#mine()
  }

  withdraw(sender: Hex): void {
    this.#vaults.withdraw(sender, this.#nextTimestamp)
    this.#mine()
  }

  claim(sender: Hex): void {
    this.#vaults.claim(sender)
    this.#mine()
  }

  /** One entry; undefined when the id is not known. */
  getEntry(entryId: bigint): RegistryEntry | undefined {
    const record = this.#records[Number(entryId) - 1]
    if (record === undefined) return undefined
    const { merkleRoot, cid, schema, submitter, challenger, status, decided } = record
    const isCounted = decided !== undefined && !decided.decided
    return {
      id: entryId,
      merkleRoot,
      cid,
      schema,
      quality: isCounted ? undefined : (decided ?? this.#qualityOf(record)).median,
      submitter,
      bondWei: this.parameters.bondWei,
      challenger,
      status,
      votingEndsAt: this.#votingEnd(record),
      challengeEndsAt: this.#challengeEnd(record),
    }
  }

  /** A submitter's entry under a root; undefined where it has none. */
  findEntry(submitter: Hex, merkleRoot: Hex): RegistryEntry | undefined {
    return this.getEntry(this.#ids.get(keyOf(submitter, merkleRoot)) ?? 0n)
  }

  /** What an account has. */
  balancesOf(address: Hex): LedgerBalances {
    return this.#vaults.balancesOf(address)
  }

  get #challengeBond(): bigint {
    return this.parameters.bondWei - this.parameters.bondWei / 2n
  }

  get #nextTimestamp(): bigint {
    return this.#timestamp + 1n
  }

  #mine(): void {
    this.#timestamp = this.#nextTimestamp
    this.#block += 1n
  }

  #emit(body: EventBody): void {
    const last = this.events.at(-1)
    const logIndex = last?.block === this.#block ? last.logIndex + 1 : 0
    this.events.push({ ...body, block: this.#block, logIndex } as LedgerEvent)
  }

  /** A transaction that locks a bond; what the deposit lacks comes in one before it, after which all is checked again. */
  #lockBond(sender: Hex, amountWei: bigint, check: () => void): void {
    check()
    if (this.#vaults.depositMissing(sender, amountWei)) {
      this.#mine()
      check()
    }
    this.#mine()
    this.#vaults.lock(sender, amountWei)
  }

  #unsettled(entryId: bigint): Shard {
    const record = this.#records[Number(entryId) - 1]
    if (record === undefined) throw refused('EntryUnknown')
    if (record.status !== 'open') throw refused('EntrySettled')
    return record
  }

  #votingEnd(record: Shard): bigint {
    return record.votingStart + this.#windowSeconds
  }

  #challengeEnd(record: Shard): bigint {
    return this.#votingEnd(record) + BigInt(this.parameters.challengeSeconds)
  }

  #qualityOf({ ballots, supply }: Shard): Quality {
    return findQuality({ votes: [...ballots.values()], supply, ...this.parameters })
  }

  #roll(record: Shard): void {
    this.#mine()
    record.round += 1
    record.votingStart = this.#timestamp
    record.ballots = new Map()
    const { id: entryId, round, votingStart: votingStartsAt } = record
    this.#emit({ kind: 'rolled', entryId, round, votingStartsAt })
  }

  #expire(record: Shard): void {
    record.status = 'expired'
    this.#vaults.release(record.submitter, this.parameters.bondWei)
    if (record.challenger !== undefined) {
      this.#vaults.release(record.challenger, this.#challengeBond)
    }
    this.#emit({ kind: 'expired', entryId: record.id })
  }

  #accept(record: Shard, quality: number): void {
    record.status = 'final'
    this.#vaults.release(record.submitter, this.parameters.bondWei)
    if (record.challenger !== undefined) {
      this.#vaults.credit(record.submitter, splitLostBond(this.#challengeBond).toWinnerWei)
    }
    const { id: entryId, schema } = record
    const place = this.#addMember(record, quality)
    this.#emit({ kind: 'finalised', entryId, quality, schema, ...place })
  }

  #addMember({ id, schema, merkleRoot }: Shard, quality: number) {
    const epoch = 1n + (this.#timestamp - this.#genesis) / EPOCH_SECONDS
    const key = `${schema} ${epoch}`
    const set = this.#finalSets.get(key) ?? { count: 0, hashes: [] }
    this.#finalSets.set(key, set)
    const page = Math.floor(set.count++ / PAGE_SIZE)
    const member = { id, merkleRoot, bondWei: this.parameters.bondWei, quality }
    const setHash = hashMember(set.hashes[page] ?? EMPTY_SET_HASH, member)
    set.hashes[page] = setHash
    return { epoch, page: BigInt(page), setHash }
  }

  #slash(record: Shard, quality: number): void {
    const { bondWei, lowQualityShare } = this.parameters
    const { id: entryId, submitter, challenger } = record
    record.status = 'slashed'
    const lostWei = lowQualityLoss(bondWei, lowQualityShare)
    const parts = splitSlash(lostWei, this.parameters, challenger !== undefined)
    this.#vaults.release(submitter, bondWei - lostWei)
    if (challenger !== undefined) {
      this.#vaults.release(challenger, this.#challengeBond)
      this.#vaults.credit(challenger, parts.bountyWei)
    }
    this.#emit({ kind: 'slashed', entryId, quality, challenger, fault: undefined, ...parts })
  }
}

/** Two submitters may hold the same root, one of them holds it once. */
function keyOf(submitter: Hex, merkleRoot: Hex): string {
  return `${submitter.toLowerCase()} ${merkleRoot.toLowerCase()}`
}
