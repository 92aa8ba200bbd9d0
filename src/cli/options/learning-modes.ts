/** The values of `dso practise --mode`; help must not load what reads them. */
export const MODES = ['auto', 'contrast-pair', 'best-worst', 'critique', 'stages'] as const

/** One of {@link MODES}. */
export type ModeName = (typeof MODES)[number]
