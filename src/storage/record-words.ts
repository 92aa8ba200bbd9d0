import { decodeExperience } from '../protocol/experience/decode-experience.ts'
import { DsoError } from '../protocol/errors.ts'
import type { ExperienceRecord } from '../protocol/ports/store.ts'
import { tokenizeText } from './tokenize-text.ts'

/**
 * The words by which a record is found: of its domain, its sentence and its example; those of the domain alone where the
 * bytes are no experience of this version.
 */
export function recordWords({
  domain,
  bytes,
}: Pick<ExperienceRecord, 'domain' | 'bytes'>): string[] {
  return tokenizeText([domain, ...contentOf(bytes)].join('\n'))
}

function contentOf(bytes: Uint8Array): string[] {
  try {
    const experience = decodeExperience(bytes)
    return [
      ...(experience.kind === 'example' ? [] : [experience.text]),
      ...(experience.kind === 'sentence'
        ? []
        : [experience.example.input, experience.example.output]),
    ]
  } catch (error) {
    if (DsoError.is(error)) return []
    throw error
  }
}
