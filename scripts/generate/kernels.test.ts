import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { renderKernels } from './kernels.ts'

test('the committed kernels are what their sources compile to, byte for byte', async () => {
  const files = await renderKernels()
  expect(files.length).toBeGreaterThan(0)
  for (const { path, bytes } of files) {
    const committed = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)))
    // toEqual would print both files.
    expect(committed.equals(bytes), `${path} is out of date: npm run generate`).toBe(true)
  }
})
