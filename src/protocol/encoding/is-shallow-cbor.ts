const LIST = 4
const MAP = 5
const TAG = 6
const SIMPLE = 7

/**
 * Whether the bytes are one complete CBOR item of definite lengths, without floats, whose lists and maps nest at most
 * `maxDepth` deep. Walks the heads with a list of at most `maxDepth` counters and builds nothing, so that a few
 * kilobytes of opening brackets cannot exhaust the stack of the decoder behind it.
 */
export function isShallowCbor(bytes: Uint8Array, maxDepth: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Items still to come in each open list or map, outermost first; the whole is one item.
  const open = [1]
  let at = 0
  let tagged = false
  while (open.length > 0) {
    const head = readHead(view, at)
    if (head === undefined) return false
    at = head.end
    if (head.major === SIMPLE) {
      // false, true and null only: every other simple value, floats and the break code are out.
      if (head.value < 20 || head.value > 22 || head.long) return false
    }
    // A tag on a tag never occurs, and a long chain of them would be read by recursion.
    if (head.major === TAG && tagged) return false
    tagged = head.major === TAG
    if (tagged) continue
    open[open.length - 1]! -= 1
    if (head.major === 2 || head.major === 3) at += head.value
    if (head.major === LIST || head.major === MAP) {
      if (open.length > maxDepth) return false
      open.push(head.major === MAP ? 2 * head.value : head.value)
    }
    while (open.at(-1) === 0) open.pop()
  }
  return at === bytes.length
}

/** Reads the type and the number in front of an item; undefined at the end, for indefinite and reserved lengths. */
function readHead(view: DataView, at: number) {
  if (at >= view.byteLength) return undefined
  const first = view.getUint8(at)
  const major = first >> 5
  const info = first & 31
  if (info < 24) return { major, value: info, long: false, end: at + 1 }
  const width = info > 27 ? 0 : 1 << (info - 24)
  const end = at + 1 + width
  if (width === 0 || end > view.byteLength) return undefined
  // Eight bytes lose precision here, but a length that large runs past the end anyway.
  const value =
    width === 1
      ? view.getUint8(at + 1)
      : width === 2
        ? view.getUint16(at + 1)
        : width === 4
          ? view.getUint32(at + 1)
          : Number(view.getBigUint64(at + 1))
  return { major, value, long: true, end }
}
