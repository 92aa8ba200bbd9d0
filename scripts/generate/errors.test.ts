import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/protocol/error-codes.ts'
import { DsoError } from '../../src/protocol/errors.ts'
import { renderErrors } from './errors.ts'

const repository = new URL('../../', import.meta.url)
const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[]

describe('docs/reference/errors.md', () => {
  test('is what the catalogue renders to (npm run generate)', () => {
    const page = fileURLToPath(new URL('docs/reference/errors.md', repository))
    expect(readFileSync(page, 'utf8')).toBe(renderErrors())
  })

  test.each(codes)('holds the anchor that the docsPath of %s leads to', (code) => {
    const [file, anchor] = new DsoError(code).docsPath.split('#')
    expect(file).toBe('docs/reference/errors.md')
    expect(renderErrors()).toContain(`<a id="${anchor}"></a>\n## ${code}\n`)
  })
})
