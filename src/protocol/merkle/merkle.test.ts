import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { CID } from 'multiformats/cid'
import { concat, keccak256, numberToHex, toHex } from 'viem'
import vectors from '../../../vectors/merkle.json' with { type: 'json' }
import { computeCid } from '../encoding/compute-cid.ts'
import { buildMerkleTree } from './build-merkle-tree.ts'
import { createProof } from './create-proof.ts'
import { verifyProof } from './verify-proof.ts'

const records = vectors.records.map((hex) => CID.decode(hexToBytes(hex)))

/** The same tree written the other way round: split before the largest power of two instead of climbing level by level. */
function rootBySplitting(cids: readonly CID[]): string {
  const tag = (text: string) => keccak256(toHex(text))
  const leaves = cids.map((cid, i) =>
    keccak256(
      keccak256(concat([tag('dso.leaf.v1'), numberToHex(i, { size: 4 }), toHex(cid.bytes)])),
    ),
  )
  const top = (nodes: readonly `0x${string}`[]): `0x${string}` => {
    if (nodes.length === 1) return nodes[0]!
    let half = 1
    while (2 * half < nodes.length) half *= 2
    return keccak256(concat([top(nodes.slice(0, half)), top(nodes.slice(half))]))
  }
  return keccak256(
    concat([tag('dso.root.v1'), numberToHex(cids.length, { size: 4 }), top(leaves)]),
  ).slice(2)
}

describe('buildMerkleTree', () => {
  test.each(vectors.trees)('$count records', ({ count, root, firstLeaf, lastLeaf }) => {
    const tree = buildMerkleTree(records.slice(0, count))
    expect(bytesToHex(tree.root)).toBe(root)
    expect(bytesToHex(tree.leaves[0]!)).toBe(firstLeaf)
    expect(bytesToHex(tree.leaves[count - 1]!)).toBe(lastLeaf)
    expect(rootBySplitting(records.slice(0, count))).toBe(root)
  })

  test('the records of the vectors are what their description says', () => {
    for (const [i, record] of records.entries()) {
      expect(computeCid(new TextEncoder().encode(`record ${i}`), 'dag-cbor').equals(record)).toBe(
        true,
      )
    }
  })

  test('an empty list and one above 65,536 are refused', () => {
    expect(() => buildMerkleTree([])).toThrowDso('FORMAT_INVALID')
    expect(() => buildMerkleTree(Array.from({ length: 65_537 }, () => records[0]!))).toThrowDso(
      'FORMAT_INVALID',
    )
  })

  test('repeating the last record gives another root', () => {
    const [a, b, c] = records as [CID, CID, CID]
    expect(buildMerkleTree([a, b, c, c]).root).not.toEqual(buildMerkleTree([a, b, c]).root)
  })
})

describe('proofs', () => {
  test.each(vectors.proofs)('$name', ({ root, count, index, cid, proof, valid }) => {
    expect(verifyHex({ root, count, index, cid, proof })).toBe(valid)
  })

  test.prop([fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), fc.nat()], { numRuns: 100 })(
    'verify for their own count, index and record, and for no other',
    (count, a, b, c) => {
      const { root, leaves } = buildMerkleTree(records.slice(0, count))
      const index = a % count
      const proof = createProof(leaves, index)
      const cid = records[index]!
      expect(verifyProof({ root, count, index, cid, proof })).toBe(true)
      const other = b % 100
      expect(verifyProof({ root, count, index, cid: records[other]!, proof })).toBe(other === index)
      expect(verifyProof({ root, count, index: other, cid, proof })).toBe(other === index)
      const size = 1 + (c % 100)
      expect(verifyProof({ root, count: size, index, cid, proof })).toBe(size === count)
    },
  )

  test('a leaf that does not exist cannot be proven', () => {
    const { leaves } = buildMerkleTree(records.slice(0, 3))
    for (const index of [-1, 3, 0.5, Number.NaN]) {
      expect(() => createProof(leaves, index)).toThrowDso('FORMAT_INVALID')
    }
  })

  test('siblings of another length than 32 bytes are refused', () => {
    const { root, leaves } = buildMerkleTree(records.slice(0, 2))
    const proof = [new Uint8Array([...leaves[1]!, 0])]
    expect(verifyProof({ root, count: 2, index: 0, cid: records[0]!, proof })).toBe(false)
  })
})

function verifyHex(claim: {
  root: string
  count: number
  index: number
  cid: string
  proof: string[]
}): boolean {
  let cid: CID
  try {
    cid = CID.decode(hexToBytes(claim.cid))
  } catch {
    return false
  }
  return verifyProof({
    ...claim,
    cid,
    root: hexToBytes(claim.root),
    proof: claim.proof.map((sibling) => hexToBytes(sibling)),
  })
}
