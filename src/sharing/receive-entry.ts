import { bytesToHex } from '@noble/hashes/utils.js'
import type { CID } from 'multiformats/cid'
import { decodeHex } from '../protocol/encoding/decode-hex.ts'
import { parseCid } from '../protocol/encoding/parse-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import { MAX_EXPERIENCE_BYTES } from '../protocol/experience/experience.ts'
import type {
  BlockStore,
  CallOptions,
  Encoder,
  ExperienceRecord,
  Hex,
  Store,
} from '../protocol/ports.ts'
import { decodeOperation } from '../protocol/operation/decode-operation.ts'
import { findProfile } from '../protocol/profiles/find-profile.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { readShardBody } from '../protocol/shard/read-shard-body.ts'
import { type ShardRefusal, verifyShard } from '../protocol/shard/verify-shard.ts'
import { screenExperience } from './screen-experience.ts'
import { UNREGISTERED } from './forget-registry.ts'
import { isRefusedByVerdict } from './settle-entry.ts'

/** The ports that receiving needs. */
export interface ReceivePorts {
  store: Store
  /** Asks peers for what is not here; every byte is re-hashed. */
  blocks: BlockStore
  encoder: Encoder
}

/** An entry as the registry announced it. */
export interface AnnouncedEntry {
  entryId: bigint
  cid: string
  merkleRoot: Hex
  schema: bigint
}

/**
 * Why a whole entry is refused: `schema` and `cid` are not of this protocol's version, `fork` is another operation than
 * the one its author signed for the same place before, and see {@link ShardRefusal}.
 */
export type EntryRefusal = ShardRefusal | 'schema' | 'cid' | 'fork'

/** What became of an entry's records. */
export type ReceiveResult =
  | {
      outcome: 'quarantined'
      /** The records that belong to this entry, as this node now holds them. */
      records: ExperienceRecord[]
    }
  | { outcome: 'refused'; reason: EntryRefusal }

/**
 * Fetches what an entry names and verifies everything that needs no trial: hash, signature, Merkle root on chain,
 * format, text rules, embedding against text. What passes waits in quarantine; what does not is kept as refused, with
 * the reason, so that it is neither fetched nor tried again. The same entry again changes nothing.
 *
 * A record that is here already keeps its status and its entry, so that nobody takes a record over by publishing it a
 * second time; only one that an earlier settlement refused gets another chance, and one whose entry was forgotten
 * belongs to whichever brings it again.
 *
 * @throws DsoError `BLOCK_NOT_FOUND`, `BLOCK_CORRUPT` when no peer has it yet (try again later), what the ports throw
 */
export async function receiveEntry(
  entry: AnnouncedEntry,
  { store, blocks, encoder }: ReceivePorts,
  options: CallOptions = {},
): Promise<ReceiveResult> {
  const profile = findProfile(entry.schema)
  if (profile === undefined) return { outcome: 'refused', reason: 'schema' }
  const operationCid = readCid(entry.cid)
  if (operationCid === undefined) return { outcome: 'refused', reason: 'cid' }
  const operation = await blocks.get(operationCid, options)
  const body = readShardBody(operation)
  if (body === undefined) return { outcome: 'refused', reason: 'operation' }
  if (body.profile !== profile.id) return { outcome: 'refused', reason: 'schema' }
  const listed = body.records
  const records = await fetchRecords(listed, blocks, options)
  if (records === undefined) return { outcome: 'refused', reason: 'record-format' }
  const verdict = verifyShard({ operation, records, onChainRoot: decodeHex(entry.merkleRoot, 32) })
  if (verdict !== 'valid') return { outcome: 'refused', reason: verdict.invalid }
  if (!(await appendToFeed(operation, entry.cid, store)))
    return { outcome: 'refused', reason: 'fork' }

  const { entryId } = entry
  const received = records.map((bytes, index) => ({ cid: String(listed[index]), bytes }))
  const fresh = await withoutHeld(received, entryId, store)
  const screened = await Promise.all(
    fresh.map(async (record) => await screen(record, entryId, { profile, encoder }, options)),
  )
  await store.saveRecords(screened)
  return { outcome: 'quarantined', records: await store.listRecords({ entryId }) }
}

/** A record's bytes as they arrived. */
interface ReceivedRecord {
  cid: string
  bytes: Uint8Array
}

function readCid(text: string): CID | undefined {
  try {
    return parseCid(text)
  } catch (error) {
    if (DsoError.is(error)) return undefined
    throw error
  }
}

/** One after another: a shard that lists blocks too large for records costs this node one of them, not 256. */
async function fetchRecords(
  cids: readonly CID[],
  blocks: BlockStore,
  options: CallOptions,
): Promise<Uint8Array[] | undefined> {
  const records: Uint8Array[] = []
  for (const cid of cids) {
    const bytes = await blocks.get(cid, options)
    if (bytes.length > MAX_EXPERIENCE_BYTES) return undefined
    records.push(bytes)
  }
  return records
}

/** Adds the shard operation to its author's feed; false when it is not the one that follows what is held. */
async function appendToFeed(bytes: Uint8Array, cid: string, store: Store): Promise<boolean> {
  const { operation } = decodeOperation(bytes)
  const { author, seq } = operation
  const place = { cid, author: bytesToHex(author), seq, prev: operation.prev?.toString(), bytes }
  try {
    await store.appendOperation(place)
    return true
  } catch (error) {
    if (!DsoError.is(error, 'OPERATION_OUT_OF_ORDER')) throw error
    const held = await store.listOperations(place.author, Math.max(0, seq - 1), 2)
    // A gap is filled by the head exchange later; another operation in this place, or before it, is a fork.
    return !held.some((known) => known.seq === seq || known.cid !== place.prev)
  }
}

async function withoutHeld(
  records: readonly ReceivedRecord[],
  entryId: bigint,
  store: Store,
): Promise<ReceivedRecord[]> {
  const fresh: ReceivedRecord[] = []
  for (const record of records) {
    const known = await store.getRecord(record.cid)
    const isRetried =
      known?.entryId !== undefined && known.entryId < entryId && isRefusedByVerdict(known)
    if (known === undefined || isRetried || known.reason === UNREGISTERED) fresh.push(record)
  }
  return fresh
}

async function screen(
  { cid, bytes }: ReceivedRecord,
  entryId: bigint,
  { profile, encoder }: { profile: EmbeddingProfile; encoder: Encoder },
  options: CallOptions,
): Promise<ExperienceRecord> {
  const experience = decodeExperience(bytes)
  const found = await screenExperience(experience, profile, encoder, options)
  return {
    cid,
    bytes,
    domain: experience.domain,
    entryId,
    status: found.ok ? 'quarantined' : 'refused',
    reason: found.ok ? undefined : found.reason,
    embedding: found.embedding,
  }
}
