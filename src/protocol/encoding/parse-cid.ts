import { CID } from 'multiformats/cid'
import { DsoError } from '../errors.ts'
import { isSupportedCid } from './is-supported-cid.ts'

/** Characters of a CID's text: the multibase prefix `b` and 36 bytes in base32. */
const CID_TEXT_LENGTH = 59

/**
 * Reads a CID from its text. One content has one text: version 1, sha2-256, lower-case base32 without padding,
 * codec raw or dag-cbor, and nothing else.
 *
 * @throws DsoError `CID_INVALID`
 */
export function parseCid(text: string): CID {
  // Length before parsing: the text comes from strangers, and no valid one is longer or shorter.
  if (text.length !== CID_TEXT_LENGTH) {
    throw new DsoError('CID_INVALID', { details: { characters: text.length } })
  }
  let cid: CID
  try {
    cid = CID.parse(text)
  } catch (cause) {
    throw new DsoError('CID_INVALID', { details: { text }, cause })
  }
  // Whatever spellings a decoder tolerates, only the one that is written is read.
  if (!isSupportedCid(cid) || cid.toString() !== text) {
    throw new DsoError('CID_INVALID', { details: { text } })
  }
  return cid
}
