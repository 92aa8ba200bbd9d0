import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))

const NOT_OURS = new Set([
  'node_modules',
  '.git',
  '.cache',
  'cache',
  'runs',
  'out',
  'coverage',
  'dist',
])

/** Every file of the repository below `folder`, as sorted paths with forward slashes, without what git ignores. */
export function listFiles(folder = ''): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name) && !name.endsWith('.log'))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return listFiles(path)
      return entry.isFile() ? [path] : []
    })
    .sort()
}

/** The text of a file, or undefined when it is binary. */
export function readText(path: string): string | undefined {
  const bytes = readFileSync(join(repository, path))
  return bytes.subarray(0, 8192).includes(0) ? undefined : bytes.toString('utf8')
}
