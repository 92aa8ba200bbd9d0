import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import solc from 'solc'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The long version of the compiler, as its native build prints it. */
export function solcVersion(): string {
  return solc.version()
}

/**
 * Runs the Solidity compiler on a standard JSON input; imports are read from the repository and `node_modules`.
 *
 * @param smtSolver answers the model checker's questions, where the input asks for it
 * @returns the compiler's standard JSON output, errors included
 */
export function compileStandardJson(
  input: string,
  smtSolver?: (query: string) => { contents: string },
): string {
  return solc.compile(
    input,
    smtSolver === undefined ? { import: readImport } : { import: readImport, smtSolver },
  )
}

function readImport(name: string): { contents: string } | { error: string } {
  for (const folder of ['', 'node_modules']) {
    try {
      return { contents: readFileSync(path.resolve(ROOT, folder, name), 'utf8') }
    } catch {
      // the next folder may have it
    }
  }
  return { error: `not found: ${name}` }
}
