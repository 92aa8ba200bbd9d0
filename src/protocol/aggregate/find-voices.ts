/**
 * The indices of the codes that have a voice of their own. In the order given, a code joins the first voice from which it
 * differs in less than half of the typical distance, or not at all; otherwise it becomes a voice itself. Copies of one
 * code, and codes hardly changed to look different, thus speak once, however many send them.
 *
 * Typical is the lower quartile of the distances of all pairs. Where fewer than half of the codes are lies, more than a
 * quarter of the pairs are honest ones, so it is at most the greatest honest distance: no lie makes honest codes look like
 * copies of each other. A median of the distances would: half of all pairs may have a lie in them.
 *
 * @param distances between all pairs, row by row, symmetric
 */
export function findVoices(distances: Uint32Array, count: number): number[] {
  const pairs = new Uint32Array((count * (count - 1)) / 2)
  let pair = 0
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) pairs[pair++] = distances[i * count + j]!
  }
  const typical = pairs.sort()[pairs.length >> 2] ?? 0
  const voices: number[] = []
  for (let code = 0; code < count; code++) {
    const row = code * count
    const isCopy = voices.some((voice) => {
      const distance = distances[row + voice]!
      return distance === 0 || 2 * distance < typical
    })
    if (!isCopy) voices.push(code)
  }
  return voices
}
