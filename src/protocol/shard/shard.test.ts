import { describe, expect, test } from 'vitest'
import { createKeyPair } from '../crypto/create-key-pair.ts'
import { computeCid } from '../encoding/compute-cid.ts'
import { encodeCanonical } from '../encoding/encode-canonical.ts'
import type { Experience } from '../experience/experience.ts'
import { buildMerkleTree } from '../merkle/build-merkle-tree.ts'
import { createOperation } from '../operation/create-operation.ts'
import { encodeEmbedding } from '../profiles/encode-embedding.ts'
import { DIRECT_384, SIGN_384 } from '../profiles/profile.ts'
import { createShard } from './create-shard.ts'
import { type VerifyShardOptions, verifyShard } from './verify-shard.ts'

const author = createKeyPair(new Uint8Array(32).fill(3))
const place = { seq: 0, prev: null, anchor: { chainId: 1, block: 2, hash: new Uint8Array(32) } }

function experience(text: string, profile = DIRECT_384): Experience {
  const vector = new Float32Array(384).fill(0.1)
  return {
    v: 1,
    kind: 'sentence',
    text,
    domain: 't',
    code: { profile: profile.id, bytes: encodeEmbedding(profile, vector) },
    evidence: { suite: 's', tasks: 1, wins: 1, losses: 0, gainLower: 0 },
    model: 'm',
  }
}

const experiences = ['one', 'two', 'three'].map((text) => experience(text))
const shard = createShard({ experiences, author, ...place, profile: DIRECT_384 })
const honest: VerifyShardOptions = {
  operation: shard.operation.bytes,
  records: shard.records.map(({ bytes }) => bytes),
  onChainRoot: shard.root,
}

/** A shard that someone with a key, but without our createShard, could sign over any blocks. */
function forge(
  blocks: readonly Uint8Array[],
  change: { profile?: string; root?: Uint8Array; byteLength?: number } = {},
) {
  const records = blocks.map((bytes) => computeCid(bytes, 'dag-cbor'))
  const { root } = buildMerkleTree(records)
  const byteLength = blocks.reduce((sum, { length }) => sum + length, 0)
  const body = {
    root,
    count: records.length,
    profile: 'direct-384',
    records,
    byteLength,
    ...change,
  }
  const operation = createOperation({ kind: 'shard', body, ...place }, author).bytes
  return { operation, records: blocks, onChainRoot: body.root }
}

describe('createShard', () => {
  test('makes what verifyShard accepts, in the order given', () => {
    expect(verifyShard(honest)).toBe('valid')
    expect(shard.operation.operation).toMatchObject({
      kind: 'shard',
      seq: 0,
      body: { count: 3, root: shard.root },
    })
    expect(shard.root).toEqual(buildMerkleTree(shard.records.map(({ cid }) => cid)).root)
  })

  test('works for both profiles', () => {
    const signs = createShard({
      experiences: [experience('one', SIGN_384)],
      author,
      ...place,
      profile: SIGN_384,
    })
    const records = signs.records.map(({ bytes }) => bytes)
    expect(
      verifyShard({ operation: signs.operation.bytes, records, onChainRoot: signs.root }),
    ).toBe('valid')
  })

  test('refuses none, too many, and one twice', () => {
    const attempt = (list: Experience[]) => () =>
      createShard({ experiences: list, author, ...place, profile: DIRECT_384 })
    expect(attempt([])).toThrowDso('FORMAT_INVALID')
    expect(attempt(Array.from({ length: 257 }, (_, i) => experience(`text ${i}`)))).toThrowDso(
      'FORMAT_INVALID',
    )
    expect(attempt([experience('one'), experience('one')])).toThrowDso('FORMAT_INVALID')
  })

  test('refuses a code of another profile or one that cannot be read', () => {
    expect(() => createShard({ experiences, author, ...place, profile: SIGN_384 })).toThrowDso(
      'PROFILE_MISMATCH',
    )
    const broken = {
      ...experience('one'),
      code: { profile: 'direct-384', bytes: new Uint8Array(388) },
    }
    expect(() =>
      createShard({ experiences: [broken], author, ...place, profile: DIRECT_384 }),
    ).toThrowDso('SCALE_INVALID')
  })
})

describe('verifyShard', () => {
  const [first, second, third] = honest.records as [Uint8Array, Uint8Array, Uint8Array]
  const retract = createOperation(
    { kind: 'retract', body: { target: shard.operation.cid }, ...place },
    author,
  )
  const unreadable = encodeCanonical({
    ...experience('one'),
    code: { profile: 'direct-384', bytes: new Uint8Array(388) },
  })
  const otherProfile = encodeCanonical(experience('one', SIGN_384))

  test.each<[string, VerifyShardOptions, string]>([
    ['a changed operation', { ...honest, operation: honest.operation.with(60, 0) }, 'operation'],
    ['an empty operation', { ...honest, operation: new Uint8Array() }, 'operation'],
    ['an operation of another kind', { ...honest, operation: retract.bytes }, 'operation'],
    ['another root on chain', { ...honest, onChainRoot: new Uint8Array(32) }, 'chain-root'],
    [
      'a root of another length on chain',
      { ...honest, onChainRoot: shard.root.subarray(1) },
      'chain-root',
    ],
    ['a root over other records', forge([first, second], { root: shard.root }), 'root'],
    ['an unknown profile', forge([first], { profile: 'other' }), 'profile'],
    ['a record missing', { ...honest, records: [first, second] }, 'record-missing'],
    ['a record too many', { ...honest, records: [first, second, third, first] }, 'record-missing'],
    ['a changed record', { ...honest, records: [first, second, third.with(9, 0)] }, 'record-hash'],
    ['records in another order', { ...honest, records: [second, first, third] }, 'record-hash'],
    ['a wrong length', forge([first], { byteLength: first.length + 1 }), 'record-hash'],
    ['a record that is no experience', forge([encodeCanonical({ v: 1 })]), 'record-format'],
    ['a record that is not canonical', forge([Uint8Array.of(0x18, 0)]), 'record-format'],
    ['a code that cannot be read', forge([unreadable]), 'record-format'],
    ['a code of another profile', forge([otherProfile]), 'record-format'],
  ])('refuses %s', (_name, options, reason) => {
    expect(verifyShard(options)).toEqual({ invalid: reason })
  })

  test('a forged shard over good records is valid: anyone may publish', () => {
    expect(verifyShard(forge([first, second]))).toBe('valid')
  })
})
