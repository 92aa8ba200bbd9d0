import { hkdfSync } from 'node:crypto'
import { fc, test } from '@fast-check/vitest'
import { concat, encodeAbiParameters, keccak256, numberToHex, pad, stringToBytes } from 'viem'
import { describe, expect } from 'vitest'
import { createProof } from '../merkle/create-proof.ts'
import { rootOfLeaves } from '../merkle/root-of-leaves.ts'
import { verifyPosition } from '../merkle/verify-position.ts'
import type { Fault, Hex } from '../ports/ledger.ts'
import { deriveVoteSalt } from './derive-vote-salt.ts'
import { hashBallots } from './hash-ballots.ts'
import { encodeProof, FAULTS, hashChallenge, hashProof } from './hash-challenge.ts'
import { hashRefutation } from './hash-refutation.ts'
import { hashRewardLeaf } from './hash-reward-leaf.ts'
import { sortBallots } from './sort-ballots.ts'

const hex = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`)
const address = hex(20)
const place = fc.record({
  chainId: fc.integer({ min: 1, max: 2 ** 40 }),
  verifyingContract: address,
})
const epoch = fc.bigInt({ min: 1n, max: 2n ** 40n })
const ballots = fc.uniqueArray(
  fc.record({ id: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), score: fc.nat({ max: 1000 }) }),
  { minLength: 1, maxLength: 128, selector: ({ id }) => id },
)
const tag = (text: string) => keccak256(stringToBytes(text))
const types = (...names: string[]) => names.map((type) => ({ type }))

describe('hashBallots', () => {
  test.prop([place, epoch, address, ballots, hex(32)])(
    'is what the ABI encodes, in whatever order the ballots come',
    (where, era, voter, list, salt) => {
      const sorted = sortBallots(list)
      const components = [
        { name: 'id', type: 'uint64' },
        { name: 'score', type: 'uint16' },
      ]
      const encoded = encodeAbiParameters(
        [
          ...types('bytes32', 'uint256', 'address', 'uint256', 'address'),
          { type: 'tuple[]', components },
          { type: 'bytes32' },
        ],
        [
          tag('dso.votes.v1'),
          BigInt(where.chainId),
          where.verifyingContract,
          era,
          voter,
          sorted,
          salt,
        ],
      )
      const sealed = { epoch: era, voter, salt }
      expect(hashBallots(where, { ...sealed, ballots: list })).toBe(keccak256(encoded))
      expect(hashBallots(where, { ...sealed, ballots: list.toReversed() })).toBe(keccak256(encoded))
    },
  )

  test('an empty list, one above 128 and an entry twice are refused', () => {
    const many = Array.from({ length: 129 }, (_, i) => ({ id: BigInt(i + 1), score: 0 }))
    for (const list of [[], many, [many[0]!, { id: 1n, score: 5 }]]) {
      expect(() => sortBallots(list)).toThrowDso('FORMAT_INVALID')
    }
    expect(sortBallots(many.slice(1))).toHaveLength(128)
    expect(() => sortBallots([{ id: 1n, score: 1001 }])).toThrowDso('SCORE_OUT_OF_RANGE')
    expect(() => sortBallots([{ id: 2n ** 64n, score: 1 }])).toThrowDso('FORMAT_INVALID')
  })
})

describe('deriveVoteSalt', () => {
  test.prop([place, epoch, address, hex(65)])(
    'is HKDF-SHA256 by a second implementation',
    (where, era, voter, signature) => {
      const info = concat([
        pad(numberToHex(where.chainId)),
        pad(where.verifyingContract),
        pad(numberToHex(era)),
        pad(voter),
      ])
      const bytes = (text: Hex) => Buffer.from(text.slice(2), 'hex')
      const expected = hkdfSync('sha256', bytes(signature), 'dso.vote-salt.v1', bytes(info), 32)
      const options = { place: where, epoch: era, voter, signature }
      expect(deriveVoteSalt(options)).toBe(`0x${Buffer.from(expected).toString('hex')}`)
    },
  )

  test('another epoch, registry, voter or signature gives another salt', () => {
    const base = {
      place: { chainId: 1, verifyingContract: `0x${'11'.repeat(20)}` as Hex },
      epoch: 1n,
      voter: `0x${'22'.repeat(20)}` as Hex,
      signature: `0x${'33'.repeat(65)}` as Hex,
    }
    const salts = [
      base,
      { ...base, epoch: 2n },
      { ...base, voter: `0x${'23'.repeat(20)}` as Hex },
      { ...base, signature: `0x${'34'.repeat(65)}` as Hex },
      { ...base, place: { ...base.place, chainId: 2 } },
    ].map((options) => deriveVoteSalt(options))
    expect(new Set(salts).size).toBe(5)
    expect(() => deriveVoteSalt({ ...base, signature: '0x33' })).toThrowDso('FORMAT_INVALID')
  })
})

describe('hashChallenge and hashRefutation', () => {
  const faults = Object.keys(FAULTS) as Fault[]
  const payload = fc
    .uint8Array({ maxLength: 100 })
    .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`)

  test.prop([place, epoch, fc.constantFrom(...faults), payload, address, hex(32)])(
    'a challenge is what the ABI encodes, and so are the bytes that slash takes',
    (where, entryId, fault, proof, challenger, salt) => {
      const encoded = encodeAbiParameters(types('uint8', 'bytes'), [FAULTS[fault], proof])
      expect(encodeProof(fault, proof)).toBe(encoded)
      expect(hashProof(fault, proof)).toBe(keccak256(encoded))
      const sealed = encodeAbiParameters(
        types('bytes32', 'uint256', 'address', 'uint256', 'bytes32', 'address', 'bytes32'),
        [
          tag('dso.challenge.v1'),
          BigInt(where.chainId),
          where.verifyingContract,
          entryId,
          keccak256(encoded),
          challenger,
          salt,
        ],
      )
      const challenge = { entryId, fault, payload: proof, challenger, salt }
      expect(hashChallenge(where, challenge)).toBe(keccak256(sealed))
    },
  )

  test.prop([place, epoch, fc.nat(), fc.option(fc.nat(), { nil: undefined }), address, hex(32)])(
    'a refutation is what the ABI encodes',
    (where, id, leafIndex, lane, challenger, salt) => {
      const target = encodeAbiParameters(types('bytes32', 'uint256', 'address', 'uint256'), [
        tag('dso.refutation.v1'),
        BigInt(where.chainId),
        where.verifyingContract,
        id,
      ])
      const sealed = encodeAbiParameters(
        types('bytes32', 'uint32', 'uint256', 'bool', 'address', 'bytes32'),
        [
          keccak256(target),
          leafIndex,
          lane === undefined ? 2n ** 256n - 1n : BigInt(lane),
          lane !== undefined,
          challenger,
          salt,
        ],
      )
      const above = lane !== undefined
      const refutation = { id, leafIndex, lane, above, challenger, salt }
      expect(hashRefutation(where, refutation)).toBe(keccak256(sealed))
    },
  )
})

describe('trees over leaves of any kind', () => {
  const rewards = fc.array(
    fc.record({ account: address, cumulative: fc.bigInt({ min: 0n, max: 2n ** 128n }) }),
    { minLength: 1, maxLength: 20 },
  )

  test.prop([place, rewards, fc.nat(), fc.nat()])(
    'a reward is proven at its own place and amount only',
    (where, list, a, b) => {
      const leaves = list.map((reward, index) => hashRewardLeaf(where, { index, ...reward }))
      const root = rootOfLeaves(leaves)
      const index = a % list.length
      const proof = createProof(leaves, index)
      const count = list.length
      const leaf = leaves[index]!
      expect(verifyPosition({ root, count, index, leaf, proof })).toBe(true)
      const more = { ...list[index]!, cumulative: list[index]!.cumulative + 1n }
      const forged = hashRewardLeaf(where, { index, ...more })
      expect(verifyPosition({ root, count, index, leaf: forged, proof })).toBe(false)
      const other = b % (count + 1)
      expect(verifyPosition({ root, count, index: other, leaf, proof })).toBe(other === index)
    },
  )

  test('a reward leaf is hashed twice over what the ABI encodes', () => {
    const account: Hex = `0x${'0a'.repeat(20)}`
    const distributor: Hex = `0x${'0b'.repeat(20)}`
    const encoded = encodeAbiParameters(
      types('bytes32', 'uint256', 'address', 'uint32', 'address', 'uint256'),
      [tag('dso.reward.v1'), 7n, distributor, 3, account, 99n],
    )
    const where = { chainId: 7, verifyingContract: distributor }
    const leaf = hashRewardLeaf(where, { index: 3, account, cumulative: 99n })
    expect(`0x${Buffer.from(leaf).toString('hex')}`).toBe(keccak256(keccak256(encoded)))
  })

  test('a leaf of another length proves nothing', () => {
    const leaf = new Uint8Array(32).fill(7)
    const root = rootOfLeaves([leaf])
    const short = leaf.subarray(1)
    expect(verifyPosition({ root, count: 1, index: 0, leaf, proof: [] })).toBe(true)
    expect(verifyPosition({ root, count: 1, index: 0, leaf: short, proof: [] })).toBe(false)
    expect(() => rootOfLeaves([])).toThrowDso('FORMAT_INVALID')
  })
})
