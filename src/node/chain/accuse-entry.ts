import { commitCase } from '../../chain/court/commit-case.ts'
import { deriveCaseSalt } from '../../chain/court/derive-case-salt.ts'
import { openCase } from '../../chain/court/open-case.ts'
import { type CourtCase, readCase } from '../../chain/court/read-case.ts'
import type { Fault, Hex } from '../../protocol/ports.ts'
import type { OpenedNetwork } from './open-network.ts'

/** An accusation before the court. */
export interface NetworkAccusation {
  entryId: bigint
  fault: Fault
  /** The proof, ABI-encoded as the judge takes it. */
  payload: Hex
  /** A case that was committed to before and not opened. */
  caseId: bigint | undefined
}

/** What became of an accusation. */
export interface AccusedEntry {
  caseId: bigint
  /** Undefined in a dry run. */
  state: CourtCase | undefined
}

/**
 * Commits to a proof and shows it in a later block, so that nobody can copy it. The salt comes out of the wallet: whoever
 * was interrupted in between goes on with the case's number and the same proof.
 *
 * @param onCommitted told of the case before it is opened
 * @throws DsoError `FORMAT_INVALID`, `TRANSACTION_REVERTED`
 */
export async function accuseEntry(
  { session, at, bonds, dryRun }: OpenedNetwork,
  { entryId, fault, payload, caseId: known }: NetworkAccusation,
  onCommitted: (caseId: bigint) => void = () => undefined,
): Promise<AccusedEntry> {
  const salt = await deriveCaseSalt(session, at.court, { entryId, fault, payload })
  const accusation = { entryId, fault, payload, salt }
  const caseId = known ?? (await commitCase(session, { court: at.court, bonds }, accusation))
  if (known === undefined) onCommitted(caseId)
  await openCase(session, at.court, { caseId, ...accusation })
  return { caseId, state: dryRun ? undefined : await readCase(session, at.court, caseId) }
}
