import { bytesToHex } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { drawInjection } from '../learning/credit/draw-injection.ts'
import type { MemoryItem } from '../learning/memory.ts'
import { renderMemory } from '../learning/prior/render-memory.ts'
import type { RetrievedExperience } from '../learning/retrieval/retrieve-experiences.ts'
import { REPORT_LIMITS } from '../learning/traffic/parse-report.ts'
import { countUtf8Bytes } from '../protocol/encoding/count-utf8-bytes.ts'
import { DsoError } from '../protocol/errors.ts'
import type { CallOptions, Encoder, Random, Store } from '../protocol/ports.ts'
import { nameField } from '../protocol/schema/fields.ts'
import { parseValue } from '../protocol/schema/parse-value.ts'
import { findExperiences } from './find-experiences.ts'

/** A task that an agent is about to do. */
export interface RecallRequest {
  /** The task's text, at most 8 KiB. */
  task: string
  /** What it is about, e.g. the tool's name; only experiences about it are used then. */
  domain?: string
  /** Name of the model that will do it. Default the node's own. */
  model?: string
  /** Most tokens that experiences may add to the prompt, 0…100,000. Default 800. */
  tokenBudget?: number
  /** Most experiences, 0…100. Default as many as fit, and 5 where not all do. */
  limit?: number
}

/** What an agent gets for its task. */
export interface RecallResult {
  /** Report the outcome with it. */
  recallId: string
  /** `all-fit`: everything usable; `ranked`: the best of it. */
  mode: 'all-fit' | 'ranked'
  /** What was found and why, in order; what is not `injected` was left out by lot, to learn what it is worth. */
  found: readonly (RetrievedExperience & { injected: boolean })[]
  /** CIDs that were not even considered, because they were found to do harm. */
  harmful: readonly string[]
  /** What is injected. */
  memory: readonly MemoryItem[]
  /** The same as quoted lines for the fixed slot of a prompt; empty for nothing. */
  prompt: string
}

/** What {@link recallTask} works with. */
export interface RecallTaskPorts {
  store: Store
  encoder: Encoder
  random: Random
  /** Name of the node's own model. */
  model: string
}

const DEFAULT_BUDGET = 800

const request: z.ZodType<RecallRequest> = z.strictObject({
  task: z
    .string()
    .min(1)
    .refine((value) => value.isWellFormed(), 'expected well-formed Unicode'),
  domain: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/)
    .exactOptional(),
  model: nameField(128).exactOptional(),
  tokenBudget: z.number().min(0).max(100_000).exactOptional(),
  limit: z.int().min(0).max(100).exactOptional(),
})

/**
 * Finds what helps with a task, leaves each piece out with a probability of 0.1, and writes down both before the agent sees
 * it: whatever becomes of the task can be credited afterwards, also after a restart.
 *
 * @throws DsoError `FORMAT_INVALID` with the field, `BYTES_TOO_LONG` for the task, and what store and encoder throw
 */
export async function recallTask(
  given: RecallRequest,
  { store, encoder, random, model: own }: RecallTaskPorts,
  call: CallOptions = {},
): Promise<RecallResult> {
  const bytes = typeof given.task === 'string' ? countUtf8Bytes(given.task) : 0
  if (bytes > REPORT_LIMITS.task) {
    const details = { field: 'task', bytes, most: REPORT_LIMITS.task }
    throw new DsoError('BYTES_TOO_LONG', { details })
  }
  const { task, domain, model = own, ...options } = parseValue(request, given, 'recall')
  const { tokenBudget = DEFAULT_BUDGET, limit } = options
  const ports = { store, encoder }
  const { mode, taken, harmful } = await findExperiences(task, ports, {
    domain,
    model,
    tokenBudget,
    ...(limit === undefined ? {} : { limit }),
    ...call,
  })
  const recallId = bytesToHex(random.bytes(16))
  const drawn = drawInjection(
    taken.map(({ cid }) => cid),
    { seed: recallId },
  )
  await store.saveRecall({ id: recallId, task, domain, model, offered: drawn })
  const found = taken.map((each, index) => ({ ...each, injected: drawn[index]!.injected }))
  const memory = found.filter(({ injected }) => injected).map(({ item }) => item)
  return { recallId, mode, found, harmful, memory, prompt: renderMemory(memory) }
}
