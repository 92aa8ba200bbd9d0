import { hashCosignature } from '../../../src/protocol/chain/hash-cosignature.ts'
import { hashManifest } from '../../../src/protocol/chain/hash-manifest.ts'
import { hashVerdict } from '../../../src/protocol/chain/hash-verdict.ts'
import { createDraws, toColumns } from './chain-draws.ts'

const PLACES = 4
const EACH = 150

/** EIP-712 digests of verdicts, manifests and cosignatures, for four chains and contracts. */
export function createChainTypedDataVectors(): object {
  const draws = createDraws('chain-typed-data')
  const places = Array.from({ length: PLACES }, (_, i) => ({
    chainId: [1, 31_337, 8453, 4_294_967_295][i]!,
    verifyingContract: draws.hex(20),
  }))
  const forEach = <T>(make: (place: number) => T): T[] =>
    places.flatMap((_, place) => Array.from({ length: EACH }, () => make(place)))
  const second = () => Number(draws.uint(48))
  const verdicts = forEach((place) => {
    const verdict = {
      caseId: draws.uint(64),
      kind: 1 + draws.below(7),
      round: draws.below(4),
      evidenceHash: draws.hex(32),
      upheld: draws.oneIn(2),
      challenger: draws.hex(20),
      snapshot: second(),
      expiry: second(),
    }
    return { place, ...verdict, digest: hashVerdict(places[place]!, verdict) }
  })
  const manifests = forEach((place) => {
    const manifest = { schema: draws.uint(64), nonce: draws.uint(64), merkleRoot: draws.hex(32) }
    return { place, ...manifest, digest: hashManifest(places[place]!, manifest) }
  })
  const cosignatures = forEach((place) => {
    // The oracle keeps the second of the proposal, which is one after the snapshot and has to fit as well.
    const snapshot = Number(draws.uint(47))
    const message = { setHash: draws.hex(32), root: draws.hex(32), snapshot }
    const cosignature = { id: draws.uint(64), ...message, expiry: second() }
    return { place, ...cosignature, digest: hashCosignature(places[place]!, cosignature) }
  })
  return {
    description:
      'EIP-712 digests. The contract of a place is the court for verdicts (domain "DSO Court", "1"), the registry for manifests ("DSO", "1") and the oracle for cosignatures ("DSO Aggregates", "1").',
    places: toColumns(
      places.map(({ chainId, verifyingContract: contract }) => ({ chainId, contract })),
    ),
    verdicts: toColumns(verdicts),
    manifests: toColumns(manifests),
    cosignatures: toColumns(cosignatures),
  }
}
