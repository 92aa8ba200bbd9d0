import { computeCid } from '../encoding/compute-cid.ts'
import { equalBytes } from '../encoding/equal-bytes.ts'
import { DsoError } from '../errors.ts'
import { decodeExperience } from '../experience/decode-experience.ts'
import { buildMerkleTree } from '../merkle/build-merkle-tree.ts'
import { decodeEmbedding } from '../profiles/decode-embedding.ts'
import { findProfile } from '../profiles/find-profile.ts'
import type { EmbeddingProfile } from '../profiles/profile.ts'
import { readShardBody } from './read-shard-body.ts'

/** A shard as it arrived. Only the root is trusted. */
export interface VerifyShardOptions {
  /** Bytes of the signed `shard` operation. */
  operation: Uint8Array
  /** Bytes of the records, in the shard's order. */
  records: readonly Uint8Array[]
  /** The 32 bytes that the registry holds. */
  onChainRoot: Uint8Array
}

/**
 * Why a shard is refused. Stable: the values appear in records and reports.
 *
 * - `operation`: the bytes are no valid signed operation, or its kind is not `shard`
 * - `chain-root`: the operation names another root than the registry
 * - `root`: the listed records do not hash to the root
 * - `profile`: this version does not know the profile
 * - `record-missing`: another number of records than the operation lists
 * - `record-hash`: a record's bytes do not have its CID, or their lengths do not add up
 * - `record-format`: a record is no valid experience, or its code does not belong to the shard's profile
 */
export type ShardRefusal =
  | 'operation'
  | 'chain-root'
  | 'root'
  | 'profile'
  | 'record-missing'
  | 'record-hash'
  | 'record-format'

/** The verdict on a shard. */
export type ShardVerdict = 'valid' | { invalid: ShardRefusal }

/**
 * Checks everything about a shard that can be checked without a model: signature, the root against the chain, every
 * record against the root, every record's format. Texts and embeddings are judged later, one experience at a time.
 */
export function verifyShard(options: VerifyShardOptions): ShardVerdict {
  const body = readShardBody(options.operation)
  if (body === undefined) return { invalid: 'operation' }
  if (!equalBytes(body.root, options.onChainRoot)) return { invalid: 'chain-root' }
  if (!equalBytes(buildMerkleTree(body.records).root, body.root)) return { invalid: 'root' }
  const profile = findProfile(body.profile)
  if (profile === undefined) return { invalid: 'profile' }
  if (options.records.length !== body.count) return { invalid: 'record-missing' }
  const byteLength = options.records.reduce((sum, bytes) => sum + bytes.length, 0)
  if (byteLength !== body.byteLength) return { invalid: 'record-hash' }
  for (const [index, bytes] of options.records.entries()) {
    if (!computeCid(bytes, 'dag-cbor').equals(body.records[index]))
      return { invalid: 'record-hash' }
    if (!isReadableRecord(bytes, profile)) return { invalid: 'record-format' }
  }
  return 'valid'
}

function isReadableRecord(bytes: Uint8Array, profile: EmbeddingProfile): boolean {
  try {
    const { code } = decodeExperience(bytes)
    if (code.profile !== profile.id) return false
    decodeEmbedding(profile, code.bytes)
    return true
  } catch (error) {
    if (DsoError.is(error)) return false
    throw error
  }
}
