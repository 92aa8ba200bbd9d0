import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nextState, searchTrellis, STATES } from '../src/protocol/codecs/search-trellis.ts'
import { createSeededRandom } from '../src/protocol/statistics/create-seeded-random.ts'

/** Values that the table is trained on, and rounds of training. */
const SAMPLES = 1 << 17
const ROUNDS = 60

/** Columns of a formatted line. */
const WIDTH = 100

/** Table entries are whole multiples of 1 / UNIT. */
const UNIT = 4096

/**
 * Trains the table of the trellis codec by Lloyd's algorithm: code normal samples with the table, replace each entry by
 * the mean of the samples that it stood for, repeat. Entry 255 − s is minus entry s. The samples are sums of uniform
 * numbers, so that additions, multiplications and one root make the same table on every machine.
 *
 * @returns the entries of states 0 … 127 in units of 1 / 4096
 */
export function trainTcqTable(): Int16Array {
  const random = createSeededRandom('tcq1/table')
  const normal = () => {
    let sum = 0
    for (let i = 0; i < 48; i++) sum += random.next() - 0.5
    return sum / 2
  }
  const half = Float64Array.from({ length: STATES / 2 }, normal)
  const samples = Float64Array.from({ length: SAMPLES }, normal)
  for (let round = 0; round < ROUNDS; round++) {
    const bits = searchTrellis(samples, mirror(half))
    const sums = new Float64Array(STATES / 2)
    const counts = new Float64Array(STATES / 2)
    let state = 0
    for (let i = 0; i < SAMPLES; i++) {
      state = nextState(state, (bits[i >> 3]! >> (i & 7)) & 1)
      const mirrored = state >= STATES / 2
      const entry = mirrored ? STATES - 1 - state : state
      sums[entry]! += mirrored ? -samples[i]! : samples[i]!
      counts[entry]!++
    }
    for (const [entry, count] of counts.entries()) {
      if (count > 0) half[entry] = sums[entry]! / count
    }
  }
  return Int16Array.from(half, (value) => Math.round(value * UNIT))
}

function mirror(half: Float64Array): Float64Array {
  return Float64Array.from({ length: STATES }, (_, state) =>
    state < STATES / 2 ? half[state]! : -half[STATES - 1 - state]!,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('../src/protocol/codecs/tcq-table.ts', import.meta.url)
  writeFileSync(target, renderTcqTable(trainTcqTable()))
}

/** The table as the module that the codec imports, as the formatter would have it. */
export function renderTcqTable(half: Int16Array): string {
  const lines = ['']
  for (const entry of half) {
    const last = lines.at(-1) ?? ''
    if (last.length + ` ${entry},`.length > WIDTH - 1) lines.push(` ${entry},`)
    else lines[lines.length - 1] = `${last} ${entry},`
  }
  return `// Made by scripts/train-tcq-table.ts. Do not edit: the table is part of the wire format.

/** Entries of states 0 … 127 of the trellis codec, in units of 1 / 4096; entry 255 − s is minus entry s. */
const HALF = [
${lines.map((line) => ` ${line}`).join('\n')}
]

/** The value of each state of the trellis codec, for values of mean square 1. */
export const TCQ_TABLE: Float64Array = Float64Array.from({ length: 256 }, (_, state) =>
  state < 128 ? HALF[state]! / 4096 : -HALF[255 - state]! / 4096,
)
`
}
