import { describe, expect, test } from 'vitest'
import { readProofs } from './prove-libraries.ts'

const answer = (
  errorCode: string,
  message: string,
  file = 'contracts/proofs/LibraryProofs.sol',
) => {
  return {
    severity: 'info',
    errorCode,
    message,
    formattedMessage: message,
    sourceLocation: { file, start: 40 },
  }
}

describe('readProofs', () => {
  test('counts what was proved and names every other answer with its line', () => {
    const found = readProofs([
      answer('2961', 'BMC: Assertion violation check is safe!'),
      answer('2961', 'BMC: Division by zero check is safe!'),
      answer('4661', 'BMC: Assertion violation happens here.\nCounterexample:'),
      answer(
        '7812',
        'BMC: Assertion violation might happen here.',
        '@openzeppelin/contracts/Some.sol',
      ),
    ])
    expect(found).toEqual({
      proved: 2,
      unproved: [
        'contracts/proofs/LibraryProofs.sol:2 BMC: Assertion violation happens here.',
        '@openzeppelin/contracts/Some.sol BMC: Assertion violation might happen here.',
      ],
    })
  })

  test('warnings of the compiler are no answers', () => {
    const warning = answer(
      '2394',
      'Transient storage can break the composability of smart contracts.',
    )
    expect(readProofs([warning])).toEqual({ proved: 0, unproved: [] })
  })

  test('claims that do not compile are a fault', () => {
    const error = {
      severity: 'error',
      message: 'no such member',
      formattedMessage: 'no such member',
    }
    expect(() => readProofs([error])).toThrow('no such member')
  })
})
