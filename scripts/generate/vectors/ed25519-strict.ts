import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js'
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { createKeyPair } from '../../../src/protocol/crypto/create-key-pair.ts'
import { signBytes } from '../../../src/protocol/crypto/sign-bytes.ts'

const { Point } = ed25519
const { Fn } = Point

interface SignatureCase {
  name: string
  publicKey: string
  message: string
  signature: string
  valid: boolean
}

/** Signatures on which libraries disagree, and the one answer that this protocol gives. */
export function createEd25519Vectors(): object {
  const keys = createKeyPair(new Uint8Array(32).fill(7))
  const message = utf8ToBytes('dso')
  const signature = signBytes(message, keys.secretKey)
  const honest = show('an ordinary signature', keys.publicKey, message, signature, true)
  const s = bytesToNumberLE(signature.subarray(32))
  const withS = (value: bigint) =>
    concatBytes(signature.subarray(0, 32), numberToBytesLE(value, 32))
  const flipped = (at: number) => signature.map((byte, i) => (i === at ? byte ^ 1 : byte))
  return {
    description:
      'Strict Ed25519: canonical A, R and S, no small order, no cofactor. All values are hex.',
    cases: [
      honest,
      show(
        'an empty message',
        keys.publicKey,
        new Uint8Array(),
        signBytes(new Uint8Array(), keys.secretKey),
        true,
      ),
      show('another message', keys.publicKey, utf8ToBytes('dsp'), signature, false),
      show('a bit of R flipped', keys.publicKey, message, flipped(0), false),
      show('a bit of S flipped', keys.publicKey, message, flipped(32), false),
      show('S + L', keys.publicKey, message, withS(s + Fn.ORDER), false),
      show('S = L', keys.publicKey, message, withS(Fn.ORDER), false),
      show('signature cut short', keys.publicKey, message, signature.subarray(0, 63), false),
      show(
        'signature one byte long',
        keys.publicKey,
        message,
        concatBytes(signature, Uint8Array.of(0)),
        false,
      ),
      show('key cut short', keys.publicKey.subarray(0, 31), message, signature, false),
      ...smallOrderKeys(),
      ...smallOrderR(),
      ...mixedOrder(),
    ],
  }
}

/** For every encoding of a small-order key: R and S that satisfy the equation, so that only the order refuses it. */
function smallOrderKeys(): SignatureCase[] {
  const canonical = ED25519_TORSION_SUBGROUP.map(hexToBytes)
  // The same points as lenient decoders also read them: y + p, and the sign bit on x = 0.
  const lenient = [
    `eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f`,
    `edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f`,
    `edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff`,
    `0100000000000000000000000000000000000000000000000000000000000080`,
    `ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff`,
    `eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff`,
  ].map(hexToBytes)
  return [...canonical, ...lenient].map((key, i) => {
    const a = Point.fromBytes(key, true)
    const nonce = 1000n + BigInt(i)
    const encodedR = Point.BASE.multiply(nonce).toBytes()
    // S = r makes the equation hold when k·A = 0, which some message out of a few reaches.
    const message = searchMessage((candidate) =>
      a.multiplyUnsafe(challenge(encodedR, key, candidate)).is0(),
    )
    const kind = i < canonical.length ? 'a small-order key' : 'a small-order key, not canonical'
    return show(
      `${kind} (${i})`,
      key,
      message,
      concatBytes(encodedR, numberToBytesLE(nonce, 32)),
      false,
    )
  })
}

/** R of small order with S = k·a + 0: satisfies the equation when R is the neutral element. */
function smallOrderR(): SignatureCase[] {
  const { key, scalar } = sampleKey()
  const message = utf8ToBytes('small R')
  return [ED25519_TORSION_SUBGROUP[0]!, `01${'00'.repeat(30)}80`, `ee${'ff'.repeat(30)}7f`].map(
    (hex, i) => {
      const encodedR = hexToBytes(hex)
      const s = Fn.mul(challenge(encodedR, key, message), scalar)
      const name =
        i === 0 ? 'R is the neutral element' : `R is the neutral element, not canonical (${i})`
      return show(name, key, message, concatBytes(encodedR, numberToBytesLE(s, 32)), false)
    },
  )
}

/** Keys and R of mixed order: valid with the cofactor; without it only where the torsion happens to vanish. */
function mixedOrder(): SignatureCase[] {
  const torsion = Point.fromHex(ED25519_TORSION_SUBGROUP[1]!)
  const { key, scalar } = sampleKey()
  const mixedKey = Point.fromBytes(key).add(torsion).toBytes()
  const nonce = 12_345n
  const encodedR = Point.BASE.multiply(nonce).toBytes()
  const sign = (a: Uint8Array, r: Uint8Array, message: Uint8Array) =>
    concatBytes(r, numberToBytesLE(Fn.add(nonce, Fn.mul(challenge(r, a, message), scalar)), 32))
  const vanishes = searchMessage((m) => challenge(encodedR, mixedKey, m) % 8n === 0n)
  const remains = searchMessage((m) => challenge(encodedR, mixedKey, m) % 8n !== 0n)
  const mixedR = Point.BASE.multiply(nonce).add(torsion).toBytes()
  const message = utf8ToBytes('mixed R')
  return [
    show(
      'a key of mixed order, torsion vanishes',
      mixedKey,
      vanishes,
      sign(mixedKey, encodedR, vanishes),
      true,
    ),
    show(
      'a key of mixed order, torsion remains',
      mixedKey,
      remains,
      sign(mixedKey, encodedR, remains),
      false,
    ),
    show('R of mixed order, torsion remains', key, message, sign(key, mixedR, message), false),
  ]
}

function sampleKey(): { key: Uint8Array; scalar: bigint } {
  const { scalar, pointBytes } = ed25519.utils.getExtendedPublicKey(new Uint8Array(32).fill(9))
  return { key: pointBytes, scalar }
}

function challenge(encodedR: Uint8Array, key: Uint8Array, message: Uint8Array): bigint {
  return Fn.create(bytesToNumberLE(sha512(concatBytes(encodedR, key, message))))
}

function searchMessage(fits: (message: Uint8Array) => boolean): Uint8Array {
  for (let i = 0; ; i++) {
    const message = utf8ToBytes(`message ${i}`)
    if (fits(message)) return message
  }
}

function show(
  name: string,
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  valid: boolean,
): SignatureCase {
  return {
    name,
    publicKey: bytesToHex(key),
    message: bytesToHex(message),
    signature: bytesToHex(signature),
    valid,
  }
}
