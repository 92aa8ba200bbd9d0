import { embeddingText } from '../protocol/experience/embedding-text.ts'
import type { Experience } from '../protocol/experience/experience.ts'
import { findContentRefusal } from '../protocol/experience/find-content-refusal.ts'
import type { TextRefusal } from '../protocol/experience/text-rules.ts'
import type { CallOptions, Encoder } from '../protocol/ports.ts'
import { decodeEmbedding } from '../protocol/profiles/decode-embedding.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import { cosine } from '../protocol/vector/cosine.ts'

/** Least cosine between the code that travelled and the text's own embedding (design §5.7). */
export const MIN_EMBEDDING_COSINE = 0.98

/** What screening found. `embedding` in the refusal: the code does not belong to the text, evidence against its sender. */
export type ScreenResult =
  | { ok: true; embedding: Float32Array }
  | { ok: false; reason: TextRefusal | 'embedding'; embedding: Float32Array }

/** Judges what one received experience says before anything of it is tried: text rules, then embedding against text. */
export async function screenExperience(
  experience: Experience,
  profile: EmbeddingProfile,
  encoder: Encoder,
  options: CallOptions = {},
): Promise<ScreenResult> {
  const embedding = decodeEmbedding(profile, experience.code.bytes)
  const refusal = findContentRefusal(experience)
  if (refusal !== undefined) return { ok: false, reason: refusal, embedding }
  const [own] = await encoder.embed([embeddingText(experience)], options)
  if (own === undefined) throw new RangeError('an encoder returns one vector a text')
  const matches = cosine(own, embedding) >= MIN_EMBEDDING_COSINE
  return matches ? { ok: true, embedding } : { ok: false, reason: 'embedding', embedding }
}
