import { createHash } from 'node:crypto'
import { type Edit, mutateNode, type Operator } from './mutation-operators.ts'
import {
  type AnalysedSource,
  type AstNode,
  nodesAt,
  type Span,
  typeOf,
  walk,
} from './solidity-ast.ts'

/** One small mistake in one source. */
export interface Mutant extends Edit {
  /** Depends on the text around it and not on its place, so that it outlives changes elsewhere in the file. */
  id: string
  file: string
  /** Line of the original, from 1. */
  line: number
  /** The lines that change, before and after. */
  diff: string
}

/**
 * Nothing inside these is mutated: what an error or an event carries is no effect on the chain, and declarations of types
 * have no behaviour.
 */
const LEFT_OUT = new Set([
  'RevertStatement',
  'EmitStatement',
  'EventDefinition',
  'ErrorDefinition',
  'EnumDefinition',
  'StructDefinition',
  'StructuredDocumentation',
  'InlineAssembly',
  'ImportDirective',
  'InheritanceSpecifier',
])

/** Every mutant of the sources, each once, in the order of their ids: the first N are a sample that stays the same. */
export function listMutants(sources: readonly AnalysedSource[]): Mutant[] {
  const otherAddress = pairAddresses(sources)
  const mutants = sources.flatMap((source) => listOf(source, otherAddress))
  return mutants.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** A source with a mutant in it. */
export function applyMutant(bytes: Buffer, { start, end, replacement }: Edit): string {
  return Buffer.concat([
    bytes.subarray(0, start),
    Buffer.from(replacement),
    bytes.subarray(end),
  ]).toString('utf8')
}

function listOf(source: AnalysedSource, otherAddress: ReadonlyMap<number, string>): Mutant[] {
  const textOf = ({ start, end }: Span) => source.bytes.toString('utf8', start, end)
  const edits: Edit[] = []
  walk(source.ast, (node, around) => {
    if (LEFT_OUT.has(node.nodeType) || isInterface(node)) return false
    edits.push(...mutateNode(node, { textOf, around, otherAddress }))
    return true
  })
  const seen = new Map<string, number>()
  const places = new Set<string>()
  return edits.flatMap((edit) => {
    const place = `${edit.start}:${edit.end}:${edit.replacement}`
    if (places.has(place)) return []
    places.add(place)
    const line = source.bytes.toString('utf8', 0, edit.start).split('\n').length
    const diff = describeDiff(source.bytes, edit)
    const key = [source.file, edit.operator, textOf(edit), edit.replacement, diff].join('\0')
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    const id = createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 16)
    return [{ ...edit, id, file: source.file, line, diff }]
  })
}

function isInterface(node: AstNode): boolean {
  return node.nodeType === 'ContractDefinition' && node['contractKind'] === 'interface'
}

/** The lines that an edit touches, as `-` before and `+` after. */
function describeDiff(bytes: Buffer, edit: Edit): string {
  const newline = 10
  const first = bytes.lastIndexOf(newline, edit.start - 1) + 1
  const last = bytes.indexOf(newline, edit.end)
  const end = last === -1 ? bytes.length : last
  const before = bytes.toString('utf8', first, end)
  const after =
    bytes.toString('utf8', first, edit.start) +
    edit.replacement +
    bytes.toString('utf8', edit.end, end)
  const mark = (sign: string, text: string) =>
    text
      .split('\n')
      .map((line) => `${sign} ${line.trim()}`)
      .join('\n')
  return `${mark('-', before)}\n${mark('+', after)}`
}

/** Next address in the same structure, by the id of a field. */
function pairAddresses(sources: readonly AnalysedSource[]): Map<number, string> {
  const pairs = new Map<number, string>()
  for (const { ast } of sources) {
    walk(ast, (node) => {
      if (node.nodeType !== 'StructDefinition') return true
      const addresses = nodesAt(node, 'members').filter((each) => typeOf(each) === 'address')
      for (const [place, field] of addresses.entries()) {
        const next = addresses[(place + 1) % addresses.length]
        if (next !== undefined && next.id !== field.id) pairs.set(field.id, String(next['name']))
      }
      return false
    })
  }
  return pairs
}

/** How many of each. */
export function countBy<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** The first `count` mutants whose operator is wanted. */
export function sampleMutants(
  mutants: readonly Mutant[],
  { count, operators }: { count: number; operators: readonly Operator[] },
): Mutant[] {
  return mutants.filter(({ operator }) => operators.includes(operator)).slice(0, count)
}
