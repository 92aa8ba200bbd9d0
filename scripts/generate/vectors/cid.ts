import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { computeCid } from '../../../src/protocol/encoding/compute-cid.ts'

/** Ids of known bytes, and texts that are not the one text of an id. */
export function createCidVectors(): object {
  const contents = ['', 'abc', 'record 0'].map(utf8ToBytes)
  const text = computeCid(utf8ToBytes('abc'), 'raw').toString()
  return {
    description: 'CIDv1 with sha2-256. `bytes` and `binary` are hex.',
    cids: contents.flatMap((bytes) =>
      (['raw', 'dag-cbor'] as const).map((codec) => {
        const cid = computeCid(bytes, codec)
        return {
          bytes: bytesToHex(bytes),
          codec,
          text: cid.toString(),
          binary: bytesToHex(cid.bytes),
        }
      }),
    ),
    refused: [
      { name: 'empty', text: '' },
      { name: 'upper case', text: text.toUpperCase() },
      { name: 'one character short', text: text.slice(0, -1) },
      { name: 'one character long', text: `${text}a` },
      { name: 'white space', text: ` ${text.slice(1)}` },
      {
        name: 'unused bits set in the last character',
        text: `${text.slice(0, -1)}${nextBase32(text)}`,
      },
      { name: 'version 0', text: 'QmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n' },
      { name: 'base58', text: 'zb2rhZfjRh2FHHB2RkHVEvL2vJnCTcu7kwRqgVsf9gpkLgteo' },
      { name: 'sha2-512', text: `bafkrgqa${'a'.repeat(103)}` },
      { name: 'identity hash', text: `bafkqaea${'a'.repeat(51)}` },
      { name: 'codec dag-pb', text: `bafybei${text.slice(7)}` },
    ],
  }
}

/** The base32 character after the text's last one: it differs only in bits beyond the last byte. */
function nextBase32(text: string): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  return alphabet[alphabet.indexOf(text.at(-1) ?? '') + 1] ?? 'a'
}
