import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Gives the tests of a file fresh empty folders, all removed after the last of them. */
export function temporaryFolders(): () => string {
  const root = mkdtempSync(join(tmpdir(), 'dso-test-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  return () => mkdtempSync(join(root, 'f-'))
}
