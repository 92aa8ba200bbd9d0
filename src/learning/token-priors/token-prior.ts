/** What a prior says in one kind of context. */
export interface TokenPriorRow {
  /** Element of the schema. */
  element: number
  /** Bins that it speaks of, ascending, at least one. */
  bins: Uint32Array
  /** One a bin, finite, none 0: positive where the token is to be used more. */
  values: Float32Array
}

/**
 * A token prior (seed A §3.1): a matrix of the schema's elements × bins. Entries that nothing is known of are not there,
 * because "nothing known" is not a sign.
 */
export interface TokenPrior {
  /** Id of the schema. */
  schema: string
  /** Ascending by element; none twice. */
  rows: readonly TokenPriorRow[]
}

/** A row as it travels: which bins it speaks of, the sign of each, and one scale. */
export interface CodedPriorRow {
  /** Element of the schema. */
  element: number
  /** A bit a bin of the schema, bit 0 of byte 0 first: 1 where the row speaks of the bin. */
  mask: Uint8Array
  /** The `sign1` code of the values of these bins (seed A eq. 2). */
  code: Uint8Array
}

/** A prior as it travels and as it is cached. */
export interface CodedTokenPrior {
  /** Id of the schema. */
  schema: string
  /** The language model that its scales fit, printable ASCII, at most 128 characters. */
  model: string
  /** Ascending by element; none twice. */
  rows: readonly CodedPriorRow[]
}

/**
 * Largest scale of a row in nats: one entry changes the odds of two tokens at most e^8-fold. A fit ends here, and a prior
 * that claims more is refused.
 */
export const MAX_ROW_SCALE = 8
