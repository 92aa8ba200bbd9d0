import { DsoError } from '../../protocol/errors.ts'

/** What a run in the sandbox may use; all are whole numbers. */
export interface SandboxLimits {
  /** Milliseconds from the first line of the code to the last result, 10…60 000. */
  wallMs: number
  /** Seconds of processor time of the whole process, 1…60; where there is no `/bin/sh`, only `wallMs` bounds it. */
  cpuSeconds: number
  /** MiB of objects, strings and arrays, 16…1024. */
  heapMiB: number
  /** MiB of all writable memory, 128…4096: what lies outside the heap too, such as typed arrays. Linux only. */
  dataMiB: number
  /** Bytes of code in UTF-8, 1…262 144. */
  codeBytes: number
  /** Bytes of all results as JSON, 64…16 777 216. */
  outputBytes: number
}

/** Enough for any small function; an endless loop costs two seconds. */
export const DEFAULT_SANDBOX_LIMITS: Readonly<SandboxLimits> = {
  wallMs: 10_000,
  cpuSeconds: 2,
  heapMiB: 64,
  dataMiB: 256,
  codeBytes: 16_384,
  outputBytes: 65_536,
}

const RANGES: Readonly<Record<keyof SandboxLimits, readonly [least: number, most: number]>> = {
  wallMs: [10, 60_000],
  cpuSeconds: [1, 60],
  heapMiB: [16, 1024],
  dataMiB: [128, 4096],
  codeBytes: [1, 262_144],
  outputBytes: [64, 16_777_216],
}

/**
 * The limits with their defaults.
 *
 * @throws DsoError `OPTION_INVALID` for one that is not a whole number in its range
 */
export function completeLimits(limits: Partial<SandboxLimits> = {}): SandboxLimits {
  const complete = { ...DEFAULT_SANDBOX_LIMITS, ...limits }
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = complete[name as keyof SandboxLimits]
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new DsoError('OPTION_INVALID', { details: { option: name, value, least, most } })
    }
  }
  return complete
}
