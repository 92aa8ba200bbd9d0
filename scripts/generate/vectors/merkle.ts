import { bytesToHex } from '@noble/hashes/utils.js'
import type { CID } from 'multiformats/cid'
import { buildMerkleTree } from '../../../src/protocol/merkle/build-merkle-tree.ts'
import { createProof } from '../../../src/protocol/merkle/create-proof.ts'
import { hashPair } from '../../../src/protocol/merkle/node-hashes.ts'
import { sampleCids } from './sample-cids.ts'

interface ProofCase {
  name: string
  root: string
  count: number
  index: number
  cid: string
  proof: string[]
  valid: boolean
}

/** Trees of 1 … 9 and of 100 records, a proof for every leaf that matters, and proofs that must fail. */
export function createMerkleVectors(): object {
  const records = sampleCids(100)
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100]
  const valid = sizes.flatMap((count) => {
    const places =
      count < 100 ? Array.from({ length: count }, (_, i) => i) : [0, 1, 63, 64, 95, 96, 99]
    return places.map((index) => prove(records.slice(0, count), index))
  })
  return {
    description:
      'Merkle trees over record CIDs. Record i is the dag-cbor CID of the UTF-8 text "record i"; all values are hex, CIDs as their binary form.',
    records: records.map(hexOf),
    trees: sizes.map((count) => {
      const { root, leaves } = buildMerkleTree(records.slice(0, count))
      return {
        count,
        root: bytesToHex(root),
        firstLeaf: bytesToHex(leaves[0]!),
        lastLeaf: bytesToHex(leaves.at(-1)!),
      }
    }),
    proofs: [...valid, ...createRefusals(records)],
  }
}

function createRefusals(records: readonly CID[]): ProofCase[] {
  const five = prove(records.slice(0, 5), 2)
  const promoted = prove(records.slice(0, 5), 4)
  const one = prove(records.slice(0, 1), 0)
  const zero = '00'.repeat(32)
  const refuse = (name: string, base: ProofCase, change: Partial<ProofCase>): ProofCase => ({
    ...base,
    ...change,
    name,
    valid: false,
  })
  const { leaves } = buildMerkleTree(records.slice(0, 4))
  const inner = bytesToHex(hashPair(leaves[0]!, leaves[1]!))
  return [
    refuse('another record', five, { cid: hexOf(records[3]!) }),
    refuse('another index', five, { index: 3 }),
    refuse('index equal to count', five, { index: 5 }),
    refuse('count zero', five, { count: 0 }),
    refuse('count one less', five, { count: 4 }),
    refuse('count one more', five, { count: 6 }),
    refuse('count above the limit', five, { count: 65_537 }),
    refuse('another root', five, { root: zero }),
    refuse('empty proof', five, { proof: [] }),
    refuse('proof one short', five, { proof: five.proof.slice(0, -1) }),
    refuse('proof one long', five, { proof: [...five.proof, zero] }),
    refuse('siblings in another order', five, { proof: five.proof.toReversed() }),
    refuse('a sibling changed', five, { proof: [zero, ...five.proof.slice(1)] }),
    refuse('promoted leaf, hashed with itself', promoted, {
      proof: [bytesToHex(buildMerkleTree(records.slice(0, 5)).leaves[4]!), ...promoted.proof],
    }),
    refuse('promoted leaf, no sibling', promoted, { proof: [] }),
    refuse('one record, with a sibling', one, { proof: [zero] }),
    refuse('an inner node as the root', prove(records.slice(0, 2), 0), { root: inner }),
    refuse('the CID cut short', one, { cid: one.cid.slice(0, -2) }),
  ]
}

function prove(records: readonly CID[], index: number): ProofCase {
  const { root, leaves } = buildMerkleTree(records)
  return {
    name: `${records.length} records, index ${index}`,
    root: bytesToHex(root),
    count: records.length,
    index,
    cid: hexOf(records[index]!),
    proof: createProof(leaves, index).map((hash) => bytesToHex(hash)),
    valid: true,
  }
}

function hexOf(cid: CID): string {
  return bytesToHex(cid.bytes)
}
