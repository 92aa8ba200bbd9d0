import { bytesToHex } from '@noble/hashes/utils.js'
import { CID } from 'multiformats/cid'

/** A value as JSON shows it: byte strings as {"$bytes": hex}, CIDs as {"$cid": text}. */
export function showValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: bytesToHex(value) }
  const cid = CID.asCID(value)
  if (cid !== null) return { $cid: cid.toString() }
  if (Array.isArray(value)) return value.map(showValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, showValue(entry)]))
}
