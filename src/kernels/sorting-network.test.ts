import { describe, expect, test } from 'vitest'
import { createSelectionNetwork } from './sorting-network.ts'

/** Sends inputs of zeros and ones through a network, 32 of them at a time: bit b of word i is input b's value i. */
function runOnBits(network: Uint32Array, words: Uint32Array): void {
  for (let i = 0; i < network.length; i += 2) {
    const low = words[network[i]!]!
    const high = words[network[i + 1]!]!
    words[network[i]!] = low & high
    words[network[i + 1]!] = low | high
  }
}

/** Whether the network delivers these ranks for every input of zeros and ones, and so (0–1 principle) for every input. */
function selectsAlways(count: number, from: number, to: number, network: Uint32Array): boolean {
  for (let first = 0; first < 2 ** count; first += 32) {
    const words = Uint32Array.from({ length: count }, (_, i) => {
      let word = 0
      for (let b = 0; b < 32; b++) word |= (((first + b) >> i) & 1) << b
      return word
    })
    const expected = Uint32Array.from({ length: count }, (_, rank) => {
      let word = 0
      for (let b = 0; b < 32; b++) {
        let ones = 0
        for (let rest = (first + b) % 2 ** count; rest > 0; rest >>= 1) ones += rest & 1
        word |= (rank >= count - ones ? 1 : 0) << b
      }
      return word
    })
    runOnBits(network, words)
    for (let rank = from; rank <= to; rank++) if (words[rank] !== expected[rank]) return false
  }
  return true
}

const counts = Array.from({ length: 16 }, (_, i) => i + 1)

describe('createSelectionNetwork', () => {
  test.each(counts)('selects the middle of %i inputs, whatever they are', (count) => {
    const from = (count - 1) >> 1
    const to = count >> 1
    expect(selectsAlways(count, from, to, createSelectionNetwork(count, { from, to }))).toBe(true)
  })

  test.each([2, 5, 8, 11])('delivers every range of ranks of %i inputs', (count) => {
    for (let from = 0; from < count; from++) {
      for (let to = from; to < count; to++) {
        const network = createSelectionNetwork(count, { from, to })
        expect(selectsAlways(count, from, to, network), `${from}…${to}`).toBe(true)
      }
    }
  })

  test('a network without one of its comparators fails', () => {
    const network = createSelectionNetwork(9, { from: 4, to: 4 })
    for (let i = 0; i < network.length; i += 2) {
      const damaged = Uint32Array.from([...network.slice(0, i), ...network.slice(i + 2)])
      expect(selectsAlways(9, 4, 4, damaged)).toBe(false)
    }
  })

  test('has the known size for 100 inputs, and less when only the middle is asked for', () => {
    expect(createSelectionNetwork(100, { from: 0, to: 99 }).length / 2).toBe(1077)
    expect(createSelectionNetwork(100, { from: 49, to: 50 }).length / 2).toBe(889)
  })

  test('one input needs none', () => {
    expect(createSelectionNetwork(1, { from: 0, to: 0 })).toHaveLength(0)
  })
})
