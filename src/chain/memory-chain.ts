import { getAddress, isAddress, keccak256, numberToBytes } from 'viem'
import { DsoError } from '../protocol/errors.ts'
import type { EntryStatus, Hex, LedgerEvent, RegistryEntry } from '../protocol/ports.ts'
import { DEFAULT_REGISTRY_PARAMETERS, type RegistryParameters } from './registry-parameters.ts'

/** What a {@link MemoryChain} starts with. */
export interface MemoryChainOptions {
  /** Free balances by account. */
  holders: readonly { address: Hex; amountWei: bigint }[]
  /** Seed A's defaults where left out. */
  parameters?: Partial<RegistryParameters>
  /** Unix second of the block before the first. Default 1,767,225,600 (2026-01-01). */
  genesisTimestamp?: bigint
}

/** Longest CID text in bytes, as in the contract. */
const MAX_CID_BYTES = 96

/** A registered shard. */
interface Shard {
  merkleRoot: Hex
  cid: string
  schema: bigint
  submitter: Hex
  challenger: Hex | undefined
  status: EntryStatus
  submittedAt: bigint
  ballots: Map<Hex, { score: number; weight: bigint }>
}

interface Account {
  freeWei: bigint
  creditWei: bigint
  /** Stake from a block time on, oldest first. */
  stakes: { from: bigint; wei: bigint }[]
  unbonding: { wei: bigint; releaseAt: bigint }
}

type EventBody<T = LedgerEvent> = T extends LedgerEvent ? Omit<T, 'block' | 'logIndex'> : never

/**
 * The registry's rules (contracts/src/ExperienceRegistry.sol) as a state machine in memory, one block a transaction and
 * one second a block. Refusals carry the names of the contract's errors. For simulation and tests.
 */
export class MemoryChain {
  readonly parameters: RegistryParameters
  /** Every event so far, oldest first. */
  readonly events: LedgerEvent[] = []
  #block = 0n
  #timestamp: bigint
  readonly #accounts = new Map<Hex, Account>()
  readonly #records: Shard[] = []
  readonly #idByRoot = new Map<string, bigint>()

  /** @throws DsoError `TRANSACTION_REVERTED` for parameters out of bounds, `FORMAT_INVALID` for an address */
  constructor(options: MemoryChainOptions) {
    this.parameters = { ...DEFAULT_REGISTRY_PARAMETERS, ...options.parameters }
    checkParameters(this.parameters)
    this.#timestamp = options.genesisTimestamp ?? 1_767_225_600n
    for (const { address, amountWei } of options.holders) {
      this.#account(normaliseAddress(address)).freeWei += amountWei
    }
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
    const cidBytes = new TextEncoder().encode(entry.cid).length
    if (cidBytes === 0 || cidBytes > MAX_CID_BYTES) throw refused('CidLengthInvalid')
    const root = entry.merkleRoot.toLowerCase() as Hex
    if (BigInt(root) === 0n) throw refused('RootZero')
    if (this.#idByRoot.has(root)) throw refused('RootTaken')
    this.#pull(sender, this.parameters.bondWei)
    this.#mine()
    const id = BigInt(this.#records.length + 1)
    this.#idByRoot.set(root, id)
    this.#records.push({
      merkleRoot: root,
      cid: entry.cid,
      schema: entry.schema,
      submitter: sender,
      challenger: undefined,
      status: 'open',
      submittedAt: this.#timestamp,
      ballots: new Map(),
    })
    const { cid, schema } = entry
    this.#emit({ kind: 'submitted', entryId: id, cid, merkleRoot: root, schema, submitter: sender })
    return id
  }

  voteQuality(sender: Hex, entryId: bigint, score: number): void {
    const record = this.#votable(entryId)
    if (sender === record.submitter) throw refused('OwnEntry')
    if (record.ballots.has(sender)) throw refused('AlreadyVoted')
    const weight = stakeBefore(this.#account(sender), record.submittedAt)
    if (weight === 0n) throw refused('NoWeight')
    this.#mine()
    record.ballots.set(sender, { score, weight })
    this.#emit({ kind: 'voted', entryId, voter: sender, score, weight })
  }

  challenge(sender: Hex, entryId: bigint): void {
    const record = this.#votable(entryId)
    if (sender === record.submitter) throw refused('OwnEntry')
    if (record.challenger !== undefined) throw refused('AlreadyChallenged')
    this.#pull(sender, this.#challengeBond)
    this.#mine()
    record.challenger = sender
    this.#emit({ kind: 'challenged', entryId, challenger: sender })
  }

  finalise(entryId: bigint): void {
    const record = this.#known(entryId)
    if (record.status !== 'open') throw refused('EntrySettled')
    if (this.#nextTimestamp < this.#endsAt(record)) throw refused('VotingOpen')
    this.#mine()
    const quality = lowerMedian([...record.ballots.values()])
    if (quality !== undefined && quality < this.parameters.qMin) {
      this.#slash(entryId, record, quality)
    } else {
      this.#release(entryId, record, quality)
    }
  }

  stake(sender: Hex, amountWei: bigint): void {
    if (amountWei === 0n) throw refused('AmountZero')
    this.#pull(sender, amountWei)
    this.#mine()
    const account = this.#account(sender)
    account.stakes.push({ from: this.#timestamp, wei: stakeNow(account) + amountWei })
  }

  requestUnstake(sender: Hex, amountWei: bigint): void {
    const account = this.#account(sender)
    if (amountWei === 0n) throw refused('AmountZero')
    if (amountWei > stakeNow(account)) throw refused('StakeTooSmall')
    this.#mine()
    account.stakes.push({ from: this.#timestamp, wei: stakeNow(account) - amountWei })
    account.unbonding = {
      wei: account.unbonding.wei + amountWei,
      releaseAt: this.#timestamp + 2n * BigInt(this.parameters.votingWindowSeconds),
    }
  }

  withdraw(sender: Hex): void {
    const account = this.#account(sender)
    if (account.unbonding.wei === 0n) throw refused('NothingDue')
    if (this.#nextTimestamp < account.unbonding.releaseAt) throw refused('StillBonded')
    this.#mine()
    account.freeWei += account.unbonding.wei
    account.unbonding = { wei: 0n, releaseAt: 0n }
  }

  claim(sender: Hex): void {
    const account = this.#account(sender)
    if (account.creditWei === 0n) throw refused('NothingDue')
    this.#mine()
    account.freeWei += account.creditWei
    account.creditWei = 0n
  }

  /** One entry; undefined when the id is not known. */
  getEntry(entryId: bigint): RegistryEntry | undefined {
    const record = this.#records[Number(entryId) - 1]
    if (record === undefined) return undefined
    const { merkleRoot, cid, schema, submitter, challenger, status } = record
    return {
      id: entryId,
      merkleRoot,
      cid,
      schema,
      quality: lowerMedian([...record.ballots.values()]),
      submitter,
      bondWei: this.parameters.bondWei,
      challenger,
      status,
      votingEndsAt: this.#endsAt(record),
    }
  }

  /** The entry that holds a root; undefined when it is free. */
  findEntry(merkleRoot: Hex): RegistryEntry | undefined {
    return this.getEntry(this.#idByRoot.get(merkleRoot.toLowerCase()) ?? 0n)
  }

  /** Free balance, stake and credits of one account, in wei. */
  balancesOf(address: Hex): { freeWei: bigint; stakedWei: bigint; creditWei: bigint } {
    const account = this.#account(address)
    const { freeWei, creditWei } = account
    return { freeWei, stakedWei: stakeNow(account), creditWei }
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
    this.events.push({ ...body, block: this.#block, logIndex: 0 })
  }

  #account(address: Hex): Account {
    const known = this.#accounts.get(address)
    if (known !== undefined) return known
    const account = {
      freeWei: 0n,
      creditWei: 0n,
      stakes: [],
      unbonding: { wei: 0n, releaseAt: 0n },
    }
    this.#accounts.set(address, account)
    return account
  }

  /** Takes tokens from an account; the last check of a transaction, as in the contract. */
  #pull(address: Hex, amountWei: bigint): void {
    const account = this.#account(address)
    if (account.freeWei < amountWei) throw refused('ERC20InsufficientBalance')
    account.freeWei -= amountWei
  }

  #known(entryId: bigint): Shard {
    const record = this.#records[Number(entryId) - 1]
    if (record === undefined) throw refused('EntryUnknown')
    return record
  }

  #votable(entryId: bigint): Shard {
    const record = this.#known(entryId)
    if (record.status !== 'open' || this.#nextTimestamp >= this.#endsAt(record)) {
      throw refused('VotingClosed')
    }
    return record
  }

  #endsAt(record: Shard): bigint {
    return record.submittedAt + BigInt(this.parameters.votingWindowSeconds)
  }

  #release(entryId: bigint, record: Shard, quality: number | undefined): void {
    record.status = 'final'
    let refund = this.parameters.bondWei
    if (record.challenger !== undefined) {
      if (quality === undefined) this.#account(record.challenger).creditWei += this.#challengeBond
      else refund += this.#challengeBond / 2n
    }
    this.#account(record.submitter).creditWei += refund
    this.#emit({ kind: 'finalised', entryId, quality })
  }

  #slash(entryId: bigint, record: Shard, quality: number): void {
    const { bondWei, sigma } = this.parameters
    const { challenger } = record
    record.status = 'slashed'
    const bountyWei = challenger === undefined ? 0n : (bondWei * BigInt(1000 - sigma)) / 1000n
    if (challenger !== undefined) {
      this.#account(challenger).creditWei += bountyWei + this.#challengeBond
    }
    const burnedWei = bondWei - bountyWei
    this.#emit({ kind: 'slashed', entryId, quality, challenger, burnedWei, bountyWei })
  }
}

/** The checksummed form. @throws DsoError `FORMAT_INVALID` */
export function normaliseAddress(address: Hex): Hex {
  if (!isAddress(address, { strict: false })) {
    throw new DsoError('FORMAT_INVALID', { details: { field: 'address', value: address } })
  }
  return getAddress(address)
}

function checkParameters({ bondWei, votingWindowSeconds, qMin, sigma }: RegistryParameters): void {
  const isWithin = (value: number, low: number, high: number) =>
    Number.isInteger(value) && value >= low && value <= high
  if (
    bondWei < 2n ||
    bondWei >= 1n << 96n ||
    !isWithin(votingWindowSeconds, 1, 2_592_000) ||
    !isWithin(qMin, 1, 1000) ||
    !isWithin(sigma, 500, 1000)
  ) {
    throw refused('ParameterOutOfRange')
  }
}

/** Seed A eq. 5: the smallest score whose cumulative weight reaches half of the total. */
function lowerMedian(ballots: readonly { score: number; weight: bigint }[]): number | undefined {
  const ordered = ballots.toSorted((a, b) => a.score - b.score)
  const total = ordered.reduce((sum, { weight }) => sum + weight, 0n)
  let below = 0n
  for (const { score, weight } of ordered) {
    below += weight
    if (2n * below >= total) return score
  }
  return undefined
}

function stakeBefore(account: Account, time: bigint): bigint {
  return account.stakes.findLast(({ from }) => from < time)?.wei ?? 0n
}

function stakeNow(account: Account): bigint {
  return account.stakes.at(-1)?.wei ?? 0n
}

function refused(reason: string): DsoError {
  return new DsoError('TRANSACTION_REVERTED', { details: { reason } })
}
