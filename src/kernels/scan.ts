import { scanWasm } from './generated/scan.ts'
import { type OpenKernel, openKernel } from './open-kernel.ts'
import { openScalarScan } from './scalar/scan.ts'

/** Codes in a block. */
const BLOCK_ROWS = 16

/** Queries that share one pass over the codes. */
const QUERIES_A_PASS = 4

/** Bytes of a query's tables for each byte of a code: 16 entries for its low four bits, then 16 for its high ones. */
const TABLE_BYTES = 32

/** Largest entry of a table: two of them fit into a byte. */
export const MAX_ENTRY = 127

/** The kernel's functions on addresses of its memory; sums are u32, query by query, 384 bytes behind them are free. */
export interface ScanFunctions {
  countBlocks(
    codes: number,
    blocks: number,
    bytes: number,
    queries: number,
    queryCount: number,
    out: number,
  ): void
  sumBlocks(
    codes: number,
    blocks: number,
    bytes: number,
    tables: number,
    queryCount: number,
    out: number,
  ): void
}

/**
 * Takes the sums of some rows for one query.
 *
 * @param sums of the rows `firstRow`, `firstRow + 1`, …; a view that is valid only during the call
 */
export type SumVisitor = (query: number, firstRow: number, sums: Uint32Array) => void

/**
 * Sign codes held in the kernel's memory, 16 to a block: byte k of the 16 codes, then byte k + 1 of all, and so on. One
 * copy serves both scans. Lengths are trusted: check them before.
 */
export interface CodeBlocks {
  /** Memory taken now, bytes. It grows by a half at least and never shrinks. */
  memoryBytes(): number
  /** Makes room for `rows` codes. @throws RangeError when the memory cannot grow so far */
  reserve(rows: number): void
  /** Puts a code into a row for which there is room. */
  write(row: number, code: Uint8Array): void
  /** A copy of the code in a row. */
  read(row: number): Uint8Array
  /** Hamming distances of each query, `bytes` long, to the first `rows` codes. */
  countDifferences(rows: number, queries: readonly Uint8Array[], visit: SumVisitor): void
  /**
   * For each query the sum of what the first `rows` codes select in its tables.
   *
   * @param tables for each query `32 · bytes` entries 0…127, see {@link TABLE_BYTES}
   */
  sumEntries(rows: number, tables: readonly Uint8Array[], visit: SumVisitor): void
}

/** Where the memory of a kernel ends: one page below 4 GiB, so that no address wraps around. */
const MEMORY_END = 2 ** 32 - 65_536

/** Bytes behind the results that the kernel works in. */
const WORK_BYTES = 384

/** Blocks a call of the kernel goes through: its results stay in the cache until they are visited. */
const CALL_BLOCKS = 128

/** Holds codes of `bytes` bytes, a positive multiple of 8. SIMD; scalar where the runtime has none. */
export function openCodeBlocks(bytes: number): CodeBlocks {
  return createCodeBlocks(bytes, openKernel<ScanFunctions>(scanWasm) ?? openScalarScan())
}

/** Holds codes in the memory of `kernel`, which nothing else may use. */
export function createCodeBlocks(bytes: number, kernel: OpenKernel<ScanFunctions>): CodeBlocks {
  const blockBytes = bytes * BLOCK_ROWS
  const outAt = QUERIES_A_PASS * bytes * TABLE_BYTES
  const codesAt = outAt + QUERIES_A_PASS * CALL_BLOCKS * BLOCK_ROWS * 4 + WORK_BYTES
  let capacity = 0
  let memory = new Uint8Array(kernel.reserve(codesAt))

  function pass(
    call: ScanFunctions['countBlocks'],
    rows: number,
    queries: readonly Uint8Array[],
    firstQuery: number,
    visit: SumVisitor,
  ): void {
    let at = 0
    for (const query of queries) {
      memory.set(query, at)
      at += query.length
    }
    const allBlocks = Math.ceil(rows / BLOCK_ROWS)
    for (let block = 0; block < allBlocks; block += CALL_BLOCKS) {
      const blocks = Math.min(CALL_BLOCKS, allBlocks - block)
      call(codesAt + block * blockBytes, blocks, bytes, 0, queries.length, outAt)
      const firstRow = block * BLOCK_ROWS
      const visited = Math.min(rows - firstRow, blocks * BLOCK_ROWS)
      for (let query = 0; query < queries.length; query++) {
        const from = outAt + query * blocks * BLOCK_ROWS * 4
        visit(firstQuery + query, firstRow, new Uint32Array(memory.buffer, from, visited))
      }
    }
  }

  function scan(
    call: ScanFunctions['countBlocks'],
    rows: number,
    queries: readonly Uint8Array[],
    visit: SumVisitor,
  ): void {
    for (let first = 0; first < queries.length; first += QUERIES_A_PASS) {
      pass(call, rows, queries.slice(first, first + QUERIES_A_PASS), first, visit)
    }
  }

  const addressOf = (row: number): number =>
    codesAt + Math.floor(row / BLOCK_ROWS) * blockBytes + (row % BLOCK_ROWS)

  return {
    memoryBytes: () => memory.byteLength,
    reserve(rows) {
      if (rows <= capacity) return
      const most = Math.floor((MEMORY_END - codesAt) / blockBytes)
      const needed = Math.ceil(rows / BLOCK_ROWS)
      if (needed > most) throw new RangeError(`${rows} codes of ${bytes} bytes exceed the memory`)
      const blocks = Math.min(most, Math.max(needed, Math.ceil((1.5 * capacity) / BLOCK_ROWS)))
      memory = new Uint8Array(kernel.reserve(codesAt + blocks * blockBytes))
      capacity = blocks * BLOCK_ROWS
    },
    write(row, code) {
      let at = addressOf(row)
      for (let i = 0; i < bytes; i++) {
        memory[at] = code[i]!
        at += BLOCK_ROWS
      }
    },
    read(row) {
      const at = addressOf(row)
      const code = new Uint8Array(bytes)
      for (let i = 0; i < bytes; i++) code[i] = memory[at + i * BLOCK_ROWS]!
      return code
    },
    countDifferences(rows, queries, visit) {
      scan(kernel.functions.countBlocks, rows, queries, visit)
    },
    sumEntries(rows, tables, visit) {
      scan(kernel.functions.sumBlocks, rows, tables, visit)
    },
  }
}
