/** A value of JSON. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue }

/** What came of one call. */
export type CallOutcome =
  | { kind: 'value'; value: JsonValue }
  /** `message`: what the exception said, at most 200 characters. */
  | { kind: 'threw'; message: string }
  /** `message`: what the result was or held instead of JSON: `undefined`, `NaN`, `function`. */
  | { kind: 'not-json'; message: string }

/** Why code came to nothing as a whole. */
export type SandboxFailure = 'timeout' | 'memory' | 'output' | 'threw' | 'malformed' | 'syntax'

/** What came of the code. */
export type SandboxResult =
  /** One outcome for each call, in their order. */
  | { ok: true; results: readonly CallOutcome[] }
  | {
      ok: false
      /**
       * `syntax`: does not parse, is too long, or holds the word `import`; `threw`: failed before the first call;
       * `malformed`: lacks a function that was to be called, or ended the process without an answer; the others: a limit.
       */
      reason: SandboxFailure
      message: string
    }
