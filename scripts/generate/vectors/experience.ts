import { bytesToHex } from '@noble/hashes/utils.js'
import { computeCid } from '../../../src/protocol/encoding/compute-cid.ts'
import { encodeCanonical } from '../../../src/protocol/encoding/encode-canonical.ts'
import { encodeExperience } from '../../../src/protocol/experience/encode-experience.ts'
import { sampleCids } from './sample-cids.ts'
import { sampleExperiences } from './sample-experiences.ts'
import { showValue } from './show-value.ts'

/** Experiences of every kind with their bytes and ids, and bytes that are none. */
export function createExperienceVectors(): object {
  const code = { profile: 'direct-384', bytes: Uint8Array.of(1) }
  const [sentence, example, both] = sampleExperiences().map((value) => ({ ...value, code }))
  const { evidence } = sentence!
  const long = 'a'.repeat(401)
  const refused: [string, unknown][] = [
    ['version 2', { ...sentence, v: 2 }],
    ['unknown field', { ...sentence, extra: 1 }],
    ['unknown kind', { ...sentence, kind: 'rule' }],
    ['sentence with an example', { ...both, kind: 'sentence' }],
    ['example with a text', { ...both, kind: 'example' }],
    ['both without an example', { ...sentence, kind: 'both' }],
    ['example without one', { ...sentence, kind: 'example' }],
    ['empty text', { ...sentence, text: '' }],
    ['text of 401 bytes', { ...sentence, text: long }],
    [
      'example of 601 bytes',
      { ...example, example: { input: 'a'.repeat(300), output: 'b'.repeat(301) } },
    ],
    ['example without output', { ...example, example: { input: 'a', output: '' } }],
    ['domain with a blank', { ...sentence, domain: 'crm book' }],
    ['domain of 65 characters', { ...sentence, domain: 'a'.repeat(65) }],
    ['empty code', { ...sentence, code: { ...code, bytes: new Uint8Array() } }],
    ['code of 1025 bytes', { ...sentence, code: { ...code, bytes: new Uint8Array(1025) } }],
    ['model with a line break', { ...sentence, model: 'a\nb' }],
    ['more wins and losses than tasks', { ...sentence, evidence: { ...evidence, wins: 24 } }],
    ['negative tasks', { ...sentence, evidence: { ...evidence, tasks: -1 } }],
    ['gain below −1000', { ...sentence, evidence: { ...evidence, gainLower: -1001 } }],
    ['supersedes a text', { ...sentence, supersedes: sampleCids(1)[0]!.toString() }],
    ['supersedes null', { ...sentence, supersedes: null }],
    ['a list', []],
  ]
  return {
    description:
      'Experiences as canonical dag-cbor (hex) with their CIDs. In `value`, {"$bytes": hex} is a byte string and {"$cid": text} a CID. Refused cases are canonical and fail with FORMAT_INVALID.',
    valid: sampleExperiences().map((value) => {
      const bytes = encodeExperience(value)
      return {
        value: showValue(value),
        cid: computeCid(bytes, 'dag-cbor').toString(),
        hex: bytesToHex(bytes),
      }
    }),
    refused: refused.map(([name, value]) => ({ name, hex: bytesToHex(encodeCanonical(value)) })),
  }
}
