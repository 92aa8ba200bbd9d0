import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { CID } from 'multiformats/cid'
import { computeCid } from '../../../src/protocol/encoding/compute-cid.ts'

/** `count` distinct CIDs: dag-cbor ids of the texts `record 0`, `record 1`, … */
export function sampleCids(count: number): CID[] {
  return Array.from({ length: count }, (_, i) => computeCid(utf8ToBytes(`record ${i}`), 'dag-cbor'))
}
