import { encodeAbiParameters, encodeEventTopics, parseAbi } from 'viem'
import { describe, expect, test } from 'vitest'
import { compareGas, describeGas, formatSnapshot, GAS_GOALS, readGasLines } from './gas-lines.ts'

const abi = parseAbi(['event GasLine(string name, uint256 gas)', 'event Other(uint256 gas)'])

function logOf(name: string, gas: bigint) {
  return {
    topics: encodeEventTopics({ abi, eventName: 'GasLine' }) as `0x${string}`[],
    data: encodeAbiParameters([{ type: 'string' }, { type: 'uint256' }], [name, gas]),
  }
}

const other = {
  topics: encodeEventTopics({ abi, eventName: 'Other' }) as `0x${string}`[],
  data: encodeAbiParameters([{ type: 'uint256' }], [7n]),
}

describe('readGasLines', () => {
  test('reads the lines in order and passes other events over', () => {
    expect(readGasLines([logOf('submit', 90n), other, logOf('commit', 50n)])).toEqual([
      { name: 'commit', gas: 50 },
      { name: 'submit', gas: 90 },
    ])
  })

  test('a line that is measured twice is a mistake', () => {
    expect(() => readGasLines([logOf('submit', 90n), logOf('submit', 91n)])).toThrow(RangeError)
  })
})

describe('compareGas', () => {
  const snapshot = { submit: 1000, commit: 500 }

  test.each([[1020], [1000], [10]])('%d after 1000 is fine', (gas) => {
    expect(
      compareGas(
        [
          { name: 'submit', gas },
          { name: 'commit', gas: 500 },
        ],
        snapshot,
      ),
    ).toEqual([])
  })

  test('more than two percent more is named', () => {
    const lines = [
      { name: 'submit', gas: 1021 },
      { name: 'commit', gas: 500 },
    ]
    expect(compareGas(lines, snapshot)).toEqual(['submit costs 1021, 2.1 % more than 1000'])
  })

  test('what is gone and what is new is named', () => {
    const lines = [
      { name: 'submit', gas: 1000 },
      { name: 'tally', gas: 1 },
    ]
    expect(compareGas(lines, snapshot)).toEqual([
      'commit is in the snapshot and was not measured',
      'tally is not in the snapshot: 1',
    ])
  })
})

test('the snapshot is a map of names to gas', () => {
  expect(JSON.parse(formatSnapshot([{ name: 'submit', gas: 7 }]))).toEqual({ submit: 7 })
})

test('the table shows a line beside its goal and the victim', () => {
  const lines = [
    { name: 'submit', gas: 95_001 },
    { name: 'victim-submit', gas: 164_000 },
  ]
  const table = describeGas(lines, { submit: 95_000 })
  expect(table).toMatch(/^submit +95001 +≤ 95000 +missed +164000 +95000/m)
  expect(table).not.toMatch(/^victim/m)
})

test('no operation has two goals', () => {
  const names = GAS_GOALS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
