import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import vectors from '../../../vectors/ed25519-strict.json' with { type: 'json' }
import { createKeyPair } from './create-key-pair.ts'
import { signBytes } from './sign-bytes.ts'
import { verifySignature } from './verify-signature.ts'

/** RFC 8032 §7.1, tests 1 to 3: seed, key, message, signature. */
const RFC_8032 = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
].map((fields) => fields.map(hexToBytes) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array])

describe('signBytes', () => {
  test.each(RFC_8032)('RFC 8032 test %#', (seed, publicKey, message, signature) => {
    const keys = createKeyPair(seed)
    expect(bytesToHex(keys.publicKey)).toBe(bytesToHex(publicKey))
    expect(bytesToHex(signBytes(message, keys.secretKey))).toBe(bytesToHex(signature))
    expect(verifySignature(signature, message, publicKey)).toBe(true)
  })

  test.prop([fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array()], { numRuns: 20 })(
    'agrees with OpenSSL on honest signatures, both ways',
    (seed, message) => {
      const keys = createKeyPair(seed)
      const header = hexToBytes('302e020100300506032b657004220420')
      const secret = createPrivateKey({
        key: Buffer.concat([header, seed]),
        format: 'der',
        type: 'pkcs8',
      })
      const signature = signBytes(message, keys.secretKey)
      expect(sign(null, message, secret).toString('hex')).toBe(bytesToHex(signature))
      expect(verify(null, message, createPublicKey(secret), signature)).toBe(true)
      expect(verifySignature(signature, message, keys.publicKey)).toBe(true)
    },
  )

  test.each([0, 31, 33, 64])('a secret of %i bytes is refused', (length) => {
    expect(() => createKeyPair(new Uint8Array(length))).toThrowDso('KEY_INVALID')
    expect(() => signBytes(new Uint8Array(), new Uint8Array(length))).toThrowDso('KEY_INVALID')
  })

  test('a key pair does not change with the seed it came from', () => {
    const seed = new Uint8Array(32)
    const keys = createKeyPair(seed)
    seed.fill(1)
    expect(keys.secretKey).toEqual(new Uint8Array(32))
  })
})

describe('verifySignature', () => {
  test.each(vectors.cases)('$name: $valid', ({ publicKey, message, signature, valid }) => {
    const verdict = verifySignature(
      hexToBytes(signature),
      hexToBytes(message),
      hexToBytes(publicKey),
    )
    expect(verdict).toBe(valid)
  })

  test('the refused vectors are ones that a lenient rule accepts', () => {
    const accepted = vectors.cases.filter(({ valid, publicKey, message, signature, name }) => {
      if (valid || !/order|neutral/.test(name)) return false
      return ed25519.verify(hexToBytes(signature), hexToBytes(message), hexToBytes(publicKey), {
        zip215: true,
      })
    })
    // 14 keys of small order, three encodings of a neutral R, and two whose torsion the cofactor would remove.
    expect(accepted.length).toBe(19)
  })

  test.prop([fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 40 })])(
    'random bytes are an invalid signature, never an exception',
    (signature, key) => {
      expect(verifySignature(signature, new Uint8Array(), key)).toBe(false)
    },
  )
})
