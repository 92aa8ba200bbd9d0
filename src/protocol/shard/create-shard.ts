import type { CID } from 'multiformats/cid'
import type { KeyPair } from '../crypto/create-key-pair.ts'
import { computeCid } from '../encoding/compute-cid.ts'
import { DsoError } from '../errors.ts'
import { encodeExperience } from '../experience/encode-experience.ts'
import type { Experience } from '../experience/experience.ts'
import { buildMerkleTree } from '../merkle/build-merkle-tree.ts'
import { createOperation, type EncodedOperation } from '../operation/create-operation.ts'
import { type Anchor, MAX_SHARD_RECORDS } from '../operation/operation.ts'
import { decodeEmbedding } from '../profiles/decode-embedding.ts'
import type { EmbeddingProfile } from '../profiles/profile.ts'

/** What goes into a shard and where it stands in the author's feed. */
export interface CreateShardOptions {
  /** 1 … 256 different experiences; their order is kept. */
  experiences: readonly Experience[]
  /** Signs the shard. */
  author: KeyPair
  /** Place in the author's feed. */
  seq: number
  /** CID of the author's operation before; null for seq 0. */
  prev: CID | null
  /** The newest finalised block that the author knows. */
  anchor: Anchor
  /** The profile of every experience's code. */
  profile: EmbeddingProfile
}

/** One record as it is stored: a block named by its content. */
export interface EncodedRecord {
  bytes: Uint8Array
  /** dag-cbor CID of the bytes. */
  cid: CID
}

/** A shard ready to be stored, registered and announced. */
export interface Shard {
  /** The signed `shard` operation; its CID is what the registry names. */
  operation: EncodedOperation
  /** The records in the order of the tree. */
  records: EncodedRecord[]
  /** Merkle root for the registry, 32 bytes. */
  root: Uint8Array
}

/**
 * Puts experiences under one Merkle root and one signature.
 *
 * @throws DsoError `PROFILE_MISMATCH` when an experience is coded for another profile; `FORMAT_INVALID` when there are
 *   none, too many, or one of them twice; what encodeExperience, decodeEmbedding and createOperation throw
 */
export function createShard(options: CreateShardOptions): Shard {
  const { experiences, author, seq, prev, anchor, profile } = options
  if (experiences.length > MAX_SHARD_RECORDS) {
    throw new DsoError('FORMAT_INVALID', {
      details: { field: 'experiences', count: experiences.length, most: MAX_SHARD_RECORDS },
    })
  }
  const records = experiences.map((experience, index) => {
    if (experience.code.profile !== profile.id) {
      throw new DsoError('PROFILE_MISMATCH', {
        details: { index, profile: experience.code.profile, expected: profile.id },
      })
    }
    // Receivers refuse a code that cannot be read, so the author must not publish one.
    decodeEmbedding(profile, experience.code.bytes)
    const bytes = encodeExperience(experience)
    return { bytes, cid: computeCid(bytes, 'dag-cbor') }
  })
  const { root } = buildMerkleTree(records.map(({ cid }) => cid))
  const body = {
    root,
    count: records.length,
    profile: profile.id,
    records: records.map(({ cid }) => cid),
    byteLength: records.reduce((sum, { bytes }) => sum + bytes.length, 0),
  }
  const operation = createOperation({ kind: 'shard', body, seq, prev, anchor }, author)
  return { operation, records, root }
}
