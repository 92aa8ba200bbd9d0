import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { DsoError } from '../errors.ts'
import { MAX_CODE_BITS } from './check-index-input.ts'

/** First bytes of every image. */
const MAGIC = utf8ToBytes('DSOINDEX')

const VERSION = 1

/** Magic, version, bits, count (u32 each), mean square (f64). */
const HEADER_BYTES = 28

const CHECKSUM_BYTES = 32

/** What an image holds. */
export interface IndexImage {
  bits: number
  meanSquare: number
  /** In any order when encoded, by id when decoded. */
  entries: readonly IndexEntry[]
}

/** One code of an image. */
export interface IndexEntry {
  id: number
  norm: number
  readCode: () => Uint8Array
}

/** Writes an image. Entries are sorted by id, so that the bytes depend on the contents alone. */
export function encodeIndexImage({ bits, meanSquare, entries }: IndexImage): Uint8Array {
  const codeBytes = bits / 8
  const count = entries.length
  const image = new Uint8Array(sizeOf(bits, count))
  const view = new DataView(image.buffer)
  image.set(MAGIC)
  view.setUint32(8, VERSION, true)
  view.setUint32(12, bits, true)
  view.setUint32(16, count, true)
  view.setFloat64(20, meanSquare + 0, true)
  const sorted = entries.toSorted((a, b) => a.id - b.id)
  for (const [i, { id, norm, readCode }] of sorted.entries()) {
    view.setUint32(HEADER_BYTES + 4 * i, id, true)
    view.setFloat32(HEADER_BYTES + 4 * (count + i), norm, true)
    image.set(readCode(), HEADER_BYTES + 8 * count + codeBytes * i)
  }
  const end = image.length - CHECKSUM_BYTES
  image.set(sha256(image.subarray(0, end)), end)
  return image
}

/**
 * Reads an image; the codes of the result are views on it. The size is compared with what the header promises before
 * anything else is read, then the checksum, then every field: only images that {@link encodeIndexImage} writes pass.
 *
 * @throws DsoError `INDEX_CORRUPT`, naming the `field`
 */
export function decodeIndexImage(image: Uint8Array): IndexImage {
  require(image.length >= HEADER_BYTES + CHECKSUM_BYTES, 'size', image.length)
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength)
  require(MAGIC.every((byte, i) => image[i] === byte), 'magic')
  const version = view.getUint32(8, true)
  require(version === VERSION, 'version', version)
  const bits = view.getUint32(12, true)
  require(bits > 0 && bits <= MAX_CODE_BITS && bits % 64 === 0, 'bits', bits)
  const count = view.getUint32(16, true)
  require(image.length === sizeOf(bits, count), 'size', image.length)
  const end = image.length - CHECKSUM_BYTES
  const checksum = sha256(image.subarray(0, end))
  require(checksum.every((byte, i) => image[end + i] === byte), 'checksum')
  const meanSquare = view.getFloat64(20, true)
  require(isMagnitude(meanSquare), 'meanSquare', meanSquare)
  return { bits, meanSquare, entries: readEntries(image, view, bits / 8, count) }
}

function readEntries(
  image: Uint8Array,
  view: DataView,
  codeBytes: number,
  count: number,
): IndexEntry[] {
  let previous = -1
  return Array.from({ length: count }, (_, i) => {
    const id = view.getUint32(HEADER_BYTES + 4 * i, true)
    require(id > previous, 'id', id)
    previous = id
    const norm = view.getFloat32(HEADER_BYTES + 4 * (count + i), true)
    require(isMagnitude(norm), 'norm', norm)
    const at = HEADER_BYTES + 8 * count + codeBytes * i
    return { id, norm, readCode: () => image.subarray(at, at + codeBytes) }
  })
}

function sizeOf(bits: number, count: number): number {
  return HEADER_BYTES + count * (8 + bits / 8) + CHECKSUM_BYTES
}

/** Finite, not negative, and not −0, which would be a second spelling of 0. */
function isMagnitude(value: number): boolean {
  return value >= 0 && value < Number.POSITIVE_INFINITY && !Object.is(value, -0)
}

function require(holds: boolean, field: string, value?: number): void {
  if (!holds) {
    throw new DsoError('INDEX_CORRUPT', {
      details: value === undefined ? { field } : { field, value },
    })
  }
}
