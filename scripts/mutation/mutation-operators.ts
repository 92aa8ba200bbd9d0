import { type AstNode, nodeAt, nodesAt, type Span, spanOf, typeOf } from './solidity-ast.ts'

/** What a mutation does. */
export const OPERATORS = [
  'comparison',
  'arithmetic',
  'logic',
  'condition',
  'constant',
  'deleted-check',
  'removed-effect',
  'swapped-arguments',
  'swapped-address',
] as const
/** One of {@link OPERATORS}. */
export type Operator = (typeof OPERATORS)[number]

/** A replacement of some bytes of a source. */
export interface Edit extends Span {
  operator: Operator
  replacement: string
}

/** What the operators must know beside a node. */
export interface Surroundings {
  /** Text of some bytes of the source. */
  textOf: (span: Span) => string
  /** The nodes around the node, the innermost last. */
  around: readonly AstNode[]
  /** Name of another address of the same structure, by the id of a field's declaration. */
  otherAddress: ReadonlyMap<number, string>
}

const COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '==': ['!='],
  '!=': ['=='],
}
const ARITHMETIC: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '+=': ['-='],
  '-=': ['+='],
  '|=': ['&='],
  '&=': ['|='],
  '<<=': ['>>='],
  '>>=': ['<<='],
  '++': ['--'],
  '--': ['++'],
}
const LOGIC: Readonly<Record<string, readonly string[]>> = { '&&': ['||'], '||': ['&&'] }

/** A statement that does nothing; an empty one is no Solidity. */
const NOTHING = 'true'
/** Internal functions that only refuse. */
const REFUSES = /^_?(?:check|only|require)/

/** What can be done to one node; nothing is done to what is inside it. */
export function mutateNode(node: AstNode, surroundings: Surroundings): Edit[] {
  switch (node.nodeType) {
    case 'BinaryOperation':
      return mutateBinary(node, surroundings)
    case 'Assignment':
      return operatorBetween(
        node,
        'leftHandSide',
        'rightHandSide',
        surroundings,
        ARITHMETIC,
        'arithmetic',
      )
    case 'UnaryOperation':
      return mutateUnary(node, surroundings)
    case 'Literal':
      return mutateLiteral(node, surroundings)
    case 'Conditional':
      return swapOf(
        nodeAt(node, 'trueExpression'),
        nodeAt(node, 'falseExpression'),
        surroundings,
        'condition',
      )
    case 'IfStatement':
      return mutateIf(node, surroundings)
    case 'ExpressionStatement':
      return removeStatement(node, surroundings)
    case 'ModifierInvocation':
      return node['kind'] === 'modifierInvocation'
        ? [{ ...spanOf(node), operator: 'deleted-check', replacement: '' }]
        : []
    case 'FunctionCall':
      return swapArguments(node, surroundings)
    case 'MemberAccess':
    case 'Identifier':
      return swapAddress(node, surroundings)
    default:
      return []
  }
}

function mutateBinary(node: AstNode, surroundings: Surroundings): Edit[] {
  const between = (table: typeof LOGIC, operator: Operator) =>
    operatorBetween(node, 'leftExpression', 'rightExpression', surroundings, table, operator)
  return [
    ...between(COMPARISONS, 'comparison'),
    ...between(ARITHMETIC, 'arithmetic'),
    ...between(LOGIC, 'logic'),
  ]
}

/** Replaces the operator that stands between two operands. */
function operatorBetween(
  node: AstNode,
  leftField: string,
  rightField: string,
  { textOf }: Surroundings,
  table: Readonly<Record<string, readonly string[]>>,
  operator: Operator,
): Edit[] {
  const [left, right] = [nodeAt(node, leftField), nodeAt(node, rightField)]
  const sign = String(node['operator'])
  const others = Object.hasOwn(table, sign) ? table[sign] : undefined
  if (left === undefined || right === undefined || others === undefined) return []
  const gap = { start: spanOf(left).end, end: spanOf(right).start }
  const at = textOf(gap).indexOf(sign)
  if (at === -1) return []
  // Only blanks and brackets stand before the sign, so characters are bytes here.
  const start = gap.start + at
  return others.map((replacement) => ({ start, end: start + sign.length, operator, replacement }))
}

function mutateUnary(node: AstNode, { textOf }: Surroundings): Edit[] {
  const inner = nodeAt(node, 'subExpression')
  const sign = String(node['operator'])
  if (inner === undefined) return []
  if (sign === '!') {
    return [{ ...spanOf(node), operator: 'logic', replacement: textOf(spanOf(inner)) }]
  }
  if (sign !== '++' && sign !== '--') return []
  const other = sign === '++' ? '--' : '++'
  const text = textOf(spanOf(inner))
  const replacement = node['prefix'] === true ? `${other}${text}` : `${text}${other}`
  return [{ ...spanOf(node), operator: 'arithmetic', replacement }]
}

function mutateLiteral(node: AstNode, { textOf, around }: Surroundings): Edit[] {
  const at = { ...spanOf(node), operator: 'constant' as const }
  if (node['kind'] === 'bool') {
    return [{ ...at, replacement: node['value'] === 'true' ? 'false' : 'true' }]
  }
  // A length in a type is no value.
  if (node['kind'] !== 'number' || around.at(-1)?.nodeType === 'ArrayTypeName') return []
  const text = textOf(at)
  if (Number(node['value']) === 0) return [{ ...at, replacement: '1' }]
  return [
    { ...at, replacement: `(${text} + 1)` },
    { ...at, replacement: '0' },
  ]
}

function mutateIf(node: AstNode, { textOf }: Surroundings): Edit[] {
  const condition = nodeAt(node, 'condition')
  const body = nodeAt(node, 'trueBody')
  if (condition === undefined || body === undefined) return []
  const at = spanOf(condition)
  const refuses = isOnly(body, 'RevertStatement')
  const leaves = isOnly(body, 'Return') || isOnly(body, 'Continue')
  const edits: Edit[] = []
  if (nodeAt(node, 'falseBody') === undefined && (refuses || leaves)) {
    edits.push({ ...at, operator: refuses ? 'deleted-check' : 'condition', replacement: 'false' })
  }
  // Where the condition has an operator, the operator is mutated already.
  if (!['BinaryOperation', 'UnaryOperation'].includes(condition.nodeType)) {
    edits.push({ ...at, operator: 'condition', replacement: `!(${textOf(at)})` })
  }
  return edits
}

function isOnly(body: AstNode, nodeType: string): boolean {
  if (body.nodeType === nodeType) return true
  const statements = body.nodeType === 'Block' ? nodesAt(body, 'statements') : []
  return statements.length === 1 && statements[0]?.nodeType === nodeType
}

function removeStatement(node: AstNode, { textOf }: Surroundings): Edit[] {
  const expression = nodeAt(node, 'expression')
  if (expression === undefined) return []
  const called = nodeAt(expression, 'expression')
  const name = called === undefined ? '' : textOf(spanOf(called))
  const operator = REFUSES.test(name) ? 'deleted-check' : 'removed-effect'
  return [{ ...spanOf(expression), operator, replacement: NOTHING }]
}

function swapArguments(node: AstNode, surroundings: Surroundings): Edit[] {
  if (node['kind'] === 'typeConversion') return []
  const given = nodesAt(node, 'arguments')
  return given.flatMap((left, place) => {
    const right = given[place + 1]
    if (right === undefined || typeOf(left) !== typeOf(right)) return []
    return swapOf(left, right, surroundings, 'swapped-arguments')
  })
}

function swapOf(
  left: AstNode | undefined,
  right: AstNode | undefined,
  { textOf }: Surroundings,
  operator: Operator,
): Edit[] {
  if (left === undefined || right === undefined) return []
  const [first, second] = [spanOf(left), spanOf(right)]
  if (textOf(first) === textOf(second)) return []
  const gap = textOf({ start: first.end, end: second.start })
  const replacement = `${textOf(second)}${gap}${textOf(first)}`
  return [{ start: first.start, end: second.end, operator, replacement }]
}

function swapAddress(node: AstNode, surroundings: Surroundings): Edit[] {
  if (typeOf(node) !== 'address') return []
  const other = otherAddressFor(node, surroundings)
  const at = spanOf(node)
  if (other === undefined || other === surroundings.textOf(at)) return []
  return [{ ...at, operator: 'swapped-address', replacement: other }]
}

function otherAddressFor(node: AstNode, surroundings: Surroundings): string | undefined {
  const { textOf, around, otherAddress } = surroundings
  const text = textOf(spanOf(node))
  const routine = around.findLast(({ nodeType }) => nodeType === 'FunctionDefinition')
  if (routine === undefined) return undefined
  const parameters = nodesAt(nodeAt(routine, 'parameters') ?? routine, 'parameters')
    .filter((each) => typeOf(each) === 'address')
    .map((each) => String(each['name']))
  if (text === 'msg.sender') return parameters[0] ?? 'address(this)'
  const field = otherAddress.get(Number(node['referencedDeclaration']))
  if (node.nodeType === 'MemberAccess') {
    const owner = nodeAt(node, 'expression')
    if (field === undefined || owner === undefined) return undefined
    return `${textOf(spanOf(owner))}.${field}`
  }
  return parameters.find((name) => name !== text) ?? 'msg.sender'
}
