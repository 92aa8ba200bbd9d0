import { expect, test } from 'vitest'
import { percentOf, readLcov } from './read-lcov.ts'

const LCOV = `TN:
SF:contracts/src/A.sol
DA:10,3
DA:11,0
FN:9,A.f
FNDA:3,A.f
FN:20,A.g
FNDA:0,A.g
BRDA:10,0,0,2
BRDA:10,0,1,-
FNF:2
end_of_record
TN:
SF:contracts/test/A.t.sol
DA:1,0
end_of_record
`

test('counts what lies below the folder, and names what was missed', () => {
  expect(readLcov(LCOV, 'contracts/src/')).toEqual({
    line: { hit: 1, found: 2 },
    function: { hit: 1, found: 2 },
    branch: { hit: 1, found: 2 },
    missed: [
      { file: 'contracts/src/A.sol', line: 11, what: 'line' },
      { file: 'contracts/src/A.sol', line: 20, what: 'function' },
      { file: 'contracts/src/A.sol', line: 10, what: 'branch' },
    ],
  })
})

test('a part of nothing is no number', () => {
  expect(percentOf({ hit: 1, found: 4 })).toBe(25)
  expect(() => percentOf(readLcov('', 'contracts/src/').line)).toThrow(RangeError)
})
