import { bytesToHex } from '@noble/hashes/utils.js'
import { parseCid } from '../protocol/encoding/parse-cid.ts'
import { encodeHex } from '../protocol/encoding/encode-hex.ts'
import type { KeyPair } from '../protocol/crypto/create-key-pair.ts'
import { DsoError } from '../protocol/errors.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import type { BlockStore, CallOptions, Gossip, Hex, Ledger, Store } from '../protocol/ports.ts'
import { decodeEmbedding } from '../protocol/profiles/decode-embedding.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { createShard } from '../protocol/shard/create-shard.ts'
import { encodeAnnouncement } from './announcement.ts'

/** The ports that publishing needs. */
export interface PublishPorts {
  store: Store
  blocks: BlockStore
  ledger: Ledger
  gossip: Gossip
}

/** Who publishes, and where it is announced. */
export interface PublishOptions extends CallOptions {
  author: KeyPair
  profile: EmbeddingProfile
  /** Gossip topic of announcements. */
  topic: string
}

/** What was published. */
export interface PublishResult {
  entryId: bigint
  /** CID of the shard operation. */
  cid: string
  /** CIDs of the records, in the order of the experiences. */
  records: string[]
  /** Bytes of all blocks together. */
  blockBytes: number
  /** Bytes of the announcement. */
  announcementBytes: number
}

/**
 * Shares experiences: shard → blocks → feed → registry entry with bond → announcement, each step durable before the
 * next, so that the registry never names what this node does not hold.
 *
 * @throws DsoError what createShard, the store, the blocks and the ledger throw
 */
export async function publishExperiences(
  experiences: readonly Experience[],
  { store, blocks, ledger, gossip }: PublishPorts,
  { author, profile, topic, ...call }: PublishOptions,
): Promise<PublishResult> {
  const authorHex = bytesToHex(author.publicKey)
  const head = (await store.listHeads()).find((known) => known.author === authorHex)
  const shard = createShard({
    experiences,
    author,
    seq: head === undefined ? 0 : head.seq + 1,
    prev: head === undefined ? null : parseCid(head.cid),
    anchor: await ledger.getAnchor(call),
    profile,
  })
  for (const { bytes } of shard.records) await blocks.put(bytes, { codec: 'dag-cbor', ...call })
  const { bytes: operation, cid: operationCid } = shard.operation
  await blocks.put(operation, { codec: 'dag-cbor', ...call })
  const cid = operationCid.toString()
  const seq = shard.operation.operation.seq
  await store.appendOperation({ cid, author: authorHex, seq, prev: head?.cid, bytes: operation })

  const merkleRoot: Hex = encodeHex(shard.root)
  const entryId = await ledger.submit({ merkleRoot, cid, schema: profile.schema }, call)
  const records = shard.records.map(({ bytes, cid: recordCid }, index) => {
    const experience = experiences[index]
    if (experience === undefined) throw new DsoError('LENGTH_MISMATCH')
    const embedding = decodeEmbedding(profile, experience.code.bytes)
    const { domain } = experience
    const status = 'own' as const
    return {
      cid: recordCid.toString(),
      bytes,
      domain,
      entryId,
      status,
      reason: undefined,
      embedding,
    }
  })
  await store.saveRecords(records)
  const announcement = encodeAnnouncement({ v: 1, entry: entryId.toString(), cid })
  await gossip.publish(topic, announcement)
  return {
    entryId,
    cid,
    records: records.map((record) => record.cid),
    blockBytes: operation.length + shard.records.reduce((sum, { bytes }) => sum + bytes.length, 0),
    announcementBytes: announcement.length,
  }
}
