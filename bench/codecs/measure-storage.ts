import { createKeyPair } from '../../src/protocol/crypto/create-key-pair.ts'
import { checkText } from '../../src/protocol/experience/check-text.ts'
import type { Experience } from '../../src/protocol/experience/experience.ts'
import { MAX_SHARD_RECORDS } from '../../src/protocol/operation/operation.ts'
import { encodeEmbedding } from '../../src/protocol/profiles/encode-embedding.ts'
import { SIGN_384 } from '../../src/protocol/profiles/profile.ts'
import { createShard } from '../../src/protocol/shard/create-shard.ts'
import { type BenchFigure, makeFigure } from '../common/figure.ts'
import type { RealEmbeddings } from '../common/real-embeddings.ts'

/** Experiences that are stored: four full shards. */
const STORED = 4 * MAX_SHARD_RECORDS

/** Seed A's storage table, remade: what a collection takes, and what of it is saved by one bit a value. */
export interface StorageTable {
  experiences: number
  /** Bytes of the embeddings with 32 bits a value. */
  floatBytes: number
  /** Bytes of the same as codes of profile `sign-384`. */
  codeBytes: number
  /** Bytes of all blocks of the shards that carry the experiences: records with texts, and signed operations. */
  blockBytes: number
  /** Bytes of the same blocks if they carried the floats. */
  blockBytesWithFloats: number
}

/** Stores real texts as experiences and counts the bytes. @throws RangeError when too few texts may be shared */
export function measureStorage({
  texts,
  vectors,
  dimension,
}: Pick<RealEmbeddings, 'texts' | 'vectors' | 'dimension'>): {
  figures: BenchFigure[]
  table: StorageTable
} {
  const experiences = texts
    .map((text, row) => ({ text, row }))
    .filter(({ text }) => checkText(text).ok)
    .slice(0, STORED)
    .map(({ text, row }) => {
      const vector = vectors.subarray(row * dimension, (row + 1) * dimension)
      return makeExperience(text, encodeEmbedding(SIGN_384, vector))
    })
  if (experiences.length < STORED) throw new RangeError(`only ${experiences.length} may be shared`)
  const author = createKeyPair(new Uint8Array(32).fill(1))
  let blockBytes = 0
  for (let from = 0; from < STORED; from += MAX_SHARD_RECORDS) {
    const { records, operation } = createShard({
      experiences: experiences.slice(from, from + MAX_SHARD_RECORDS),
      author,
      seq: 0,
      prev: null,
      anchor: { chainId: 0, block: 0, hash: new Uint8Array(32) },
      profile: SIGN_384,
    })
    blockBytes += operation.bytes.length
    for (const { bytes } of records) blockBytes += bytes.length
  }
  const floatBytes = 4 * dimension * STORED
  const codeBytes = SIGN_384.bytes * STORED
  const blockBytesWithFloats = blockBytes - codeBytes + floatBytes
  const overhead = (100 * (blockBytes - codeBytes)) / codeBytes
  return {
    figures: [
      makeFigure('sign384-ratio', floatBytes / codeBytes, 'ratio', null, 'embedding over code'),
      makeFigure('record-overhead-percent', overhead, 'percent', null, 'all but codes, over codes'),
      makeFigure(
        'record-ratio',
        blockBytesWithFloats / blockBytes,
        'ratio',
        null,
        'everything stored, with floats over with codes',
      ),
    ],
    table: { experiences: STORED, floatBytes, codeBytes, blockBytes, blockBytesWithFloats },
  }
}

function makeExperience(text: string, bytes: Uint8Array): Experience {
  return {
    v: 1,
    kind: 'sentence',
    text,
    domain: 'dictionary',
    code: { profile: SIGN_384.id, bytes },
    evidence: { suite: 'none', tasks: 12, wins: 6, losses: 1, gainLower: 100 },
    model: 'none',
  }
}
