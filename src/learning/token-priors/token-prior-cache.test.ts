import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { TokenPriorCache } from './token-prior-cache.ts'
import type { CodedTokenPrior } from './token-prior.ts'

const prior = (bytes: number, element = 0): CodedTokenPrior => ({
  schema: '',
  model: '',
  rows: [{ element, mask: new Uint8Array(bytes - 5), code: new Uint8Array(5) }],
})

/** Bytes that the cache counts for a prior of this size and a tenant's name of one character. */
function costOf(bytes: number): number {
  const cache = new TokenPriorCache({ mostBytes: 1e9 })
  cache.set('x', prior(bytes))
  return cache.bytes
}

describe('TokenPriorCache', () => {
  test('gives back what it was given, and the successor after a swap', () => {
    const cache = new TokenPriorCache({ mostBytes: 10_000 })
    const [before, after] = [prior(10), prior(20)]
    cache.set('a', before)
    const held = cache.get('a')
    expect(cache.set('a', after)).toEqual([])
    expect(cache.get('a')).toBe(after)
    expect(held).toBe(before)
    expect(cache.get('b')).toBeUndefined()
    expect(cache.size).toBe(1)
    expect(cache.bytes).toBe(costOf(20))
  })

  test('the least recently used goes first, where use is reading or writing', () => {
    const cache = new TokenPriorCache({ mostBytes: 3 * costOf(100) })
    for (const tenant of ['a', 'b', 'c']) cache.set(tenant, prior(100))
    cache.get('a')
    cache.set('b', prior(100))
    expect(cache.set('d', prior(100))).toEqual(['c'])
    expect(cache.set('e', prior(100))).toEqual(['a'])
    expect(cache.size).toBe(3)
  })

  test('a large one takes the place of several', () => {
    const cache = new TokenPriorCache({ mostBytes: 4 * costOf(100) })
    for (const tenant of ['a', 'b', 'c', 'd']) cache.set(tenant, prior(100))
    expect(cache.set('e', prior(100 + costOf(100)))).toEqual(['a', 'b'])
    expect(cache.bytes).toBe(4 * costOf(100))
  })

  test('one above the whole budget is refused, and what was there stays', () => {
    const cache = new TokenPriorCache({ mostBytes: costOf(100) })
    const small = prior(100)
    cache.set('a', small)
    expect(() => cache.set('a', prior(101))).toThrowDso('BYTES_TOO_LONG')
    expect(cache.get('a')).toBe(small)
  })

  test('what is forgotten frees its bytes', () => {
    const cache = new TokenPriorCache({ mostBytes: 10_000 })
    cache.set('a', prior(10))
    expect(cache.delete('a')).toBe(true)
    expect(cache.delete('a')).toBe(false)
    expect([cache.size, cache.bytes]).toEqual([0, 0])
  })

  test('holds thousands', () => {
    const cache = new TokenPriorCache({ mostBytes: 64 * 2 ** 20 })
    for (let tenant = 0; tenant < 5000; tenant++) cache.set(`tenant ${tenant}`, prior(6000))
    expect(cache.size).toBe(5000)
    expect(cache.get('tenant 0')).toBeDefined()
  })

  const command = fc.oneof(
    fc.record({
      kind: fc.constant('set'),
      tenant: fc.nat(9),
      bytes: fc.integer({ min: 6, max: 2000 }),
    }),
    fc.record({ kind: fc.constant('get'), tenant: fc.nat(9), bytes: fc.constant(0) }),
    fc.record({ kind: fc.constant('delete'), tenant: fc.nat(9), bytes: fc.constant(0) }),
  )

  test.prop([fc.array(command, { maxLength: 60 })])(
    'behaves as a list in order of use, within its budget',
    (commands) => {
      const mostBytes = 5000
      const cache = new TokenPriorCache({ mostBytes })
      let list: { tenant: string; prior: CodedTokenPrior; cost: number }[] = []
      for (const { kind, tenant: number, bytes } of commands) {
        const tenant = String(number)
        const known = list.find((each) => each.tenant === tenant)
        const others = list.filter((each) => each !== known)
        if (kind === 'get') {
          expect(cache.get(tenant)).toBe(known?.prior)
          list = known === undefined ? list : [...others, known]
        } else if (kind === 'delete') {
          expect(cache.delete(tenant)).toBe(known !== undefined)
          list = others
        } else {
          const value = prior(bytes)
          const entry = { tenant, prior: value, cost: costOf(bytes) }
          const gone = cache.set(tenant, value)
          list = [...others, entry]
          const expected: string[] = []
          while (list.reduce((sum, { cost }) => sum + cost, 0) > mostBytes) {
            expected.push(list.shift()!.tenant)
          }
          expect(gone).toEqual(expected)
        }
        expect(cache.size).toBe(list.length)
        expect(cache.bytes).toBe(list.reduce((sum, { cost }) => sum + cost, 0))
        expect(cache.bytes).toBeLessThanOrEqual(mostBytes)
      }
    },
  )

  test('a budget that is none is refused', () => {
    for (const mostBytes of [0, -1, 0.5, Number.NaN, Infinity]) {
      expect(() => new TokenPriorCache({ mostBytes })).toThrowDso('OPTION_INVALID')
    }
  })
})
