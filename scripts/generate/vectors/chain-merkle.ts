import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { hashRewardLeaf } from '../../../src/protocol/chain/hash-reward-leaf.ts'
import { computeCid } from '../../../src/protocol/encoding/compute-cid.ts'
import { encodeHex } from '../../../src/protocol/encoding/encode-hex.ts'
import { createProof } from '../../../src/protocol/merkle/create-proof.ts'
import { hashLeaf } from '../../../src/protocol/merkle/node-hashes.ts'
import { rootOfLeaves } from '../../../src/protocol/merkle/root-of-leaves.ts'
import {
  verifyPosition,
  type VerifyPositionOptions,
} from '../../../src/protocol/merkle/verify-position.ts'
import type { Hex } from '../../../src/protocol/ports.ts'
import { toColumns } from './chain-draws.ts'

const PLACE = { chainId: 31_337, verifyingContract: `0x${'d1'.repeat(20)}` as Hex }
const KINDS = ['raw', 'dag-cbor', 'reward'] as const
const CHANGES = 8

/** Trees over three kinds of leaves, every proof of the small ones, and what becomes of a proof that was changed. */
export function createChainMerkleVectors(): object {
  const small = Array.from({ length: 16 }, (_, i) => i + 1)
  const sizes: [(typeof KINDS)[number], number][] = [
    ...small.map((count): ['raw', number] => ['raw', count]),
    ...small.map((count): ['reward', number] => ['reward', count]),
    ...[21, 33, 64].map((count): ['dag-cbor', number] => ['dag-cbor', count]),
  ]
  const trees = sizes.map(([kind, count], tree) => {
    const leaves = Array.from({ length: count }, (_, index) => leafOf(kind, tree, index))
    const siblings = leaves.flatMap((_, index) => createProof(leaves, index))
    const root = rootOfLeaves(leaves)
    return { kind, count, leaves, root, proofs: keccak_256(concatBytes(...siblings)) }
  })
  const cases = trees.flatMap(({ count, leaves, root }, tree) => {
    const step = count > 16 ? 7 : 1
    const indexes = [...leaves.keys()].filter((index) => index % step === 0)
    return indexes.flatMap((index) => {
      const proof = createProof(leaves, index)
      const honest = { root, count, index, leaf: leaves[index]!, proof }
      return Array.from({ length: CHANGES }, (_, change) => {
        const valid = verifyPosition(changed(honest, leaves, change))
        return { tree, index, change, valid }
      })
    })
  })
  return {
    description:
      'Trees of the chain, numbered from 0. Leaf i of tree t is, by kind: 0 the raw CID, 1 the dag-cbor CID of the UTF-8 text "leaf t.i" at place i; 2 the reward of the account in the last 20 bytes of keccak256("account t.i") with 1000 t + i units, for the distributor and chain given. proofs is keccak256 over the siblings of all proofs, in order. Changes to a proof: 0 none, 1 the next index, 2 one leaf more, 3 one leaf less, 4 the next leaf, 5 the last sibling dropped, 6 a zero sibling appended, 7 the first two siblings exchanged.',
    chainId: PLACE.chainId,
    distributor: PLACE.verifyingContract,
    trees: toColumns(
      trees.map(({ kind, count, root, proofs }) => ({
        kind: KINDS.indexOf(kind),
        count,
        root: encodeHex(root),
        proofs: encodeHex(proofs),
      })),
    ),
    cases: toColumns(cases),
  }
}

function leafOf(kind: (typeof KINDS)[number], tree: number, index: number): Uint8Array {
  if (kind !== 'reward') {
    return hashLeaf(index, computeCid(utf8ToBytes(`leaf ${tree}.${index}`), kind))
  }
  const account = keccak_256(utf8ToBytes(`account ${tree}.${index}`)).subarray(12)
  const cumulative = BigInt(1000 * tree + index)
  return hashRewardLeaf(PLACE, { index, account: `0x${bytesToHex(account)}`, cumulative })
}

function changed(
  honest: VerifyPositionOptions,
  leaves: readonly Uint8Array[],
  change: number,
): VerifyPositionOptions {
  const { count, index, proof } = honest
  switch (change) {
    case 1:
      return { ...honest, index: index + 1 }
    case 2:
      return { ...honest, count: count + 1 }
    case 3:
      return { ...honest, count: count - 1 }
    case 4:
      return { ...honest, leaf: leaves[(index + 1) % count]! }
    case 5:
      return { ...honest, proof: proof.slice(0, -1) }
    case 6:
      return { ...honest, proof: [...proof, new Uint8Array(32)] }
    case 7: {
      const [first, second, ...rest] = proof
      return second === undefined ? honest : { ...honest, proof: [second, first!, ...rest] }
    }
    default:
      return honest
  }
}
