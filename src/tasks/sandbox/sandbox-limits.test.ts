import { describe, expect, test } from 'vitest'
import { completeLimits, DEFAULT_SANDBOX_LIMITS, type SandboxLimits } from './sandbox-limits.ts'

describe('completeLimits', () => {
  test('what is not said is the default', () => {
    expect(completeLimits()).toEqual(DEFAULT_SANDBOX_LIMITS)
    expect(completeLimits({ heapMiB: 32 })).toEqual({ ...DEFAULT_SANDBOX_LIMITS, heapMiB: 32 })
  })

  test.each(
    (Object.keys(DEFAULT_SANDBOX_LIMITS) as (keyof SandboxLimits)[]).flatMap((name) =>
      [Number.NaN, Infinity, -1, 0, 1.5, 1e9].map((value) => ({ name, value })),
    ),
  )('$name: $value is refused', ({ name, value }) => {
    expect(() => completeLimits({ [name]: value })).toThrowDso('OPTION_INVALID')
  })
})
