import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { scalarRotation } from '../../../src/kernels/scalar/rotation.ts'
import { backProject } from '../../../src/protocol/codecs/back-project.ts'
import { contract } from '../../../src/protocol/codecs/contract.ts'
import { deriveFlips } from '../../../src/protocol/codecs/derive-flips.ts'
import { derivePositions } from '../../../src/protocol/codecs/derive-positions.ts'
import { scatter } from '../../../src/protocol/codecs/expand.ts'
import { refineSigns } from '../../../src/protocol/codecs/refine-signs.ts'
import { sampleVector } from './sample-vector.ts'
import { showNumbers } from './show-numbers.ts'

const SEED = 'dso/zip002-7680'

/** Expansions of several lengths, the codes of their signs, and what decoders make of them. */
export function createExpansionVectors(): object {
  const positions = derivePositions(SEED)
  const bytes = new Uint8Array(2 * positions.length)
  for (const [i, position] of positions.entries()) {
    bytes.set([position & 0xff, position >> 8], 2 * i)
  }
  const flips = deriveFlips(7680, SEED)
  return {
    description:
      'Expansions to 7680 values. `positions`: the first 16, and the SHA-256 of all as little-endian u16. `input` is a sample of `count` values (see README). `expanded`, `contracted` (of a sample of 7680 values), `projected` and `refined` are f64: the first four, little-endian, and the SHA-256 of all. `code` is the sign record of `expanded`. `refused`: calls of a decoder with the error code. Hex.',
    seed: SEED,
    positions: {
      first: Array.from(positions.subarray(0, 16)),
      sha256: bytesToHex(sha256(bytes)),
    },
    cases: [1, 384, 1024, 4096, 7680].map((count) => {
      const options = { count, seed: SEED }
      const scattered = scatter(sampleVector(count, count), SEED)
      const code = scalarRotation.rotateCompress(scattered, flips)
      return {
        count,
        input: { lcg: count },
        expanded: showNumbers(scalarRotation.rotate(scattered, flips)),
        code: bytesToHex(code),
        projected: showNumbers(backProject(code.subarray(4), options)),
        refined: showNumbers(refineSigns(code.subarray(4), options)),
      }
    }),
    contracted: [1, 384].map((count) => {
      const values = contract(sampleVector(9, 7680), { count, seed: SEED })
      return { count, input: { lcg: 9 }, values: showNumbers(values) }
    }),
    refused: [
      { name: '959 bytes of signs', count: 384, signs: 959, error: 'LENGTH_MISMATCH' },
      { name: '961 bytes of signs', count: 384, signs: 961, error: 'LENGTH_MISMATCH' },
      { name: 'no values', count: 0, signs: 960, error: 'LENGTH_MISMATCH' },
      { name: '7681 values', count: 7681, signs: 960, error: 'LENGTH_MISMATCH' },
    ],
  }
}
