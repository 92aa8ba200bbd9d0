import { isAbsolute, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resolveDataFolder } from './resolve-data-folder.ts'

describe('resolveDataFolder', () => {
  const environment = { DSO_DATA_DIR: '/from/environment' }

  test('the override wins over the environment, the environment over the default', () => {
    expect(resolveDataFolder({ override: '/given', environment })).toBe(resolve('/given'))
    expect(resolveDataFolder({ environment })).toBe(resolve('/from/environment'))
    const standard = resolveDataFolder({ environment: {} })
    expect(isAbsolute(standard)).toBe(true)
    expect(standard).toMatch(/dso/)
  })

  test('a relative path starts at the working folder', () => {
    expect(resolveDataFolder({ override: 'data', environment })).toBe(join(process.cwd(), 'data'))
  })

  test('an empty variable counts as unset', () => {
    const standard = resolveDataFolder({ environment: {} })
    expect(resolveDataFolder({ environment: { DSO_DATA_DIR: '' } })).toBe(standard)
  })

  test('an empty override and a NUL character are refused', () => {
    for (const override of ['', 'a\0b']) {
      expect(() => resolveDataFolder({ override, environment })).toThrowDso('OPTION_INVALID')
    }
  })
})
