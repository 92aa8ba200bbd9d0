import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeCanonical } from '../../protocol/encoding/encode-canonical.ts'
import { findContentRefusal } from '../../protocol/experience/find-content-refusal.ts'
import { hasSecret } from '../../protocol/experience/has-secret.ts'
import type { TextRefusal } from '../../protocol/experience/text-rules.ts'
import type { LibraryCandidate } from '../../protocol/ports.ts'
import { toLine } from './formats/file-text.ts'
import type { FileItem, LibraryFormat } from './formats/library-format.ts'
import { shortenText } from './shorten-text.ts'

/** What {@link toCandidates} is told about a file. */
export interface ToCandidatesOptions {
  format: LibraryFormat
  /** What everything in it is about; otherwise each item says so itself, or not. */
  domain?: string | undefined
}

/** An item that is not taken in. */
export interface RefusedItem {
  /** Its name in the file. */
  id: string
  /** `domain`: its domain is no name of a tool; the others as for every text that enters a prompt. */
  reason: TextRefusal | 'domain'
}

/** What of a file may be tried. */
export interface ToCandidatesResult {
  candidates: LibraryCandidate[]
  /** Candidates of which only the first sentences were short enough. */
  shortened: number
  refused: RefusedItem[]
}

const DOMAIN = /^(?=.{1,64}$)[A-Za-z0-9][A-Za-z0-9._/-]*$/

/** Bytes beyond which nothing looks for a first sentence. */
const MAX_LENGTH = 16_384

/**
 * Turns the items of a file into candidates: one line each, a text that is too long cut to its first sentences, then the
 * rules that hold for every text from outside. What passes is still only data: the gate has to prove it.
 */
export function toCandidates(
  items: readonly FileItem[],
  { format, domain }: ToCandidatesOptions,
): ToCandidatesResult {
  const result: ToCandidatesResult = { candidates: [], shortened: 0, refused: [] }
  const seen = new Set<string>()
  for (const item of items) {
    const content = contentOf(item)
    const about = domain ?? item.domain
    const reason = typeof content === 'string' ? content : objectionTo(content, about)
    if (reason !== undefined || typeof content === 'string') {
      result.refused.push({ id: item.id.slice(0, 64), reason: reason ?? 'empty' })
      continue
    }
    const { text, example } = content
    const id = bytesToHex(
      sha256(
        encodeCanonical({ domain: about ?? null, text: text ?? null, example: example ?? null }),
      ),
    )
    if (seen.has(id)) continue
    seen.add(id)
    if (text !== undefined && text !== toLine(item.text ?? '')) result.shortened++
    const source = `${format}:${nameOf(item.id)}`
    result.candidates.push({ id, domain: about, text, example, source })
  }
  return result
}

type Content = Pick<LibraryCandidate, 'text' | 'example'>

function contentOf({ text, example }: FileItem): Content | TextRefusal {
  if ((text ?? '').length > MAX_LENGTH) return 'too-long'
  const line = text === undefined ? undefined : shortenText(toLine(text))
  if (text !== undefined && line === undefined) return 'too-long'
  if ((line ?? '') === '' && example === undefined) return 'empty'
  // A copy of the two fields: whatever else the file had there is gone.
  const pair = example && { input: example.input, output: example.output }
  return { text: line === '' ? undefined : line, example: pair }
}

function objectionTo(
  { text, example }: Content,
  domain: string | undefined,
): RefusedItem['reason'] | undefined {
  if (domain !== undefined && !DOMAIN.test(domain)) return 'domain'
  const refusal = findContentRefusal({
    ...(text === undefined ? {} : { text }),
    ...(example === undefined ? {} : { example }),
  })
  if (refusal !== undefined) return refusal
  const secret = [text, example?.input, example?.output].some((each) => hasSecret(each ?? ''))
  return secret ? 'secret-pattern' : undefined
}

/** A name as records may carry it: visible ASCII, short. */
function nameOf(id: string): string {
  return id.replaceAll(/[^!-~]+/g, '_').slice(0, 64)
}
