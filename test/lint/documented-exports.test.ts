import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { listFiles, readText } from './files.ts'

/** `line name` of each exported declaration without a doc comment. */
function undocumented(text: string): string[] {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true)
  const missing: string[] = []
  const documented = new Set<string>() // overloads share the comment of the first

  const check = (node: ts.Node, name: string) => {
    const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []
    if (comments.some(({ pos }) => text.startsWith('/**', pos))) documented.add(name)
    if (documented.has(name)) return
    missing.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${name}`)
  }

  for (const statement of source.statements) {
    if (!isExported(statement)) continue
    if (ts.isVariableStatement(statement)) {
      check(statement, statement.declarationList.declarations.map((d) => d.name.getText()).join())
    } else if (isNamedDeclaration(statement)) {
      check(statement, statement.name?.text ?? 'default')
    }
  }
  return missing
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

function isNamedDeclaration(statement: ts.Statement) {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  )
}

describe('documentation of exports', () => {
  test('every exported declaration of src/ has a doc comment', () => {
    const offenders = listFiles('src')
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .flatMap((path) => undocumented(readText(path) ?? '').map((each) => `${path}:${each}`))
    expect(offenders).toEqual([])
  })

  test.each([
    ['a function', 'export function f() {}', ['1 f']],
    ['a constant', '// why\nexport const c = 1, d = 2', ['2 c,d']],
    ['an interface', '\nexport interface I { x: 1 }', ['2 I']],
    ['a type', 'export type T = 1', ['1 T']],
    ['a class', 'export class C {}', ['1 C']],
    ['an ordinary comment', '/* no doc */\nexport const c = 1', ['2 c']],
  ])('%s without one is found', (_, text, expected) => {
    expect(undocumented(text)).toEqual(expected)
  })

  test.each([
    ['a documented export', '/** F. */\nexport function f() {}'],
    [
      'an overload',
      '/** F. */\nexport function f(a: 1): 1\nexport function f(a: unknown) { return a }',
    ],
    ['what is not exported', 'function f() {}\nconst c = 1'],
    ['a re-export', "export { x } from './x.ts'"],
  ])('%s passes', (_, text) => {
    expect(undocumented(text)).toEqual([])
  })
})
