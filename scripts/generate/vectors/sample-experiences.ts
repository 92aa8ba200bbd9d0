import type { Experience } from '../../../src/protocol/experience/experience.ts'
import { encodeEmbedding } from '../../../src/protocol/profiles/encode-embedding.ts'
import { DIRECT_384, SIGN_384 } from '../../../src/protocol/profiles/profile.ts'
import { sampleCids } from './sample-cids.ts'
import { sampleVector } from './sample-vector.ts'

const evidence = {
  suite: 'api-house-rules/1?seed=7',
  tasks: 24,
  wins: 15,
  losses: 1,
  gainLower: 310,
}
const text =
  'When calling crm.book_visit, write visit_date as DD-MM-YYYY, e.g. 24-03-2021 for March 24, 2021.'
const example = {
  input: 'Book a visit for Ann Lee on March 24, 2021.',
  output: '{"visit_date":"24-03-2021","name":"Lee, Ann"}',
}

/** One experience of each kind, and one in another profile that supersedes another and whose evidence is negative. */
export function sampleExperiences(): Experience[] {
  const base = { v: 1, domain: 'crm.book_visit', evidence, model: 'scripted/1' } as const
  const code = (seed: number) => ({
    profile: DIRECT_384.id,
    bytes: encodeEmbedding(DIRECT_384, sampleVector(seed)),
  })
  return [
    { ...base, kind: 'sentence', text, code: code(1) },
    { ...base, kind: 'example', example, code: code(2) },
    { ...base, kind: 'both', text, example, code: code(3) },
    {
      ...base,
      kind: 'sentence',
      text: 'Schreibe den Betrag in Cent, z. B. 1999 für 19,99 €.',
      evidence: { ...evidence, wins: 0, losses: 24, gainLower: -1000 },
      code: { profile: SIGN_384.id, bytes: encodeEmbedding(SIGN_384, sampleVector(4)) },
      supersedes: sampleCids(1)[0]!,
    },
  ]
}
