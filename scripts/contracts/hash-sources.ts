import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './find-forge.ts'

/** Paths of all Solidity files below `folder`, relative to the repository, with forward slashes, in order. */
export function listSolidity(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sol'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
}

/** One Solidity file of the repository. */
export function readSolidity(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

/**
 * SHA-256 (hex) of what the compiler makes of these files: comments and white space between tokens do not count, so
 * that a reworded comment does not make hours of measuring void.
 */
export function hashSolidity(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files.toSorted())
    hash.update(`${file}\0${stripSolidity(readSolidity(file))}\0`)
  return hash.digest('hex')
}

/** Solidity without comments, every run of white space one space; texts in quotes stay as they are. */
export function stripSolidity(text: string): string {
  const token =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\s+|[^\s/"']+|./g
  const parts: string[] = []
  for (const [part] of text.matchAll(token)) {
    if (!/^(?:\/\*|\/\/|\s)/.test(part)) parts.push(part)
    else if (parts.at(-1) !== ' ') parts.push(' ')
  }
  return parts.join('').trim()
}
