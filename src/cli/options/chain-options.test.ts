import { InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import { collectBallots, tokenAmount } from './ballot-options.ts'
import { chainNumber, hexBytes, needChainKey, readChainKey } from './chain-options.ts'

const KEY = `0x${'ab'.repeat(32)}`

describe('the key that signs', () => {
  test('may lack its prefix, or be missing', () => {
    expect(readChainKey({ DSO_CHAIN_KEY: KEY })).toBe(KEY)
    expect(readChainKey({ DSO_CHAIN_KEY: KEY.slice(2) })).toBe(KEY)
    expect(readChainKey({ DSO_CHAIN_KEY: '' })).toBeUndefined()
    expect(readChainKey({})).toBeUndefined()
    expect(() => needChainKey({})).toThrowDso('OPTION_INVALID')
  })

  test.each(['0x12', `${KEY}00`, 'correct horse battery staple'])(
    '%j is refused without being shown',
    (key) => {
      expect(() => readChainKey({ DSO_CHAIN_KEY: key })).toThrowDso('OPTION_INVALID')
      expect(() => readChainKey({ DSO_CHAIN_KEY: key })).not.toThrow(key)
    },
  )
})

describe('what is typed', () => {
  test('numbers begin at 1', () => {
    expect(chainNumber('17')).toBe(17n)
    for (const text of ['0', '-1', '1.5', 'x', '']) {
      expect(() => chainNumber(text)).toThrow(InvalidArgumentError)
    }
  })

  test('bytes are whole', () => {
    expect(hexBytes('0x')).toBe('0x')
    expect(hexBytes('0xAb12')).toBe('0xAb12')
    for (const text of ['0x1', 'ab', '0xzz']) {
      expect(() => hexBytes(text)).toThrow(InvalidArgumentError)
    }
  })

  test('amounts are whole tokens with decimals', () => {
    expect(tokenAmount('2.5')).toBe(25n * 10n ** 17n)
    for (const text of ['0', '-1', 'all']) {
      expect(() => tokenAmount(text)).toThrow(InvalidArgumentError)
    }
  })

  test('scores are collected, one for each entry', () => {
    expect(collectBallots('3=900', collectBallots('17=0', undefined))).toEqual([
      { id: 17n, score: 0 },
      { id: 3n, score: 900 },
    ])
    for (const text of ['3', '3=1001', '3=-1', '=5', '0=5', '3=5.5']) {
      expect(() => collectBallots(text, undefined)).toThrow(InvalidArgumentError)
    }
  })
})
