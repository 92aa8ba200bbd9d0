import { carry, keep } from './adders/carry-save'

/** Positions after which the byte counters of the carry-save adders could overflow: 31 groups of 8, 31 · 8 ≤ 255. */
const COUNTED = 248

/** Positions after which the 16-bit sums of table entries could overflow: 240 · 2 · 127 = 60,960 ≤ 65,535. */
const SUMMED = 240

/** One position of 16 codes against the byte of the query there. */
function differ(codes: usize, query: usize): v128 {
  return v128.xor(v128.load(codes), v128.load8_splat(query))
}

/**
 * Blocks that are scanned side by side, far from each other: a processor fetches several streams ahead of their use,
 * but waits for a single one.
 */
const STREAMS: i32 = 4

/** Bytes of what {@link step} keeps of a stream: ones, twos, fours, eights, then 16-bit sums of the eights. */
const STATE: usize = 96

/**
 * Hamming distances of `queryCount` queries, `bytes` apart, to the 16 codes of each block: u32, query by query.
 * `bytes` is a multiple of 8; behind the distances lie 384 bytes to work in.
 */
export function countBlocks(
  codes: usize,
  blocks: i32,
  bytes: i32,
  queries: usize,
  queryCount: i32,
  out: usize,
): void {
  const size = (<usize>bytes) << 4
  const work = out + ((<usize>blocks * <usize>queryCount) << 6)
  const part = blocks / STREAMS
  for (let block = 0; block < part; block++) {
    for (let query = 0; query < queryCount; query++) {
      const from = queries + <usize>query * <usize>bytes
      const to = out + ((<usize>(query * blocks + block)) << 6)
      count(codes, part, STREAMS, bytes, from, to, work)
    }
    codes += size
  }
  codes += <usize>part * (STREAMS - 1) * size
  for (let block = part * STREAMS; block < blocks; block++) {
    for (let query = 0; query < queryCount; query++) {
      const from = queries + <usize>query * <usize>bytes
      count(codes, 0, 1, bytes, from, out + ((<usize>(query * blocks + block)) << 6), work)
    }
    codes += size
  }
}

/**
 * The distances of `streams` blocks, each `apart` blocks from the last. Every byte of a word belongs to one code, so
 * nothing is summed across.
 */
function count(
  codes: usize,
  apart: i32,
  streams: i32,
  bytes: i32,
  query: usize,
  out: usize,
  work: usize,
): void {
  const stride = (<usize>apart * <usize>bytes) << 4
  const workEnd = work + <usize>streams * STATE
  memory.fill(work, 0, workEnd - work)
  const end = query + <usize>bytes
  while (query < end) {
    const stop = min(end, query + COUNTED)
    for (; query < stop; query += 8) {
      let stream = codes
      for (let state = work; state < workEnd; state += STATE) {
        step(stream, query, state)
        stream += stride
      }
      codes += 128
    }
    for (let state = work; state < workEnd; state += STATE) flush(state)
  }
  for (let state = work; state < workEnd; state += STATE) {
    finish(state, out)
    out += (<usize>apart) << 6
  }
}

/** Puts eight positions of a block through the carry-save adders. */
function step(codes: usize, query: usize, state: usize): void {
  let ones = v128.load(state)
  let twos = v128.load(state, 16)
  const fours = v128.load(state, 32)
  let x = differ(codes, query)
  let y = differ(codes + 16, query + 1)
  const twosA = carry(ones, x, y)
  ones = keep(ones, x, y)
  x = differ(codes + 32, query + 2)
  y = differ(codes + 48, query + 3)
  const twosB = carry(ones, x, y)
  ones = keep(ones, x, y)
  const foursA = carry(twos, twosA, twosB)
  twos = keep(twos, twosA, twosB)
  x = differ(codes + 64, query + 4)
  y = differ(codes + 80, query + 5)
  const twosC = carry(ones, x, y)
  ones = keep(ones, x, y)
  x = differ(codes + 96, query + 6)
  y = differ(codes + 112, query + 7)
  const twosD = carry(ones, x, y)
  v128.store(state, keep(ones, x, y))
  const foursB = carry(twos, twosC, twosD)
  v128.store(state, keep(twos, twosC, twosD), 16)
  const eights = i8x16.popcnt(carry(fours, foursA, foursB))
  v128.store(state, keep(fours, foursA, foursB), 32)
  v128.store(state, i8x16.add(v128.load(state, 48), eights), 48)
}

/** Moves the byte counters into the 16-bit sums before they overflow. */
function flush(state: usize): void {
  const eights = v128.load(state, 48)
  v128.store(state, i8x16.splat(0), 48)
  v128.store(state, i16x8.add(v128.load(state, 64), i16x8.extend_low_i8x16_u(eights)), 64)
  v128.store(state, i16x8.add(v128.load(state, 80), i16x8.extend_high_i8x16_u(eights)), 80)
}

/** The 16 distances of a block: eight times the eights, and what is left in the adders. */
function finish(state: usize, out: usize): void {
  const twos = i8x16.shl(i8x16.popcnt(v128.load(state, 16)), 1)
  const fours = i8x16.shl(i8x16.popcnt(v128.load(state, 32)), 2)
  const rest = i8x16.add(i8x16.popcnt(v128.load(state)), i8x16.add(twos, fours))
  const low = v128.load(state, 64)
  const high = v128.load(state, 80)
  const restLow = i16x8.extend_low_i8x16_u(rest)
  const restHigh = i16x8.extend_high_i8x16_u(rest)
  storeEightfold(out, i32x4.extend_low_i16x8_u(low), i32x4.extend_low_i16x8_u(restLow))
  storeEightfold(out + 16, i32x4.extend_high_i16x8_u(low), i32x4.extend_high_i16x8_u(restLow))
  storeEightfold(out + 32, i32x4.extend_low_i16x8_u(high), i32x4.extend_low_i16x8_u(restHigh))
  storeEightfold(out + 48, i32x4.extend_high_i16x8_u(high), i32x4.extend_high_i16x8_u(restHigh))
}

function storeEightfold(out: usize, eights: v128, rest: v128): void {
  v128.store(out, i32x4.add(i32x4.shl(eights, 3), rest))
}

/**
 * Sums of table entries for `queryCount` queries and the 16 codes of each block: u32, query by query. A query has two
 * tables of 16 entries 0…127 for each byte of a code, the first for its low four bits.
 */
export function sumBlocks(
  codes: usize,
  blocks: i32,
  bytes: i32,
  tables: usize,
  queryCount: i32,
  out: usize,
): void {
  const size = (<usize>bytes) << 4
  memory.fill(out, 0, (<usize>blocks * <usize>queryCount) << 6)
  const part = blocks / STREAMS
  for (let block = 0; block < part; block++) {
    for (let query = 0; query < queryCount; query++) {
      const to = out + ((<usize>(query * blocks + block)) << 6)
      sumFourBlocks(codes, <usize>part, bytes, tables + ((<usize>query * size) << 1), to)
    }
    codes += size
  }
  codes += <usize>part * (STREAMS - 1) * size
  for (let block = part * STREAMS; block < blocks; block++) {
    for (let query = 0; query < queryCount; query++) {
      const to = out + ((<usize>(query * blocks + block)) << 6)
      sumBlock(codes, bytes, tables + ((<usize>query * size) << 1), to)
    }
    codes += size
  }
}

/** The entries that 16 codes select at one position: of the low and of the high four bits together, at most 254. */
function lookUp(codes: v128, lowTable: v128, highTable: v128): v128 {
  const mask = i8x16.splat(15)
  return i8x16.add(
    i8x16.swizzle(lowTable, v128.and(codes, mask)),
    i8x16.swizzle(highTable, v128.and(i16x8.shr_u(codes, 4), mask)),
  )
}

/** Four blocks, each `apart` blocks from the last, share the loads of the tables. */
function sumFourBlocks(codes: usize, apart: usize, bytes: i32, tables: usize, out: usize): void {
  const size = (<usize>bytes) << 4
  const second = apart * size
  const third = 2 * second
  const fourth = 3 * second
  const end = codes + size
  const step = apart << 6
  while (codes < end) {
    const stop = min(end, codes + (SUMMED << 4))
    // 16-bit lanes: `all` gathers even + 256 · odd modulo 2^16, `odd` the odd bytes alone.
    let all1 = i16x8.splat(0)
    let odd1 = i16x8.splat(0)
    let all2 = i16x8.splat(0)
    let odd2 = i16x8.splat(0)
    let all3 = i16x8.splat(0)
    let odd3 = i16x8.splat(0)
    let all4 = i16x8.splat(0)
    let odd4 = i16x8.splat(0)
    for (; codes < stop; codes += 16) {
      const lowTable = v128.load(tables)
      const highTable = v128.load(tables, 16)
      const entries1 = lookUp(v128.load(codes), lowTable, highTable)
      all1 = i16x8.add(all1, entries1)
      odd1 = i16x8.add(odd1, i16x8.shr_u(entries1, 8))
      const entries2 = lookUp(v128.load(codes + second), lowTable, highTable)
      all2 = i16x8.add(all2, entries2)
      odd2 = i16x8.add(odd2, i16x8.shr_u(entries2, 8))
      const entries3 = lookUp(v128.load(codes + third), lowTable, highTable)
      all3 = i16x8.add(all3, entries3)
      odd3 = i16x8.add(odd3, i16x8.shr_u(entries3, 8))
      const entries4 = lookUp(v128.load(codes + fourth), lowTable, highTable)
      all4 = i16x8.add(all4, entries4)
      odd4 = i16x8.add(odd4, i16x8.shr_u(entries4, 8))
      tables += 32
    }
    addSums(out, all1, odd1)
    addSums(out + step, all2, odd2)
    addSums(out + 2 * step, all3, odd3)
    addSums(out + 3 * step, all4, odd4)
  }
}

function sumBlock(codes: usize, bytes: i32, tables: usize, out: usize): void {
  const end = codes + ((<usize>bytes) << 4)
  while (codes < end) {
    const stop = min(end, codes + (SUMMED << 4))
    let all = i16x8.splat(0)
    let odd = i16x8.splat(0)
    for (; codes < stop; codes += 16) {
      const entries = lookUp(v128.load(codes), v128.load(tables), v128.load(tables, 16))
      all = i16x8.add(all, entries)
      odd = i16x8.add(odd, i16x8.shr_u(entries, 8))
      tables += 32
    }
    addSums(out, all, odd)
  }
}

/** Adds 16 sums of at most 65,535 to 16 32-bit sums. */
function addSums(out: usize, all: v128, odd: v128): void {
  const even = i16x8.sub(all, i16x8.shl(odd, 8))
  const low = v128.shuffle<i16>(even, odd, 0, 8, 1, 9, 2, 10, 3, 11)
  const high = v128.shuffle<i16>(even, odd, 4, 12, 5, 13, 6, 14, 7, 15)
  addTo(out, i32x4.extend_low_i16x8_u(low))
  addTo(out + 16, i32x4.extend_high_i16x8_u(low))
  addTo(out + 32, i32x4.extend_low_i16x8_u(high))
  addTo(out + 48, i32x4.extend_high_i16x8_u(high))
}

function addTo(out: usize, sums: v128): void {
  v128.store(out, i32x4.add(v128.load(out), sums))
}
