import { isObject, isSameJson } from './json.ts'

/** One operation of RFC 6902. */
export interface PatchOperation {
  op: string
  path: string
  from?: string
  value?: unknown
}

/** What came of a patch: the new document, or what was wrong with which member of an operation. */
export type PatchResult =
  | { document: unknown }
  | { refusal: string; field: 'op' | 'path' | 'from' | 'value' }

/**
 * Applies a JSON Patch (RFC 6902): all of its operations or none. The document itself stays as it is.
 * Whatever the operations are, nothing is thrown.
 */
export function applyPatch(document: unknown, operations: readonly unknown[]): PatchResult {
  let current = document
  for (const operation of operations) {
    const result = applyOperation(current, operation)
    if (!('document' in result)) return result
    current = result.document
  }
  return { document: current }
}

function applyOperation(document: unknown, operation: unknown): PatchResult {
  if (!isObject(operation)) return { refusal: 'an operation is an object', field: 'op' }
  const { op } = operation
  const path = parsePointer(operation['path'])
  if (path === undefined) return { refusal: 'no JSON pointer', field: 'path' }
  const value = operation['value']
  switch (op) {
    case 'add':
    case 'replace':
    case 'test': {
      if (value === undefined) return { refusal: 'no value', field: 'value' }
      if (op === 'test') {
        const isEqual = isSameJson(valueAt(document, path), value)
        return isEqual ? { document } : { refusal: 'the test failed', field: 'value' }
      }
      return settle(op === 'add' ? add(document, path, value) : replace(document, path, value))
    }
    case 'remove':
      return settle(remove(document, path))
    case 'move':
    case 'copy': {
      const from = parsePointer(operation['from'])
      const moved = from && valueAt(document, from)
      if (from === undefined || moved === undefined)
        return { refusal: 'there is no such place', field: 'from' }
      const isInside =
        from.length < path.length && from.every((token, index) => token === path[index])
      if (op === 'move' && isInside)
        return { refusal: 'a value cannot move into itself', field: 'path' }
      const base = op === 'copy' || isSameJson(from, path) ? document : remove(document, from)
      return settle(isSameJson(from, path) ? base : add(base, path, moved))
    }
    default:
      return { refusal: 'unknown operation', field: 'op' }
  }
}

function settle(document: unknown): PatchResult {
  return document === undefined
    ? { refusal: 'there is no such place', field: 'path' }
    : { document }
}

/** The tokens of a JSON pointer (RFC 6901); undefined when it is none. */
export function parsePointer(pointer: unknown): string[] | undefined {
  if (typeof pointer !== 'string' || (pointer !== '' && !pointer.startsWith('/'))) return undefined
  if (/~(?![01])/.test(pointer)) return undefined
  const tokens = pointer.split('/').slice(1)
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  let node = document
  for (const token of path) node = memberOf(node, token)
  return node
}

function memberOf(node: unknown, token: string): unknown {
  if (Array.isArray(node)) {
    const index = indexOf(token, node.length - 1)
    return index === undefined ? undefined : (node[index] as unknown)
  }
  return isObject(node) && Object.hasOwn(node, token) ? node[token] : undefined
}

/** An element's place from 0 to `most`; undefined for anything else. */
function indexOf(token: string, most: number): number | undefined {
  if (!/^(?:0|[1-9]\d{0,8})$/.test(token)) return undefined
  return Number(token) <= most ? Number(token) : undefined
}

function add(document: unknown, path: readonly string[], value: unknown): unknown {
  return edit(document, path, value, (parent, token) => {
    if (!Array.isArray(parent)) return isObject(parent) ? { ...parent, [token]: value } : undefined
    const index = token === '-' ? parent.length : indexOf(token, parent.length)
    return index === undefined ? undefined : (parent as unknown[]).toSpliced(index, 0, value)
  })
}

function replace(document: unknown, path: readonly string[], value: unknown): unknown {
  return edit(document, path, value, (parent, token) =>
    memberOf(parent, token) === undefined ? undefined : withMember(parent, token, value),
  )
}

function remove(document: unknown, path: readonly string[]): unknown {
  return edit(document, path, undefined, (parent, token) => {
    if (memberOf(parent, token) === undefined) return undefined
    if (Array.isArray(parent)) return (parent as unknown[]).toSpliced(Number(token), 1)
    return Object.fromEntries(Object.entries(parent as object).filter(([name]) => name !== token))
  })
}

function withMember(parent: unknown, token: string, value: unknown): unknown {
  return Array.isArray(parent)
    ? (parent as unknown[]).with(Number(token), value)
    : { ...(parent as object), [token]: value }
}

/** Rebuilds a document along a path; undefined when the path leads nowhere. An empty path means the whole document. */
function edit(
  node: unknown,
  path: readonly string[],
  whole: unknown,
  change: (parent: unknown, token: string) => unknown,
): unknown {
  const [token, ...rest] = path
  if (token === undefined) return whole
  if (rest.length === 0) return change(node, token)
  const child = memberOf(node, token)
  if (child === undefined) return undefined
  const changed = edit(child, rest, whole, change)
  return changed === undefined ? undefined : withMember(node, token, changed)
}
