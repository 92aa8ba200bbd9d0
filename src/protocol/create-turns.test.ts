import { describe, expect, test } from 'vitest'
import { createTurns } from './create-turns.ts'

describe('createTurns', () => {
  test('steps run one after another in the order of the calls', async () => {
    const inTurn = createTurns()
    const seen: string[] = []
    const gate = Promise.withResolvers<void>()
    const first = inTurn(async () => {
      seen.push('first begins')
      await gate.promise
      seen.push('first ends')
      return 1
    })
    const second = inTurn(async () => {
      seen.push('second')
      return 2
    })
    await Promise.resolve()
    gate.resolve()
    expect(await Promise.all([first, second])).toEqual([1, 2])
    expect(seen).toEqual(['first begins', 'first ends', 'second'])
  })

  test('a step that fails is its caller’s alone', async () => {
    const inTurn = createTurns()
    const failed = inTurn(async () => {
      throw new Error('no')
    })
    const next = inTurn(async () => 'yes')
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
