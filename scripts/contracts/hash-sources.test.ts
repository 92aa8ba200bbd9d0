import { describe, expect, test } from 'vitest'
import { hashSolidity, listSolidity, stripSolidity } from './hash-sources.ts'

describe('stripSolidity', () => {
  test('comments and white space do not count', () => {
    const text = 'uint256 a; // why\n/* and\n * how */\n  uint256  b = a / 2;\n'
    expect(stripSolidity(text)).toBe('uint256 a; uint256 b = a / 2;')
  })

  test.each([
    ['string a = "// no comment  here";'],
    [`string a = '/* nor here */';`],
    ['string a = "a \\" // b";'],
  ])('%s stays as it is', (text) => {
    expect(stripSolidity(text)).toBe(text)
  })

  test('another operator is another text', () => {
    expect(stripSolidity('a <= b')).not.toBe(stripSolidity('a < b'))
  })
})

test('the hash of the sources does not depend on the order in which they are named', () => {
  const files = listSolidity('contracts/src')
  expect(files.length).toBeGreaterThan(5)
  expect(hashSolidity(files.toReversed())).toBe(hashSolidity(files))
  expect(hashSolidity(files.slice(1))).not.toBe(hashSolidity(files))
})
