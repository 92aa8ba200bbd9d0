/** The formats of `dso export` and `dso import`; help must not load what reads them. */
export const FORMATS = ['jsonl', 'youtu', 'ace', 'reasoningbank', 'skill', 'agents'] as const

/** One of {@link FORMATS}. */
export type FormatName = (typeof FORMATS)[number]
