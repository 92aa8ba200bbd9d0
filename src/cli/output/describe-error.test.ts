import { describe, expect, test } from 'vitest'
import { DsoError } from '../../protocol/errors.ts'
import { createPainter } from '../../report/text/create-painter.ts'
import { EXIT, exitCodeOf } from '../exit-codes.ts'
import { describeError, viewError } from './describe-error.ts'

const plain = { paint: createPainter(false), stack: false }

describe('an error on the terminal', () => {
  const error = new DsoError('WEIGHTS_UNREACHABLE', {
    details: { name: 'small' },
    cause: new Error('fetch failed\nat somewhere', { cause: new Error('no route to host') }),
  })

  test('says code, what happened, why, what to do and where to read more, in this order', () => {
    const lines = describeError(error, plain).trimEnd().split('\n')
    expect(lines[0]).toBe('Error WEIGHTS_UNREACHABLE')
    expect(lines[1]).toContain('name: small')
    expect(lines.slice(2, 4)).toEqual(['  Cause: fetch failed', '  Cause: no route to host'])
    expect(lines[4]).toContain('What to do: ')
    expect(lines[5]).toBe('  More: docs/reference/errors.md#weights-unreachable')
    expect(lines).toHaveLength(6)
  })

  test('shows a stack only to those who ask for it', () => {
    expect(describeError(error, plain)).not.toContain('describe-error.test')
    expect(describeError(error, { ...plain, stack: true })).toContain('describe-error.test')
  })

  test('admits a defect where there is no code', () => {
    expect(viewError(new TypeError('x is not a function'))).toMatchObject({
      code: 'UNFORESEEN',
      message: 'x is not a function',
      docs: undefined,
    })
    expect(viewError('just a text').message).toContain('just a text')
  })

  test('ends causes that lead in a circle', () => {
    const loop = new Error('a')
    loop.cause = loop
    expect(viewError(loop).causes).toEqual(['a'])
  })
})

describe('the exit code', () => {
  test.each([
    ['OPTION_INVALID', EXIT.usage],
    ['WEIGHTS_UNKNOWN', EXIT.usage],
    ['WEIGHTS_UNREACHABLE', EXIT.notReady],
    ['AGENT_UNKNOWN', EXIT.notReady],
    ['RECORDING_MISS', EXIT.fault],
  ] as const)('of %s is %i', (code, expected) => {
    expect(exitCodeOf(new DsoError(code))).toBe(expected)
  })

  test('of a defect is 1', () => {
    expect(exitCodeOf(new Error('x'))).toBe(EXIT.fault)
  })
})
