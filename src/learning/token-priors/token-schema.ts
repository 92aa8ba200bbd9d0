import { z } from 'zod'
import { bytesField, nameField, textField } from '../../protocol/schema/fields.ts'

/** Most elements of a schema: kinds of context that it tells apart. */
export const MAX_ELEMENTS = 4096

/** Most bins of a schema. */
export const MAX_BINS = 65_536

/** Most entries of a prior, elements × bins: so that it fits into a block, whatever it says. */
export const MAX_ENTRIES = 2 ** 21

/** Most bytes of a bin's piece in UTF-8. */
const MAX_PIECE_BYTES = 64

/**
 * What the rows and columns of a token prior mean (seed A §6.2): the same for all who contribute, and independent of any
 * tokenizer.
 */
export interface TokenSchema {
  /** CID of {@link bytes}. */
  id: string
  /** Canonical bytes. */
  bytes: Uint8Array
  /** Id of the embedding profile of the centroids. */
  profile: string
  /** The elements: an embedding code of each kind of context, 1 … {@link MAX_ELEMENTS}. */
  centroids: readonly Uint8Array[]
  /** The bins: a token belongs to the one that has its text, ascending by UTF-8 bytes; 1 … {@link MAX_BINS}. */
  pieces: readonly string[]
}

/** The structure of an encoded schema; the order of the pieces is for createTokenSchema to check. */
export const tokenSchemaBody = z.strictObject({
  v: z.literal(1),
  profile: nameField(64),
  centroids: z.array(bytesField(1, 1024)).min(1).max(MAX_ELEMENTS),
  pieces: z
    .array(
      textField(MAX_PIECE_BYTES).refine(
        (piece) => piece.isWellFormed() && !piece.includes('\uFFFD'),
        'expected whole characters',
      ),
    )
    .min(1)
    .max(MAX_BINS),
})
