import type { LlamaContext } from 'node-llama-cpp'
import { createTurns, type Turns } from '../../protocol/create-turns.ts'
import { DsoError } from '../../protocol/errors.ts'
import { SequencePool } from './sequence-pool.ts'

/** A context whose sequences share batches. */
export interface Lanes {
  pool: SequencePool
  /** Most tokens of a prompt and its answer. */
  limit: number
}

/** How {@link RequestLanes} is made. */
export interface RequestLanesOptions {
  /** Name of the model, for errors. */
  name: string
  short: LlamaContext
  /** Opens a context for what does not fit into the short one; absent where nothing longer is allowed. */
  openLong: (() => Promise<LlamaContext>) | undefined
}

/**
 * Short requests in one context; those that do not fit, prompt and answer together, in another one, whose memory is taken
 * when the first of them comes. Long answers are rare: what turns out not to fit begins again where it does.
 */
export class RequestLanes {
  readonly #name: string
  readonly #openLong: (() => Promise<LlamaContext>) | undefined
  readonly #contexts: LlamaContext[]
  readonly #inTurn = createTurns()
  readonly #short: Lanes
  #long: Promise<Lanes> | undefined
  #closed = false

  constructor({ name, short, openLong }: RequestLanesOptions) {
    this.#name = name
    this.#openLong = openLong
    this.#contexts = [short]
    this.#short = createLanes(short, this.#inTurn)
  }

  /**
   * Does the work in the lanes that a prompt fits into.
   *
   * @throws DsoError `PROMPT_TOO_LONG`, `MODEL_FAILED` once closed, and what `work` and the runtime throw
   */
  async run<T>(promptTokens: number, work: (lanes: Lanes) => Promise<T>): Promise<T> {
    try {
      this.refuseTooLong(promptTokens, this.#short)
      return await work(this.#short)
    } catch (error) {
      const long = DsoError.is(error, 'PROMPT_TOO_LONG') ? await this.#findLong() : undefined
      if (long === undefined) throw error
      this.refuseTooLong(promptTokens, long)
      return await work(long)
    }
  }

  /** @throws DsoError `PROMPT_TOO_LONG` where so many tokens do not fit */
  refuseTooLong(tokens: number, { limit }: Lanes): void {
    if (tokens <= limit) return
    throw new DsoError('PROMPT_TOO_LONG', { details: { name: this.#name, tokens, limit } })
  }

  /** Refuses further work; settles when the steps under way have ended and the memory is free. */
  async close(): Promise<void> {
    this.#closed = true
    const long = await this.#long?.catch(() => undefined)
    for (const { pool } of long === undefined ? [this.#short] : [this.#short, long]) {
      await pool.close()
    }
    for (const context of this.#contexts) await context.dispose()
  }

  async #findLong(): Promise<Lanes | undefined> {
    const open = this.#openLong
    if (open === undefined) return undefined
    if (this.#closed) {
      throw new DsoError('MODEL_FAILED', { details: { name: this.#name, reason: 'closed' } })
    }
    this.#long ??= this.#add(open)
    return await this.#long
  }

  async #add(open: () => Promise<LlamaContext>): Promise<Lanes> {
    try {
      const context = await open()
      this.#contexts.push(context)
      return createLanes(context, this.#inTurn)
    } catch (error) {
      // The memory that was missing may be free when the next long request comes.
      this.#long = undefined
      throw error
    }
  }
}

function createLanes(context: LlamaContext, inTurn: Turns): Lanes {
  const sequences = Array.from({ length: context.totalSequences }, () => context.getSequence())
  return { pool: new SequencePool(sequences, inTurn), limit: context.contextSize - 1 }
}
