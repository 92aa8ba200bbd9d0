import type { CID } from 'multiformats/cid'
import { z } from 'zod'
import { countUtf8Bytes } from '../encoding/count-utf8-bytes.ts'
import { bytesField, cidField, integerField, nameField, textField } from '../schema/fields.ts'

/** Most bytes of an encoded experience. */
export const MAX_EXPERIENCE_BYTES = 4096

/** Most bytes of the sentence in UTF-8; checkText bounds its words as well. */
export const MAX_TEXT_BYTES = 400

/** Most bytes of a worked example in UTF-8, input and output together. */
export const MAX_EXAMPLE_BYTES = 600

/** Most bytes of an embedding code, whatever its profile. */
const MAX_CODE_BYTES = 1024

/** Most tasks that one piece of evidence may count. */
const MAX_TASKS = 1_000_000

/** A worked example: what was asked and the answer that a verifier accepted. */
export interface WorkedExample {
  /** The request, one line. */
  input: string
  /** The accepted answer, one line. */
  output: string
}

/** What an author's own paired holdout found. A claim: receivers make their own trial. */
export interface Evidence {
  /** The suite it was measured on, e.g. `api-house-rules/1?seed=7`. */
  suite: string
  /** Held-out tasks, each tried with and without the experience; 0 … 1,000,000. */
  tasks: number
  /** Tasks that went better with it. */
  wins: number
  /** Tasks that went worse with it; wins + losses ≤ tasks. */
  losses: number
  /** Lower confidence bound of the mean gain in per mille, −1000 … 1000. */
  gainLower: number
}

/** The part that every form of experience has. */
interface ExperienceBase {
  /** Version of the format. */
  v: 1
  /** What it is about, e.g. the tool's name: 1 … 64 of `A–Z a–z 0–9 . _ / -`. */
  domain: string
  /** The embedding of what it is about. */
  code: {
    /** Id of the profile that says how to read the bytes. */
    profile: string
    /** 1 … 1024 bytes. */
    bytes: Uint8Array
  }
  evidence: Evidence
  /** The language model that learnt it, printable ASCII, at most 128 characters. */
  model: string
  /** The experience that this one replaces. */
  supersedes?: CID
}

/**
 * Something an agent learnt: a sentence, a worked example, or both. It never changes; an edit is a new experience
 * that supersedes the old one. Its text is data from strangers: see checkText and checkExample.
 */
export type Experience = ExperienceBase &
  (
    | { kind: 'sentence'; text: string }
    | { kind: 'example'; example: WorkedExample }
    | { kind: 'both'; text: string; example: WorkedExample }
  )

const base = {
  v: z.literal(1),
  domain: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/),
  code: z.strictObject({ profile: nameField(64), bytes: bytesField(1, MAX_CODE_BYTES) }),
  evidence: z
    .strictObject({
      suite: nameField(128),
      tasks: integerField(0, MAX_TASKS),
      wins: integerField(0, MAX_TASKS),
      losses: integerField(0, MAX_TASKS),
      gainLower: integerField(-1000, 1000),
    })
    .refine(({ tasks, wins, losses }) => wins + losses <= tasks, 'more wins and losses than tasks'),
  model: nameField(128),
  supersedes: cidField.exactOptional(),
}
const text = textField(MAX_TEXT_BYTES)
const example = z
  .strictObject({ input: z.string().min(1), output: z.string().min(1) })
  .refine(
    ({ input, output }) => countUtf8Bytes(input) + countUtf8Bytes(output) <= MAX_EXAMPLE_BYTES,
    `expected at most ${MAX_EXAMPLE_BYTES} bytes`,
  )

/** The structure of an {@link Experience}; a kind has exactly the parts that it names. */
export const experienceSchema: z.ZodType<Experience> = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('sentence'), text }),
  z.strictObject({ ...base, kind: z.literal('example'), example }),
  z.strictObject({ ...base, kind: z.literal('both'), text, example }),
])
