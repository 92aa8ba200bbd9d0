import type { Anchor } from '../operation/operation.ts'
import type { CallOptions } from './call-options.ts'

/** 0x-prefixed hex. */
export type Hex = `0x${string}`

/** Where an entry stands. `open`: votes are taken; `final`: bond back; `slashed`: bond taken. */
export type EntryStatus = 'open' | 'final' | 'slashed'

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
  /** Stake-weighted lower median of the votes in per mille; undefined while nobody has voted. */
  quality: number | undefined
  /** Account that submitted and bonded. */
  submitter: Hex
  /** Bond in wei of $AI. */
  bondWei: bigint
  /** Account that challenged it; undefined while nobody has. */
  challenger: Hex | undefined
  status: EntryStatus
  /** Unix second from which the entry can be finalised. */
  votingEndsAt: bigint
}

/** What happened on the registry, in chain order. */
export type LedgerEvent =
  | {
      kind: 'submitted'
      entryId: bigint
      cid: string
      merkleRoot: Hex
      schema: bigint
      submitter: Hex
      block: bigint
      logIndex: number
    }
  | {
      kind: 'voted'
      entryId: bigint
      voter: Hex
      score: number
      weight: bigint
      block: bigint
      logIndex: number
    }
  | { kind: 'challenged'; entryId: bigint; challenger: Hex; block: bigint; logIndex: number }
  | {
      /** The bond came back; `quality` is undefined when nobody voted. */
      kind: 'finalised'
      entryId: bigint
      quality: number | undefined
      block: bigint
      logIndex: number
    }
  | {
      kind: 'slashed'
      entryId: bigint
      quality: number
      /** Undefined when nobody challenged; everything is burned then. */
      challenger: Hex | undefined
      burnedWei: bigint
      bountyWei: bigint
      block: bigint
      logIndex: number
    }

/** A position in the event log: everything before it has been handled. */
export interface LedgerCursor {
  block: bigint
  logIndex: number
}

/** One account's view of the experience registry (seed A §7.1, made safe). Implementations: EVM contract, memory. */
export interface Ledger {
  /** The account that pays and signs. */
  readonly account: Hex
  /**
   * Registers a shard and locks the bond.
   * @returns the entry's id
   * @throws DsoError `TRANSACTION_REVERTED` (duplicate root, no balance), `CHAIN_UNREACHABLE`
   */
  submit(
    entry: { merkleRoot: Hex; cid: string; schema: bigint },
    options?: CallOptions,
  ): Promise<bigint>
  /**
   * Votes a quality of 0…1000 with this account's stake; one vote per entry, not on one's own.
   * @throws DsoError `SCORE_OUT_OF_RANGE`, `TRANSACTION_REVERTED`, `CHAIN_UNREACHABLE`
   */
  voteQuality(entryId: bigint, score: number, options?: CallOptions): Promise<void>
  /**
   * Opens a challenge against an entry, with a challenger's bond. Whoever challenges first earns the bounty if the
   * final quality is below the floor, and loses the bond otherwise.
   * @throws DsoError `TRANSACTION_REVERTED`, `CHAIN_UNREACHABLE`
   */
  challenge(entryId: bigint, options?: CallOptions): Promise<void>
  /**
   * Settles an entry after its window: median of the votes, then bond back, or burned and bounty paid.
   * @throws DsoError `TRANSACTION_REVERTED` while the window is open, `CHAIN_UNREACHABLE`
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
   * The entry that holds a Merkle root, whoever submitted it; undefined when the root is free.
   * @throws DsoError `FORMAT_INVALID` unless the root has 32 bytes, `CHAIN_UNREACHABLE`
   */
  findEntry(merkleRoot: Hex): Promise<RegistryEntry | undefined>
  /** This account's free balance, stake, and what {@link StakingLedger.claim} would pay, in wei of $AI. */
  getBalances(): Promise<{ freeWei: bigint; stakedWei: bigint; creditWei: bigint }>
  /**
   * Events after `cursor` in chain order, with the cursor to continue from.
   * @throws DsoError `CHAIN_UNREACHABLE`
   */
  readEvents(
    cursor: LedgerCursor | undefined,
    options?: CallOptions,
  ): Promise<{ events: LedgerEvent[]; cursor: LedgerCursor }>
}

/** A {@link Ledger} that also moves this account's own funds. Every call throws as the ledger's do. */
export interface StakingLedger extends Ledger {
  /** Adds stake, which weighs in votes on entries that are submitted later. */
  stake(amountWei: bigint, options?: CallOptions): Promise<void>
  /** Takes stake out of the voting weight; it can be withdrawn two voting windows later. */
  requestUnstake(amountWei: bigint, options?: CallOptions): Promise<void>
  /** Pays out stake whose waiting time is over. */
  withdraw(options?: CallOptions): Promise<void>
  /** Pays out bonds that came back and bounties. */
  claim(options?: CallOptions): Promise<void>
}
