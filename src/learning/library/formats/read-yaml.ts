import { isMap, isNode, isScalar, parseDocument, visit } from 'yaml'
import { DsoError } from '../../../protocol/errors.ts'
import type { LibraryFormat } from './library-format.ts'

/** Deepest nesting of collections. */
const MAX_DEPTH = 16

/**
 * Reads YAML from strangers: plain data only. Anchors, aliases, tags, several documents, keys that are no text, repeated
 * keys and deep nesting are refused, so a small file cannot become a large value.
 *
 * @param text already bounded in size
 * @throws DsoError `IMPORT_INVALID`
 */
export function readYaml(text: string, format: LibraryFormat): unknown {
  const refuse = (reason: string): DsoError =>
    new DsoError('IMPORT_INVALID', { details: { format, reason } })
  // Before it is parsed: nesting in one line is the cheapest attack.
  if (new RegExp(`(?:[[{]\\s*){${MAX_DEPTH}}|(?:[-?:]\\s+){${MAX_DEPTH}}`).test(text)) {
    throw refuse('nested too deeply')
  }
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      // Checked below: the package compares every key with every other.
      uniqueKeys: false,
      stringKeys: true,
      // Louder than 'silent', which would also keep quiet about a second document.
      logLevel: 'error',
    })
    const [error] = [...document.errors, ...document.warnings]
    if (error !== undefined) throw refuse(error.code)
    visit(document, {
      Alias: () => {
        throw refuse('alias')
      },
      Node: (_, node, path) => {
        if (isNode(node) && node.tag !== undefined) throw refuse('tag')
        if ('anchor' in node && node.anchor !== undefined) throw refuse('anchor')
        if (path.length > 2 * MAX_DEPTH) throw refuse('nested too deeply')
        if (!isMap(node)) return
        const keys = node.items.map(({ key }) => (isScalar(key) ? key.value : undefined))
        if (new Set(keys).size < keys.length) throw refuse('repeated key')
      },
    })
    return document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    if (DsoError.is(error)) throw error
    // A stack that ran over, or a defect of the parser: either way it is no library.
    throw new DsoError('IMPORT_INVALID', { details: { format, reason: 'not YAML' }, cause: error })
  }
}
