import { bytesToHex } from '@noble/hashes/utils.js'
import type { KeyPair } from '../protocol/crypto/create-key-pair.ts'
import { encodeHex } from '../protocol/encoding/encode-hex.ts'
import { parseCid } from '../protocol/encoding/parse-cid.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import { decodeOperation } from '../protocol/operation/decode-operation.ts'
import type {
  BlockStore,
  CallOptions,
  ExperienceRecord,
  Gossip,
  Ledger,
  RegistryEntry,
  Store,
} from '../protocol/ports.ts'
import { decodeEmbedding } from '../protocol/profiles/decode-embedding.ts'
import { findProfile } from '../protocol/profiles/find-profile.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { createShard, type EncodedRecord } from '../protocol/shard/create-shard.ts'
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
 * next, so that the registry never names what this node does not hold. A publication that an earlier call left
 * unfinished is finished first; the same experiences again are the same entry. One call at a time.
 *
 * @throws DsoError what createShard, the store, the blocks and the ledger throw
 */
export async function publishExperiences(
  experiences: readonly Experience[],
  ports: PublishPorts,
  options: PublishOptions,
): Promise<PublishResult> {
  const { store, blocks, ledger } = ports
  const { author, profile, signal } = options
  await finishPublication(ports, options)
  const authorHex = bytesToHex(author.publicKey)
  const head = (await store.listHeads()).find((known) => known.author === authorHex)
  const { operation, records, root } = createShard({
    experiences,
    author,
    seq: head === undefined ? 0 : head.seq + 1,
    prev: head === undefined ? null : parseCid(head.cid),
    anchor: await ledger.getAnchor({ signal }),
    profile,
  })
  const cid = operation.cid.toString()
  const shard = { cid, operation: operation.bytes, root, records, profile }
  const entry = await ledger.findEntry(encodeHex(root))
  if (entry !== undefined) return await adopt(shard, entry, ports, options)
  for (const { bytes } of records) await blocks.put(bytes, { codec: 'dag-cbor', signal })
  await blocks.put(operation.bytes, { codec: 'dag-cbor', signal })
  // Before the entry: what is signed for this place of the feed must never be signed again with another anchor.
  const place = { author: authorHex, seq: operation.operation.seq, prev: head?.cid }
  await store.appendOperation({ cid, bytes: operation.bytes, ...place })
  return await register(shard, ports, options)
}

/**
 * Finishes what a crash left between feed and announcement: the newest operation of the author's own feed, if it is a
 * shard whose records are not all marked as published.
 *
 * @returns what was finished; undefined when nothing was left
 * @throws DsoError what the store, the blocks and the ledger throw
 */
export async function finishPublication(
  ports: PublishPorts,
  options: PublishOptions,
): Promise<PublishResult | undefined> {
  const { store, blocks, ledger } = ports
  const authorHex = bytesToHex(options.author.publicKey)
  const head = (await store.listHeads()).find((known) => known.author === authorHex)
  if (head === undefined) return undefined
  const [newest] = await store.listOperations(authorHex, head.seq, 1)
  if (newest === undefined) return undefined
  const { operation } = decodeOperation(newest.bytes)
  if (operation.kind !== 'shard') return undefined
  const cids = operation.body.records
  const held = await Promise.all(cids.map(async (cid) => await store.getRecord(cid.toString())))
  if (held.every((record) => record?.status === 'own' && record.entryId !== undefined)) {
    return undefined
  }
  const entry = await ledger.findEntry(encodeHex(operation.body.root))
  const records: EncodedRecord[] = []
  for (const cid of cids) records.push({ cid, bytes: await blocks.get(cid, options) })
  const { root, profile: profileId } = operation.body
  const profile = findProfile(profileId) ?? options.profile
  const shard = { cid: newest.cid, operation: newest.bytes, root, records, profile }
  return entry === undefined
    ? await register(shard, ports, options)
    : await adopt(shard, entry, ports, options)
}

/** A shard whose blocks and operation are stored. */
interface StoredShard {
  cid: string
  operation: Uint8Array
  root: Uint8Array
  records: readonly EncodedRecord[]
  profile: EmbeddingProfile
}

async function register(
  shard: StoredShard,
  ports: PublishPorts,
  options: PublishOptions,
): Promise<PublishResult> {
  const { cid, profile } = shard
  const entry = { merkleRoot: encodeHex(shard.root), cid, schema: profile.schema }
  const entryId = await ports.ledger.submit(entry, { signal: options.signal })
  return await attribute(shard, entryId, ports, options)
}

/** Takes an own entry that an earlier call registered for this shard; its operation may be an earlier one. */
async function adopt(
  shard: StoredShard,
  { id, cid }: RegistryEntry,
  ports: PublishPorts,
  options: PublishOptions,
): Promise<PublishResult> {
  const operation = await ports.blocks.get(parseCid(cid), { signal: options.signal })
  return await attribute({ ...shard, cid, operation }, id, ports, options)
}

/** Marks the records as published with their entry, and tells the others. */
async function attribute(
  { cid, operation, records, profile }: StoredShard,
  entryId: bigint,
  { store, gossip }: PublishPorts,
  { topic }: PublishOptions,
): Promise<PublishResult> {
  const published = records.map((record) => toPublished(record, entryId, profile))
  await store.saveRecords(published)
  const announcement = encodeAnnouncement({ v: 1, entry: entryId.toString(), cid })
  await gossip.publish(topic, announcement)
  return {
    entryId,
    cid,
    records: published.map((record) => record.cid),
    blockBytes: operation.length + records.reduce((sum, { bytes }) => sum + bytes.length, 0),
    announcementBytes: announcement.length,
  }
}

function toPublished(
  { cid, bytes }: EncodedRecord,
  entryId: bigint,
  profile: EmbeddingProfile,
): ExperienceRecord {
  const { domain, code } = decodeExperience(bytes)
  return {
    cid: cid.toString(),
    bytes,
    domain,
    entryId,
    status: 'own',
    reason: undefined,
    embedding: decodeEmbedding(profile, code.bytes),
  }
}
