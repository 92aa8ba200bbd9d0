import { DsoError } from '../../protocol/errors.ts'
import type { CodedTokenPrior } from './token-prior.ts'

/** What a {@link TokenPriorCache} may hold. */
export interface TokenPriorCacheOptions {
  /** Bytes of all priors together, ≥ 1. */
  mostBytes: number
}

/** Objects of the runtime around the bytes of a row, and around a prior: an estimate on the safe side. */
const ROW_OVERHEAD = 400
const PRIOR_OVERHEAD = 400

/**
 * The priors of tenants as they travelled, within a budget of bytes; the least recently used one goes first. A prior is
 * never changed in place: whoever holds one goes on with it, and the next request sees its successor.
 */
export class TokenPriorCache {
  /** In order of use, the least recent first. */
  readonly #entries = new Map<string, { prior: CodedTokenPrior; bytes: number }>()
  readonly #mostBytes: number
  #bytes = 0

  /** @throws DsoError `OPTION_INVALID` unless the budget is an integer ≥ 1 */
  constructor({ mostBytes }: TokenPriorCacheOptions) {
    if (!(Number.isSafeInteger(mostBytes) && mostBytes >= 1)) {
      throw new DsoError('OPTION_INVALID', { details: { field: 'mostBytes', value: mostBytes } })
    }
    this.#mostBytes = mostBytes
  }

  /** Tenants that have a prior here. */
  get size(): number {
    return this.#entries.size
  }

  /** Bytes that they take, estimated; at most the budget. */
  get bytes(): number {
    return this.#bytes
  }

  /** The prior of a tenant, which is now the most recently used; undefined when it is not here. */
  get(tenant: string): CodedTokenPrior | undefined {
    const entry = this.#entries.get(tenant)
    if (entry === undefined) return undefined
    this.#entries.delete(tenant)
    this.#entries.set(tenant, entry)
    return entry.prior
  }

  /**
   * Gives a tenant a prior, in the place of any other, and makes room for it.
   *
   * @returns the tenants whose priors had to go, the least recently used first
   * @throws DsoError `BYTES_TOO_LONG` for a prior above the whole budget; the tenant's former one stays
   */
  set(tenant: string, prior: CodedTokenPrior): string[] {
    const bytes = measure(tenant, prior)
    if (bytes > this.#mostBytes) {
      throw new DsoError('BYTES_TOO_LONG', { details: { bytes, most: this.#mostBytes } })
    }
    this.delete(tenant)
    const gone: string[] = []
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes + bytes <= this.#mostBytes) break
      this.delete(oldest)
      gone.push(oldest)
    }
    this.#entries.set(tenant, { prior, bytes })
    this.#bytes += bytes
    return gone
  }

  /** Forgets the prior of a tenant. @returns whether there was one */
  delete(tenant: string): boolean {
    const entry = this.#entries.get(tenant)
    if (entry === undefined) return false
    this.#bytes -= entry.bytes
    return this.#entries.delete(tenant)
  }
}

function measure(tenant: string, { schema, model, rows }: CodedTokenPrior): number {
  const text = 2 * (tenant.length + schema.length + model.length)
  return rows.reduce(
    (sum, { mask, code }) => sum + mask.length + code.length + ROW_OVERHEAD,
    text + PRIOR_OVERHEAD,
  )
}
