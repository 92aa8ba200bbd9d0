import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { renderContracts } from './contracts.ts'

test('the committed clients are what the contracts compile to, byte for byte', () => {
  const files = renderContracts()
  expect(files).toHaveLength(15)
  for (const { path, text } of files) {
    const committed = fileURLToPath(new URL(`../../${path}`, import.meta.url))
    // toBe would print both files, bytecode included.
    expect(readFileSync(committed, 'utf8') === text, `${path} is out of date`).toBe(true)
  }
}, 300_000)
