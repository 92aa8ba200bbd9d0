import type { Hex } from '../ports/ledger.ts'
import { checkUint } from './check-uint.ts'
import { courtDomain, type DomainPlace } from './hash-domain.ts'
import { hashTypedData } from './hash-typed-data.ts'

/** What jurors sign. */
export interface Verdict {
  caseId: bigint
  /** Number of the fault, 1 … 7. */
  kind: number
  /** Appeals so far. */
  round: number
  /** keccak256(abi.encode(fault, payload)) of the proof. */
  evidenceHash: Hex
  /** Whether the fault is found. */
  upheld: boolean
  challenger: Hex
  /** Unix second of the jurors' weights. */
  snapshot: number
  /** Unix second until which the signature holds. */
  expiry: number
}

/** EIP-712 type of {@link Verdict}, for wallets. */
export const VERDICT_TYPES = {
  Verdict: [
    { name: 'caseId', type: 'uint256' },
    { name: 'kind', type: 'uint8' },
    { name: 'round', type: 'uint8' },
    { name: 'evidenceHash', type: 'bytes32' },
    { name: 'upheld', type: 'bool' },
    { name: 'challenger', type: 'address' },
    { name: 'snapshot', type: 'uint48' },
    { name: 'expiry', type: 'uint48' },
  ],
} as const

/** Digest that a juror signs: `verdictDigest` of the court. @throws DsoError `FORMAT_INVALID` */
export function hashVerdict(place: DomainPlace, verdict: Verdict): Hex {
  const { caseId, kind, round, evidenceHash, upheld, challenger, snapshot, expiry } = verdict
  for (const [field, value] of Object.entries({ kind, round })) checkUint(field, BigInt(value), 8)
  for (const [field, value] of Object.entries({ snapshot, expiry })) {
    checkUint(field, BigInt(value), 48)
  }
  return hashTypedData(courtDomain(place), 'Verdict', VERDICT_TYPES.Verdict, [
    caseId,
    kind,
    round,
    evidenceHash,
    upheld,
    challenger,
    snapshot,
    expiry,
  ])
}
