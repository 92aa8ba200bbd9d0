import { CID } from 'multiformats/cid'
import { z } from 'zod'
import { countUtf8Bytes } from '../encoding/count-utf8-bytes.ts'
import { isSupportedCid } from '../encoding/is-supported-cid.ts'

/** An integer in a closed range. */
export function integerField(least: number, most: number) {
  return z.int().min(least).max(most)
}

/** A byte string of `least` … `most` bytes. */
export function bytesField(least: number, most: number = least) {
  return z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.length >= least && value.length <= most,
    `expected ${least} … ${most} bytes`,
  )
}

/** Text of 1 … `maxBytes` bytes in UTF-8. */
export function textField(maxBytes: number) {
  return z
    .string()
    .min(1)
    .refine((text) => countUtf8Bytes(text) <= maxBytes, `expected at most ${maxBytes} bytes`)
}

/** A name for machines and logs: printable ASCII, blanks inside allowed, 1 … `maxLength` characters. */
export function nameField(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .regex(/^[!-~]([ -~]*[!-~])?$/)
}

/** The CID of a dag-cbor block. */
export const cidField = z.custom<CID>((value) => {
  const cid = CID.asCID(value)
  return cid !== null && isSupportedCid(cid, 'dag-cbor')
}, 'expected a dag-cbor CIDv1 with sha2-256')
