import { setImmediate } from 'node:timers/promises'
import type {
  ControlledEvaluateIndexOutput,
  ControlledEvaluateInputItem,
  LlamaContextSequence,
  Token,
} from 'node-llama-cpp'
import { createTurns, type Turns } from '../../protocol/create-turns.ts'
import { DsoError } from '../../protocol/errors.ts'

/** How the next token is drawn. */
export interface Sampling {
  /** 0 is greedy. */
  temperature: number
  /** Above temperature 0, only this many of the likeliest tokens may be drawn … */
  topK: number
  /** … and of these only the likeliest that together reach this probability. */
  topP: number
  /** Seed of this one draw, a 32-bit unsigned integer. */
  seed: number
}

/** One request's hold on a sequence. */
export interface Lease {
  /**
   * Appends `tokens` to the sequence (on the first call, after the prompt) and draws the token that follows them.
   * The drawn token is not appended: pass it back to keep it.
   */
  next(tokens: readonly Token[], sampling: Sampling): Promise<Token>
  /**
   * Appends `tokens` alike, and returns what the model says of every token of its vocabulary as the next one, before any
   * filter.
   */
  logits(tokens: readonly Token[]): Promise<ReadonlyMap<Token, number>>
}

type Next = ControlledEvaluateIndexOutput['next']
type GenerateNext = NonNullable<
  Extract<ControlledEvaluateInputItem, readonly unknown[]>[1]['generateNext']
>

/** What a step is to find out. */
interface Wanted<T> {
  generate: GenerateNext
  /** @throws when it is missing */
  read(next: Next | undefined): T
}

interface Slot {
  readonly sequence: LlamaContextSequence
  busy: boolean
  /** The prompt that this slot evaluates or has evaluated. */
  prompt: readonly Token[]
  /** Settles when the prompt has been evaluated or given up. */
  prefilled: Promise<void>
  /** Number of the release that freed the slot: the smallest is the least recently used. */
  releasedAt: number
}

interface Step {
  slot: Slot
  tokens: readonly Token[]
  generate: GenerateNext
  /** Throws when what was wanted is missing. */
  settle: (next: Next | undefined) => void
  reject: (reason: unknown) => void
}

/** Copying a sequence's state costs about as much as evaluating this many tokens. */
const COPY_COST_TOKENS = 8

/**
 * Runs many requests on the sequences of one context. Each request gets the free sequence that shares the longest
 * prefix with its prompt, or a copy of a busy one's prefix where that saves more; then all running requests advance in
 * lockstep, one batch a step, because a batch of sixteen tokens costs about three times as much as a single one.
 */
export class SequencePool {
  readonly #slots: Slot[]
  readonly #inTurn: Turns
  readonly #queue: Step[] = []
  readonly #waiting: (() => void)[] = []
  readonly #preparing = new Set<Promise<unknown>>()
  #releases = 0
  #loop: Promise<void> | undefined
  #closed = false

  /**
   * @param inTurn shared with the pools of the model's other contexts: contexts that evaluate at once would share the
   * cores with threads that wait by spinning, and both would take many times as long
   */
  constructor(sequences: readonly LlamaContextSequence[], inTurn: Turns = createTurns()) {
    this.#inTurn = inTurn
    this.#slots = sequences.map((sequence) => ({
      sequence,
      busy: false,
      prompt: [],
      prefilled: Promise.resolve(),
      releasedAt: 0,
    }))
  }

  /** Runs `work` on a sequence that holds all of `prompt` but its last token at most; waits while all are busy. */
  async run<T>(
    prompt: readonly Token[],
    signal: AbortSignal | undefined,
    work: (lease: Lease) => Promise<T>,
  ): Promise<T> {
    while (!this.#closed && this.#slots.every((slot) => slot.busy)) await this.#turn(signal)
    this.#refuseIfClosed()
    if (signal?.aborted === true) {
      // The free slot that this request was woken for is the next one's.
      this.#waiting.shift()?.()
      throw signal.reason
    }
    const { slot, donor, shared } = this.#choose(prompt)
    const donorReady = donor?.prefilled
    const prefilled = Promise.withResolvers<void>()
    Object.assign(slot, { busy: true, prompt, prefilled: prefilled.promise })
    try {
      if (donorReady !== undefined) await donorReady
      signal?.throwIfAborted()
      await this.#prepare(slot, donor, shared)
      let rest: readonly Token[] = prompt.slice(slot.sequence.nextTokenIndex)
      const append = async <T>(tokens: readonly Token[], wanted: Wanted<T>): Promise<T> => {
        signal?.throwIfAborted()
        const found = await this.#step(slot, [...rest, ...tokens], wanted)
        rest = []
        prefilled.resolve()
        return found
      }
      return await work({
        next: (tokens, sampling) => append(tokens, drawToken(sampling)),
        logits: (tokens) => append(tokens, LOGITS),
      })
    } finally {
      prefilled.resolve()
      slot.busy = false
      slot.releasedAt = ++this.#releases
      this.#waiting.shift()?.()
    }
  }

  /** Refuses further work and settles when the step under way has ended. Idempotent. */
  async close(): Promise<void> {
    this.#closed = true
    for (const resume of this.#waiting.splice(0)) resume()
    await this.#loop
    await Promise.allSettled(this.#preparing)
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const onAbort = (): void => {
      const index = this.#waiting.indexOf(resolve)
      // Already resumed: the turn belongs to the next in line.
      if (index < 0) this.#waiting.shift()?.()
      else this.#waiting.splice(index, 1)
      reject(signal?.reason)
    }
    signal?.throwIfAborted()
    this.#waiting.push(resolve)
    signal?.addEventListener('abort', onAbort, { once: true })
    await promise.finally(() => signal?.removeEventListener('abort', onAbort))
  }

  #choose(prompt: readonly Token[]): { slot: Slot; donor: Slot | undefined; shared: number } {
    const free = this.#slots.filter((slot) => !slot.busy)
    const oldest = free.reduce((a, b) => (b.releasedAt < a.releasedAt ? b : a))
    let own = { slot: oldest, shared: 0 }
    let donor: { slot: Slot | undefined; shared: number } = { slot: undefined, shared: 0 }
    for (const slot of this.#slots) {
      const held = slot.busy ? slot.prompt : slot.sequence.contextTokens
      const shared = commonPrefix(held, prompt)
      if (slot.busy && shared > donor.shared) donor = { slot, shared }
      if (!slot.busy && shared > own.shared) own = { slot, shared }
    }
    if (own.shared + COPY_COST_TOKENS >= donor.shared) return { ...own, donor: undefined }
    return { slot: oldest, donor: donor.slot, shared: donor.shared }
  }

  async #prepare(slot: Slot, donor: Slot | undefined, shared: number): Promise<void> {
    this.#refuseIfClosed()
    const preparing = (async () => {
      if (donor !== undefined && !(await copyState(slot.sequence, donor.sequence, shared))) {
        await slot.sequence.clearHistory()
      }
      // The last token is evaluated again, because its successor is wanted.
      await slot.sequence.adaptStateToTokens(slot.prompt.slice(0, -1), false)
    })()
    this.#preparing.add(preparing)
    await preparing.finally(() => this.#preparing.delete(preparing))
  }

  #step<T>(slot: Slot, tokens: readonly Token[], { generate, read }: Wanted<T>): Promise<T> {
    this.#refuseIfClosed()
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const settle = (next: Next | undefined): void => resolve(read(next))
    this.#queue.push({ slot, tokens, generate, settle, reject })
    this.#loop ??= this.#advance()
    return promise
  }

  async #advance(): Promise<void> {
    do {
      // Every request that can take part joins before the batch goes out.
      await setImmediate()
      while (this.#preparing.size > 0) {
        await Promise.allSettled(this.#preparing)
        await setImmediate()
      }
      await this.#inTurn(async () => await Promise.all(this.#queue.splice(0).map(evaluate)))
      await setImmediate()
    } while (this.#queue.length > 0)
    this.#loop = undefined
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new DsoError('MODEL_FAILED', { details: { reason: 'closed' } })
  }
}

function drawToken(sampling: Sampling): Wanted<Token> {
  return {
    generate: { token: true, options: sampling },
    read: (next) => {
      if (next?.token === undefined || next.token === null) throw new Error('no token was drawn')
      return next.token
    },
  }
}

const LOGITS: Wanted<ReadonlyMap<Token, number>> = {
  // The runtime reads logits after its filters; at temperature 0 it has none that removes a token.
  generate: { logits: true, options: { temperature: 0 } },
  read: (next) => {
    if (next?.logits === undefined) throw new Error('no logits were read')
    return next.logits
  },
}

async function evaluate({ slot, tokens, generate, settle, reject }: Step): Promise<void> {
  try {
    const last = tokens.at(-1)
    if (last === undefined) throw new RangeError('nothing to evaluate')
    const outputs = await slot.sequence.controlledEvaluate([
      ...tokens.slice(0, -1),
      [last, { generateNext: generate }],
    ])
    settle(outputs.at(-1)?.next)
  } catch (error) {
    await slot.sequence.clearHistory().catch(() => undefined)
    reject(error)
  }
}

/** node-llama-cpp's own way of forking a sequence; absent from its type declarations. */
interface Copyable {
  _copyStateFromOtherSequence?(donor: LlamaContextSequence, tokens: number): Promise<boolean>
}

async function copyState(
  sequence: LlamaContextSequence,
  donor: LlamaContextSequence,
  shared: number,
): Promise<boolean> {
  // Forking removes what the sequence held, which costs nothing; forking onto leftovers is not provided for.
  await sequence.clearHistory()
  const copied = await (sequence as Copyable)._copyStateFromOtherSequence?.(donor, shared)
  return copied ?? false
}

function commonPrefix(a: readonly Token[], b: readonly Token[]): number {
  const length = Math.min(a.length, b.length)
  let i = 0
  while (i < length && a[i] === b[i]) i++
  return i
}
