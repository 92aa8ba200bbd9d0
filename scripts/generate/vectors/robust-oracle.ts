/** Codes with weights, as {@link aggregateByTheBook} takes them. */
export interface WeightedCode {
  code: Uint8Array
  weight: number
}

/**
 * The robust aggregate as docs/spec/aggregation.md §5 has it, with plain lists and nothing else: what the fast code must
 * equal, and what its vectors are made of.
 */
export function aggregateByTheBook(given: readonly WeightedCode[]): {
  counts: number[]
  whole: number
  voices: number[]
} {
  const inputs = given
    .map(({ code, weight }, index) => ({ bits: bitsOf(code), code, weight, index }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || Buffer.compare(a.code, b.code))
  const all = inputs
    .flatMap((a, i) => inputs.slice(0, i).map((b) => differences(a.bits, b.bits)))
    .toSorted((a, b) => a - b)
  const typical = all[Math.floor(all.length / 4)] ?? 0
  const voices: typeof inputs = []
  for (const input of inputs) {
    const copied = voices.some((voice) => {
      const distance = differences(voice.bits, input.bits)
      return distance === 0 || distance < typical / 2
    })
    if (!copied) voices.push(input)
  }
  const total = voices.reduce((sum, { weight }) => sum + weight, 0)
  const trimmed = Math.floor((49 * total) / 100)
  const kept = total - trimmed
  const mixtures = voices.map((voice) => {
    const nearest = voices
      .map((other, place) => ({ other, place, distance: differences(voice.bits, other.bits) }))
      .toSorted((a, b) => a.distance - b.distance || a.place - b.place)
    const mixture = voice.bits.map(() => 0)
    let room = kept
    for (const { other } of nearest) {
      const taken = Math.min(room, other.weight)
      room -= taken
      for (const [i, bit] of other.bits.entries()) mixture[i]! += taken * bit
    }
    return mixture
  })
  const counts = voices[0]!.bits.map((_, i) => {
    // Every unit of weight on its own, sorted.
    const units = voices.flatMap(({ weight }, v) =>
      Array.from({ length: weight }, () => mixtures[v]![i]!),
    )
    const middle = units.toSorted((a, b) => a - b).slice(trimmed, total - trimmed)
    return middle.reduce((sum, count) => sum + count, 0)
  })
  return {
    counts,
    whole: (total - 2 * trimmed) * kept,
    voices: voices.map(({ index }) => index).toSorted((a, b) => a - b),
  }
}

function bitsOf(code: Uint8Array): number[] {
  return [...code].flatMap((byte) => Array.from({ length: 8 }, (_, j) => (byte >> j) & 1))
}

function differences(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, bit, i) => sum + Number(bit !== b[i]), 0)
}
