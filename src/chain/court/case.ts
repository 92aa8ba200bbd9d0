import { FAULTS } from '../../protocol/chain/hash-challenge.ts'
import type { Fault, Hex } from '../../protocol/ports.ts'

/** Where a case stands, in the order of contracts/src/CourtCases.sol. */
export const CASE_PHASES = [
  'none',
  'committed',
  'sampling',
  'requested',
  'voting',
  'judged',
  'governance',
  'upheld',
  'closed',
] as const

/** Name of a phase. */
export type CasePhase = (typeof CASE_PHASES)[number]

/** The name of a fault's number; undefined for 0, where the proof is not open yet. */
export function faultOf(kind: number): Fault | undefined {
  return (Object.keys(FAULTS) as Fault[]).find((name) => FAULTS[name] === kind)
}

/** A signature in the compact form of ERC-2098. */
export interface CompactSignature {
  r: Hex
  vs: Hex
}

/** A signature with its signer, as quorums are collected. */
export interface SignedBy {
  signer: Hex
  signature: CompactSignature
}

/** Signatures in the strictly ascending order of their signers that the contracts ask for; a signer's second is left out. */
export function orderSignatures(signed: readonly SignedBy[]): CompactSignature[] {
  const bySigner = new Map(signed.map(({ signer, signature }) => [signer.toLowerCase(), signature]))
  return [...bySigner].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, signature]) => signature)
}
