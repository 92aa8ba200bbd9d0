import type { Anchor } from '../operation/operation.ts'
import type { CallOptions } from './call-options.ts'

/** 0x-prefixed hex. */
export type Hex = `0x${string}`

/**
 * Where an entry stands. `open`: it is voted on, or its votes wait to be counted; `scored`: they are counted; `disputed`: the
 * court hears a case; `final`: bond back; `slashed`: bond taken, or part of it; `expired`: bond back, but no quality.
 */
export type EntryStatus = 'open' | 'scored' | 'disputed' | 'final' | 'slashed' | 'expired'

/** What the court can find against an entry. */
export type Fault =
  | 'schema'
  | 'copy'
  | 'equivocation'
  | 'withheld'
  | 'attestation'
  | 'score'
  | 'quality'

/** One submission as the registry holds it. Every field but root, CID and schema is derived by the contract. */
export interface RegistryEntry {
  /** Running number, from 1. */
  id: bigint
  /** Merkle root of the shard's records, 32 bytes. */
  merkleRoot: Hex
  /** CIDv1 of the signed shard operation. */
  cid: string
  /** Number of the profile and record format. */
  schema: bigint
  /** Lower median of the votes in per mille, by what their voters had locked; undefined while nobody has voted. */
  quality: number | undefined
  /** Account that submitted and bonded. */
  submitter: Hex
  /** Bond in wei of $AI. */
  bondWei: bigint
  /** Account that challenged its quality; undefined while nobody has. */
  challenger: Hex | undefined
  status: EntryStatus
  /** Unix second from which the votes can be counted. */
  votingEndsAt: bigint
  /** Unix second from which the entry can be finalised, unless a dispute holds it up. */
  challengeEndsAt: bigint
}

/** Where an event stands in the log. */
interface EventPlace {
  block: bigint
  logIndex: number
}

/** What happened to an entry on the registry, in chain order. */
export type LedgerEvent = EventPlace &
  (
    | {
        kind: 'submitted'
        entryId: bigint
        cid: string
        merkleRoot: Hex
        schema: bigint
        submitter: Hex
      }
    | { kind: 'voted'; entryId: bigint; voter: Hex; score: number; weight: bigint }
    | { kind: 'challenged'; entryId: bigint; challenger: Hex }
    /** A floor was missed: it is voted on again. */
    | { kind: 'rolled'; entryId: bigint; round: number; votingStartsAt: bigint }
    /** The voting is over; `quality` is undefined when too little weight voted or agreed. */
    | { kind: 'scored'; entryId: bigint; quality: number | undefined; weight: bigint }
    /** The court hears a case, until `deadline` at most. */
    | { kind: 'dispute-opened'; entryId: bigint; deadline: bigint }
    /** A case ended without a slash. */
    | { kind: 'dispute-closed'; entryId: bigint }
    /** The bond came back. The entry is the newest of a page of its canonical set. */
    | {
        kind: 'finalised'
        entryId: bigint
        quality: number
        schema: bigint
        epoch: bigint
        page: bigint
        setHash: Hex
      }
    | {
        kind: 'slashed'
        entryId: bigint
        quality: number
        /** Undefined when nobody challenged. */
        challenger: Hex | undefined
        /** What the court found; undefined where the votes alone decided. */
        fault: Fault | undefined
        burnedWei: bigint
        bountyWei: bigint
        /** To the insurance. */
        pooledWei: bigint
      }
    /** The bond came back, and there is no quality. */
    | { kind: 'expired'; entryId: bigint }
  )

/** A position in the event log: everything before it has been handled. */
export interface LedgerCursor {
  block: bigint
  logIndex: number
  /** Hash of the block before, where it is known: a reader then notices that blocks were replaced. */
  hash?: Hex
}

/** One account's view of the experience registry (seed A §7.1, made safe). Implementations: EVM contract, memory. */
export interface Ledger {
  /** The account that pays and signs. */
  readonly account: Hex
  /**
   * Registers a shard and locks the bond; what the deposit lacks is taken from the wallet.
   * @returns the entry's id
   * @throws DsoError `TRANSACTION_REVERTED` (own duplicate root, unknown schema, no balance), `CHAIN_UNREACHABLE`
   */
  submit(
    entry: { merkleRoot: Hex; cid: string; schema: bigint },
    options?: CallOptions,
  ): Promise<bigint>
  /**
   * Votes a quality of 0…1000 in the open, with this account's weight before the submission; one vote per entry, not on
   * one's own. Registries that take sealed votes refuse it with `CommitRevealRequired`.
   * @throws DsoError `SCORE_OUT_OF_RANGE`, `TRANSACTION_REVERTED`, `CHAIN_UNREACHABLE`
   */
  voteQuality(entryId: bigint, score: number, options?: CallOptions): Promise<void>
  /**
   * Challenges the quality of an entry, with a challenger's bond. Whoever challenges first earns the bounty if the final
   * quality is below the floor, and loses the bond otherwise.
   * @throws DsoError `TRANSACTION_REVERTED`, `CHAIN_UNREACHABLE`
   */
  challenge(entryId: bigint, options?: CallOptions): Promise<void>
  /**
   * Settles an entry after its windows: median of the votes, then bond back, or burned and bounty paid.
   * @throws DsoError `TRANSACTION_REVERTED` while a window is open or a dispute runs, `CHAIN_UNREACHABLE`
   */
  finalise(entryId: bigint, options?: CallOptions): Promise<void>
  /**
   * The newest block that will not be replaced: the time that operations carry.
   * @throws DsoError `CHAIN_UNREACHABLE`
   */
  getAnchor(options?: CallOptions): Promise<Anchor>
  /** Reads one entry; undefined when the id is not known. */
  getEntry(entryId: bigint): Promise<RegistryEntry | undefined>
  /**
   * This account's entry under a Merkle root; undefined where it has none. Others may hold the same root: whose entry has
   * the smaller id came first.
   * @throws DsoError `FORMAT_INVALID` unless the root has 32 bytes, `CHAIN_UNREACHABLE`
   */
  findEntry(merkleRoot: Hex): Promise<RegistryEntry | undefined>
  /** What this account has. */
  getBalances(): Promise<LedgerBalances>
  /**
   * Events after `cursor` in chain order, with the cursor to continue from.
   * @throws DsoError `CHAIN_UNREACHABLE`, `CHAIN_REORGANISED` when a block before the cursor was replaced
   */
  readEvents(
    cursor: LedgerCursor | undefined,
    options?: CallOptions,
  ): Promise<{ events: LedgerEvent[]; cursor: LedgerCursor }>
}

/** What an account has on the registry's chain, in wei. */
export interface LedgerBalances {
  /** $AI that can be bonded: in the wallet, and deposited and not locked. */
  freeWei: bigint
  /** $AI that {@link StakingLedger.claim} would pay. */
  creditWei: bigint
  /** $ZOO that weighs in votes. */
  stakedWei: bigint
  /** $ZOO in the wallet, which {@link StakingLedger.stake} takes. */
  zooWei: bigint
}

/** A {@link Ledger} that also moves this account's own funds. Every call throws as the ledger's do. */
export interface StakingLedger extends Ledger {
  /** Adds $ZOO that weighs in votes on entries that are submitted later. */
  stake(amountWei: bigint, options?: CallOptions): Promise<void>
  /** Takes $ZOO out of the voting weight; it can be withdrawn after a delay. */
  requestUnstake(amountWei: bigint, options?: CallOptions): Promise<void>
  /** Pays out $ZOO whose delay is over. */
  withdraw(options?: CallOptions): Promise<void>
  /** Pays out what slashes and lost challenges of others have earned. Own bonds come back to the deposit by themselves. */
  claim(options?: CallOptions): Promise<void>
}
