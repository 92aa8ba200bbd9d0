import { describe, expect, test } from 'vitest'
import { type AddressBook, formatAddressBook, parseAddressBook } from './address-book.ts'
import { deriveDevAccount } from './derive-dev-account.ts'

const address = (name: string) => deriveDevAccount(new Uint8Array([1]), name).address
const book: AddressBook = {
  chainId: 8453,
  contracts: {
    token: address('token'),
    governanceToken: address('governanceToken'),
    locks: address('locks'),
    bonds: address('bonds'),
    voterBonds: address('voterBonds'),
    jurors: address('jurors'),
    schemas: address('schemas'),
    judge: address('judge'),
    court: address('court'),
    oracle: address('oracle'),
    registry: address('registry'),
    wiring: address('wiring'),
    authority: address('authority'),
  },
}

describe('the address book', () => {
  test('is read as it was written, whatever the order of its fields', () => {
    expect(parseAddressBook(formatAddressBook(book))).toEqual(book)
    const { contracts } = book
    const reversed = Object.fromEntries(Object.entries(contracts).toReversed())
    const text = JSON.stringify({ contracts: reversed, chainId: 8453, v: 1 })
    expect(parseAddressBook(text)).toEqual(book)
    expect(formatAddressBook(parseAddressBook(text))).toBe(formatAddressBook(book))
  })

  test('names who governs, where somebody does', () => {
    const governance = {
      timelock: address('timelock'),
      governor: address('governor'),
      facade: address('facade'),
      distributor: address('distributor'),
      splitter: address('splitter'),
    }
    const governed: AddressBook = { ...book, governance }
    expect(parseAddressBook(formatAddressBook(governed))).toEqual(governed)
    const half = formatAddressBook(governed).replace('"governor"', '"governour"')
    expect(() => parseAddressBook(half)).toThrowDso('FORMAT_INVALID')
    expect(parseAddressBook(formatAddressBook(book))).not.toHaveProperty('governance')
  })

  test.each([
    ['no JSON', '{'],
    ['no object', '7'],
    ['another version', JSON.stringify({ ...book, v: 2 })],
    ['no chain', JSON.stringify({ ...book, v: 1, chainId: 0 })],
    ['no contracts', JSON.stringify({ v: 1, chainId: 1 })],
    ['a contract that is missing', formatAddressBook(book).replace('"oracle"', '"orakel"')],
    ['what is no address', formatAddressBook(book).replace(book.contracts.court, '0x12')],
  ])('with %s is refused', (_, text) => {
    expect(() => parseAddressBook(text)).toThrowDso('FORMAT_INVALID')
  })
})
