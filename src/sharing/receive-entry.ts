import { bytesToHex } from '@noble/hashes/utils.js'
import { decodeHex } from '../protocol/encoding/decode-hex.ts'
import { parseCid } from '../protocol/encoding/parse-cid.ts'
import { DsoError } from '../protocol/errors.ts'
import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import { decodeOperation } from '../protocol/operation/decode-operation.ts'
import type {
  BlockStore,
  CallOptions,
  Encoder,
  ExperienceRecord,
  Hex,
  Store,
} from '../protocol/ports.ts'
import { findProfile } from '../protocol/profiles/find-profile.ts'
import { type ShardRefusal, verifyShard } from '../protocol/shard/verify-shard.ts'
import { screenExperience } from './screen-experience.ts'

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

/** What became of an entry's records. */
export type ReceiveResult =
  | { outcome: 'quarantined'; records: ExperienceRecord[] }
  | { outcome: 'refused'; reason: ShardRefusal | 'schema' | 'fork' }

/**
 * Fetches what an entry names and verifies everything that needs no trial: hash, signature, Merkle root on chain,
 * format, text rules, embedding against text. What passes waits in quarantine; what does not is kept as refused, with
 * the reason, so that it is neither fetched nor tried again.
 *
 * @throws DsoError `BLOCK_NOT_FOUND` when no peer has it yet (try again later), what the ports throw
 */
export async function receiveEntry(
  entry: AnnouncedEntry,
  { store, blocks, encoder }: ReceivePorts,
  options: CallOptions = {},
): Promise<ReceiveResult> {
  const profile = findProfile(entry.schema)
  if (profile === undefined) return { outcome: 'refused', reason: 'schema' }
  const operation = await blocks.get(parseCid(entry.cid), options)
  const listed = listRecords(operation)
  if (listed === undefined) return { outcome: 'refused', reason: 'operation' }
  const records = await Promise.all(listed.map(async (cid) => await blocks.get(cid, options)))
  const verdict = verifyShard({ operation, records, onChainRoot: decodeHex(entry.merkleRoot, 32) })
  if (verdict !== 'valid') return { outcome: 'refused', reason: verdict.invalid }
  if (!(await appendToFeed(operation, entry.cid, store)))
    return { outcome: 'refused', reason: 'fork' }

  const screened = await Promise.all(
    records.map(async (bytes, index): Promise<ExperienceRecord> => {
      const experience = decodeExperience(bytes)
      const found = await screenExperience(experience, profile, encoder, options)
      return {
        cid: String(listed[index]),
        bytes,
        domain: experience.domain,
        entryId: entry.entryId,
        status: found.ok ? 'quarantined' : 'refused',
        reason: found.ok ? undefined : found.reason,
        embedding: found.embedding,
      }
    }),
  )
  await store.saveRecords(screened)
  return { outcome: 'quarantined', records: screened }
}

function listRecords(bytes: Uint8Array): ReturnType<typeof parseCid>[] | undefined {
  try {
    const { operation } = decodeOperation(bytes)
    return operation.kind === 'shard' ? operation.body.records : undefined
  } catch (error) {
    if (DsoError.is(error)) return undefined
    throw error
  }
}

/** Adds the shard operation to its author's feed; false when the feed already holds another one of this number. */
async function appendToFeed(bytes: Uint8Array, cid: string, store: Store): Promise<boolean> {
  const { operation } = decodeOperation(bytes)
  const { author, seq, prev } = operation
  const place = { cid, author: bytesToHex(author), seq, prev: prev?.toString(), bytes }
  try {
    await store.appendOperation(place)
    return true
  } catch (error) {
    if (!DsoError.is(error, 'OPERATION_OUT_OF_ORDER')) throw error
    const [held] = await store.listOperations(place.author, seq, 1)
    // A gap before it is filled by the head exchange later; another operation of the same number is a fork.
    return held === undefined || held.seq !== seq
  }
}
