import { decodeExperience } from '../../protocol/experience/decode-experience.ts'
import type { Evidence, WorkedExample } from '../../protocol/experience/experience.ts'
import type { ExperienceRecord } from '../../protocol/ports.ts'
import { toMemoryItem } from '../prior/to-memory-item.ts'
import { countMemoryTokens } from './count-memory-tokens.ts'

/** An experience as the library's decisions see it. */
export interface LibraryItem {
  cid: string
  domain: string
  text?: string
  example?: WorkedExample
  /** In the profile's dimension. */
  embedding: Float32Array
  /** Tokens that it takes in a prompt, estimated. */
  tokens: number
  /** The paired trial that proved it. */
  evidence: Evidence
}

/** A stored record as an item. @throws DsoError `FORMAT_INVALID`, `CBOR_NOT_CANONICAL` for damaged bytes */
export function toLibraryItem({
  cid,
  bytes,
  embedding,
}: Pick<ExperienceRecord, 'cid' | 'bytes' | 'embedding'>): LibraryItem {
  const experience = decodeExperience(bytes)
  const content = toMemoryItem(experience)
  const { domain, evidence } = experience
  return { cid, domain, ...content, embedding, tokens: countMemoryTokens(content), evidence }
}
