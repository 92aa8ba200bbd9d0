import type { CID } from 'multiformats/cid'
import { z } from 'zod'
import { bytesField, cidField, integerField, nameField } from '../schema/fields.ts'

/** Most bytes of an encoded operation. */
export const MAX_OPERATION_BYTES = 16_384

/** Most records of one shard. */
export const MAX_SHARD_RECORDS = 256

/** A block of the chain that the author had seen: the only time an operation has. */
export interface Anchor {
  /** EIP-155 number of the chain; 0 for none. */
  chainId: number
  /** Number of the block. */
  block: number
  /** Hash of the block, 32 bytes. */
  hash: Uint8Array
}

/** Announces a list of records under one Merkle root. */
export interface ShardBody {
  /** Root over the records' CIDs in their order, 32 bytes. */
  root: Uint8Array
  /** Number of records, 1 … 256. */
  count: number
  /** Id of the profile of every record's embedding code. */
  profile: string
  /** CIDs of the records, all different, in the order of the tree. */
  records: CID[]
  /** Bytes of all records together. */
  byteLength: number
}

/** Takes back something the same author published. */
export interface RetractBody {
  /** CID of an operation or a record. */
  target: CID
}

/** What an operation does, and the body that says it. */
export type OperationContent =
  | { kind: 'shard'; body: ShardBody }
  | { kind: 'retract'; body: RetractBody }

/** Where an operation stands: author, place in the author's feed, and time. */
interface OperationPlace {
  /** Version of the format. */
  v: 1
  /** Ed25519 public key, 32 bytes. */
  author: Uint8Array
  /** Place in the author's feed, from 0, without gaps. */
  seq: number
  /** CID of the author's operation before this one; null exactly for seq 0. */
  prev: CID | null
  anchor: Anchor
}

/** What is signed. */
export type UnsignedOperation = OperationPlace & OperationContent

/** One signed step in an author's feed. */
export type Operation = UnsignedOperation & {
  /** Strict Ed25519 signature over the operation without this field, 64 bytes. */
  sig: Uint8Array
}

const natural = integerField(0, Number.MAX_SAFE_INTEGER)

const place = {
  v: z.literal(1),
  author: bytesField(32),
  seq: natural,
  prev: z.union([cidField, z.null()]),
  anchor: z.strictObject({ chainId: natural, block: natural, hash: bytesField(32) }),
  sig: bytesField(64),
}

const shardBody = z
  .strictObject({
    root: bytesField(32),
    count: integerField(1, MAX_SHARD_RECORDS),
    profile: nameField(64),
    records: z.array(cidField).min(1).max(MAX_SHARD_RECORDS),
    byteLength: natural,
  })
  .refine(({ count, records }) => count === records.length, 'count differs from the records')
  .refine(({ records }) => new Set(records.map(String)).size === records.length, 'a record twice')

/** The structure of an {@link Operation}. Kinds of later versions are refused like any unknown field. */
export const operationSchema: z.ZodType<Operation> = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...place, kind: z.literal('shard'), body: shardBody }),
    z.strictObject({
      ...place,
      kind: z.literal('retract'),
      body: z.strictObject({ target: cidField }),
    }),
  ])
  .refine(({ seq, prev }) => (seq === 0) === (prev === null), 'prev must be null exactly for seq 0')
