import type { Evidence, Experience } from '../protocol/experience/experience.ts'
import { type ExperienceContent, embeddingText } from '../protocol/experience/embedding-text.ts'
import type { LeakGuard, LeakReason } from '../protocol/experience/create-leak-guard.ts'
import { findContentRefusal } from '../protocol/experience/find-content-refusal.ts'
import type { TextRefusal } from '../protocol/experience/text-rules.ts'
import { encodeEmbedding } from '../protocol/profiles/encode-embedding.ts'
import type { EmbeddingProfile } from '../protocol/profiles/profile.ts'
import type { Encoder } from '../protocol/ports.ts'
import { gainLowerBound } from '../protocol/statistics/gain-lower-bound.ts'
import type { FormTrial } from './gate/choose-form.ts'
import type { MemoryItem } from './memory.ts'

/** Where an experience comes from. */
export interface DraftContext {
  domain: string
  /** The suite that the gate's tasks came from. */
  suite: string
  /** Name of the model that learnt it. */
  model: string
  profile: EmbeddingProfile
  encoder: Encoder
  /** Keeps in what tasks say, and secrets. Default: only the rules that hold for every text. */
  guard?: LeakGuard
}

/** An experience ready to be shared, or why its text must not leave this node. */
export type Draft =
  | { ok: true; experience: Experience }
  | { ok: false; item: MemoryItem; reason: TextRefusal | LeakReason }

/** Turns the form that passed the gate into experiences: text rules and leak guard first, then embedding and evidence. */
export async function draftExperiences(chosen: FormTrial, context: DraftContext): Promise<Draft[]> {
  const { n: tasks, wins, losses } = chosen.result
  const evidence: Evidence = {
    suite: context.suite,
    tasks,
    wins,
    losses,
    gainLower: gainLowerBound({ tasks, wins, losses }),
  }
  return await Promise.all(chosen.memory.map(async (item) => await draft(item, evidence, context)))
}

async function draft(item: MemoryItem, evidence: Evidence, context: DraftContext): Promise<Draft> {
  const refusal = findContentRefusal(item) ?? context.guard?.(item)
  if (refusal !== undefined) return { ok: false, item, reason: refusal }
  const content = contentOf(item)
  const [vector] = await context.encoder.embed([embeddingText(content)])
  if (vector === undefined) throw new RangeError('an encoder returns one vector a text')
  const code = { profile: context.profile.id, bytes: encodeEmbedding(context.profile, vector) }
  const { domain, model } = context
  return { ok: true, experience: { v: 1, domain, code, evidence, model, ...content } }
}

function contentOf({ text, example }: MemoryItem): ExperienceContent {
  if (text !== undefined && example !== undefined) return { kind: 'both', text, example }
  if (text !== undefined) return { kind: 'sentence', text }
  if (example !== undefined) return { kind: 'example', example }
  throw new RangeError('a memory item has a text, an example, or both')
}
