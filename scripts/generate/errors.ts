import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ERROR_CATALOGUE } from '../../src/protocol/error-codes.ts'

const TARGET = fileURLToPath(new URL('../../docs/reference/errors.md', import.meta.url))

const HEAD = `<!-- Generated from src/protocol/error-codes.ts by \`npm run generate\`. Do not edit. -->
# Errors

Every fault that DSO throws is a \`DsoError\`. Compare its \`code\`, never its message: a code is stable,
the wording is not. \`details\` name the offending value, \`cause\` keeps the fault underneath, \`hint\` says
what to do.

\`\`\`ts
try {
  await node.start()
} catch (error) {
  if (DsoError.is(error, 'DATA_FOLDER_LOCKED')) console.error(error.hint)
}
\`\`\`
`

/** The page of all error codes in Markdown, in alphabetical order, with the anchors that `DsoError.docsPath` names. */
export function renderErrors(): string {
  const sections = Object.entries(ERROR_CATALOGUE)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { summary, hint }]) => {
      const anchor = code.toLowerCase().replaceAll('_', '-')
      return `<a id="${anchor}"></a>\n## ${code}\n${summary}.\n\nWhat to do: ${hint}\n`
    })
  return [HEAD, ...sections].join('\n')
}

/** Writes what {@link renderErrors} renders to docs/reference/errors.md. */
export function generateErrors(): void {
  mkdirSync(dirname(TARGET), { recursive: true })
  writeFileSync(TARGET, renderErrors())
}
