import { compileStandardJson } from '../compile-solidity.ts'

/** A node of the compiler's syntax tree; what a kind of node has besides is looked up by name. */
export interface AstNode {
  id: number
  nodeType: string
  /** `start:length:file`, in bytes. */
  src: string
  [field: string]: unknown
}

/** One analysed source file. */
export interface AnalysedSource {
  file: string
  /** Its bytes, because the compiler counts bytes. */
  bytes: Buffer
  ast: AstNode
}

/** Bytes of a source that a node covers. */
export interface Span {
  start: number
  end: number
}

/**
 * Has the compiler analyse sources, without making any code.
 *
 * @throws Error with the compiler's words when they do not compile
 */
export function analyseSources(sources: ReadonlyMap<string, string>): AnalysedSource[] {
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries([...sources].map(([file, content]) => [file, { content }])),
    settings: { evmVersion: 'cancun', outputSelection: { '*': { '': ['ast'] } } },
  }
  const output = JSON.parse(compileStandardJson(JSON.stringify(input))) as {
    errors?: { severity: string; formattedMessage: string }[]
    sources?: Record<string, { ast: AstNode }>
  }
  const faults = (output.errors ?? []).filter(({ severity }) => severity === 'error')
  if (faults.length > 0) throw new Error(faults.map((fault) => fault.formattedMessage).join('\n'))
  return [...sources].map(([file, content]) => {
    const ast = output.sources?.[file]?.ast
    if (ast === undefined) throw new Error(`the compiler gave no syntax tree of ${file}`)
    return { file, bytes: Buffer.from(content, 'utf8'), ast }
  })
}

/** Where a node stands. */
export function spanOf({ src }: AstNode): Span {
  const [start = 0, length = 0] = src.split(':').map(Number)
  return { start, end: start + length }
}

/** A node in a field, if there is one. */
export function nodeAt(node: AstNode, field: string): AstNode | undefined {
  const value = node[field]
  return isNode(value) ? value : undefined
}

/** The nodes in a field that holds a list. */
export function nodesAt(node: AstNode, field: string): AstNode[] {
  const value = node[field]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** Type of an expression in the compiler's words, e.g. `uint256`. */
export function typeOf(node: AstNode): string {
  const described = node['typeDescriptions'] as { typeString?: string } | undefined
  return described?.typeString ?? ''
}

/**
 * Visits nodes from the outside in.
 *
 * @param visit gets a node with the nodes around it, the innermost last; false leaves out what is inside
 */
export function walk(
  node: AstNode,
  visit: (node: AstNode, around: readonly AstNode[]) => boolean,
  around: readonly AstNode[] = [],
): void {
  if (!visit(node, around)) return
  const inside = [...around, node]
  for (const value of Object.values(node)) {
    if (isNode(value)) walk(value, visit, inside)
    else if (Array.isArray(value)) {
      for (const each of value) if (isNode(each)) walk(each, visit, inside)
    }
  }
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'nodeType' in value && 'src' in value
}
