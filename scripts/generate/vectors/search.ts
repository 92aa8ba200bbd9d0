import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { createHammingKernel } from '../../../src/kernels/hamming.ts'
import { openScalarHamming } from '../../../src/kernels/scalar/hamming.ts'
import { openScalarScan } from '../../../src/kernels/scalar/scan.ts'
import { createCodeBlocks } from '../../../src/kernels/scan.ts'
import { type CodeIndex, createCodeIndex } from '../../../src/protocol/search/code-index.ts'
import { createExactDot } from '../../../src/protocol/search/create-exact-dot.ts'
import { quantiseQuery } from '../../../src/protocol/search/quantise-query.ts'
import { createSeededRandom } from '../../../src/protocol/statistics/create-seeded-random.ts'
import { sampleVector } from './sample-vector.ts'

const openBlocks = (bytes: number) => createCodeBlocks(bytes, openScalarScan())

/** Hamming distances, quantised queries and what they select, rankings with ties, and images of an index. */
export function createSearchVectors(): object {
  return {
    description:
      'Search over sign codes, all hex: `codes` and Hamming queries as they are, float queries as little-endian f32, tables as their entries. {"$repeat": hex, "times": n} stands for n repetitions. Sums and distances are exact integers; `step`, `offset`, `dots` and scores are exact doubles. Every refused image names the field that betrays it; its error is INDEX_CORRUPT.',
    hamming: hammingCases(),
    quantised: quantisedCases(),
    indexes: [
      describeIndex('centred, with ties', tiedIndex(0.25)),
      describeIndex('empty', empty()),
    ],
    refused: refusedImages(),
  }
}

function hammingCases(): object[] {
  const kernel = createHammingKernel(openScalarHamming)
  const random = createSeededRandom('vectors/search/hamming')
  return [8, 16, 48, 136].map((bytes) => {
    const codes = [...randomCodes(random.bytes(3 * bytes), bytes), new Uint8Array(bytes).fill(255)]
    const query = random.bytes(bytes)
    const packed = Uint8Array.from(codes.flatMap((code) => [...code]))
    return {
      codes: codes.map((code) => bytesToHex(code)),
      query: bytesToHex(query),
      distances: [...kernel.distances(packed, codes.length, bytes, query)],
    }
  })
}

function quantisedCases(): object[] {
  const random = createSeededRandom('vectors/search/quantised')
  const small = Float32Array.from(sampleVector(11).subarray(0, 64))
  const steep = small.map((value, i) => (i === 9 ? 1000 : value))
  return [
    quantised('64 random values', small, random.bytes(24)),
    quantised('one value above all', steep, random.bytes(24)),
    quantised('zeros', new Float32Array(64), random.bytes(8)),
    quantised('negative zeros', new Float32Array(64).fill(-0), random.bytes(8)),
    quantised('denormals', new Float32Array(64).fill(1e-45), random.bytes(8)),
    quantised('384 random values', sampleVector(12), random.bytes(96)),
    quantised(
      'saturated: a sum above 65,535',
      new Float32Array(4096).fill(1),
      new Uint8Array(512).fill(255),
    ),
  ]
}

function quantised(name: string, query: Float32Array, packed: Uint8Array): object {
  const bytes = query.length / 8
  const codes = randomCodes(packed, bytes)
  const { entries, step, offset } = quantiseQuery(query)
  const blocks = openBlocks(bytes)
  blocks.reserve(codes.length)
  for (const [row, code] of codes.entries()) blocks.write(row, code)
  const sums: number[] = []
  blocks.sumEntries(codes.length, [entries], (_, __, some) => sums.push(...some))
  const dot = createExactDot(query)
  return {
    name,
    query: shorten(floatsToHex(query), 8),
    entries: shorten(bytesToHex(entries), 32),
    step,
    offset,
    codes: codes.map((code) => shorten(bytesToHex(code), 2)),
    sums,
    dots: codes.map((code) => dot(code)),
  }
}

/** Ten codes of which four are equal, added in no order, one deleted. */
function tiedIndex(meanSquare: number): CodeIndex {
  const random = createSeededRandom('vectors/search/index')
  const index = createCodeIndex({ bits: 64, meanSquare }, openBlocks)
  const equal = random.bytes(8)
  for (const id of [9, 4, 4_294_967_295, 0]) index.add(id, equal, 0.75)
  for (const id of [7, 3, 12, 5, 1]) index.add(id, random.bytes(8), (id + 1) / 16)
  index.add(2, equal)
  index.delete(3)
  return index
}

function empty(): CodeIndex {
  return createCodeIndex({ bits: 128 }, openBlocks)
}

function describeIndex(name: string, index: CodeIndex): object {
  const code = createSeededRandom('vectors/search/query').bytes(index.bits / 8)
  const floats = sampleVector(13).subarray(0, index.bits)
  return {
    name,
    bits: index.bits,
    meanSquare: index.meanSquare,
    size: index.size(),
    image: bytesToHex(index.save()),
    query: bytesToHex(code),
    hamming: index.searchHamming(code, 20),
    floatQuery: floatsToHex(floats),
    asymmetric: index.searchAsymmetric(floats, 20),
    firstTwo: index.searchAsymmetric(floats, 2, { candidates: 1 }).map(({ id }) => id),
  }
}

function refusedImages(): object[] {
  const index = createCodeIndex({ bits: 64 }, openBlocks)
  index.add(7, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 0.5)
  index.add(3, Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1))
  const image = index.save()
  const altered = image.slice()
  altered[50]! ^= 1
  const show = (name: string, field: string, bytes: Uint8Array) => ({
    name,
    field,
    image: bytesToHex(bytes),
  })
  const forge = (name: string, field: string, at: number, hex: string) =>
    show(name, field, forgeImage(image, at, hex))
  return [
    show('nothing', 'size', new Uint8Array(0)),
    show('one byte short', 'size', image.subarray(0, -1)),
    show('one byte long', 'size', Uint8Array.from([...image, 0])),
    show('one bit flipped', 'checksum', altered),
    forge('another magic', 'magic', 0, '00'),
    forge('version 2', 'version', 8, '02000000'),
    forge('63 bits', 'bits', 12, '3f000000'),
    forge('four billion codes', 'size', 16, 'ffffffff'),
    forge('mean square −0', 'meanSquare', 20, '0000000000000080'),
    forge('mean square NaN', 'meanSquare', 20, '000000000000f87f'),
    forge('ids that fall', 'id', 28, '08000000'),
    forge('an id twice', 'id', 28, '07000000'),
    forge('norm −0', 'norm', 36, '00000080'),
    forge('norm −1', 'norm', 36, '000080bf'),
    forge('norm infinite', 'norm', 40, '0000807f'),
  ]
}

/** Writes bytes into an image and makes its checksum right again. */
function forgeImage(image: Uint8Array, at: number, hex: string): Uint8Array {
  const forged = image.slice()
  forged.set(hexToBytes(hex), at)
  const end = forged.length - 32
  forged.set(sha256(forged.subarray(0, end)), end)
  return forged
}

function randomCodes(packed: Uint8Array, bytes: number): Uint8Array[] {
  return Array.from({ length: packed.length / bytes }, (_, row) =>
    packed.slice(row * bytes, (row + 1) * bytes),
  )
}

/** Little-endian f32, whatever the machine. */
function floatsToHex(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(4 * values.length))
  for (const [i, value] of values.entries()) view.setFloat32(4 * i, value, true)
  return bytesToHex(new Uint8Array(view.buffer))
}

/** Hex that repeats its first `unit` characters, in short. */
function shorten(hex: string, unit: number): string | { $repeat: string; times: number } {
  const first = hex.slice(0, unit)
  const times = hex.length / unit
  return times > 1 && first.repeat(times) === hex ? { $repeat: first, times } : hex
}
