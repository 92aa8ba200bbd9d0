import { bytesToHex } from '@noble/hashes/utils.js'
import { DsoError } from '../errors.ts'

/** Whose rotation it is. */
export interface Contribution {
  /** The schema's number on the chain, 0 … 2^64 − 1. */
  schema: bigint
  /** The contributor's Ed25519 public key, 32 bytes. */
  contributor: Uint8Array
  /** An integer ≥ 0 that the network advances. */
  epoch: number
}

/**
 * The rotation seed of one contributor (codec `rsign1c`): `dso/rsign1c/SCHEMA/KEY/EPOCH`, numbers in decimal, the key in
 * lower-case hex. Contributors with nearly equal vectors then err in unlike directions, and their mean gains from each
 * of them; under a shared rotation equal signs would add nothing. Codes of two contributors cannot be compared by bits.
 *
 * @throws DsoError `KEY_INVALID` unless the key has 32 bytes, `OPTION_INVALID` for a schema or epoch out of range
 */
export function contributorSeed({ schema, contributor, epoch }: Contribution): string {
  if (contributor.length !== 32) {
    throw new DsoError('KEY_INVALID', {
      details: { field: 'contributor', bytes: contributor.length },
    })
  }
  if (schema < 0n || schema >= 1n << 64n) {
    throw new DsoError('OPTION_INVALID', { details: { field: 'schema', schema } })
  }
  if (!(Number.isSafeInteger(epoch) && epoch >= 0)) {
    throw new DsoError('OPTION_INVALID', { details: { field: 'epoch', epoch } })
  }
  return `dso/rsign1c/${schema}/${bytesToHex(contributor)}/${epoch}`
}
