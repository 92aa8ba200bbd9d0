import type { Fault, Hex } from '../../protocol/ports.ts'
import { disputeCourtAbi } from '../generated/dispute-court.ts'
import type { ChainSession } from '../open-session.ts'
import { CASE_PHASES, type CasePhase, faultOf } from './case.ts'

/** One case. Times are Unix seconds. */
export interface CourtCase {
  entryId: bigint
  challenger: Hex
  accused: Hex
  phase: CasePhase
  /** Number of the fault; 0 while the proof is not shown. */
  kind: number
  fault: Fault | undefined
  /** Appeals so far. */
  round: number
  /** The last verdict: whether the fault is found. */
  verdict: boolean
  /** End of the present phase. */
  deadline: number
  /** When the fault was found; 0 before. */
  decidedAt: number
  /** Second of the jurors' weights. */
  snapshot: number
  /** Challenger's bond; that of an appeal doubles in each round. */
  bondWei: bigint
  /** The commitment, and once the case is open the hash of the proof. */
  proof: Hex
  /** Whether the bonds are settled. */
  paid: boolean
}

/** Reads one case. @throws DsoError `TRANSACTION_REVERTED` (`CaseUnknown`) */
export async function readCase(
  session: ChainSession,
  court: Hex,
  caseId: bigint,
): Promise<CourtCase> {
  const at = { address: court, abi: disputeCourtAbi } as const
  const found = await session.read({ ...at, functionName: 'getCase', args: [caseId] })
  const { phase, fault: kind, bond: bondWei } = found
  const { entryId, challenger, accused, round, verdict, deadline, decidedAt } = found
  return {
    entryId,
    challenger,
    accused,
    phase: CASE_PHASES[phase] ?? 'none',
    kind,
    fault: faultOf(kind),
    round,
    verdict,
    deadline,
    decidedAt,
    snapshot: found.snapshot,
    bondWei,
    proof: found.proof,
    paid: found.paid,
  }
}
