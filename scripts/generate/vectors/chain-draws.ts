import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hex } from '../../../src/protocol/ports.ts'

/** Draws that follow from a name alone. */
export interface Draws {
  /** 0 … limit − 1. */
  below(limit: number): number
  /** Of every size up to `bits` bits about equally often, now and then the largest. */
  uint(bits: number): bigint
  /** So many random bytes. */
  hex(bytes: number): Hex
  /** One of the options. */
  pick<T>(options: readonly T[]): T
  /** True once in `of` times. */
  oneIn(of: number): boolean
}

/** keccak256 of the name and a counter, as an endless source of draws. */
export function createDraws(name: string): Draws {
  let counter = 0
  const block = () => keccak_256(utf8ToBytes(`${name} ${counter++}`))
  const whole = () => BigInt(`0x${bytesToHex(block())}`)
  const below = (limit: number) => Number(whole() % BigInt(limit))
  return {
    below,
    uint: (bits) => {
      const size = below(bits + 2)
      return size > bits ? (1n << BigInt(bits)) - 1n : whole() >> BigInt(256 - size)
    },
    hex: (bytes) => `0x${bytesToHex(block().subarray(0, bytes))}`,
    pick: (options) => options[below(options.length)]!,
    oneIn: (of) => below(of) === 0,
  }
}

/** What a cell of a vector file may hold; integers beyond 2^53 become decimal text. */
export type Cell = bigint | number | boolean | string

/** Rows of equal keys as one list per key: compact, and read by one call per key. */
export function toColumns(rows: readonly Readonly<Record<string, Cell>>[]): object {
  const [first = {}] = rows
  return Object.fromEntries(
    Object.keys(first).map((name) => [name, rows.map((row) => toJson(row[name]))]),
  )
}

/** A list of cells as JSON can hold it. */
export function toList(cells: readonly Cell[]): (number | boolean | string)[] {
  return cells.map((cell) => toJson(cell))
}

function toJson(cell: Cell | undefined): number | boolean | string {
  if (cell === undefined) throw new Error('a row lacks a cell')
  return typeof cell === 'bigint' ? cell.toString() : cell
}
