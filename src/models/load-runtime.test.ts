import { describe, expect, test } from 'vitest'
import { loadRuntime } from './load-runtime.ts'

describe('loadRuntime', () => {
  test('a package that is not installed is named', async () => {
    const absent = 'a-package-that-nobody-installed'
    await expect(loadRuntime(absent, async () => (await import(absent)) as unknown)).toRejectDso(
      'RUNTIME_MISSING',
    )
  })

  test('a package that does not load is a failure of its own', async () => {
    const broken = Promise.reject(new Error('wrong binary'))
    await expect(loadRuntime('broken', () => broken)).toRejectDso('MODEL_FAILED')
  })

  test('what loads is handed over', async () => {
    expect(await loadRuntime('x', () => Promise.resolve(7))).toBe(7)
  })
})
