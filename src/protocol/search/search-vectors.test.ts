import { hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import vectors from '../../../vectors/search.json' with { type: 'json' }
import { hammingKernel } from '../../kernels/hamming.ts'
import { openCodeBlocks } from '../../kernels/scan.ts'
import { DsoError } from '../errors.ts'
import { createExactDot } from './create-exact-dot.ts'
import { loadCodeIndex } from './load-code-index.ts'
import { quantiseQuery } from './quantise-query.ts'

type Hex = string | { $repeat: string; times: number }

function bytesOf(hex: Hex): Uint8Array {
  return hexToBytes(typeof hex === 'string' ? hex : hex.$repeat.repeat(hex.times))
}

function floatsOf(hex: Hex): Float32Array {
  const bytes = bytesOf(hex)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true))
}

describe('search vectors', () => {
  test('Hamming distances', () => {
    for (const { codes, query, distances } of vectors.hamming) {
      const packed = hexToBytes(codes.join(''))
      const wanted = hexToBytes(query)
      expect([...hammingKernel.distances(packed, codes.length, wanted.length, wanted)]).toEqual(
        distances,
      )
    }
  })

  test.each(vectors.quantised)('tables, sums and exact products: $name', (vector) => {
    const query = floatsOf(vector.query)
    const { entries, step, offset } = quantiseQuery(query)
    expect(entries).toEqual(bytesOf(vector.entries))
    // 0 and −0 are one offset.
    expect([step, offset + 0]).toEqual([vector.step, vector.offset])
    const codes = vector.codes.map((code) => bytesOf(code))
    const blocks = openCodeBlocks(query.length / 8)
    blocks.reserve(codes.length)
    for (const [row, code] of codes.entries()) blocks.write(row, code)
    blocks.sumEntries(codes.length, [entries], (_, firstRow, sums) => {
      expect([firstRow, ...sums]).toEqual([0, ...vector.sums])
    })
    const dot = createExactDot(query)
    expect(codes.map((code) => dot(code))).toEqual(vector.dots)
  })

  test('a sum does not fit into 16 bits', () => {
    expect(Math.max(...vector16().sums)).toBeGreaterThan(65_535)
  })

  test.each(vectors.indexes)('index: $name', (vector) => {
    const index = loadCodeIndex(hexToBytes(vector.image))
    expect([index.bits, index.meanSquare, index.size()]).toEqual([
      vector.bits,
      vector.meanSquare,
      vector.size,
    ])
    expect(index.save()).toEqual(hexToBytes(vector.image))
    expect(index.searchHamming(hexToBytes(vector.query), 20)).toEqual(vector.hamming)
    const query = floatsOf(vector.floatQuery)
    expect(index.searchAsymmetric(query, 20)).toEqual(vector.asymmetric)
    const two = index.searchAsymmetric(query, 2, { candidates: 1 })
    expect(two.map(({ id }) => id)).toEqual(vector.firstTwo)
  })

  test.each(vectors.refused)('refused image: $name', ({ field, image }) => {
    let error: unknown
    try {
      loadCodeIndex(hexToBytes(image))
    } catch (thrown) {
      error = thrown
    }
    expect(DsoError.is(error, 'INDEX_CORRUPT') && error.details['field']).toBe(field)
  })
})

function vector16() {
  return vectors.quantised.find(({ name }) => name.startsWith('saturated'))!
}
