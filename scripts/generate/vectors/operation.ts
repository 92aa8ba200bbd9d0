import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { createKeyPair } from '../../../src/protocol/crypto/create-key-pair.ts'
import { signBytes } from '../../../src/protocol/crypto/sign-bytes.ts'
import { encodeCanonical } from '../../../src/protocol/encoding/encode-canonical.ts'
import {
  createOperation,
  type EncodedOperation,
} from '../../../src/protocol/operation/create-operation.ts'
import { DIRECT_384 } from '../../../src/protocol/profiles/profile.ts'
import { createShard } from '../../../src/protocol/shard/create-shard.ts'
import { sampleCids } from './sample-cids.ts'
import { sampleExperiences } from './sample-experiences.ts'
import { showValue } from './show-value.ts'

/** A feed of two operations, and operations that are refused: with a good signature for structure, or with a bad one. */
export function createOperationVectors(): object {
  const seed = new Uint8Array(32).fill(1)
  const author = createKeyPair(seed)
  const anchor = { chainId: 31_337, block: 12, hash: new Uint8Array(32).fill(2) }
  const experiences = sampleExperiences().slice(0, 3)
  const shard = createShard({
    experiences,
    author,
    seq: 0,
    prev: null,
    anchor,
    profile: DIRECT_384,
  })
  const first = shard.operation
  const second = createOperation(
    { kind: 'retract', body: { target: shard.records[1]!.cid }, seq: 1, prev: first.cid, anchor },
    author,
  )
  const { sig: _, ...unsigned } = first.operation
  const { body } = unsigned
  const cid = sampleCids(1)[0]!
  const malformed: [string, unknown][] = [
    ['version 2', { ...unsigned, v: 2 }],
    ['unknown kind', { ...unsigned, kind: 'vote' }],
    ['unknown field', { ...unsigned, extra: 1 }],
    ['unknown field in the anchor', { ...unsigned, anchor: { ...anchor, time: 1 } }],
    ['seq 0 with a predecessor', { ...unsigned, prev: cid }],
    ['seq 1 without a predecessor', { ...unsigned, seq: 1 }],
    ['negative seq', { ...unsigned, seq: -1, prev: cid }],
    ['author of 31 bytes', { ...unsigned, author: author.publicKey.subarray(1) }],
    ['root of 31 bytes', { ...unsigned, body: { ...body, root: new Uint8Array(31) } }],
    ['count differs', { ...unsigned, body: { ...body, count: 2 } }],
    ['no records', { ...unsigned, body: { ...body, count: 0, records: [] } }],
    ['257 records', { ...unsigned, body: { ...body, count: 257, records: sampleCids(257) } }],
    ['a record twice', { ...unsigned, body: { ...body, count: 2, records: [cid, cid] } }],
    ['body of another kind', { ...unsigned, body: { target: cid } }],
  ]
  const resign = (value: unknown) =>
    signBytes(
      concatBytes(utf8ToBytes('dso.operation.v1\n'), encodeCanonical(value)),
      author.secretKey,
    )
  const refused = (name: string, code: string, value: unknown) => ({
    name,
    code,
    hex: bytesToHex(encodeCanonical(value)),
  })
  return {
    description:
      'Signed operations as canonical dag-cbor (hex). `message` is what was signed. In `value`, {"$bytes": hex} is a byte string and {"$cid": text} a CID.',
    secretKey: bytesToHex(seed),
    publicKey: bytesToHex(author.publicKey),
    valid: [show(first), show(second)],
    refused: [
      ...malformed.map(([name, value]) =>
        refused(name, 'FORMAT_INVALID', { ...(value as object), sig: resign(value) }),
      ),
      refused('no signature', 'FORMAT_INVALID', unsigned),
      refused('another block after signing', 'SIGNATURE_INVALID', {
        ...first.operation,
        anchor: { ...anchor, block: 13 },
      }),
      refused('signed without the context', 'SIGNATURE_INVALID', {
        ...unsigned,
        sig: signBytes(encodeCanonical(unsigned), author.secretKey),
      }),
      refused('the signature of another operation', 'SIGNATURE_INVALID', {
        ...first.operation,
        sig: second.operation.sig,
      }),
      refused('a small-order author', 'SIGNATURE_INVALID', {
        ...first.operation,
        author: Uint8Array.of(1, ...new Uint8Array(31)),
      }),
    ],
  }
}

function show({ bytes, cid, operation }: EncodedOperation): object {
  const { sig: _, ...unsigned } = operation
  return {
    value: showValue(operation),
    message: bytesToHex(concatBytes(utf8ToBytes('dso.operation.v1\n'), encodeCanonical(unsigned))),
    cid: cid.toString(),
    hex: bytesToHex(bytes),
  }
}
