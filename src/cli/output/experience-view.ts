import { decodeExperience } from '../../protocol/experience/decode-experience.ts'
import type { ExperienceRecord } from '../../protocol/ports.ts'
import { toVisibleText } from '../../report/text/to-visible-text.ts'

/** An experience and where it stands, as plain data: the JSON of `ls`, `show` and `recall`. */
export interface ExperienceView {
  cid: string
  status: ExperienceRecord['status']
  /** Why it is refused; null otherwise. */
  reason: string | null
  domain: string
  kind: 'sentence' | 'example' | 'both'
  text: string | null
  example: { input: string; output: string } | null
  evidence: { suite: string; tasks: number; wins: number; losses: number; gainLower: number }
  /** The model that learnt it. */
  model: string
  /** Number of its registry entry in decimal; null before publication. */
  entry: string | null
  profile: string
  bytes: number
}

/** Decodes what a store holds. @throws DsoError `FORMAT_INVALID`, `CBOR_NOT_CANONICAL` for damaged bytes */
export function viewExperience(record: ExperienceRecord): ExperienceView {
  const { cid, bytes, status, reason, entryId } = record
  const experience = decodeExperience(bytes)
  const { domain, kind, evidence, model, code } = experience
  return {
    cid,
    status,
    reason: reason ?? null,
    domain,
    kind,
    text: experience.kind === 'example' ? null : experience.text,
    example: experience.kind === 'sentence' ? null : { ...experience.example },
    evidence: { ...evidence },
    model,
    entry: entryId?.toString() ?? null,
    profile: code.profile,
    bytes: bytes.length,
  }
}

/** Characters of a CID that tables show: what all CIDs here begin with, and nine that tell them apart. */
const SHORT_CID = 16

/** The beginning of a CID, enough for `dso show`. */
export function shortCid(cid: string): string {
  return cid.slice(0, SHORT_CID)
}

/** What it says, on one line: its sentence, or its example. Harmless for terminals, whoever wrote it. */
export function describeContent({ text, example }: ExperienceView): string {
  return toVisibleText(text ?? (example === null ? '' : `${example.input} → ${example.output}`))
}

/** The author's own trial in a few characters, e.g. `+5 −0 of 8`. */
export function describeEvidence({ evidence: { wins, losses, tasks } }: ExperienceView): string {
  return `+${wins} −${losses} of ${tasks}`
}

/** The status, with the reason where it is refused. */
export function describeStatus({ status, reason }: ExperienceView): string {
  return reason === null ? status : `${status}: ${toVisibleText(reason)}`
}
