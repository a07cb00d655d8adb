import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** `typeOnly`: nothing of it is left when the program runs. */
export type Import = { to: string; typeOnly: boolean }
export type Source = { path: string; lines: number; imports: Import[]; tree: ts.SourceFile }

const root = path.resolve(import.meta.dirname, '..')
const folders = ['app', 'db', 'emails', 'tests', 'public']
const made = new Set(['app/paraglide', 'db/migrations'])

/** Every file we wrote below the source folders, by its path from the root. */
export function filesNamed(pattern: RegExp, folder = ''): string[] {
  const below =
    folder === '' ? folders : readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`)
  return below.flatMap((entry) => {
    if (made.has(entry)) return []
    if (pattern.test(entry)) return [entry]
    return isFolder(entry) ? filesNamed(pattern, entry) : []
  })
}

function isFolder(entry: string): boolean {
  return !path.basename(entry).includes('.')
}

export const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** A TypeScript or JavaScript file, parsed, with its imports as paths from the root or package names. */
export function readSource(file: string): Source {
  return sourceOf(file, textOf(file))
}

/** The same of a text, as if it stood in that file. */
export function sourceOf(file: string, text: string): Source {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const imports: Import[] = []
  walk(tree, (node) => {
    const found = importIn(node)
    if (found) imports.push({ ...found, to: placeOf(found.to, file) })
  })
  return { path: file, lines: text.split('\n').length - 1, imports, tree }
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node)
  node.forEachChild((child) => walk(child, visit))
}

function importIn(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { to: node.moduleSpecifier.text, typeOnly: isTypeClause(node.importClause) }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { to: node.moduleSpecifier.text, typeOnly: node.isTypeOnly || namesTypes(node.exportClause) }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument
    return ts.isStringLiteral(literal) ? { to: literal.text, typeOnly: true } : null
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [wanted] = node.arguments
    return wanted && ts.isStringLiteral(wanted) ? { to: wanted.text, typeOnly: false } : null
  }
  return null
}

function isTypeClause(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  return clause.isTypeOnly || (!clause.name && namesTypes(clause.namedBindings))
}

function namesTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!names || !('elements' in names) || names.elements.length === 0) return false
  return names.elements.every((one) => 'isTypeOnly' in one && one.isTypeOnly)
}

function placeOf(wanted: string, from: string): string {
  const plain = wanted.split('?', 1)[0] ?? wanted
  if (plain.startsWith('#')) return plain.slice(1)
  return plain.startsWith('.') ? path.posix.join(path.posix.dirname(from), plain) : plain
}
