import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import { DsoError } from '../errors.ts'
import { createCodeIndex } from './code-index.ts'
import { loadCodeIndex } from './load-code-index.ts'

const LONG = process.env['DSO_LONG'] === '1'

const SAMPLE = createSample()

function createSample(): Uint8Array {
  const index = createCodeIndex({ bits: 64, meanSquare: 0.125 })
  index.add(7, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 0.5)
  index.add(3, Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1))
  return index.save()
}

/** Changes an image and makes its checksum right again. */
function forge(change: (view: DataView) => void): Uint8Array {
  const image = SAMPLE.slice()
  change(new DataView(image.buffer))
  const end = image.length - 32
  image.set(sha256(image.subarray(0, end)), end)
  return image
}

function refusal(image: Uint8Array): unknown {
  try {
    loadCodeIndex(image)
  } catch (error) {
    if (DsoError.is(error, 'INDEX_CORRUPT')) return error.details['field']
    throw error
  }
  return undefined
}

describe('an image', () => {
  test('has the bytes that follow by hand', () => {
    const hex = Buffer.from(SAMPLE).toString('hex')
    expect(hex.slice(0, -64)).toBe(
      [
        '44534f494e444558', // DSOINDEX
        '010000004000000002000000', // version 1, 64 bits, 2 codes
        '000000000000c03f', // 0.125
        '0300000007000000', // ids
        '0000803f0000003f', // norms 1 and 0.5
        '08070605040302010102030405060708',
      ].join(''),
    )
  })

  test('is refused when a byte is missing or too many', () => {
    const image = SAMPLE.slice()
    for (let length = 0; length < image.length; length++) {
      expect(refusal(image.subarray(0, length))).toBeDefined()
    }
    expect(refusal(Uint8Array.from([...image, 0]))).toBe('size')
  })

  test('is refused when any bit is flipped', () => {
    const image = SAMPLE.slice()
    for (let bit = 0; bit < 8 * image.length; bit++) {
      const altered = image.slice()
      altered[bit >> 3]! ^= 1 << (bit & 7)
      expect(refusal(altered)).toBeDefined()
    }
  })

  test.each<[string, string, (view: DataView) => void]>([
    ['another magic', 'magic', (view) => view.setUint8(0, 0)],
    ['another version', 'version', (view) => view.setUint32(8, 2, true)],
    ['no bits', 'bits', (view) => view.setUint32(12, 0, true)],
    ['63 bits', 'bits', (view) => view.setUint32(12, 63, true)],
    ['too many bits', 'bits', (view) => view.setUint32(12, 65_600, true)],
    ['other bits than its size has room for', 'size', (view) => view.setUint32(12, 128, true)],
    ['more codes than its size has room for', 'size', (view) => view.setUint32(16, 3, true)],
    ['four billion codes', 'size', (view) => view.setUint32(16, 0xffff_ffff, true)],
    ['a mean square of −0', 'meanSquare', (view) => view.setFloat64(20, -0, true)],
    ['a negative mean square', 'meanSquare', (view) => view.setFloat64(20, -1, true)],
    ['a mean square of NaN', 'meanSquare', (view) => view.setFloat64(20, Number.NaN, true)],
    ['an infinite mean square', 'meanSquare', (view) => view.setFloat64(20, 1 / 0, true)],
    ['ids in another order', 'id', (view) => view.setUint32(28, 8, true)],
    ['an id twice', 'id', (view) => view.setUint32(28, 7, true)],
    ['a norm of −0', 'norm', (view) => view.setFloat32(36, -0, true)],
    ['a negative norm', 'norm', (view) => view.setFloat32(36, -1, true)],
    ['a norm of NaN', 'norm', (view) => view.setFloat32(40, Number.NaN, true)],
    ['an infinite norm', 'norm', (view) => view.setFloat32(40, 1 / 0, true)],
  ])('with %s is refused although its checksum is right', (_, field, change) => {
    expect(refusal(forge(change))).toBe(field)
  })

  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    // Any few changes to a valid image, with a right checksum.
    fc
      .array(fc.tuple(fc.nat({ max: 75 }), fc.nat({ max: 255 })), { maxLength: 3 })
      .map((changes) => forge((view) => changes.forEach(([at, byte]) => view.setUint8(at, byte)))),
  )
  test.prop([bytes], { numRuns: LONG ? 1_000_000 : 200 })(
    'is refused, or saved again as the same bytes',
    (image) => {
      let index
      try {
        index = loadCodeIndex(image)
      } catch (error) {
        expect(DsoError.is(error, 'INDEX_CORRUPT')).toBe(true)
        return
      }
      expect(index.save()).toEqual(image)
    },
    LONG ? 1_800_000 : 60_000,
  )
})
