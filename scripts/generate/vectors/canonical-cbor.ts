import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeCanonical } from '../../../src/protocol/encoding/encode-canonical.ts'
import { sampleCids } from './sample-cids.ts'

/** Values and their only bytes, and bytes that must be refused although a lenient decoder reads them. */
export function createCanonicalCborVectors(): object {
  const cid = sampleCids(1)[0]!
  const valid: [string, unknown, unknown][] = [
    ['zero', 0, 0],
    ['23', 23, 23],
    ['24', 24, 24],
    ['minus one', -1, -1],
    ['per mille below zero', -1000, -1000],
    ['largest', 2 ** 53 - 1, 2 ** 53 - 1],
    ['smallest', 1 - 2 ** 53, 1 - 2 ** 53],
    ['null', null, null],
    ['booleans', [true, false], [true, false]],
    ['empty text', '', ''],
    ['text', 'grüß', 'grüß'],
    ['bytes', Uint8Array.of(0, 255), { $bytes: '00ff' }],
    ['cid', cid, { $cid: cid.toString() }],
    ['empty map', {}, {}],
    ['keys by length, then bytes', { b: 1, aa: 2, a: 3 }, { a: 3, b: 1, aa: 2 }],
    ['nested four deep', [[[[]]]], [[[[]]]]],
  ]
  return {
    description:
      'Canonical dag-cbor, hex. In `value`, {"$bytes": hex} is a byte string and {"$cid": text} a CID. Every refused case fails with CBOR_NOT_CANONICAL.',
    valid: valid.map(([name, value, shown]) => ({
      name,
      value: shown,
      hex: bytesToHex(encodeCanonical(value)),
    })),
    refused: [
      { name: 'nothing', hex: '' },
      { name: 'two items', hex: '0000' },
      { name: 'cut short', hex: '8201' },
      { name: 'a list longer than the bytes', hex: '9b0000000100000000' },
      { name: '0 in two bytes', hex: '1800' },
      { name: '1 in three bytes', hex: '190001' },
      { name: 'text length in two bytes', hex: '780161' },
      { name: 'indefinite list', hex: '9f01ff' },
      { name: 'indefinite text', hex: '7f6161ff' },
      { name: 'keys out of order', hex: 'a2616202616101' },
      { name: 'longer key first', hex: 'a262616101616202' },
      { name: 'key twice', hex: 'a2616101616102' },
      { name: 'integer as key', hex: 'a10101' },
      { name: 'undefined', hex: 'f7' },
      { name: 'simple value 32', hex: 'f820' },
      { name: '1.5', hex: 'fb3ff8000000000000' },
      { name: '1.0', hex: 'fb3ff0000000000000' },
      { name: 'half-precision 1.0', hex: 'f93c00' },
      { name: 'NaN', hex: 'f97e00' },
      { name: '2^53', hex: '1b0020000000000000' },
      { name: 'largest 64-bit', hex: '1bffffffffffffffff' },
      { name: 'a date tag', hex: 'c11a514b67b0' },
      { name: 'CID tag on text', hex: 'd82a6161' },
      { name: 'CID without its leading zero', hex: `d82a5824${bytesToHex(cid.bytes)}` },
      { name: 'tag on a tag', hex: `d82ad82a582500${bytesToHex(cid.bytes)}` },
      { name: 'text that is not UTF-8', hex: '61ff' },
      { name: 'a surrogate in UTF-8', hex: '63eda080' },
      { name: 'text with a byte order mark', hex: '64efbbbf61' },
      { name: 'nested five deep', hex: '8181818180' },
    ],
  }
}
