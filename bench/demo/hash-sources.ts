import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One SHA-256 over everything that a run's outcome depends on besides its options: the sources without their tests and
 * the lockfile. Two runs of different hashes are different measurements.
 *
 * @param repository its root folder
 */
export function hashSources(repository: string): string {
  const sources = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => join('src', path))
    .sort()
  const hash = createHash('sha256')
  for (const path of [...sources, 'package-lock.json']) {
    const bytes = readFileSync(join(repository, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}
