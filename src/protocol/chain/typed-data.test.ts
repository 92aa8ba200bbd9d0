import { fc, test } from '@fast-check/vitest'
import { getAddress, hashTypedData as hashByViem } from 'viem'
import { describe, expect } from 'vitest'
import type { Hex } from '../ports/ledger.ts'
import { COSIGNATURE_TYPES, hashCosignature } from './hash-cosignature.ts'
import { courtDomain, oracleDomain, registryDomain } from './hash-domain.ts'
import { hashManifest, MANIFEST_TYPES } from './hash-manifest.ts'
import { hashVerdict, VERDICT_TYPES } from './hash-verdict.ts'

const hex = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`)
const uint = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n })
const seconds = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const place = fc.record({
  chainId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  verifyingContract: hex(20).map((address) => getAddress(address)),
})
const verdict = fc.record({
  caseId: uint(256),
  kind: fc.integer({ min: 0, max: 255 }),
  round: fc.integer({ min: 0, max: 255 }),
  evidenceHash: hex(32),
  upheld: fc.boolean(),
  challenger: hex(20).map((address) => getAddress(address)),
  snapshot: seconds,
  expiry: seconds,
})
const manifest = fc.record({ schema: uint(64), nonce: uint(64), merkleRoot: hex(32) })
const cosignature = fc.record({
  id: uint(256),
  setHash: hex(32),
  root: hex(32),
  snapshot: seconds,
  expiry: seconds,
})

describe('digests that wallets sign', () => {
  test.prop([place, verdict])('a verdict hashes as a wallet hashes it', (where, message) => {
    const domain = courtDomain(where)
    const types = VERDICT_TYPES
    expect(hashVerdict(where, message)).toBe(
      hashByViem({ domain, types, primaryType: 'Verdict', message }),
    )
  })

  test.prop([place, manifest])('so does a manifest', (where, message) => {
    const domain = registryDomain(where)
    const types = MANIFEST_TYPES
    expect(hashManifest(where, message)).toBe(
      hashByViem({ domain, types, primaryType: 'Manifest', message }),
    )
  })

  test.prop([place, cosignature])('and a cosignature', (where, message) => {
    const domain = oracleDomain(where)
    const types = COSIGNATURE_TYPES
    expect(hashCosignature(where, message)).toBe(
      hashByViem({ domain, types, primaryType: 'Cosignature', message }),
    )
  })

  test('chain and contract change the digest', () => {
    const here: { chainId: number; verifyingContract: Hex } = {
      chainId: 1,
      verifyingContract: `0x${'11'.repeat(20)}`,
    }
    const message = { schema: 1n, nonce: 2n, merkleRoot: `0x${'22'.repeat(32)}` as Hex }
    const digests = [
      here,
      { ...here, chainId: 2 },
      { ...here, verifyingContract: `0x${'12'.repeat(20)}` as Hex },
    ].map((where) => hashManifest(where, message))
    expect(new Set(digests).size).toBe(3)
  })

  test('what a field cannot hold is refused', () => {
    const where: { chainId: number; verifyingContract: Hex } = {
      chainId: 1,
      verifyingContract: `0x${'11'.repeat(20)}`,
    }
    const root: Hex = `0x${'22'.repeat(32)}`
    const message = { schema: 2n ** 64n, nonce: 0n, merkleRoot: root }
    expect(() => hashManifest(where, message)).toThrowDso('FORMAT_INVALID')
    const short = { schema: 1n, nonce: 0n, merkleRoot: '0x22' as Hex }
    expect(() => hashManifest(where, short)).toThrowDso('FORMAT_INVALID')
    expect(() => hashManifest({ ...where, chainId: 0.5 }, { ...message, schema: 1n })).toThrowDso(
      'FORMAT_INVALID',
    )
  })
})
