import { describe, expect, test } from 'vitest'
import { applyMutant, listMutants, sampleMutants } from './list-mutants.ts'
import { OPERATORS } from './mutation-operators.ts'
import { analyseSources } from './solidity-ast.ts'

/** Mutants of a function's body, by what a line becomes. */
function mutantsOf(body: string, members = ''): { operator: string; after: string }[] {
  const text = [
    '// SPDX-License-Identifier: Apache-2.0',
    'pragma solidity 0.8.37;',
    '// Bytes are counted, not characters: ≥ · σ',
    'contract C {',
    members,
    'error Refused(uint256 value);',
    'event Done(uint256 value);',
    'struct Case { address challenger; uint256 bond; address accused; }',
    'mapping(uint256 id => Case) cases; uint256 sum; address owner;',
    'modifier onlyOwner() { _; }',
    'function _check(uint256 a) internal {}',
    'function pay(address to, uint256 a, uint256 b) internal {}',
    body,
    '}',
  ].join('\n')
  const sources = analyseSources(new Map([['C.sol', text]]))
  return listMutants(sources).map((mutant) => {
    const line = applyMutant(sources[0]?.bytes ?? Buffer.of(), mutant).split('\n')[mutant.line - 1]
    return { operator: mutant.operator, after: line ?? '' }
  })
}

function all(operator: string, body: string): string[] {
  return mutantsOf(body)
    .filter((mutant) => mutant.operator === operator)
    .map(({ after }) => after)
    .toSorted()
}

describe('listMutants', () => {
  test('moves a bound by one, and turns it round', () => {
    expect(
      all('comparison', 'function f(uint256 a) external pure returns (bool) { return a < 7; }'),
    ).toEqual([
      'function f(uint256 a) external pure returns (bool) { return a <= 7; }',
      'function f(uint256 a) external pure returns (bool) { return a >= 7; }',
    ])
  })

  test('changes sums, also in assignments', () => {
    expect(all('arithmetic', 'function f(uint256 a) external { sum += a; }')).toEqual([
      'function f(uint256 a) external { sum -= a; }',
    ])
  })

  test('changes constants by one and to nothing', () => {
    expect(all('constant', 'function f() external { sum = 7 days; }')).toEqual([
      'function f() external { sum = (7 days + 1); }',
      'function f() external { sum = 0; }',
    ])
  })

  test('deletes refusals in all their forms', () => {
    expect(
      all('deleted-check', 'function f(uint256 a) external { if (a > sum) revert Refused(a); }'),
    ).toEqual(['function f(uint256 a) external { if (false) revert Refused(a); }'])
    expect(all('deleted-check', 'function f(uint256 a) external { _check(a); }')).toEqual([
      'function f(uint256 a) external { true; }',
    ])
    expect(all('deleted-check', 'function f() external onlyOwner { }')).toEqual([
      'function f() external  { }',
    ])
  })

  test('removes effects', () => {
    expect(
      all('removed-effect', 'function f(uint256 a) external { sum = a; delete cases[a]; }'),
    ).toEqual([
      'function f(uint256 a) external { sum = a; true; }',
      'function f(uint256 a) external { true; delete cases[a]; }',
    ])
  })

  test('swaps arguments of one type', () => {
    expect(
      all('swapped-arguments', 'function f(uint256 a, uint256 b) external { pay(owner, a, b); }'),
    ).toEqual(['function f(uint256 a, uint256 b) external { pay(owner, b, a); }'])
  })

  test('names somebody else', () => {
    expect(all('swapped-address', 'function f() external { pay(msg.sender, sum, sum); }')).toEqual([
      'function f() external { pay(address(this), sum, sum); }',
    ])
    expect(
      all('swapped-address', 'function f(uint256 a) external { pay(cases[a].accused, a, a); }'),
    ).toEqual(['function f(uint256 a) external { pay(cases[a].challenger, a, a); }'])
  })

  test('leaves alone what errors and events carry', () => {
    expect(mutantsOf('function f(uint256 a) external { emit Done(a + 7); }')).toEqual([])
    expect(mutantsOf('function f(uint256 a) external { revert Refused(a + 7); }')).toEqual([])
  })

  test('a sample is the same whatever stands before it', () => {
    const body = 'function f(uint256 a) external { if (a > sum) revert Refused(a); sum = a * 3; }'
    const idsOf = (members: string) => {
      const before = `pragma solidity 0.8.37; contract C { ${members}`
      const after = `error Refused(uint256 value); uint256 sum;\n${body} }`
      return listMutants(analyseSources(new Map([['C.sol', `${before}\n${after}`]]))).map(
        ({ id }) => id,
      )
    }
    expect(idsOf('').length).toBeGreaterThan(4)
    expect(idsOf('uint256 unused;')).toEqual(idsOf(''))
  })

  test('every id is there once', () => {
    const source = analyseSources(
      new Map([
        [
          'C.sol',
          'pragma solidity 0.8.37; contract C { function f(uint256 a) external pure returns (uint256) {\nreturn a + a + a;\n} }',
        ],
      ]),
    )
    const ids = listMutants(source).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(1)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('a sample takes the wanted operators only', () => {
  const source = analyseSources(
    new Map([['C.sol', 'pragma solidity 0.8.37; contract C { uint256 a = 1 + 2; }']]),
  )
  const mutants = listMutants(source)
  expect(sampleMutants(mutants, { count: 100, operators: OPERATORS })).toEqual(mutants)
  const constants = sampleMutants(mutants, { count: 2, operators: ['constant'] })
  expect(constants.map(({ operator }) => operator)).toEqual(['constant', 'constant'])
})
