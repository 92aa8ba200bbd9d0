import { describe, expect, test } from 'vitest'
import { createSuiteHash, hashForgeInputs } from './hash-inputs.ts'

describe('createSuiteHash', () => {
  test('tells apart what files import, and shares what is not Solidity', () => {
    const [one, same] = [createSuiteHash(), createSuiteHash()]
    const [bonds, locks] = ['contracts/test/BondVault.t.sol', 'contracts/test/LockVault.t.sol']
    expect(one(bonds)).toBe(same(bonds))
    expect(one(bonds)).not.toBe(one(locks))
    for (const file of [bonds, locks]) expect(one(file)).toContain(hashForgeInputs())
  })
})
